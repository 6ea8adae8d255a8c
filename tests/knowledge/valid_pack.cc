#include "tests/knowledge/valid_pack.h"

#include <google/protobuf/text_format.h>

#include <cstdlib>

#include "absl/strings/str_cat.h"
#include "knowledge/check.h"

namespace charley::knowledge {
namespace {

constexpr char kText[] = R"pb(
  manifest {
    id: "small"
    title: "Small pack"
    language: "en"
    subject: "cramps"
    safety_net: "Call {emergency} for chest pain."
    not_covered: "Ask {advice}."
    left_out: "For the rest, ask {advice}."
    clarification_prompt: "Which of these?"
    disclaimer: "Education, not advice."
    urgent_action: "Call {advice} today."
    emergency_action: "Call {emergency} now."
    clinician_action: "Book a visit."
    clinician_reason: "Worth a look."
    learned_reason: "It may be serious."
    learned_citations {
      source_id: "article"
      paragraph: 2
      quote: "be seen at once"
      evidence: EVIDENCE_ARTICLE
    }
    unknown_emergency_number: "your local emergency number"
    unknown_advice_line: "your local advice line"
    information_card: "Get help if you have these."
    allowed_hosts: "nhs.uk"
    terms: "magnesium"
  }
  sources {
    id: "article"
    title: "An article"
    publisher: "A clinic"
    date: "2025-12-24"
    read_on: "2026-11-01"
    review_due: "2027-11-01"
    paragraphs: 2
  }
  sources {
    id: "guideline"
    title: "A guideline"
    publisher: "A health body"
    date: "2024"
    uri: "https://www.nhs.uk/cramp"
    read_on: "2026-11-01"
    review_due: "2027-11-01"
  }
  topics {
    id: "night"
    theme: "Night"
    title: "Why at night?"
    level: LEVEL_SELF_CARE
    frequent: 1
    citations {
      source_id: "article"
      paragraph: 1
      quote: "the foot points down"
      evidence: EVIDENCE_ARTICLE
    }
    related: "heat"
  }
  topics {
    id: "heat"
    theme: "Relief"
    title: "Does heat help?"
    level: LEVEL_SEE_CLINICIAN
    citations { source_id: "guideline" evidence: EVIDENCE_GUIDELINE }
    related: "night"
  }
  concepts { id: "body.calf" phrases: "calf" }
  concepts { id: "sign.swollen" phrases: "swollen" }
  context_cues { kind: CUE_KIND_NEGATION phrases: "no" reach: 4 }
  triage_rules {
    id: "RF1.swollen-calf"
    level: LEVEL_URGENT_TODAY
    reason: "A swollen calf can be a clot."
    action: "Call {advice} now."
    all_of { any_of: "body.*" }
    all_of { any_of: "sign.swollen" }
    citations {
      source_id: "article"
      paragraph: 2
      quote: "be seen at once"
      evidence: EVIDENCE_ARTICLE
    }
    fires: "my calf is swollen"
    near_misses: "my calf is fine"
  }
  small_talk { id: "hello" text: "Hello." examples: "hello" }
  regions { code: "GB" name: "United Kingdom" emergency_number: "999" seen: "nhs.uk" }
  safe_cards {
    language: "es"
    escalation: "Llame: {emergency}."
    not_covered: "En caso de urgencia: {emergency}."
    unknown_emergency_number: "al número local"
  }
  triage_training { id: "t1" question: "my calf is swollen" expect: "urgent" }
  triage_training { id: "t2" question: "my calf is tired" expect: "not_urgent" }
  out_of_scope_training { id: "o1" question: "what is the capital of peru" }
  conversation_training { id: "c1" question: "and heat?" earlier: "calf cramp" topics: "heat" }
)pb";

// 48 words in eight short sentences.
std::string PlainAnswer() {
  std::string answer;
  for (int i = 0; i < 8; ++i) absl::StrAppend(&answer, "Stand up and stretch the calf. ");
  return answer;
}

}  // namespace

v1::Pack ValidPack() {
  v1::Pack pack;
  if (!google::protobuf::TextFormat::ParseFromString(kText, &pack)) std::abort();
  for (v1::Topic& topic : *pack.mutable_topics()) {
    topic.set_answer(PlainAnswer());
    for (int i = 0; i < kFewestExamples; ++i) {
      topic.add_examples(absl::StrCat(topic.id(), " question ", i));
    }
  }
  return pack;
}

std::vector<std::string> ProblemsOf(const v1::Pack& pack) {
  std::vector<std::string> described;
  for (const Problem& problem : CheckPack(pack, kToday)) described.push_back(Describe(problem));
  return described;
}

}  // namespace charley::knowledge
