// A small offline bundle in the shape of the real one.

const topic = (id, theme, title, frequent = 0, more = {}) => ({
  id,
  theme,
  title,
  answer:
    "Slowly stretch the muscle that has gone tight. Rub it with your hands to help it loosen. If you were lying down, try standing up. " +
    "If it still feels tight, warmth can help calm it. Most cramps ease within minutes. If cramps keep coming, look for the cause.",
  citations: [
    {
      sourceId: "article",
      paragraph: 8,
      quote: "simple strategies are usually effective",
      evidence: "EVIDENCE_ARTICLE",
    },
    { sourceId: "guideline", evidence: "EVIDENCE_GUIDELINE" },
  ],
  related: ["stretch-a-cramp", "frequent-cramps"].filter((other) => other !== id),
  urgency: "URGENCY_SELF_CARE",
  ...(frequent ? { frequent } : {}),
  ...more,
});

export const pack = {
  packVersion: "cramps@0123456789ab",
  title: "Muscle cramps and spasms",
  disclaimer: "Educational information, not medical advice.",
  safetyNet: "Get medical help today if the pain is severe. Call {emergency} for chest pain or trouble breathing.",
  sources: {
    article: {
      title: "Leg Cramps and Spasms",
      publisher: "Muscle & Joint Clinic",
      date: "2025-12-24",
      uri: "https://clinic.example/leg-cramps",
    },
    guideline: {
      title: "Leg cramps",
      publisher: "NHS",
      date: "2023",
      uri: "https://www.nhs.uk/conditions/leg-cramps/",
    },
  },
  topics: [
    topic("stop-a-cramp-now", "Stop a cramp", "What should I do when I get a cramp?", 1),
    topic("stretch-a-cramp", "Stop a cramp", "How do I stretch a cramp away?", 3),
    topic("night-cramps-why", "Cramps at night", "Why do cramps come at night?", 2),
    topic("prevent-night-cramps", "Cramps at night", "How can I have fewer cramps at night?", 4),
    topic("frequent-cramps", "Cramps that keep coming back", "When should I have my cramps looked at?", 5, {
      urgency: "URGENCY_SEE_CLINICIAN",
    }),
    topic("magnesium", "Water and minerals", "Does magnesium help?", 6),
  ],
  regions: [
    {
      code: "GB",
      name: "United Kingdom",
      emergency: "999",
      also: ["112"],
      advice: "111",
      adviceName: "NHS 111",
      crisis: "116 123",
      crisisName: "Samaritans",
    },
    { code: "US", name: "United States", emergency: "911", crisis: "988", crisisName: "the 988 Lifeline" },
    { code: "AU", name: "Australia", emergency: "000", also: ["112"] },
    { code: "NZ", name: "New Zealand", emergency: "111" },
  ],
  unknownRegion: { emergency: "your local emergency number", advice: "your local health advice line" },
  emergencyFlags: [
    {
      urgency: "URGENCY_EMERGENCY_NOW",
      action: "Call {emergency} now.",
      flags: [
        "Chest pain, pressure or tightness can be a heart attack.",
        "Trouble breathing can mean a clot in the lung or a heart problem.",
        "A drooping face, weak arm or slurred speech can be a stroke.",
      ],
      citations: [{ sourceId: "guideline", evidence: "EVIDENCE_GUIDELINE" }],
    },
    {
      urgency: "URGENCY_URGENT_TODAY",
      action: "Get medical help today: call {advice}.",
      flags: ["A leg that swells, hurts or changes colour on one side can hold a blood clot."],
      citations: [{ sourceId: "article", paragraph: 13, quote: "should be evaluated", evidence: "EVIDENCE_ARTICLE" }],
    },
  ],
  offlineCheck: { wordLength: 5, threshold: 40, weights: { chest: 30, "chest pain": 25, pain: 5, calf: -10 } },
};

// The same topics in another version, with one more.
export const nextPack = {
  ...pack,
  packVersion: "cramps@ba9876543210",
  topics: [...pack.topics, topic("heat-or-cold", "Stop a cramp", "Heat or cold?")],
};
