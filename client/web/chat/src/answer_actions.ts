// What a patient can do with an answer: say whether it helped, copy it, and what the page adds.

import type { AnswerJson } from "./contract.ts";
import { button, element } from "./dom.ts";
import * as shapes from "./icon_shapes.ts";
import { icon } from "./icons.ts";
import { copyText } from "./spoken.ts";
import type { ViewContext } from "./view_context.ts";

const noteMilliseconds = 2000;

export function answerActions(answers: readonly AnswerJson[], context: ViewContext): HTMLElement | undefined {
  const [answer] = answers;
  if (!answer) return undefined;
  const added = context.answerActions.map(({ label, run }) =>
    button({ class: "quiet", tabindex: -1 }, () => run(answer), label),
  );
  return element(
    "div",
    { class: "actions" },
    rating(answer, context),
    element("div", { class: "tools" }, copyButton(answers, context), ...added),
  );
}

function rating(answer: AnswerJson, context: ViewContext): HTMLElement {
  const { words } = context;
  const place = element("div", { class: "rating", role: "group", "aria-label": words.helpfulQuestion, tabindex: -1 });
  const choose = async (helpful: boolean) => {
    const note = element("span", { class: "label" }, words.thanks);
    // The buttons go away, so the focus moves to what stands in their place.
    const focused = place.contains((place.getRootNode() as ShadowRoot).activeElement);
    place.replaceChildren(note);
    if (focused) place.focus({ preventScroll: true });
    await context.rate(answer, helpful).catch(() => {
      note.textContent = words.ratingFailed;
    });
    context.say(note.textContent ?? "");
  };
  place.append(
    element("span", { class: "label" }, words.helpfulQuestion),
    button({ class: "quiet", tabindex: -1 }, () => choose(true), words.yes),
    button({ class: "quiet", tabindex: -1 }, () => choose(false), words.no),
  );
  return place;
}

function copyButton(answers: readonly AnswerJson[], { words, language, say }: ViewContext): HTMLElement {
  const label = element("span", {}, words.copy);
  const show = (text: string) => {
    label.textContent = text;
    say(text);
    setTimeout(() => {
      label.textContent = words.copy;
    }, noteMilliseconds);
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(copyText(answers, words, language));
      show(words.copied);
    } catch {
      show(words.copyFailed);
    }
  };
  return button({ class: "quiet", tabindex: -1 }, copy, icon(shapes.copy), label);
}
