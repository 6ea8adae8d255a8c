// The chat inside the clinic's own page: what the loader fetches for mode="inline".

import { Chat, ConnectAssistant, type Settings, type UrgentLevel } from "@charley/chat";

// Fills the shadow root of <charley-chat>. The page's scripts can read such a conversation: the launcher keeps it from them.
export function startInline(
  root: ShadowRoot,
  server: string,
  settings: Settings,
  onEscalation: (level: UrgentLevel) => void,
): Chat {
  return new Chat(root, { assistant: new ConnectAssistant(server), settings, place: "part", onEscalation });
}
