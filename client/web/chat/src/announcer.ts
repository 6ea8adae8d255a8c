// Says each finished message once to a screen reader. The visible conversation is no live region, so nothing is said twice.

import { element } from "./dom.ts";

// Shorter than this, Chrome with TalkBack loses messages; longer, and readers find the text a second time.
const keptMilliseconds = 1000;

export class Announcer {
  readonly element = element("div", { class: "visually-hidden", "aria-live": "polite" });

  say(text: string): void {
    const line = element("p", {}, text);
    this.element.append(line);
    setTimeout(() => line.remove(), keptMilliseconds);
  }
}
