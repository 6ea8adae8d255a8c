// A reply as the chat shows it, read from the server's JSON. Takes an older and a newer server: what is missing is empty, what is
// not known is left out.

import type { AnswerJson, AskResponseJson, CitationJson, ClinicianAdviceJson, EscalationJson } from "./contract.ts";

export type UrgentLevel = "URGENT_TODAY" | "EMERGENCY_NOW";

export interface Escalation {
  readonly level: UrgentLevel;
  readonly action: string;
  readonly reason: string;
  readonly phoneNumbers: readonly string[];
  readonly citations: readonly CitationJson[];
  readonly translatedAction: string;
  readonly translatedLanguage: string;
}

export type Content =
  | { readonly kind: "escalation"; readonly escalation: Escalation }
  // `leftOut` says that something else of the message is not answered.
  | { readonly kind: "answer"; readonly answers: readonly AnswerJson[]; readonly leftOut: string }
  | { readonly kind: "clarification"; readonly prompt: string }
  | {
      readonly kind: "not-covered";
      readonly text: string;
      readonly translatedText: string;
      readonly translatedLanguage: string;
    }
  | { readonly kind: "small-talk"; readonly text: string };

export interface Reply {
  readonly content: Content;
  readonly advice: ClinicianAdviceJson | undefined;
  readonly safetyNet: string;
  // Questions to offer: the options of a clarification, otherwise what the server suggests.
  readonly choices: readonly string[];
}

export const mostChoices = 4;
const mostAnswers = 3;

// Undefined when the response holds nothing that this version can show.
export function readReply(response: AskResponseJson): Reply | undefined {
  const content = readContent(response);
  if (!content) return undefined;
  const urgent = content.kind === "escalation";
  const offered = response.clarification ? response.clarification.options : response.suggestions;
  return {
    content,
    advice: urgent ? undefined : response.clinicianAdvice,
    safetyNet: urgent ? "" : (response.safetyNet ?? ""),
    choices: urgent ? [] : (offered ?? []).flatMap(({ question }) => question || []).slice(0, mostChoices),
  };
}

function readContent(response: AskResponseJson): Content | undefined {
  const level = urgentLevel(response);
  if (level) return { kind: "escalation", escalation: readEscalation(level, response.escalation ?? {}) };
  if (response.answer) {
    const answers = [response.answer, ...(response.moreAnswers ?? [])].slice(0, mostAnswers);
    return { kind: "answer", answers, leftOut: response.leftOut ?? "" };
  }
  if (response.clarification) return { kind: "clarification", prompt: response.clarification.prompt ?? "" };
  if (response.notCovered) {
    const { text = "", translatedText = "", translatedLanguage = "" } = response.notCovered;
    return { kind: "not-covered", text, translatedText, translatedLanguage };
  }
  if (response.smallTalk) return { kind: "small-talk", text: response.smallTalk.text ?? "" };
  return undefined;
}

// An escalation counts with or without a level, and a level with or without an escalation: doubt goes towards help.
function urgentLevel(response: AskResponseJson): UrgentLevel | undefined {
  const level = response.urgency as string | number | undefined;
  if (level === "URGENCY_EMERGENCY_NOW" || level === 4) return "EMERGENCY_NOW";
  if (level === "URGENCY_URGENT_TODAY" || level === 3) return "URGENT_TODAY";
  return response.escalation ? "EMERGENCY_NOW" : undefined;
}

function readEscalation(level: UrgentLevel, escalation: EscalationJson): Escalation {
  return {
    level,
    action: escalation.action ?? "",
    reason: escalation.reason ?? "",
    phoneNumbers: escalation.phoneNumbers ?? [],
    citations: escalation.citations ?? [],
    translatedAction: escalation.translatedAction ?? "",
    translatedLanguage: escalation.translatedLanguage ?? "",
  };
}
