// Calls the service: Connect's unary protocol with JSON, which is a plain POST.

import type { AskRequestJson, AskResponseJson, RateAnswerRequestJson } from "./contract.ts";
import { CallFailure, failureOf } from "./failure.ts";

// The calls that a chat makes. Both reject with CallFailure.
export interface Assistant {
  ask(request: AskRequestJson): Promise<AskResponseJson>;
  rate(request: RateAnswerRequestJson): Promise<void>;
}

// The server ends a call after 2 seconds; the rest is for a slow network.
export const callTimeoutMilliseconds = 8000;

export class ConnectAssistant implements Assistant {
  readonly #service: string;

  // `server` is the address below which the service answers, for example "https://charley.example/".
  constructor(server: string) {
    this.#service = new URL("charley.v1.AssistantService/", server).href;
  }

  async ask(request: AskRequestJson): Promise<AskResponseJson> {
    return (await this.#call("Ask", request)) as AskResponseJson;
  }

  async rate(request: RateAnswerRequestJson): Promise<void> {
    await this.#call("RateAnswer", request);
  }

  async #call(method: string, request: object): Promise<unknown> {
    const patience = new AbortController();
    const { signal } = patience;
    const timer = setTimeout(() => patience.abort(), callTimeoutMilliseconds);
    try {
      const response = await fetch(this.#service + method, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(request),
        credentials: "omit",
        referrerPolicy: "no-referrer",
        cache: "no-store",
        signal,
      });
      const body: unknown = await response.json().catch(() => undefined);
      if (!response.ok) throw new CallFailure(failureOf(response.status, body));
      if (signal.aborted) throw new CallFailure("timeout");
      if (typeof body !== "object" || body === null) throw new CallFailure("unreadable");
      return body;
    } catch (error) {
      if (error instanceof CallFailure) throw error;
      if (signal.aborted) throw new CallFailure("timeout");
      throw new CallFailure(navigator.onLine ? "unreachable" : "offline");
    } finally {
      clearTimeout(timer);
    }
  }
}
