// <charley-conversation>: a box that holds a chat. Give it a size, then start it.

import { Chat } from "./chat.ts";
import type { ChatOptions } from "./options.ts";

export class CharleyConversation extends HTMLElement {
  #chat: Chat | undefined;

  // Shows the chat; may be called once.
  start(options: ChatOptions): Chat {
    if (this.#chat) throw new Error("charley-conversation: already started");
    this.#chat = new Chat(this.attachShadow({ mode: "open" }), options);
    return this.#chat;
  }
}

// Tells the browser about the element. Several scripts on one page may do so.
export function defineConversation(): void {
  if (!customElements.get("charley-conversation")) customElements.define("charley-conversation", CharleyConversation);
}
