// Pieces that several screens are made of.

import type { CitationJson } from "@charley/chat";
import {
  button,
  citationsView,
  element,
  emergencyNumber,
  fill,
  icon,
  packLanguage,
  shapes,
  telephoneLink,
} from "@charley/chat";
import type { Topic } from "./pack.ts";
import { regionName } from "./region.ts";
import { type Route, routeHash } from "./route.ts";
import { chatWordsOf, languageOf, numbersOf, regionOf, type Session, viewContext, wordsOf } from "./session.ts";

// A link to a screen.
export function screenLink(route: Route, attributes: Record<string, string>, ...children: (Node | string)[]) {
  return element("a", { href: routeHash(route), ...attributes }, ...children);
}

// Rows of topics to open.
export function topicList(topics: readonly Topic[], className: string): HTMLElement {
  const rows = topics.map((topic) =>
    element(
      "li",
      {},
      screenLink(
        { screen: "topic", id: topic.id },
        { class: "row", lang: packLanguage, dir: "auto" },
        element("span", {}, topic.title),
      ),
    ),
  );
  return element("ul", { class: className, role: "list" }, ...rows);
}

// Numbered sources that a keyboard reaches one by one.
export function sources(citations: readonly CitationJson[], session: Session): HTMLElement | undefined {
  const view = citationsView(citations, 1, viewContext(session));
  const reachable = () => {
    for (const control of view?.querySelectorAll<HTMLElement>("[tabindex='-1']") ?? []) control.tabIndex = 0;
  };
  reachable();
  view?.addEventListener("click", reachable);
  return view;
}

// The emergency number of the patient's country, as dialled; empty when no country is known.
export function numberOf(session: Session): string {
  return numbersOf(session)?.emergency || emergencyNumber(regionOf(session));
}

// A button that dials. Undefined for what is no telephone number.
export function callButton(number: string, session: Session): HTMLElement | undefined {
  const href = telephoneLink(number);
  return href
    ? element("a", { class: "call", href }, icon(shapes.phone), fill(wordsOf(session).callNow, { number }))
    : undefined;
}

// Which country's number is shown.
export function regionText(session: Session): string {
  const words = wordsOf(session);
  const number = numberOf(session);
  const region = regionName(regionOf(session), languageOf(session));
  return number ? fill(words.emergencyIn, { region, number }) : words.emergencyUnknown;
}

// The same with the way to change it. On every screen that names a number.
export function regionLine(session: Session): HTMLElement {
  const words = wordsOf(session);
  return element(
    "p",
    { class: "region" },
    element("span", {}, regionText(session)),
    screenLink({ screen: "settings" }, { class: "inline-link" }, numberOf(session) ? words.change : words.choose),
  );
}

export function disclaimer(session: Session): HTMLElement {
  return element("p", { class: "disclaimer" }, session.pack?.disclaimer || chatWordsOf(session).disclaimer);
}

// A heading with what stands under it.
export function section(title: string, ...children: (Node | undefined)[]): HTMLElement {
  return element("section", {}, element("h2", {}, title), ...children);
}

export function quietButton(label: string, shape: string, run: () => void): HTMLElement {
  return button({ class: "quiet" }, run, icon(shape), element("span", {}, label));
}
