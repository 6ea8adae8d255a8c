import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  begin,
  beginAgain,
  type Conversation,
  earlierMessages,
  earlierThatFit,
  emptyConversation,
  fail,
  succeed,
} from "../../../client/web/chat/src/conversation.ts";
import type { FailureKind } from "../../../client/web/chat/src/failure.ts";
import type { Escalation, Reply } from "../../../client/web/chat/src/reply.ts";

const escalation: Escalation = {
  level: "EMERGENCY_NOW",
  action: "Call 999 now.",
  reason: "",
  phoneNumbers: ["999"],
  citations: [],
  translatedAction: "",
  translatedLanguage: "",
};
const urgent: Reply = {
  content: { kind: "escalation", escalation },
  advice: undefined,
  safetyNet: "",
  choices: [],
};
const calm: Reply = {
  content: { kind: "small-talk", text: "Hello." },
  advice: undefined,
  safetyNet: "Get help if it is worse.",
  choices: ["What next?"],
};

const asked = (state: Conversation, question: string, reply: Reply, leftOut = 0) =>
  succeed(begin(state, question), reply, leftOut);
const failed = (state: Conversation, question: string, failure: FailureKind, redFlag = false) =>
  fail(begin(state, question), failure, redFlag);

describe("Conversation", () => {
  it("offers the choices of the latest reply alone", () => {
    const state = asked(emptyConversation, "hi", calm);
    assert.deepEqual(state.choices, ["What next?"]);
    assert.deepEqual(begin(state, "next").choices, []);
  });

  it("sends the patient's messages, oldest first, without the pending one", () => {
    const state = begin(asked(asked(emptyConversation, "one", calm), "two", urgent), "three");
    assert.deepEqual(earlierMessages(state), ["one", "two"]);
  });

  it("keeps an escalation until a later reply has none", () => {
    const flagged = asked(emptyConversation, "chest pain", urgent);
    assert.equal(asked(flagged, "and my calf", urgent).card?.kind, "escalation");
    assert.equal(asked(flagged, "calf, not chest", calm).card, undefined);
  });

  it("keeps an escalation whose message was too old to be sent along", () => {
    const flagged = asked(asked(emptyConversation, "hi", calm), "chest pain", urgent);
    assert.equal(asked(flagged, "later", calm, 2).card?.kind, "escalation");
    assert.equal(asked(flagged, "later", calm, 1).card, undefined, "the message itself was sent");
    assert.deepEqual(asked(flagged, "later", calm, 2).choices, []);
  });

  it("remembers the first message that raised an escalation, not the latest", () => {
    const flagged = asked(asked(emptyConversation, "chest pain", urgent), "still there", urgent);
    assert.equal(flagged.card?.kind === "escalation" && flagged.card.since, 0);
  });

  for (const kind of ["offline", "unreachable", "timeout", "busy", "unreadable"] as const) {
    it(`puts up the emergency card for a message that was not read: ${kind}`, () => {
      assert.deepEqual(failed(emptyConversation, "cramp", kind).card, { kind: "unchecked", redFlag: false });
    });
  }

  it("lets a check on the device make the card more urgent", () => {
    assert.deepEqual(failed(emptyConversation, "chest", "offline", true).card, { kind: "unchecked", redFlag: true });
  });

  it("keeps an escalation that stands when the next message fails", () => {
    const flagged = asked(emptyConversation, "chest pain", urgent);
    assert.equal(failed(flagged, "arm too", "offline").card?.kind, "escalation");
  });

  it("takes the card away once a message could be checked", () => {
    const state = failed(emptyConversation, "cramp", "offline");
    assert.equal(succeed(beginAgain(state), calm).card, undefined);
  });

  it("asks the same again without asking it twice", () => {
    const state = beginAgain(failed(emptyConversation, "cramp", "timeout"));
    assert.equal(state.pending, "cramp");
    assert.deepEqual(
      state.entries.map((entry) => entry.kind),
      ["question"],
    );
  });

  it("does nothing when there is nothing to ask again", () => {
    const state = asked(emptyConversation, "hi", calm);
    assert.equal(beginAgain(state), state);
  });

  it("takes a refused message out of the conversation, and an unanswered one not", () => {
    const refused = begin(failed(emptyConversation, "long", "too-long"), "short");
    assert.deepEqual(earlierMessages(refused), []);
    assert.deepEqual(
      refused.entries.map((entry) => entry.kind),
      ["question"],
    );
    const unanswered = begin(failed(emptyConversation, "chest pain", "offline"), "next");
    assert.deepEqual(earlierMessages(unanswered), ["chest pain"]);
  });

  it("puts up no card for a message that triage read and the service refused", () => {
    assert.equal(failed(emptyConversation, "long", "too-long").card, undefined);
  });
});

describe("earlierThatFit", () => {
  it("sends at most the latest 50", () => {
    const messages = Array.from({ length: 60 }, (_, i) => `message ${i}`);
    const sent = earlierThatFit(messages, "question");
    assert.equal(sent.length, 50);
    assert.equal(sent[0], "message 10");
  });

  it("stays below 64 KiB with its question, in bytes and not in letters", () => {
    const messages = Array.from({ length: 50 }, () => "é".repeat(2000));
    const sent = earlierThatFit(messages, "?".repeat(2000));
    const bytes = new TextEncoder().encode(sent.join("")).length + 2000;
    assert.ok(bytes <= 60 * 1024 && bytes > 56 * 1024, `${bytes}`);
  });

  it("sends nothing beside a question that fills the request", () => {
    assert.deepEqual(earlierThatFit(["one"], "x".repeat(61 * 1024)), []);
  });
});
