// The page inside the widget's iframe: a chat on Charley's own origin, where the clinic's page can't read it.

import {
  type CharleyConversation,
  type Chat,
  ConnectAssistant,
  defineConversation,
  type Settings,
} from "@charley/chat";
import { type FromFrame, messageOf, type ToFrame } from "./frame_protocol.ts";

const framed = window.parent !== window;
// The origin of the page that embeds this one, once it has spoken.
let embedder = "";
let chat: Chat | undefined;
// From the panel's opening until something in here is clicked or touched.
let opening = false;

// Before the embedder has spoken only "listening" is sent, which says nothing.
function tell(message: FromFrame): void {
  if (framed) window.parent.postMessage(message, embedder || "*");
}

function show(settings: Settings): void {
  if (chat) chat.update(settings);
  else start(settings);
  document.documentElement.lang = chat?.language ?? "en";
}

function start(settings: Settings): void {
  const place = document.querySelector<CharleyConversation>("charley-conversation");
  chat = place?.start({
    assistant: new ConnectAssistant(new URL("../", location.href).href),
    settings,
    place: "page",
    onClose: framed ? () => tell({ charley: "close" }) : undefined,
    onEscalation: (level) => tell({ charley: "escalation", level }),
  });
  tell({ charley: "ready" });
}

function onOpened(): void {
  opening = true;
  chat?.focus();
}

// A key while nothing in here has the focus: after a click on plain text, and in Safari after the opening, because a frame of another
// site gets no focus there before the patient has done something in it.
function onStrayKey(event: KeyboardEvent): void {
  if (event.target !== document.body || event.isComposing) return;
  if (event.key === "Escape") tell({ charley: "close" });
  else if (opening) chat?.focus();
}

defineConversation();
if (framed) {
  document.addEventListener("pointerdown", () => {
    opening = false;
  });
  document.addEventListener("keydown", onStrayKey);
  window.addEventListener("message", (event) => {
    if (event.source !== window.parent || (embedder && event.origin !== embedder)) return;
    const message = messageOf<ToFrame>(event);
    if (message?.charley === "configure") {
      embedder = event.origin;
      show(message.settings);
    } else if (message?.charley === "opened") {
      onOpened();
    }
  });
  tell({ charley: "listening" });
} else {
  show({});
}
