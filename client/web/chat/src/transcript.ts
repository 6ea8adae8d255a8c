// The conversation as a list of messages that a keyboard walks through: one tab stop, arrow keys between messages, Enter into one,
// Escape back. Never moves the focus by itself.

import { element, hiddenText, newId } from "./dom.ts";
import type { Words } from "./words.ts";

const controls = "a, button";

export class Transcript {
  readonly element: HTMLElement;
  readonly #leave: () => void;
  readonly #hint = hiddenText("");

  // `leave` is called when Escape leaves the conversation.
  constructor(leave: () => void) {
    this.#leave = leave;
    this.#hint.id = newId("hint");
    this.#hint.hidden = true;
    // The announcer speaks; the log itself is silent, or everything would be said twice.
    this.element = element("div", { class: "transcript", role: "log", "aria-live": "off" });
    this.element.addEventListener("keydown", (event) => this.#onKey(event));
    this.element.addEventListener("focusin", (event) => this.#onFocus(event));
    this.element.addEventListener("focusout", (event) => this.#onBlur(event));
  }

  translate(words: Words): void {
    this.element.setAttribute("aria-label", words.conversation);
    this.#hint.textContent = words.transcriptHint;
  }

  // Shows these messages, in this order; those that stay are not touched. The last one becomes the tab stop.
  show(messages: readonly HTMLElement[]): void {
    for (const shown of this.#messages()) if (!messages.includes(shown)) shown.remove();
    for (const message of messages) {
      if (message.parentElement === this.element) continue;
      message.setAttribute("aria-describedby", this.#hint.id);
      this.element.append(message);
    }
    if (!this.#hint.isConnected) this.element.before(this.#hint);
    const focused = this.#messages().find((message) => message.matches(":focus-within"));
    const stop = focused ?? this.#messages().at(-1);
    if (stop) this.#makeTabStop(stop);
  }

  #messages(): HTMLElement[] {
    return [...this.element.children] as HTMLElement[];
  }

  #messageOf(target: EventTarget | null): HTMLElement | undefined {
    return this.#messages().find((message) => target instanceof Node && message.contains(target));
  }

  #makeTabStop(stop: HTMLElement): void {
    for (const message of this.#messages()) message.tabIndex = message === stop ? 0 : -1;
  }

  #onFocus(event: FocusEvent): void {
    const message = this.#messageOf(event.target);
    if (message) this.#makeTabStop(message);
  }

  #onBlur(event: FocusEvent): void {
    const message = this.#messageOf(event.target);
    if (message && !message.contains(event.relatedTarget as Node | null)) setControls(message, -1);
  }

  #onKey(event: KeyboardEvent): void {
    const message = this.#messageOf(event.target);
    if (!message) return;
    const inside = event.target !== message;
    if (event.key === "Escape") {
      if (inside) message.focus();
      else this.#leave();
    } else if (!inside && event.key === "Enter") {
      setControls(message, 0);
      message.querySelector<HTMLElement>(controls)?.focus();
    } else if (!inside) {
      const next = this.#neighbour(message, event.key);
      if (!next) return;
      next.focus();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  #neighbour(message: HTMLElement, key: string): HTMLElement | undefined {
    const messages = this.#messages();
    const at = messages.indexOf(message);
    if (key === "ArrowUp") return messages[at - 1];
    if (key === "ArrowDown") return messages[at + 1];
    if (key === "Home") return messages[0];
    if (key === "End") return messages.at(-1);
    return undefined;
  }
}

function setControls(message: HTMLElement, tabIndex: number): void {
  for (const control of message.querySelectorAll<HTMLElement>(controls)) control.tabIndex = tabIndex;
}
