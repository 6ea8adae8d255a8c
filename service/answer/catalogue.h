// Browsing a pack: its topics and its sources.

#ifndef CHARLEY_SERVICE_ANSWER_CATALOGUE_H_
#define CHARLEY_SERVICE_ANSWER_CATALOGUE_H_

#include <string>

#include "absl/status/statusor.h"
#include "charley/knowledge/v1/pack.pb.h"
#include "charley/v1/assistant.pb.h"
#include "service/answer/citations.h"
#include "service/answer/suggestions.h"

namespace charley::answer {

// Answers ListTopics, GetTopic and GetSource from one pack. Refers to the pack, citations and
// suggestions, which must outlive it. Immutable; thread-safe.
class Catalogue {
 public:
  Catalogue(const knowledge::v1::Pack& pack, const std::string& version, const Citations& citations,
            const Suggestions& suggestions)
      : pack_(pack), version_(version), citations_(citations), suggestions_(suggestions) {}

  // INVALID_ARGUMENT, made by FieldError: a negative page size, or a token of another pack.
  absl::StatusOr<v1::ListTopicsResponse> ListTopics(const v1::ListTopicsRequest& request) const;

  // NOT_FOUND: no such topic.
  absl::StatusOr<v1::GetTopicResponse> GetTopic(const std::string& topic_id) const;

  // NOT_FOUND: no such source.
  absl::StatusOr<v1::GetSourceResponse> GetSource(const std::string& source_id) const;

  // A topic's answer with its citations.
  v1::Answer ComposeAnswer(const knowledge::v1::Topic& topic) const;

 private:
  const knowledge::v1::Pack& pack_;
  const std::string& version_;
  const Citations& citations_;
  const Suggestions& suggestions_;
};

}  // namespace charley::answer

#endif  // CHARLEY_SERVICE_ANSWER_CATALOGUE_H_
