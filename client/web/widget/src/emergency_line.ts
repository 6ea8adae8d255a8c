// What the loader shows when there is no chat to show.

import { element, emergencyNumber, type LoaderWords, telephoneLink } from "./loader_parts.ts";

// "If this may be an emergency, call 999.", and a link that dials where the region's number is known.
export function emergencyLine(region: string | undefined, words: LoaderWords): HTMLElement[] {
  const number = emergencyNumber(region);
  const line = element("strong", {}, words.emergency.replace("{number}", number || words.localNumber));
  return number ? [line, element("a", { href: telephoneLink(number) }, number)] : [line];
}
