// Numbers to call, and the signs for which to call them. Works without a connection and before the topics are there.

import { element, fill, icon, packLanguage, shapes, telephoneLink } from "@charley/chat";
import type { FlagGroup } from "../pack.ts";
import { callButton, numberOf, regionLine, section, sources } from "../parts.ts";
import { chatWordsOf, numbersOf, type Session, wordsOf } from "../session.ts";

export function emergencyScreen(session: Session): HTMLElement {
  const words = wordsOf(session);
  return element(
    "main",
    { class: "screen emergency-screen" },
    element("h1", {}, words.emergency),
    card(session),
    regionLine(session),
    crisis(session),
    ...flags(session),
    advice(session),
  );
}

function card(session: Session): HTMLElement {
  const words = wordsOf(session);
  const chat = chatWordsOf(session);
  const number = numberOf(session);
  const also = numbersOf(session)?.also ?? [];
  return element(
    "section",
    { class: "emergency", "aria-labelledby": "emergency-title" },
    element("h2", { id: "emergency-title" }, icon(shapes.alert), element("span", {}, chat.emergencyHeadline)),
    element(
      "div",
      { class: "emergency-body" },
      element("p", { class: "emergency-action" }, number ? fill(chat.callNow, { number }) : words.callLocal),
      number ? element("p", { class: "calls" }, callButton(number, session)) : undefined,
      also.length > 0 && element("p", {}, fill(words.alsoReached, { numbers: also.join(", ") })),
    ),
  );
}

// The signs of the pack; in another language, or before the pack is there, the gravest ones in the app's own words first.
function flags(session: Session): (HTMLElement | undefined)[] {
  const words = wordsOf(session);
  const groups = session.pack?.flagGroups ?? [];
  const own = section(words.flagsNow, signList(words.flagsBuiltIn, ""));
  if (groups.length === 0) return [own];
  const shown = groups.map((group) => flagGroup(group, session));
  return words.inEnglish ? [own, element("p", { class: "label" }, words.inEnglish), ...shown] : shown;
}

function flagGroup(group: FlagGroup, session: Session): HTMLElement | undefined {
  const words = wordsOf(session);
  if (group.flags.length === 0) return undefined;
  return section(
    group.now ? words.flagsNow : words.flagsToday,
    signList(group.flags, packLanguage),
    sources(group.citations, session),
  );
}

function signList(signs: readonly string[], language: string): HTMLElement {
  const rows = signs.map((sign) => element("li", {}, sign));
  return element("ul", { class: "signs", lang: language || undefined }, ...rows);
}

function crisis(session: Session): HTMLElement {
  const words = wordsOf(session);
  const region = numbersOf(session);
  const number = region?.crisis ?? "";
  const line = number ? fill(words.crisisLine, { name: region?.crisisName || number, number }) : words.crisisNone;
  return section(words.crisis, element("p", {}, line), plainCall(number, session));
}

function advice(session: Session): HTMLElement | undefined {
  const region = numbersOf(session);
  if (!region?.advice) return undefined;
  const line = fill(wordsOf(session).adviceLine, { name: region.adviceName || region.advice, number: region.advice });
  return element("section", { class: "advice-line" }, element("p", {}, line), plainCall(region.advice, session));
}

// Dials, without the weight of the emergency number.
function plainCall(number: string, session: Session): HTMLElement | undefined {
  const href = telephoneLink(number);
  return href
    ? element("a", { class: "chip", href }, icon(shapes.phone), fill(wordsOf(session).callNow, { number }))
    : undefined;
}
