// What the stand-in server answers: replies in the shape of the real one, picked by a word of the question.

const article = (paragraph, quote, evidence = "EVIDENCE_ARTICLE") => ({
  sourceId: "article",
  paragraph,
  quote,
  title: "Leg Cramps and Spasms: What Your Body Is Trying to Tell You",
  publisher: "Muscle & Joint Clinic",
  date: "2025-12-24",
  uri: "https://clinic.example/leg-cramps",
  evidence,
});

const guideline = {
  sourceId: "nhs-chest-pain",
  title: "Chest pain",
  publisher: "NHS",
  date: "2023",
  uri: "https://www.nhs.uk/conditions/chest-pain/",
  evidence: "EVIDENCE_GUIDELINE",
};

const safetyNet =
  "Get medical help today if the pain is severe, sudden or getting worse, or if there is swelling, redness, warmth or numbness. " +
  "Call 999 for chest pain or trouble breathing.";

const suggestion = (topicId, question) => ({ topicId, question });

const nightAnswer = {
  topicId: "night-cramps-why",
  title: "Why do cramps come at night?",
  text:
    "Stretch your calves gently before bed, and drink well through the day. When you lie down, your foot tips down by itself. " +
    "This makes the calf muscle short. If that short muscle is also tired, overworked or low on fluid, it cramps much more easily. " +
    "That is why a cramp can strike while you sleep. Cramps in bed are very common.",
  citations: [
    article(7, "the foot naturally points downward, which shortens the calf muscle"),
    article(9, "deal with what lies behind them", "EVIDENCE_CLINIC_OPINION"),
  ],
};

const chiropractorAnswer = {
  topicId: "chiropractor",
  title: "Can a chiropractor help with muscle cramps?",
  text: "The clinic thinks that hands-on care can help with stiff joints that play a part in cramps. Evidence for this is mixed.",
  citations: [article(11, "restore normal joint motion", "EVIDENCE_CLINIC_OPINION")],
};

const answered = (answer, more = {}) => ({
  urgency: "URGENCY_SELF_CARE",
  answer,
  safetyNet,
  suggestions: [
    suggestion("prevent-night-cramps", "How can I have fewer cramps at night?"),
    suggestion("stretch-before-bed", "Does stretching before bed help with night cramps?"),
    suggestion("night-cramp-what-to-do", "A cramp has woken me. What should I do now?"),
  ],
  packVersion: "cramps@0123456789ab",
  ...more,
});

const escalated = (urgency, escalation) => ({
  urgency,
  escalation: { headline: "Seek urgent care", ruleIds: ["chest-pain"], citations: [guideline], ...escalation },
  packVersion: "cramps@0123456789ab",
});

const emergency = (translated = {}) =>
  escalated("URGENCY_EMERGENCY_NOW", {
    action: "Call 999 now.",
    reason: "Chest pain can be a sign of a heart problem.",
    phoneNumbers: ["999", "112"],
    ...translated,
  });

const today = escalated("URGENCY_URGENT_TODAY", {
  action: "Get medical help today: call NHS 111, or go to an urgent care centre or emergency department.",
  reason: "A swollen, warm calf needs to be checked in person.",
  phoneNumbers: ["111"],
});

const notCovered = (translated = {}) => ({
  urgency: "URGENCY_SELF_CARE",
  notCovered: {
    text:
      "I can't answer that. I only know about muscle cramps and spasms: why they happen, what eases them, cramps at night, in sport, " +
      "in pregnancy or with age, and when to have them checked. For other health questions, ask a pharmacist, your doctor or NHS 111.",
    ...translated,
  },
  safetyNet,
  suggestions: [suggestion("what-is", "What is a muscle cramp, or charley horse?")],
});

const clarification = {
  urgency: "URGENCY_SELF_CARE",
  clarification: {
    prompt: "Which of these is closest to what you mean?",
    options: [
      suggestion("ease-calf", "How do I ease a cramp in my calf?"),
      suggestion("ease-foot", "What helps when my foot or toes cramp?"),
      suggestion("ease-thigh", "How do I ease a cramp in my thigh or hamstring?"),
    ],
  },
  safetyNet,
};

const seeClinician = answered(
  {
    topicId: "when-to-see-someone",
    title: "When should I have my cramps looked at?",
    text:
      "Have your cramps checked if they break your sleep or limit what you do. Do so too if you must stretch all the time to get by. " +
      "A cramp now and then is common and seldom serious. A regulated health professional can check you and help to find the cause.",
    citations: [article(10, "begin to disrupt sleep, limit activity")],
  },
  {
    urgency: "URGENCY_SEE_CLINICIAN",
    clinicianAdvice: {
      action: "Book a visit with your doctor, a pharmacist or another regulated clinician in the next days.",
      reason: "Cramps that come every night are worth having looked at in person.",
      ruleIds: ["often"],
      citations: [article(14, "do not improve with rest or simple measures")],
    },
  },
);

const smallTalk = (text) => ({ urgency: "URGENCY_SELF_CARE", smallTalk: { text }, safetyNet, suggestions: [] });

// Messages that raise a flag for the rest of the conversation, as the real service reads `earlier`.
const flags = [
  [
    /dolor de pecho/i,
    () =>
      emergency({ translatedAction: "Busque atención médica urgente. Llame ahora: 999.", translatedLanguage: "es" }),
  ],
  [/chest/i, () => emergency()],
  [/swollen/i, () => today],
];

const leftOut = "I can answer only part of your message. For the rest, ask the clinic or your doctor.";

const replies = [
  [/which|cramp in my leg/i, () => clarification],
  [/every night/i, () => seeClinician],
  [/chiropractor and night/i, () => answered(nightAnswer, { moreAnswers: [chiropractorAnswer], leftOut })],
  [/chiropractor/i, () => answered(chiropractorAnswer)],
  [/holiday/i, () => notCovered()],
  [
    /sueño/i,
    () =>
      notCovered({
        translatedText:
          "Solo puedo responder en inglés, sobre calambres musculares. Si puede ser una emergencia, llame: 999.",
        translatedLanguage: "es",
      }),
  ],
  [
    /^(hello|hi)\b/i,
    () =>
      smallTalk(
        "Hello, I'm Charley. Ask me about muscle cramps: why they happen, what eases them, or when to have them checked.",
      ),
  ],
];

// The reply to a request, an AskResponse in protobuf JSON.
export function replyTo({ question = "", earlier = [] }) {
  const corrected = /calf, not chest/i.test(question);
  const messages = corrected ? [] : [question, ...earlier];
  const flag = flags.find(([words]) => messages.some((message) => words.test(message)));
  const found = flag ?? replies.find(([words]) => words.test(question));
  return found ? found[1]() : answered(nightAnswer);
}
