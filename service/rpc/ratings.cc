#include "service/rpc/ratings.h"

#include <utility>

namespace charley::rpc {

void Ratings::SetTopics(const knowledge::v1::Pack& pack) {
  const absl::MutexLock lock(&mutex_);
  std::map<std::string, TopicRating> topics;
  for (const auto& topic : pack.topics()) {
    const auto before = topics_.find(topic.id());
    topics[topic.id()] = before == topics_.end() ? TopicRating{topic.id()} : before->second;
  }
  topics_ = std::move(topics);
}

bool Ratings::Count(const std::string& topic_id, v1::Rating rating) {
  const absl::MutexLock lock(&mutex_);
  const auto it = topics_.find(topic_id);
  if (it == topics_.end()) return false;
  ++(rating == v1::RATING_HELPFUL ? it->second.helpful : it->second.not_helpful);
  return true;
}

std::vector<TopicRating> Ratings::Rated() const {
  const absl::MutexLock lock(&mutex_);
  std::vector<TopicRating> rated;
  for (const auto& [id, rating] : topics_) {
    if (rating.helpful + rating.not_helpful > 0) rated.push_back(rating);
  }
  return rated;
}

}  // namespace charley::rpc
