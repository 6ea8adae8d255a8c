// What pages use of the chat.

export { type Assistant, ConnectAssistant } from "./assistant.ts";
export { Chat } from "./chat.ts";
export { citationsView } from "./citations_view.ts";
export type { AnswerJson, AskRequestJson, AskResponseJson, CitationJson } from "./contract.ts";
export { CharleyConversation, defineConversation } from "./conversation_element.ts";
export { button, element, hiddenText } from "./dom.ts";
export { emergencyNumber, telephoneLink } from "./emergency_numbers.ts";
export { CallFailure } from "./failure.ts";
export * as shapes from "./icon_shapes.ts";
export { icon } from "./icons.ts";
export { chooseLanguage, type Direction, packLanguage } from "./language.ts";
export type { AnswerAction, ChatOptions, ClinicContact, HeaderTool, Settings } from "./options.ts";
export type { UrgentLevel } from "./reply.ts";
export { copyText } from "./spoken.ts";
export { styles as chatStyles } from "./styles/index.ts";
export { applyTheme, type Scheme, type Theme } from "./theme.ts";
export type { ViewContext } from "./view_context.ts";
export { followVisualViewport } from "./visual_viewport.ts";
export { fill, type LoaderWords, loaderWordsByLanguage, type Words, wordsByLanguage } from "./words.ts";
