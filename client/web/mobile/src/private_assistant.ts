// Between the chat and the service: a question that was asked without a connection is never sent later.

import { type AskRequestJson, type AskResponseJson, type Assistant, CallFailure } from "@charley/chat";

export interface PrivateAssistantParts {
  readonly assistant: Assistant;
  // Whether messages hold a red flag as far as the device can tell.
  readonly looksLikeRedFlag: (messages: readonly string[]) => boolean;
  // What the emergency card says when the device alone raised it.
  readonly cardText: () => {
    readonly action: string;
    readonly reason: string;
    readonly phoneNumbers: readonly string[];
  };
  // Called with the ids of the topics that a reply shows.
  readonly onTopics: (ids: readonly string[]) => void;
}

// Leaves unsent questions out of what a later request carries. A red flag among them stands, by the device's own card, until the patient
// sends that question or starts over: the service, which never saw it, cannot take it back.
export class PrivateAssistant implements Assistant {
  readonly #parts: PrivateAssistantParts;
  #unsent: string[] = [];

  constructor(parts: PrivateAssistantParts) {
    this.#parts = parts;
  }

  async ask(request: AskRequestJson): Promise<AskResponseJson> {
    const question = request.question ?? "";
    const earlier = request.earlier ?? [];
    // What the conversation no longer holds was started over.
    this.#unsent = this.#unsent.filter((text) => earlier.includes(text) && text !== question);
    const response = await this.#send({ ...request, earlier: earlier.filter((text) => !this.#unsent.includes(text)) });
    const answers = [response.answer, ...(response.moreAnswers ?? [])];
    this.#parts.onTopics(answers.flatMap((answer) => answer?.topicId ?? []));
    return this.#withOwnFlag(response);
  }

  rate(...request: Parameters<Assistant["rate"]>): Promise<void> {
    return this.#parts.assistant.rate(...request);
  }

  async #send(request: AskRequestJson): Promise<AskResponseJson> {
    try {
      return await this.#parts.assistant.ask(request);
    } catch (error) {
      if (error instanceof CallFailure && error.kind === "offline") this.#unsent.push(request.question ?? "");
      throw error;
    }
  }

  #withOwnFlag(response: AskResponseJson): AskResponseJson {
    if (response.escalation || !this.#unsent.some((text) => this.#parts.looksLikeRedFlag([text]))) return response;
    const { action, reason, phoneNumbers } = this.#parts.cardText();
    return {
      urgency: "URGENCY_EMERGENCY_NOW",
      escalation: { headline: "Seek urgent care", action, reason, phoneNumbers: [...phoneNumbers] },
      packVersion: response.packVersion ?? "",
    };
  }
}
