// Handing an answer on, with its sources: by the phone's own sheet, or by the clipboard where there is none.

import { type AnswerJson, copyText, type Words, wordsByLanguage } from "@charley/chat";

export type ShareOutcome = "shared" | "copied" | "cancelled" | "failed";

export async function shareAnswer(answer: AnswerJson, language: string, address: string): Promise<ShareOutcome> {
  const words = (wordsByLanguage[language] ?? wordsByLanguage["en"]) as Words;
  const text = copyText([answer], words, language);
  try {
    if ("share" in navigator) {
      await navigator.share({ title: answer.title ?? words.name, text, url: address });
      return "shared";
    }
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return "cancelled";
  }
  try {
    await navigator.clipboard.writeText(`${text}\n\n${address}`);
    return "copied";
  } catch {
    return "failed";
  }
}
