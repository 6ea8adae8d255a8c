// The box for the question.

import { element, newId } from "./dom.ts";
import * as shapes from "./icon_shapes.ts";
import { icon } from "./icons.ts";
import type { Words } from "./words.ts";

export class Composer {
  readonly element: HTMLFormElement;
  readonly #label: HTMLLabelElement;
  readonly #box: HTMLTextAreaElement;
  readonly #sendWord = element("span");
  readonly #send: HTMLButtonElement;

  // `send` gets what was typed, trimmed and not empty.
  constructor(send: (question: string) => void) {
    const id = newId("question");
    this.#label = element("label", { for: id, class: "visually-hidden" });
    // No spell checker: some browsers send what is typed to one on the network. No autocomplete: it would be kept.
    this.#box = element("textarea", {
      id,
      part: "input",
      rows: 1,
      autocomplete: "off",
      spellcheck: "false",
      enterkeyhint: "send",
      dir: "auto",
    });
    this.#send = element("button", { type: "submit", class: "send", part: "send" }, icon(shapes.send), this.#sendWord);
    this.element = element("form", { class: "composer" }, this.#label, this.#box, this.#send);
    this.element.addEventListener("submit", (event) => {
      event.preventDefault();
      const question = this.#box.value.trim();
      if (question && this.#send.getAttribute("aria-disabled") !== "true") send(question);
    });
    this.#box.addEventListener("keydown", (event) => this.#onKey(event));
    this.#box.addEventListener("input", () => this.#fitRows());
  }

  translate(words: Words): void {
    this.#label.textContent = words.question;
    this.#box.placeholder = words.questionExample;
    this.#sendWord.textContent = words.ask;
  }

  // While a question waits, typing goes on and sending rests. The button stays focusable.
  setWaiting(waiting: boolean): void {
    this.#send.setAttribute("aria-disabled", String(waiting));
  }

  set text(text: string) {
    this.#box.value = text;
    this.#fitRows();
  }

  get text(): string {
    return this.#box.value;
  }

  focus(): void {
    this.#box.focus({ preventScroll: true });
  }

  // Enter sends, Shift and Enter begins a line; Enter that ends a word of an input method does neither.
  #onKey(event: KeyboardEvent): void {
    const composing = event.isComposing || event.keyCode === 229;
    if (event.key !== "Enter" || event.shiftKey || composing) return;
    event.preventDefault();
    this.element.requestSubmit();
  }

  #fitRows(): void {
    const box = this.#box;
    box.style.height = "auto";
    if (box.value) box.style.height = `${box.scrollHeight + box.offsetHeight - box.clientHeight}px`;
  }
}
