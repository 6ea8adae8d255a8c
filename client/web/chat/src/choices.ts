// Questions to tap, below the conversation.

import { button, element } from "./dom.ts";

export class Choices {
  readonly element = element("div", { class: "choices", role: "group", hidden: true });

  // Shows the questions under a heading; nothing when there are none. `choose` gets the one that was tapped. `language` is that of the
  // questions.
  show(
    heading: string,
    questions: readonly string[],
    language: string,
    choose: (question: string, event: MouseEvent) => void,
  ): void {
    this.element.hidden = questions.length === 0;
    this.element.setAttribute("aria-label", heading);
    const chips = questions.map((question) =>
      button(
        { class: "chip", part: "chip", lang: language || undefined, dir: "auto" },
        (event) => choose(question, event),
        question,
      ),
    );
    this.element.replaceChildren(element("p", { class: "label" }, heading), ...chips);
  }
}
