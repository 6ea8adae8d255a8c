#include "client/cli/catalogue.h"

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "client/cli/reply.h"
#include "client/cli/source_list.h"

namespace charley::cli {
namespace {

void RenderFact(absl::string_view name, absl::string_view value, Page& page) {
  if (!value.empty()) page.Paragraph(absl::StrCat(name, ": ", value), 2);
}

std::string ReviewedBy(const v1::Source& source) {
  return source.reviewed_by().empty() ? "no clinician yet" : source.reviewed_by();
}

}  // namespace

void RenderTopics(const v1::ListTopicsResponse& topics, Page& page) {
  size_t longest = 0;
  for (const v1::TopicSummary& topic : topics.topics()) {
    longest = std::max(longest, topic.topic_id().size());
  }
  std::string theme;
  for (const v1::TopicSummary& topic : topics.topics()) {
    if (topic.theme() != theme) {
      page.Gap();
      page.Heading(topic.theme());
      theme = topic.theme();
    }
    const std::string padding(longest - topic.topic_id().size(), ' ');
    page.Item(absl::StrCat(topic.topic_id(), padding), topic.title());
  }
}

void RenderTopic(const v1::GetTopicResponse& topic, Page& page) {
  SourceList sources;
  const v1::Answer& answer = topic.answer();
  page.Heading(answer.title());
  page.Paragraph(absl::StrCat(answer.text(), " ", sources.Add(answer.citations())));
  page.Gap();
  sources.Render(page);
  if (!topic.safety_net().empty()) {
    page.Gap();
    page.Heading("When to get help");
    page.Paragraph(topic.safety_net());
  }
  std::vector<std::string> related;
  for (const v1::Suggestion& suggestion : topic.related()) related.push_back(suggestion.question());
  page.Gap();
  RenderQuestions("Related questions", related, page);
}

void RenderSource(const v1::GetSourceResponse& response, Page& page) {
  const v1::Source& source = response.source();
  page.Heading(source.title());
  RenderFact("Publisher", source.publisher(), page);
  RenderFact("Author", source.author(), page);
  RenderFact("Date", source.date(), page);
  if (!source.uri().empty()) page.Unwrapped(source.uri());
  RenderFact("Read by the curators on", source.read_on(), page);
  RenderFact("Reviewed by", ReviewedBy(source), page);
  RenderFact("Review due", source.review_due(), page);
  if (response.citations().empty()) return;
  page.Gap();
  page.Heading("Cited places");
  for (const v1::Citation& citation : response.citations()) RenderPlace("-", citation, page);
}

}  // namespace charley::cli
