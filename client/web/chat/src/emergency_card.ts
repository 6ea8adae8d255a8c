// The card above the conversation: seek urgent care, or what to do when nobody could check a message.

import type { Card } from "./conversation.ts";
import { element, hiddenText, newId } from "./dom.ts";
import { emergencyNumber, telephoneLink } from "./emergency_numbers.ts";
import * as shapes from "./icon_shapes.ts";
import { icon } from "./icons.ts";
import { packLanguage } from "./language.ts";
import type { Escalation } from "./reply.ts";
import type { ViewContext } from "./view_context.ts";
import { fill, type Words } from "./words.ts";

// What a card says, whatever brought it up.
interface CardText {
  readonly prefix: string;
  readonly headline: string;
  readonly action: string;
  readonly reason: string;
  readonly phoneNumbers: readonly string[];
  readonly translatedAction: string;
  readonly translatedLanguage: string;
}

// Holds the card. Its role is there before the card is, so that screen readers announce the card at once; a card that says the same
// as the one that stands is not announced again.
export class EmergencyCard {
  readonly element = element("div", { class: "emergency-place", role: "alert" });
  #shown = "";

  // Whether that put up another card.
  show(card: Card | undefined, context: ViewContext): boolean {
    const text = card && cardText(card, context);
    const key = JSON.stringify(text ?? "");
    if (key === this.#shown) return false;
    this.#shown = key;
    this.element.replaceChildren(...(text ? [cardElement(text, context)] : []));
    return text !== undefined;
  }
}

function cardText(card: Card, { words, region, language }: ViewContext): CardText {
  if (card.kind === "escalation") {
    const translated = translation(card.escalation, words, language);
    return { ...card.escalation, ...translated, prefix: words.urgentPrefix, headline: words.urgentHeadline };
  }
  const number = emergencyNumber(region);
  const named = number || words.localNumber;
  return {
    prefix: card.redFlag ? words.urgentPrefix : words.importantPrefix,
    headline: card.redFlag ? words.urgentHeadline : words.emergencyHeadline,
    action: fill(words.callNow, { number: named }),
    reason: card.redFlag ? words.urgentOffline : words.notChecked,
    phoneNumbers: number ? [number] : [],
    translatedAction: "",
    translatedLanguage: "",
  };
}

// The action in the language of the page, where the server did not send one in the patient's.
function translation(escalation: Escalation, words: Words, language: string): Partial<CardText> {
  if (escalation.translatedAction || language === packLanguage) return {};
  const [number = words.localNumber] = escalation.phoneNumbers;
  const now = escalation.level === "EMERGENCY_NOW";
  return {
    translatedAction: now ? fill(words.callNow, { number }) : words.helpToday,
    translatedLanguage: language,
  };
}

function cardElement(text: CardText, { words }: ViewContext): HTMLElement {
  const id = newId("emergency");
  return element(
    "section",
    { class: "emergency", "aria-labelledby": id },
    element("h2", { id }, icon(shapes.alert), element("span", {}, hiddenText(`${text.prefix} `), text.headline)),
    element(
      "div",
      { class: "emergency-body" },
      element("p", { class: "emergency-action", dir: "auto" }, text.action),
      text.translatedAction && element("p", { lang: text.translatedLanguage, dir: "auto" }, text.translatedAction),
      callLinks(text.phoneNumbers, words.callNumber),
      text.reason && element("p", { dir: "auto" }, text.reason),
    ),
  );
}

function callLinks(numbers: readonly string[], label: string): HTMLElement | undefined {
  const links = numbers.flatMap((number) => {
    const href = telephoneLink(number);
    if (!href) return [];
    return element("a", { class: "call", href }, icon(shapes.phone), fill(label, { number }));
  });
  return links.length > 0 ? element("p", { class: "calls" }, ...links) : undefined;
}
