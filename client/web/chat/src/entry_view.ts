// One message of the conversation.

import { answerActions } from "./answer_actions.ts";
import { citationsView, webAddress } from "./citations_view.ts";
import type { AnswerJson, ClinicianAdviceJson } from "./contract.ts";
import type { Entry } from "./conversation.ts";
import { button, element, hiddenText } from "./dom.ts";
import { emergencyNumber, telephoneLink } from "./emergency_numbers.ts";
import type { FailureKind } from "./failure.ts";
import { isUnchecked } from "./failure.ts";
import { failureText } from "./failure_text.ts";
import * as shapes from "./icon_shapes.ts";
import { icon } from "./icons.ts";
import { packLanguage } from "./language.ts";
import type { Reply } from "./reply.ts";
import { spokenEntry } from "./spoken.ts";
import type { ViewContext } from "./view_context.ts";
import { fill } from "./words.ts";

export function entryView(entry: Entry, context: ViewContext): HTMLElement {
  const mine = entry.kind === "question";
  return element(
    "article",
    {
      class: `message ${entry.kind}`,
      part: mine ? "message patient" : "message reply",
      tabindex: -1,
      "aria-label": spokenEntry(entry, context.words),
    },
    ...content(entry, context),
  );
}

function content(entry: Entry, context: ViewContext): (Node | undefined)[] {
  if (entry.kind === "question") {
    return [hiddenText(`${context.words.youAsked}: `), element("p", { dir: "auto" }, entry.text)];
  }
  if (entry.kind === "failure") return failureView(entry.failure, context);
  return replyView(entry.reply, context);
}

function failureView(kind: FailureKind, context: ViewContext): (Node | undefined)[] {
  const { words } = context;
  const again = button({ class: "retry", tabindex: -1 }, context.retry, icon(shapes.again), words.tryAgain);
  const number = emergencyNumber(context.region) || words.localNumber;
  return [
    element("p", {}, failureText(kind, words)),
    isUnchecked(kind) ? again : element("p", { class: "label" }, fill(words.ifEmergency, { number })),
  ];
}

function replyView(reply: Reply, context: ViewContext): (Node | undefined)[] {
  const { content, advice, safetyNet } = reply;
  const { words } = context;
  return [
    hiddenText(`${words.charleySays}: `),
    advice && adviceView(advice, context),
    ...contentView(reply, context),
    content.kind === "not-covered" && !advice ? clinicView(context) : undefined,
    safetyNet
      ? element(
          "p",
          { class: "safety-net", dir: "auto" },
          element("strong", {}, `${words.safetyNet}. `),
          element("span", { lang: packLanguage }, safetyNet),
        )
      : undefined,
    content.kind === "answer" ? answerActions(content.answers, context) : undefined,
  ];
}

// Marks are numbered through the whole reply, the advice's first.
function contentView({ content, advice }: Reply, context: ViewContext): (Node | undefined)[] {
  const { words, heading } = context;
  switch (content.kind) {
    case "escalation":
      return [element("p", {}, words.escalationNote), citationsView(content.escalation.citations, 1, context)];
    case "answer":
      return [
        ...answersView(content.answers, 1 + (advice?.citations?.length ?? 0), context),
        content.leftOut ? packText("p", content.leftOut, { class: "left-out" }) : undefined,
      ];
    case "clarification":
      return [packText("p", content.prompt, { class: "prompt" })];
    case "not-covered":
      return [
        element(heading, {}, words.notCovered),
        packText("p", content.text),
        content.translatedText
          ? element("p", { lang: content.translatedLanguage, dir: "auto" }, content.translatedText)
          : undefined,
      ];
    case "small-talk":
      return [packText("p", content.text)];
  }
}

function answersView(answers: readonly AnswerJson[], firstMark: number, context: ViewContext): (Node | undefined)[] {
  let first = firstMark;
  return answers.flatMap((answer, i) => {
    const citations = answer.citations ?? [];
    const nodes = [
      i === 1 ? element("p", { class: "more label" }, context.words.moreAnswers) : undefined,
      packText(context.heading, answer.title),
      packText("p", answer.text, { part: "answer" }),
      citationsView(citations, first, context),
    ];
    first += citations.length;
    return nodes;
  });
}

function adviceView(advice: ClinicianAdviceJson, context: ViewContext): HTMLElement {
  return element(
    "div",
    { class: "advice" },
    element(context.heading, {}, icon(shapes.clinician), context.words.seeClinician),
    packText("p", advice.action, { class: "advice-action" }),
    advice.reason ? packText("p", advice.reason) : undefined,
    clinicView(context),
    citationsView(advice.citations ?? [], 1, context),
  );
}

// A text of the pack, marked with its language.
function packText(tag: "p" | "h2" | "h3", text: string | undefined, attributes: Record<string, string> = {}) {
  return element(tag, { lang: packLanguage, dir: "auto", ...attributes }, text ?? "");
}

// The clinic's own contact. Hidden by the style sheet while an escalation stands.
function clinicView({ clinic, words }: ViewContext): HTMLElement | undefined {
  const call = telephoneLink(clinic?.phone ?? "");
  const visit = webAddress(clinic?.website);
  if (!call && !visit) return undefined;
  const name = clinic?.name || words.clinicUnnamed;
  return element(
    "p",
    { class: "clinic" },
    call &&
      element(
        "a",
        { href: call, tabindex: -1 },
        icon(shapes.phone),
        `${fill(words.clinicCall, { name })} ${clinic?.phone}`,
      ),
    visit &&
      element(
        "a",
        { href: visit, target: "_blank", rel: "noopener noreferrer", tabindex: -1 },
        icon(shapes.web),
        fill(words.clinicVisit, { name }),
        hiddenText(` (${words.newWindow})`),
      ),
  );
}
