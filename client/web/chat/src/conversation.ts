// The state of a conversation, and how each event changes it. Values alone: no clock, no network, no page.

import { type FailureKind, isUnchecked } from "./failure.ts";
import type { Escalation, Reply } from "./reply.ts";

export type Entry =
  | { readonly kind: "question"; readonly text: string }
  | { readonly kind: "reply"; readonly reply: Reply }
  | { readonly kind: "failure"; readonly failure: FailureKind; readonly question: string };

// What stands above the conversation: an escalation, or the card for a message that nobody could check.
export type Card =
  // `since` is the place, among the patient's messages, of the one that raised it.
  | { readonly kind: "escalation"; readonly escalation: Escalation; readonly since: number }
  | { readonly kind: "unchecked"; readonly redFlag: boolean };

export interface Conversation {
  readonly entries: readonly Entry[];
  readonly card: Card | undefined;
  // The question that waits for its reply.
  readonly pending: string | undefined;
  // Questions to offer now.
  readonly choices: readonly string[];
}

export const emptyConversation: Conversation = { entries: [], card: undefined, pending: undefined, choices: [] };

// A question was sent. What was said of a refused one goes.
export function begin(state: Conversation, question: string): Conversation {
  const last = state.entries.at(-1);
  const answeredBy = last?.kind === "failure" && !isUnchecked(last.failure) ? -1 : undefined;
  const entries = state.entries.slice(0, answeredBy);
  return { ...state, entries: [...entries, { kind: "question", text: question }], pending: question, choices: [] };
}

// The last question is sent once more: its failure goes, the question stays.
export function beginAgain(state: Conversation): Conversation {
  const last = state.entries.at(-1);
  if (last?.kind !== "failure") return state;
  return { ...state, entries: state.entries.slice(0, -1), pending: last.question, choices: [] };
}

// A reply came to a request that left out the oldest `leftOut` messages. An escalation stands until a later reply has none; it also
// stays when the message that raised it was among those left out.
export function succeed(state: Conversation, reply: Reply, leftOut = 0): Conversation {
  const card = cardAfter(state, reply, leftOut);
  return {
    entries: [...state.entries, { kind: "reply", reply }],
    card,
    pending: undefined,
    choices: card ? [] : reply.choices,
  };
}

function cardAfter(state: Conversation, { content }: Reply, leftOut: number): Card | undefined {
  const standing = state.card?.kind === "escalation" ? state.card : undefined;
  if (content.kind === "escalation") {
    const { escalation } = content;
    return { kind: "escalation", escalation, since: standing?.since ?? patientMessages(state).length - 1 };
  }
  return standing && standing.since < leftOut ? standing : undefined;
}

// No reply came. A message that triage has not read brings up the emergency card; an escalation that stands, stays. `redFlag` says
// that a check on the device found a red flag in it.
export function fail(state: Conversation, failure: FailureKind, redFlag: boolean): Conversation {
  const question = state.pending ?? "";
  const unchecked: Card | undefined = isUnchecked(failure) ? { kind: "unchecked", redFlag } : state.card;
  const refused = !isUnchecked(failure);
  return {
    // A refused question goes back into the box, so it is no message of the conversation.
    entries: [...(refused ? state.entries.slice(0, -1) : state.entries), { kind: "failure", failure, question }],
    card: state.card?.kind === "escalation" ? state.card : unchecked,
    pending: undefined,
    choices: [],
  };
}

function patientMessages(state: Conversation): string[] {
  return state.entries.flatMap((entry) => (entry.kind === "question" ? entry.text : []));
}

// The patient's messages before the one that is pending, oldest first: also those that got no answer, so that triage reads them.
export function earlierMessages(state: Conversation): string[] {
  return patientMessages(state).slice(0, -1);
}

// Limits of the contract: 50 earlier messages, and 64 KiB a request with a margin for what stands around them.
const mostEarlier = 50;
const mostBytes = 60 * 1024;

// The latest of the earlier messages that a request may carry with its question.
export function earlierThatFit(earlier: readonly string[], question: string): string[] {
  const encoder = new TextEncoder();
  let room = mostBytes - encoder.encode(question).length;
  const messages: string[] = [];
  for (const message of earlier.slice(-mostEarlier).reverse()) {
    room -= encoder.encode(message).length;
    if (room < 0) break;
    messages.unshift(message);
  }
  return messages;
}
