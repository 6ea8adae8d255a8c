import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { AskResponseJson } from "../../../client/web/chat/src/contract.ts";
import { failureOf } from "../../../client/web/chat/src/failure.ts";
import { readReply } from "../../../client/web/chat/src/reply.ts";
import { copyText, spokenEntry } from "../../../client/web/chat/src/spoken.ts";
import { type Words, wordsByLanguage } from "../../../client/web/chat/src/words.ts";

const words = wordsByLanguage["en"] as Words;
const answer = {
  topicId: "night",
  title: "Why at night?",
  text: "Because.",
  citations: [
    { title: "Leg cramps", publisher: "Clinic", date: "2025-12-24", paragraph: 7, uri: "https://c.example/" },
  ],
};

describe("readReply", () => {
  it("reads an answer with more answers, at most three", () => {
    const reply = readReply({ answer, moreAnswers: [answer, answer, answer] });
    assert.equal(reply?.content.kind === "answer" && reply.content.answers.length, 3);
  });

  it("reads what is said of a question that is not answered", () => {
    const leftOut = "Ask a pharmacist about the rest.";
    const reply = readReply({ answer, leftOut });
    assert.ok(reply);
    assert.equal(reply.content.kind === "answer" && reply.content.leftOut, leftOut);
    assert.match(spokenEntry({ kind: "reply", reply }, words), /Ask a pharmacist about the rest\./);
  });

  it("fills what the server's JSON leaves out", () => {
    assert.deepEqual(readReply({ notCovered: {} }), {
      content: { kind: "not-covered", text: "", translatedText: "", translatedLanguage: "" },
      advice: undefined,
      safetyNet: "",
      choices: [],
    });
  });

  it("offers a clarification's options instead of suggestions, at most four", () => {
    const options = ["a", "b", "c", "d", "e"].map((question) => ({ topicId: question, question }));
    const reply = readReply({ clarification: { prompt: "Which?", options }, suggestions: [{ question: "x" }] });
    assert.deepEqual(reply?.choices, ["a", "b", "c", "d"]);
  });

  it("leaves out a suggestion without a question", () => {
    assert.deepEqual(readReply({ answer, suggestions: [{ topicId: "a" }, { question: "b" }] })?.choices, ["b"]);
  });

  it("shows nothing but the escalation beside an escalation", () => {
    const reply = readReply({
      urgency: "URGENCY_URGENT_TODAY",
      escalation: { action: "Call NHS 111." },
      answer,
      safetyNet: "Rest.",
      suggestions: [{ question: "x" }],
      clinicianAdvice: { action: "Book." },
    });
    assert.equal(reply?.content.kind, "escalation");
    assert.deepEqual([reply?.advice, reply?.safetyNet, reply?.choices], [undefined, "", []]);
  });

  it("takes an escalation without a level, and a level without an escalation, for an emergency", () => {
    const level = (response: AskResponseJson) => {
      const content = readReply(response)?.content;
      return content?.kind === "escalation" ? content.escalation.level : undefined;
    };
    assert.equal(level({ escalation: {} }), "EMERGENCY_NOW");
    assert.equal(level({ urgency: "URGENCY_URGENT_TODAY", answer }), "URGENT_TODAY");
    assert.equal(level({ urgency: 4 as never, answer }), "EMERGENCY_NOW");
    assert.equal(level({ urgency: "URGENCY_SEE_CLINICIAN", answer }), undefined);
  });

  it("does not guess at a reply of a newer kind", () => {
    assert.equal(readReply({ urgency: "URGENCY_SELF_CARE", hologram: {} } as never), undefined);
  });
});

describe("failureOf", () => {
  for (const [status, body, kind] of [
    [400, { code: "invalid_argument" }, "too-long"],
    [413, { code: "resource_exhausted" }, "too-long"],
    [413, undefined, "too-long"],
    [429, { code: "resource_exhausted" }, "busy"],
    [429, undefined, "busy"],
    [504, { code: "deadline_exceeded" }, "timeout"],
    [504, undefined, "timeout"],
    [503, { code: "unavailable" }, "unreachable"],
    [502, "<html>", "unreachable"],
    [404, null, "unreachable"],
  ] as const) {
    it(`reads ${status} ${JSON.stringify(body)} as ${kind}`, () => assert.equal(failureOf(status, body), kind));
  }
});

describe("spoken and copied text", () => {
  it("says a whole reply in the order of the page", () => {
    const reply = readReply({
      answer,
      clinicianAdvice: { action: "Book a visit.", reason: "It is often." },
      safetyNet: "Get help.",
      suggestions: [{ question: "What next?" }],
    });
    assert.ok(reply);
    assert.equal(
      spokenEntry({ kind: "reply", reply }, words),
      "Charley says: See a clinician: Book a visit. It is often. Why at night? Because. Sources: 1. " +
        "When to get help: Get help. You could ask next: What next?",
    );
  });

  it("copies an answer with its sources and what it is not", () => {
    assert.equal(
      copyText([answer], words, "en"),
      "Why at night?\nBecause.\nSources:\n- Leg cramps, Clinic, 24 December 2025, Paragraph 7, https://c.example/\n\n" +
        "Educational information, not medical advice.",
    );
  });
});
