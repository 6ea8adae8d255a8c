// The text of the test pack; "@" stands for the edition.

#ifndef CHARLEY_TESTS_SUPPORT_TEST_PACK_TEXT_H_
#define CHARLEY_TESTS_SUPPORT_TEST_PACK_TEXT_H_

namespace charley::testing {

inline constexpr char kTestPackText[] = R"pb(
  manifest {
    id: "test"
    title: "Test pack"
    language: "en"
    subject: "muscle cramps"
    safety_net: "Call {emergency} for chest pain.@"
    not_covered: "I only know about cramps; ask {advice}.@"
    left_out: "Ask {advice} about the rest.@"
    clarification_prompt: "Which of these?@"
    disclaimer: "No medical advice."
    urgent_action: "Get medical help today: call {advice}.@"
    emergency_action: "Call {emergency} now.@"
    clinician_action: "Book a visit.@"
    clinician_reason: "Worth a look.@"
    learned_reason: "This may be serious.@"
    learned_citations {
      source_id: "article"
      paragraph: 13
      quote: "immediately"
      evidence: EVIDENCE_ARTICLE
    }
    information_card: "With these signs, call {emergency}.@"
    unknown_emergency_number: "your local emergency number"
    unknown_advice_line: "your local health advice line"
  }
  sources {
    id: "article"
    title: "Leg cramps@"
    publisher: "Clinic"
    author: "A doctor"
    date: "2025-12-24"
    read_on: "2026-01-02"
    review_due: "2027-01-02"
    paragraphs: 15
  }
  sources {
    id: "guideline"
    title: "Clots@"
    publisher: "Health body"
    date: "2024"
    uri: "https://example.org/clots"
    review_due: "2027-01-02"
  }
  topics {
    id: "stop-a-cramp"
    theme: "Relief"
    title: "How do I stop a cramp?"
    answer: "Stretch the muscle gently until it lets go.@"
    citations {
      source_id: "article"
      paragraph: 8
      quote: "Gently stretching"
      evidence: EVIDENCE_ARTICLE
    }
    related: "night-cramps"
    related: "magnesium"
    related: "heat"
    related: "frequent-cramps"
    examples: "how do i stop a cramp"
    examples: "make a cramp go away"
    examples: "what to do when a muscle cramps"
    level: LEVEL_SELF_CARE
    frequent: 1
  }
  topics {
    id: "night-cramps"
    theme: "Night"
    title: "Why do cramps come at night?"
    answer: "A pointed foot shortens the calf while you sleep.@"
    citations {
      source_id: "article"
      paragraph: 7
      quote: "shortens the calf muscle"
      evidence: EVIDENCE_ARTICLE
    }
    citations {
      source_id: "article"
      paragraph: 7
      quote: "shortens the calf muscle"
      evidence: EVIDENCE_ARTICLE
    }
    related: "stop-a-cramp"
    related: "magnesium"
    examples: "why do i get cramps at night"
    examples: "cramps wake me from sleep"
    examples: "leg cramps in bed"
    level: LEVEL_SELF_CARE
    frequent: 2
  }
  topics {
    id: "magnesium"
    theme: "Minerals"
    title: "Does magnesium help?"
    answer: "Minerals are not always the cause of a cramp.@"
    citations {
      source_id: "article"
      paragraph: 4
      quote: "not always caused"
      evidence: EVIDENCE_CLINIC_OPINION
    }
    citations { source_id: "guideline" evidence: EVIDENCE_GUIDELINE }
    related: "stop-a-cramp"
    examples: "does magnesium help"
    examples: "should i take magnesium tablets"
    examples: "is potassium good for cramps"
    level: LEVEL_SELF_CARE
    frequent: 3
  }
  topics {
    id: "frequent-cramps"
    theme: "Care"
    title: "What if cramps keep coming back?"
    answer: "Have cramps that keep coming back looked at.@"
    citations {
      source_id: "article"
      paragraph: 10
      quote: "frequent or persistent"
      evidence: EVIDENCE_ARTICLE
    }
    related: "stop-a-cramp"
    examples: "my cramps keep coming back"
    examples: "cramps every single day for months"
    examples: "when should somebody look at my cramps"
    level: LEVEL_SEE_CLINICIAN
    frequent: 4
  }
  topics {
    id: "heat"
    theme: "Relief"
    title: "Should I use heat or ice?"
    answer: "Heat calms a tight muscle; ice eases soreness later.@"
    citations {
      source_id: "article"
      paragraph: 8
      quote: "Heat often helps"
      evidence: EVIDENCE_ARTICLE
    }
    related: "stop-a-cramp"
    examples: "should i use heat or ice"
    examples: "does a heating pad work"
    examples: "is an ice pack any good"
    level: LEVEL_SELF_CARE
    frequent: 5
  }
  small_talk {
    id: "thanks"
    text: "You are welcome.@"
    examples: "thanks"
    examples: "thank you very much"
  }
  concepts { id: "chest" phrases: "chest" }
  concepts { id: "pain" phrases: "pain" phrases: "hurts" }
  concepts { id: "leg" phrases: "one (leg|calf)" }
  concepts { id: "swollen" phrases: "swollen" phrases: "swelling" }
  concepts { id: "tripping" phrases: "keep tripping" }
  context_cues { kind: CUE_KIND_NEGATION phrases: "no" phrases: "without" }
  context_cues { kind: CUE_KIND_INFORMATION phrases: "what are the signs of" }
  triage_rules {
    id: "T1.chest"
    level: LEVEL_EMERGENCY_NOW
    all_of { any_of: "chest" }
    all_of { any_of: "pain" }
    scope: SCOPE_MESSAGE
    reason: "It may be the heart.@"
    citations { source_id: "article" paragraph: 13 quote: "chest pain" evidence: EVIDENCE_ARTICLE }
  }
  triage_rules {
    id: "T2.swollen"
    level: LEVEL_URGENT_TODAY
    all_of { any_of: "leg" }
    all_of { any_of: "swollen" }
    scope: SCOPE_MESSAGE
    reason: "It may be a clot.@"
    action: "Get it checked today: call {advice}, or {crisis}.@"
    citations { source_id: "guideline" evidence: EVIDENCE_GUIDELINE }
    citations { source_id: "article" paragraph: 13 quote: "chest pain" evidence: EVIDENCE_ARTICLE }
  }
  triage_rules {
    id: "T3.tripping"
    level: LEVEL_SEE_CLINICIAN
    all_of { any_of: "tripping" }
    scope: SCOPE_MESSAGE
    reason: "Weak legs need a look.@"
    citations { source_id: "guideline" evidence: EVIDENCE_GUIDELINE }
  }
  regions {
    code: "GB"
    name: "United Kingdom"
    emergency_number: "999"
    also: "112"
    advice_number: "111"
    advice_name: "NHS 111"
    crisis_number: "116 123"
    crisis_name: "Samaritans"
  }
  regions {
    code: "NZ"
    name: "New Zealand"
    emergency_number: "111"
    advice_number: "0800 611 116"
    advice_name: "Healthline"
  }
  regions {
    code: "AU"
    name: "Australia"
    emergency_number: "000"
    also: "112"
    advice_number: "1800 022 222"
    advice_name: "healthdirect"
  }
  regions {
    code: "US"
    name: "United States"
    emergency_number: "911"
    crisis_number: "988"
    poison_number: "1-800-222-1222"
  }
  safe_cards {
    language: "es"
    escalation: "Llame ahora: {emergency}.@"
    not_covered: "Solo respondo en inglés. Urgencias: {emergency}.@"
    unknown_emergency_number: "al número de emergencias local"
  }
)pb";

}  // namespace charley::testing

#endif  // CHARLEY_TESTS_SUPPORT_TEST_PACK_TEXT_H_
