#include <google/protobuf/text_format.h>
#include <gtest/gtest.h>

#include "tests/support/fake_assistant.h"

namespace charley::testing {
namespace {

v1::AskResponse Parse(const std::string& text) {
  v1::AskResponse response;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &response));
  return response;
}

constexpr char kAnswer[] = R"pb(
  urgency: URGENCY_SELF_CARE
  answer {
    topic_id: "night-cramps-why"
    title: "Why do I get cramps at night?"
    text: "Stretch your calves before bed. Tired muscles and lying still for long can set a cramp off, and so can a foot that points down under a heavy blanket."
    citations {
      source_id: "article"
      paragraph: 4
      quote: "cramps often strike at night"
      title: "Leg Cramps and Spasms"
      publisher: "Muscle & Joint Clinic"
      date: "2025-12-24"
      uri: "https://clinic.example/articles/leg-cramps-and-spasms-what-your-body-is-trying-to-tell-you"
      evidence: EVIDENCE_ARTICLE
    }
    citations {
      source_id: "article"
      paragraph: 9
      quote: "a weak hip may be to blame"
      title: "Leg Cramps and Spasms"
      publisher: "Muscle & Joint Clinic"
      date: "2025-12-24"
      evidence: EVIDENCE_CLINIC_OPINION
    }
  }
  safety_net: "See a doctor if cramps last longer than ten minutes or do not go away."
  suggestions { topic_id: "stretching" question: "Does stretching help?" }
  suggestions { topic_id: "magnesium" question: "Does magnesium help?" }
  pack_version: "cramps@0123456789ab"
)pb";

}  // namespace

v1::AskResponse CannedAnswer() { return Parse(kAnswer); }

v1::AskResponse CannedTwoAnswers() {
  v1::AskResponse response = CannedAnswer();
  v1::Answer& more = *response.add_more_answers();
  more = response.answer();
  more.set_topic_id("magnesium");
  more.set_title("Does magnesium help?");
  more.set_text("Ask a pharmacist before you take it. The evidence is mixed.");
  more.mutable_citations()->DeleteSubrange(0, 1);
  v1::Citation& guideline = *more.add_citations();
  guideline.set_source_id("health-body");
  guideline.set_title("Magnesium and muscle cramps");
  guideline.set_publisher("Health Body");
  guideline.set_date("2024");
  guideline.set_evidence(v1::EVIDENCE_GUIDELINE);
  response.set_left_out("Ask the clinic about the rest of your message.");
  return response;
}

v1::AskResponse CannedClarification() {
  return Parse(R"pb(
    urgency: URGENCY_SELF_CARE
    clarification {
      prompt: "Which of these do you mean?"
      options { topic_id: "stop-now" question: "How do I stop a cramp right now?" }
      options { topic_id: "prevent" question: "How do I have fewer cramps?" }
    }
    safety_net: "See a doctor if cramps last longer than ten minutes."
    suggestions { topic_id: "magnesium" question: "Does magnesium help?" }
    pack_version: "cramps@0123456789ab"
  )pb");
}

v1::AskResponse CannedNotCovered() {
  return Parse(R"pb(
    urgency: URGENCY_SELF_CARE
    not_covered {
      text: "I can help with muscle cramps. For anything else, ask a pharmacist or your doctor."
      translated_text: "En cas d'urgence, appelez le 112."
      translated_language: "fr"
    }
    safety_net: "See a doctor if you are worried."
    suggestions { topic_id: "magnesium" question: "Does magnesium help?" }
    pack_version: "cramps@0123456789ab"
  )pb");
}

v1::AskResponse CannedSmallTalk() {
  return Parse(R"pb(
    urgency: URGENCY_SELF_CARE
    small_talk { text: "You're welcome. Ask again any time." }
    safety_net: "See a doctor if you are worried."
    pack_version: "cramps@0123456789ab"
  )pb");
}

v1::AskResponse CannedClinicianAdvice() {
  v1::AskResponse response = CannedAnswer();
  response.set_urgency(v1::URGENCY_SEE_CLINICIAN);
  v1::ClinicianAdvice& advice = *response.mutable_clinician_advice();
  advice.set_action("Book a visit with your doctor in the next days.");
  advice.set_reason("Cramps that keep coming back are worth having looked at.");
  advice.add_rule_ids("recurring");
  *advice.add_citations() = response.answer().citations(0);
  return response;
}

v1::AskResponse CannedEscalation() {
  return Parse(R"pb(
    urgency: URGENCY_EMERGENCY_NOW
    escalation {
      headline: "Seek urgent care"
      action: "Call 999 now."
      reason: "Chest pain can be a sign of a heart problem."
      rule_ids: "chest-pain"
      citations {
        source_id: "article"
        paragraph: 13
        quote: "seek medical help at once"
        title: "Leg Cramps and Spasms"
        publisher: "Muscle & Joint Clinic"
        date: "2025-12-24"
        evidence: EVIDENCE_ARTICLE
      }
      phone_numbers: "999"
      phone_numbers: "112"
      translated_action: "Llame ahora al 999."
      translated_language: "es"
    }
    pack_version: "cramps@0123456789ab"
  )pb");
}

v1::AskResponse CannedExplanation() {
  v1::AskResponse response = CannedAnswer();
  *response.mutable_explanation() =
      Parse(R"pb(
        explanation {
          read_as: "why do i get cramps at night"
          rules {
            rule_id: "chest-pain"
            level: URGENCY_EMERGENCY_NOW
            matched: "chest"
            softened_by: "negated by 'no'"
            messages_ago: 2
          }
          rules { rule_id: "recurring" level: URGENCY_SEE_CLINICIAN matched: "again" fired: true }
          topics {
            topic_id: "night-cramps-why"
            confidence: 0.94
            matched: "night"
            matched: "cramps"
          }
          learned_urgency: 0.031
          learned_urgency_threshold: 0.4
          coverage: 0.97
          steps: "triage found no red flag"
          steps: "one topic is clearly the closest"
        }
      )pb")
          .explanation();
  return response;
}

}  // namespace charley::testing
