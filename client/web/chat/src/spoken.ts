// What a screen reader says of each message, and what is copied: plain text, whole, without marks.

import type { AnswerJson, CitationJson } from "./contract.ts";
import type { Entry } from "./conversation.ts";
import { failureText } from "./failure_text.ts";
import { readableDate } from "./language.ts";
import type { Reply } from "./reply.ts";
import { fill, type Words } from "./words.ts";

// The whole message, as announced once when it is complete. An escalation is announced by its card, so its note is brief.
export function spokenEntry(entry: Entry, words: Words): string {
  if (entry.kind === "question") return `${words.youAsked}: ${entry.text}`;
  if (entry.kind === "failure") return failureText(entry.failure, words);
  return `${words.charleySays}: ${spokenReply(entry.reply, words)}`;
}

function spokenReply({ content, advice, safetyNet, choices }: Reply, words: Words): string {
  const parts = [];
  if (advice) parts.push(`${words.seeClinician}: ${advice.action ?? ""} ${advice.reason ?? ""}`);
  if (content.kind === "escalation") parts.push(words.escalationNote);
  if (content.kind === "answer") {
    parts.push(...content.answers.map((answer) => spokenAnswer(answer, words)), content.leftOut);
  }
  if (content.kind === "clarification") parts.push(content.prompt);
  if (content.kind === "not-covered" || content.kind === "small-talk") parts.push(content.text);
  if (content.kind === "not-covered" && content.translatedText) parts.push(content.translatedText);
  if (safetyNet) parts.push(`${words.safetyNet}: ${safetyNet}`);
  if (choices.length > 0) {
    parts.push(`${content.kind === "clarification" ? words.choose : words.related}: ${choices.join(" ")}`);
  }
  return parts
    .map((part) => part.trim())
    .filter(Boolean)
    .join(" ");
}

function spokenAnswer(answer: AnswerJson, words: Words): string {
  return `${answer.title ?? ""} ${answer.text ?? ""} ${words.sources}: ${answer.citations?.length ?? 0}.`;
}

// An answer with its sources, for the clipboard.
export function copyText(answers: readonly AnswerJson[], words: Words, language: string): string {
  const blocks = answers.map((answer) => {
    const sources = (answer.citations ?? []).map((citation) => `- ${sourceLine(citation, words, language)}`);
    return [answer.title, answer.text, `${words.sources}:`, ...sources].join("\n");
  });
  return [...blocks, words.disclaimer].join("\n\n");
}

function sourceLine(citation: CitationJson, words: Words, language: string): string {
  const parts = [citation.title, citation.publisher, citation.date && readableDate(citation.date, language)];
  if (citation.paragraph) parts.push(fill(words.paragraph, { number: citation.paragraph }));
  parts.push(citation.uri);
  return parts.filter(Boolean).join(", ");
}
