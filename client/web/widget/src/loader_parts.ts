// The little of the chat that the loader needs, taken file by file so that nothing else comes along.

export { element } from "../../chat/src/dom.ts";
export { emergencyNumber, telephoneLink } from "../../chat/src/emergency_numbers.ts";
export { icon } from "../../chat/src/icons.ts";
export { chooseLanguage } from "../../chat/src/language.ts";
export type { Settings } from "../../chat/src/options.ts";
export type { UrgentLevel } from "../../chat/src/reply.ts";
export { applyTheme } from "../../chat/src/theme.ts";
export { followVisualViewport } from "../../chat/src/visual_viewport.ts";
export { type LoaderWords, loaderWordsByLanguage } from "../../chat/src/words.ts";
