// What a chat is given by the page that shows it.

import type { Assistant } from "./assistant.ts";
import type { AnswerJson } from "./contract.ts";
import type { Direction } from "./language.ts";
import type { UrgentLevel } from "./reply.ts";
import type { Theme } from "./theme.ts";

// Whom to contact at the clinic. Shown below urgent alone.
export interface ClinicContact {
  readonly name?: string | undefined;
  readonly phone?: string | undefined;
  // An http or https address; anything else is left out.
  readonly website?: string | undefined;
}

// One more button under an answer, such as sharing it or reading it aloud.
export interface AnswerAction {
  readonly label: string;
  run(answer: AnswerJson): void;
}

// One more button in the header, such as the way to another screen. Its label is read anew when the language changes.
export interface HeaderTool {
  readonly label: string;
  // A shape of icon_shapes.ts.
  readonly shape: string;
  run(): void;
}

// How the chat looks and speaks, and what the clinic adds. All of it may change during a conversation.
export interface Settings {
  // BCP 47 tag; English unless there is a translation.
  readonly language?: string | undefined;
  readonly direction?: Direction | undefined;
  // ISO 3166-1 alpha-2; picks the emergency number.
  readonly region?: string | undefined;
  readonly theme?: Theme | undefined;
  readonly greeting?: string | undefined;
  // Questions to begin with, at most four; three frequent ones by default.
  readonly suggestions?: readonly string[] | undefined;
  readonly clinic?: ClinicContact | undefined;
}

export interface ChatOptions {
  readonly assistant: Assistant;
  readonly settings: Settings;
  // "page" when the chat is all there is on the page: its title is the first heading and it is the main landmark.
  readonly place: "page" | "part";
  // Adds a close button, and lets Escape close.
  readonly onClose?: (() => void) | undefined;
  // Called at each reply that escalates, with the level alone.
  readonly onEscalation?: ((level: UrgentLevel) => void) | undefined;
  // More buttons in the header, before "start over".
  readonly headerTools?: readonly HeaderTool[] | undefined;
  // More buttons under each answer.
  readonly answerActions?: readonly AnswerAction[] | undefined;
  // Whether the patient's messages, oldest first, hold a red flag as far as the device can tell. Asked when the service could not
  // check them; may only make the card more urgent.
  readonly redFlagOnDevice?: ((messages: readonly string[]) => boolean) | undefined;
}
