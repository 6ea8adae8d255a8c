#include "service/answer/catalogue.h"

#include <algorithm>
#include <map>
#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "knowledge/status_macros.h"
#include "service/answer/clinical_advice.h"
#include "service/answer/field_error.h"
#include "service/answer/limits.h"
#include "service/answer/numbers.h"

namespace charley::answer {
namespace {

// A token is the pack's version, a colon, and the index of the next topic: it ends with the pack
// that issued it.
absl::StatusOr<int> ParsePageToken(absl::string_view token, const std::string& version,
                                   int topics) {
  if (token.empty()) return 0;
  int start = 0;
  if (absl::ConsumePrefix(&token, absl::StrCat(version, ":")) && absl::SimpleAtoi(token, &start) &&
      start >= 0 && start <= topics) {
    return start;
  }
  return FieldError({"page_token", "was not issued for the loaded pack: start again without it"});
}

// Every place of a source that the pack cites, by paragraph, each once. Where a place is cited
// several times, the first decides what kind of statement it is.
PackCitations PlacesOf(const knowledge::v1::Pack& pack, const std::string& source_id) {
  std::map<std::pair<int, std::string>, const knowledge::v1::Citation*> places;
  const auto collect = [&](const PackCitations& citations) {
    for (const auto& citation : citations) {
      if (citation.source_id() != source_id) continue;
      places.emplace(std::make_pair(citation.paragraph(), citation.quote()), &citation);
    }
  };
  for (const auto& topic : pack.topics()) collect(topic.citations());
  for (const auto& rule : pack.triage_rules()) collect(rule.citations());
  collect(pack.manifest().learned_citations());
  PackCitations result;
  for (const auto& [place, citation] : places) *result.Add() = *citation;
  return result;
}

v1::Source ToPublic(const knowledge::v1::Source& source) {
  v1::Source result;
  result.set_source_id(source.id());
  result.set_title(source.title());
  result.set_publisher(source.publisher());
  result.set_author(source.author());
  result.set_date(source.date());
  result.set_uri(source.uri());
  result.set_read_on(source.read_on());
  result.set_reviewed_by(source.reviewed_by());
  result.set_review_due(source.review_due());
  return result;
}

}  // namespace

absl::StatusOr<v1::ListTopicsResponse> Catalogue::ListTopics(
    const v1::ListTopicsRequest& request) const {
  if (request.page_size() < 0) {
    return FieldError(
        {"page_size", absl::StrCat("is negative: send 0 for ", limits::kDefaultPageSize,
                                   ", or 1 to ", limits::kMostPageSize)});
  }
  ASSIGN_OR_RETURN(const int start,
                   ParsePageToken(request.page_token(), version_, pack_.topics_size()));
  const int size = request.page_size() == 0 ? limits::kDefaultPageSize
                                            : std::min(request.page_size(), limits::kMostPageSize);
  const int end = start + std::min(size, pack_.topics_size() - start);
  v1::ListTopicsResponse response;
  for (int i = start; i < end; ++i) {
    v1::TopicSummary& summary = *response.add_topics();
    summary.set_topic_id(pack_.topics(i).id());
    summary.set_title(pack_.topics(i).title());
    summary.set_theme(pack_.topics(i).theme());
  }
  if (end < pack_.topics_size()) response.set_next_page_token(absl::StrCat(version_, ":", end));
  response.set_pack_version(version_);
  return response;
}

v1::Answer Catalogue::ComposeAnswer(const knowledge::v1::Topic& topic) const {
  v1::Answer answer;
  answer.set_topic_id(topic.id());
  answer.set_title(topic.title());
  answer.set_text(topic.answer());
  citations_.Append(topic.citations(), *answer.mutable_citations());
  return answer;
}

absl::StatusOr<v1::GetTopicResponse> Catalogue::GetTopic(const std::string& topic_id) const {
  const int index = suggestions_.FindTopic(topic_id);
  if (index < 0) {
    return absl::NotFoundError("topic_id names no topic of the loaded pack: ListTopics lists them");
  }
  const knowledge::v1::Topic& topic = pack_.topics(index);
  v1::GetTopicResponse response;
  *response.mutable_answer() = ComposeAnswer(topic);
  response.set_theme(topic.theme());
  response.set_urgency(ToUrgency(topic.level()));
  for (const int related : suggestions_.Related(index, {index})) {
    *response.add_related() = Suggest(pack_.topics(related));
  }
  response.set_safety_net(Numbers(pack_, "").Fill(pack_.manifest().safety_net()));
  response.set_pack_version(version_);
  return response;
}

absl::StatusOr<v1::GetSourceResponse> Catalogue::GetSource(const std::string& source_id) const {
  const knowledge::v1::Source* source = citations_.FindSource(source_id);
  if (source == nullptr) {
    return absl::NotFoundError("source_id names no source of the loaded pack");
  }
  v1::GetSourceResponse response;
  *response.mutable_source() = ToPublic(*source);
  citations_.Append(PlacesOf(pack_, source_id), *response.mutable_citations());
  response.set_pack_version(version_);
  return response;
}

}  // namespace charley::answer
