// <charley-chat>: the one line of a clinic's page.

import type { Chat } from "@charley/chat";
import * as shapes from "../../chat/src/icon_shapes.ts";
import { type AttributeName, attributeNames, serverAddress, settingsFrom } from "./attributes.ts";
import { emergencyLine } from "./emergency_line.ts";
import {
  applyTheme,
  chooseLanguage,
  element,
  icon,
  type LoaderWords,
  loaderWordsByLanguage,
  type Settings,
  type UrgentLevel,
} from "./loader_parts.ts";
import { Panel } from "./panel.ts";
import styles from "./styles/loader.css";

// Set by the build: the file that mode="inline" fetches, beside this one.
declare const INLINE_FILE: string;

class CharleyChat extends HTMLElement {
  static readonly observedAttributes = attributeNames;

  readonly #root = this.attachShadow({ mode: "open" });
  #launcher: HTMLButtonElement | undefined;
  #panel: Panel | undefined;
  #inline: Chat | undefined;
  #whileConnected: AbortController | undefined;

  connectedCallback(): void {
    this.#whileConnected = new AbortController();
    const { signal } = this.#whileConnected;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    this.#root.adoptedStyleSheets = [sheet];
    if (this.#read("mode") === "inline") void this.#showInline();
    else this.#showLauncher(signal);
  }

  disconnectedCallback(): void {
    this.#whileConnected?.abort();
    this.#panel?.remove();
    this.#root.replaceChildren();
    this.#launcher = this.#panel = this.#inline = undefined;
  }

  attributeChangedCallback(name: AttributeName, before: string | null, now: string | null): void {
    if (before === now || !this.#whileConnected) return;
    if (name === "mode" || name === "server") {
      this.disconnectedCallback();
      this.connectedCallback();
      return;
    }
    this.#inline?.update(this.#settings());
    this.#updateLauncher();
  }

  // Opens the panel; inline there is nothing to open.
  open(): void {
    if (!this.#panel || this.#panel.isOpen) return;
    this.#panel.open();
    this.#launcher?.setAttribute("aria-expanded", "true");
    this.#emit("open");
  }

  // Closes the panel and gives the focus back to the launcher.
  close(): void {
    if (!this.#panel?.isOpen) return;
    this.#panel.close();
    this.#launcher?.setAttribute("aria-expanded", "false");
    this.#launcher?.focus();
  }

  #showLauncher(signal: AbortSignal): void {
    this.#launcher = element("button", {
      type: "button",
      class: "launcher",
      part: "launcher",
      "aria-expanded": "false",
      "aria-controls": "panel",
      "aria-haspopup": "dialog",
    });
    this.#launcher.addEventListener("click", () => (this.#panel?.isOpen ? this.close() : this.open()));
    this.#panel = new Panel(this.#server(), this.#words(), this.#settings(), {
      close: () => this.close(),
      escalation: (level) => this.#emit("escalation", { level }),
    });
    this.#root.replaceChildren(this.#launcher, this.#panel.element);
    this.#root.addEventListener("keydown", (event) => this.#onKey(event as KeyboardEvent), { signal });
    window.addEventListener("message", (event) => this.#panel?.receive(event), { signal });
    this.#updateLauncher();
    this.#emit("ready");
  }

  #updateLauncher(): void {
    if (!this.#launcher) return;
    const settings = this.#settings();
    const words = this.#words();
    this.#launcher.replaceChildren(icon(shapes.question), element("span", {}, words.launcher));
    this.#launcher.dir = settings.direction ?? "ltr";
    this.dataset["position"] = this.#read("position") === "bottom-start" ? "bottom-start" : "bottom-end";
    applyTheme(this, settings.theme ?? {});
    this.#panel?.update(words, settings);
  }

  async #showInline(): Promise<void> {
    const connection = this.#whileConnected;
    try {
      const { startInline } = await import(new URL(INLINE_FILE, import.meta.url).href);
      if (connection !== this.#whileConnected) return;
      const onEscalation = (level: UrgentLevel) => this.#emit("escalation", { level });
      this.#inline = startInline(this.#root, this.#server(), this.#settings(), onEscalation);
      this.#emit("ready");
    } catch {
      const words = this.#words();
      const lines = emergencyLine(this.#read("region"), words);
      this.#root.replaceChildren(element("div", { class: "notice" }, element("p", {}, words.unreachable), ...lines));
    }
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key !== "Escape" || !this.#panel?.isOpen) return;
    event.stopPropagation();
    this.close();
  }

  #read(name: AttributeName): string | undefined {
    return this.getAttribute(name) ?? undefined;
  }

  #settings(): Settings {
    const page = document.documentElement;
    const inherited = { language: page.lang, direction: getComputedStyle(page).direction };
    return settingsFrom((name) => this.#read(name), inherited);
  }

  #words(): LoaderWords {
    const wanted = [this.#settings().language, navigator.language];
    return loaderWordsByLanguage[chooseLanguage(wanted, loaderWordsByLanguage)] as LoaderWords;
  }

  #server(): string {
    return serverAddress(this.#read("server"), import.meta.url, location.href);
  }

  // Events leave the element, and carry no word of the patient.
  #emit(name: "ready" | "open" | "escalation", detail: object = {}): void {
    this.dispatchEvent(new CustomEvent(`charley:${name}`, { bubbles: true, composed: true, detail }));
  }
}

if (!customElements.get("charley-chat")) customElements.define("charley-chat", CharleyChat);
