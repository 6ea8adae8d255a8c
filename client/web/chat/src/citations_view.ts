// Numbered marks that open their source in place.

import type { CitationJson } from "./contract.ts";
import { button, element, hiddenText, newId } from "./dom.ts";
import * as shapes from "./icon_shapes.ts";
import { icon } from "./icons.ts";
import { packLanguage, readableDate } from "./language.ts";
import type { ViewContext } from "./view_context.ts";
import { fill, type Words } from "./words.ts";

// A row of marks, from `first` on, and below it the source that was opened last. Undefined without citations.
export function citationsView(
  citations: readonly CitationJson[],
  first: number,
  context: ViewContext,
): HTMLElement | undefined {
  if (citations.length === 0) return undefined;
  const place = element("div", { class: "source-place" });
  const marks = citations.map((citation, i) => mark(citation, first + i, place, context));
  const row = element("div", { class: "marks" }, element("span", { class: "label" }, context.words.sources), ...marks);
  return element("div", { class: "citations" }, row, place);
}

function mark(citation: CitationJson, number: number, place: HTMLElement, context: ViewContext): HTMLElement {
  const id = newId("source");
  const name = fill(context.words.sourceNumber, {
    number,
    title: citation.title ?? "",
    publisher: citation.publisher ?? "",
  });
  const toggle = button(
    { class: "mark", part: "citation", "aria-expanded": "false", "aria-label": name, tabindex: -1 },
    () => {
      const open = toggle.getAttribute("aria-expanded") === "true";
      for (const other of place.parentElement?.querySelectorAll(".mark") ?? []) {
        other.setAttribute("aria-expanded", "false");
        other.removeAttribute("aria-controls");
      }
      place.replaceChildren(...(open ? [] : [sourceCard(id, number, citation, context)]));
      toggle.setAttribute("aria-expanded", String(!open));
      if (open) return;
      toggle.setAttribute("aria-controls", id);
      place.scrollIntoView({ block: "nearest" });
      context.say(place.textContent ?? "");
    },
    element("span", { class: "mark-number" }, String(number)),
  );
  return toggle;
}

function sourceCard(id: string, number: number, citation: CitationJson, context: ViewContext): HTMLElement {
  const { words, language } = context;
  const details = [
    citation.publisher,
    citation.date && readableDate(citation.date, language),
    citation.paragraph ? fill(words.paragraph, { number: citation.paragraph }) : "",
  ];
  return element(
    "div",
    { class: "source", id, role: "group", "aria-label": `${words.sources} ${number}` },
    element(
      "p",
      { class: "source-title", dir: "auto" },
      `${number}. `,
      element("span", { lang: packLanguage }, citation.title ?? ""),
    ),
    element("p", { class: "source-details" }, details.filter(Boolean).join(" · ")),
    citation.quote && element("blockquote", { dir: "auto", lang: packLanguage }, `“${citation.quote}”`),
    element(
      "p",
      { class: "source-foot" },
      element("span", { class: "evidence", "data-evidence": citation.evidence }, evidenceName(citation, words)),
      readLink(citation.uri, words),
    ),
  );
}

function evidenceName({ evidence }: CitationJson, words: Words): string {
  if (evidence === "EVIDENCE_GUIDELINE") return words.guideline;
  if (evidence === "EVIDENCE_CLINIC_OPINION") return words.clinicOpinion;
  return words.article;
}

function readLink(uri: string | undefined, words: Words): HTMLElement | undefined {
  const href = webAddress(uri);
  if (!href) return undefined;
  return element(
    "a",
    { href, target: "_blank", rel: "noopener noreferrer", tabindex: -1 },
    icon(shapes.web),
    words.read,
    hiddenText(` (${words.newWindow})`),
  );
}

// The address when it is one of the web; undefined for anything else, such as "javascript:".
export function webAddress(uri: string | undefined): string | undefined {
  try {
    const url = new URL(uri ?? "");
    return url.protocol === "https:" || url.protocol === "http:" ? url.href : undefined;
  } catch {
    return undefined;
  }
}
