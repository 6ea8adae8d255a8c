#include "client/cli/reply.h"

#include "absl/strings/str_cat.h"
#include "client/cli/emergency.h"
#include "client/cli/explanation.h"

namespace charley::cli {
namespace {

void RenderAnswer(const v1::Answer& answer, SourceList& sources, Page& page) {
  page.Heading(answer.title());
  page.Paragraph(absl::StrCat(answer.text(), " ", sources.Add(answer.citations())));
  page.Gap();
}

void RenderAdvice(const v1::ClinicianAdvice& advice, SourceList& sources, Page& page) {
  page.Heading(absl::StrCat("! ", advice.action()));
  page.Paragraph(absl::StrCat(advice.reason(), " ", sources.Add(advice.citations())));
  page.Gap();
}

void RenderNotCovered(const v1::NotCovered& not_covered, Page& page) {
  // The line in the patient's own language comes first: the rest may not be understood.
  if (!not_covered.translated_text().empty()) {
    page.Heading(not_covered.translated_text());
    page.Gap();
  }
  page.Paragraph(not_covered.text());
}

void RenderBody(const v1::AskResponse& response, SourceList& sources, Page& page) {
  switch (response.reply_case()) {
    case v1::AskResponse::kAnswer:
      RenderAnswer(response.answer(), sources, page);
      for (const v1::Answer& more : response.more_answers()) RenderAnswer(more, sources, page);
      if (!response.left_out().empty()) page.Paragraph(response.left_out());
      break;
    case v1::AskResponse::kClarification:
      RenderQuestions(response.clarification().prompt(), Choices(response), page);
      break;
    case v1::AskResponse::kNotCovered:
      RenderNotCovered(response.not_covered(), page);
      break;
    case v1::AskResponse::kSmallTalk:
      page.Paragraph(response.small_talk().text());
      break;
    case v1::AskResponse::REPLY_NOT_SET:
      page.Paragraph("The service sent a reply that this version of charley cannot show.");
      break;
  }
}

void RenderSources(const SourceList& sources, SourceDetail detail, Page& page) {
  page.Gap();
  if (detail == SourceDetail::kFull) {
    sources.Render(page);
  } else {
    sources.RenderBriefly(page);
  }
}

void RenderCalm(const v1::AskResponse& response, SourceDetail detail, Page& page) {
  SourceList sources;
  if (response.has_clinician_advice()) RenderAdvice(response.clinician_advice(), sources, page);
  RenderBody(response, sources, page);
  RenderSources(sources, detail, page);
  if (!response.safety_net().empty()) {
    page.Gap();
    page.Heading("When to get help");
    page.Paragraph(response.safety_net());
  }
  if (!response.has_clarification()) {
    page.Gap();
    RenderQuestions("You can also ask", Choices(response), page);
  }
}

}  // namespace

Outcome OutcomeOf(const v1::AskResponse& response) {
  if (response.has_escalation() || response.urgency() >= v1::URGENCY_URGENT_TODAY) {
    return Outcome::kEscalated;
  }
  if (response.has_not_covered()) return Outcome::kNotCovered;
  return response.reply_case() == v1::AskResponse::REPLY_NOT_SET ? Outcome::kUnreadable
                                                                 : Outcome::kAnswered;
}

void RenderReply(const v1::AskResponse& response, SourceDetail detail, Page& page) {
  if (OutcomeOf(response) == Outcome::kEscalated) {
    RenderEmergency(response.escalation(), page);
    SourceList sources;
    sources.Add(response.escalation().citations());
    RenderSources(sources, detail, page);
  } else {
    RenderCalm(response, detail, page);
  }
  if (response.has_explanation()) {
    page.Gap();
    RenderExplanation(response.explanation(), page);
  }
}

SourceList SourcesOf(const v1::AskResponse& response) {
  SourceList sources;
  if (OutcomeOf(response) == Outcome::kEscalated) {
    sources.Add(response.escalation().citations());
    return sources;
  }
  sources.Add(response.clinician_advice().citations());
  sources.Add(response.answer().citations());
  for (const v1::Answer& more : response.more_answers()) sources.Add(more.citations());
  return sources;
}

std::vector<std::string> Choices(const v1::AskResponse& response) {
  std::vector<std::string> questions;
  if (OutcomeOf(response) == Outcome::kEscalated) return questions;
  const auto& suggestions =
      response.has_clarification() ? response.clarification().options() : response.suggestions();
  for (const v1::Suggestion& suggestion : suggestions) questions.push_back(suggestion.question());
  return questions;
}

void RenderQuestions(absl::string_view heading, const std::vector<std::string>& questions,
                     Page& page) {
  if (questions.empty()) return;
  page.Heading(heading);
  for (size_t i = 0; i < questions.size(); ++i) page.Item(absl::StrCat(i + 1), questions[i]);
}

}  // namespace charley::cli
