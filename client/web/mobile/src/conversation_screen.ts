// The chat on the whole screen. Made when it is first wanted; the conversation lives as long as the app is open.

import {
  type AnswerJson,
  type Assistant,
  type CharleyConversation,
  type Chat,
  defineConversation,
  type Settings,
  shapes,
} from "@charley/chat";
import { Reader } from "./read_aloud.ts";
import type { AppWords } from "./words.ts";

export interface ConversationParts {
  readonly assistant: Assistant;
  readonly settings: () => Settings;
  readonly words: () => AppWords;
  readonly close: () => void;
  readonly openEmergency: () => void;
  readonly share: (answer: AnswerJson) => void;
  readonly readAloud: (answer: AnswerJson) => void;
  readonly looksLikeRedFlag: (messages: readonly string[]) => boolean;
}

export class ConversationScreen {
  readonly element: CharleyConversation;
  readonly #parts: ConversationParts;
  #chat: Chat | undefined;

  constructor(parts: ConversationParts) {
    defineConversation();
    this.#parts = parts;
    this.element = document.createElement("charley-conversation") as CharleyConversation;
    this.element.hidden = true;
    this.element.tabIndex = -1;
  }

  get inUse(): boolean {
    return this.#chat?.inUse ?? false;
  }

  show(): void {
    this.#start();
    this.element.hidden = false;
    this.element.focus({ preventScroll: true });
  }

  hide(): void {
    this.element.hidden = true;
  }

  update(): void {
    this.#chat?.update(this.#parts.settings());
  }

  ask(question: string): void {
    this.#start().ask(question);
  }

  suggest(question: string): void {
    this.#start().suggest(question);
  }

  #start(): Chat {
    if (this.#chat) return this.#chat;
    const { words, share, readAloud, openEmergency } = this.#parts;
    this.#chat = this.element.start({
      assistant: this.#parts.assistant,
      settings: this.#parts.settings(),
      place: "page",
      onClose: this.#parts.close,
      redFlagOnDevice: this.#parts.looksLikeRedFlag,
      headerTools: [
        {
          get label() {
            return words().emergency;
          },
          shape: shapes.alert,
          run: openEmergency,
        },
      ],
      answerActions: [
        {
          get label() {
            return words().share;
          },
          run: share,
        },
        ...(Reader.isPossible
          ? [
              {
                get label() {
                  return words().listen;
                },
                run: readAloud,
              },
            ]
          : []),
      ],
    });
    return this.#chat;
  }
}
