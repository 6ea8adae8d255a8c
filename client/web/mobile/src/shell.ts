// What frames every screen: notes above it, the ways to other screens below it.

import { button, element, icon, shapes } from "@charley/chat";
import * as icons from "./icons.ts";
import { screenLink } from "./parts.ts";
import type { Route } from "./route.ts";
import type { AppWords } from "./words.ts";

export interface ShellActions {
  back(): void;
  stopReading(): void;
  dismiss(): void;
}

// What stands above the screen.
export interface Notes {
  readonly offline: boolean;
  readonly reading: boolean;
  readonly notes: readonly string[];
}

export class Shell {
  readonly element: HTMLElement;
  readonly #actions: ShellActions;
  // Its role is there before its text is, so that screen readers announce the text.
  readonly #status = element("div", { class: "notes", role: "status" });
  readonly #reading = element("div", { class: "notes" });
  readonly #bar = element("header", { class: "bar" });
  readonly #scroller = element("div", { class: "scroller" });
  readonly #nav = element("nav", { class: "tabs" });

  // `conversation` stands in the place of the screen while the patient talks.
  constructor(actions: ShellActions, conversation: HTMLElement) {
    this.#actions = actions;
    this.element = element(
      "div",
      { class: "chat app" },
      this.#bar,
      this.#status,
      this.#reading,
      this.#scroller,
      conversation,
      this.#nav,
    );
  }

  get scrollTop(): number {
    return this.#scroller.scrollTop;
  }

  set scrollTop(top: number) {
    this.#scroller.scrollTop = top;
  }

  // The conversation alone, or the screens.
  setTalking(talking: boolean): void {
    this.element.toggleAttribute("data-talking", talking);
    for (const part of [this.#bar, this.#scroller, this.#nav]) part.hidden = talking;
  }

  show(screen: HTMLElement, route: Route, words: AppWords): void {
    this.#scroller.replaceChildren(screen);
    this.#bar.replaceChildren(
      button({ class: "tool" }, () => this.#actions.back(), icon(icons.back), element("span", {}, words.back)),
    );
    this.#bar.hidden = route.screen === "home";
    this.#showTabs(route, words);
  }

  #showTabs(route: Route, words: AppWords): void {
    const tab = (screen: "home" | "topics" | "emergency" | "settings", shape: string, label: string) => {
      const link = screenLink({ screen }, { class: "tab" }, icon(shape), element("span", {}, label));
      if (route.screen === screen) link.setAttribute("aria-current", "page");
      return link;
    };
    this.#nav.setAttribute("aria-label", words.mainScreens);
    this.#nav.replaceChildren(
      tab("home", icons.home, words.home),
      tab("topics", icons.topics, words.topics),
      tab("emergency", shapes.alert, words.emergency),
      tab("settings", icons.settings, words.settings),
    );
  }

  showNotes({ offline, reading, notes }: Notes, words: AppWords): void {
    const told = notes.map((note) => element("p", {}, note));
    const dismiss = button({ class: "quiet" }, () => this.#actions.dismiss(), words.dismiss);
    this.#status.replaceChildren(
      ...(offline ? [element("div", { class: "note" }, element("p", {}, words.offline))] : []),
      ...(told.length > 0 ? [element("div", { class: "note" }, element("div", {}, ...told), dismiss)] : []),
    );
    const stop = button({ class: "chip" }, () => this.#actions.stopReading(), icon(icons.stop), words.stop);
    this.#reading.replaceChildren(
      ...(reading ? [element("div", { class: "note" }, element("p", {}, words.listening), stop)] : []),
    );
  }
}
