// What pages use of the chat.

export { type Assistant, ConnectAssistant } from "./assistant.ts";
export { Chat } from "./chat.ts";
export { CharleyConversation, defineConversation } from "./conversation_element.ts";
export { element } from "./dom.ts";
export { emergencyNumber, telephoneLink } from "./emergency_numbers.ts";
export { chooseLanguage, type Direction } from "./language.ts";
export type { AnswerAction, ChatOptions, ClinicContact, Settings } from "./options.ts";
export type { UrgentLevel } from "./reply.ts";
export { applyTheme, type Scheme, type Theme } from "./theme.ts";
export { followVisualViewport } from "./visual_viewport.ts";
export { fill, type LoaderWords, loaderWordsByLanguage, type Words, wordsByLanguage } from "./words.ts";
