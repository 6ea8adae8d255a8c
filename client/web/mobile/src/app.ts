// The app at the clinic's own address: the chat on the whole screen.

import { type CharleyConversation, ConnectAssistant, defineConversation, followVisualViewport } from "@charley/chat";

defineConversation();
const place = document.querySelector<CharleyConversation>("charley-conversation");
if (place) {
  const chat = place.start({
    assistant: new ConnectAssistant(new URL("./", location.href).href),
    settings: {},
    place: "page",
  });
  document.documentElement.lang = chat.language;
  followVisualViewport(place, new AbortController().signal);
}
