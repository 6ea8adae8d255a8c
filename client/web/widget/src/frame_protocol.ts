// What the loader and the frame say to each other. Never a word of the patient: only settings in, and what happened out.

import type { Settings, UrgentLevel } from "@charley/chat";

export type ToFrame =
  | { readonly charley: "configure"; readonly settings: Settings }
  // The patient opened the panel: the focus may move into it.
  | { readonly charley: "opened" };

export type FromFrame =
  // The frame listens.
  | { readonly charley: "listening" }
  // The chat is shown.
  | { readonly charley: "ready" }
  | { readonly charley: "close" }
  | { readonly charley: "escalation"; readonly level: UrgentLevel };

// The message of an event, when it is one of these; its fields are still to be doubted.
export function messageOf<Message extends ToFrame | FromFrame>(event: MessageEvent<unknown>): Message | undefined {
  const { data } = event;
  const known = typeof data === "object" && data !== null && "charley" in data && typeof data.charley === "string";
  return known ? (data as Message) : undefined;
}

export function isUrgentLevel(level: unknown): level is UrgentLevel {
  return level === "URGENT_TODAY" || level === "EMERGENCY_NOW";
}
