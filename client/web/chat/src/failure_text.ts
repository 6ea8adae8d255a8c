// The line that says what went wrong.

import type { FailureKind } from "./failure.ts";
import type { Words } from "./words.ts";

export function failureText(kind: FailureKind, words: Words): string {
  switch (kind) {
    case "offline":
      return words.offline;
    case "unreachable":
      return words.unreachable;
    case "timeout":
      return words.timeout;
    case "busy":
      return words.busy;
    case "unreadable":
      return words.unreadable;
    case "too-long":
      return words.tooLong;
    case "blank":
      return words.blank;
  }
}
