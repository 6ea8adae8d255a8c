// What the parts of the view share.

import type { AnswerJson } from "./contract.ts";
import type { AnswerAction, ClinicContact } from "./options.ts";
import type { Words } from "./words.ts";

export interface ViewContext {
  readonly words: Words;
  readonly language: string;
  readonly region: string;
  readonly clinic: ClinicContact | undefined;
  // Tag of the headings inside replies.
  readonly heading: "h2" | "h3";
  readonly answerActions: readonly AnswerAction[];
  // Says something to a screen reader.
  say(text: string): void;
  // Counts whether an answer helped; rejects when that could not be sent.
  rate(answer: AnswerJson, helpful: boolean): Promise<void>;
  // Sends the last question again.
  retry(event: MouseEvent): void;
}
