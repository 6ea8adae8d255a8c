// The panel of the launcher: an iframe from Charley's own origin, made when it is first opened.

import { emergencyLine } from "./emergency_line.ts";
import { type FromFrame, isUrgentLevel, messageOf, type ToFrame } from "./frame_protocol.ts";
import { element, followVisualViewport, type LoaderWords, type Settings, type UrgentLevel } from "./loader_parts.ts";

const name = "Charley";
// A frame that does not answer for this long is taken to be out of reach.
const framePatienceMilliseconds = 10_000;
// As in styles/loader.css: narrower windows are filled by the panel.
const narrow = "(max-width: 40em), (max-height: 30em)";

export interface PanelEvents {
  close(): void;
  escalation(level: UrgentLevel): void;
}

export class Panel {
  readonly element = element("dialog", { id: "panel", class: "panel", popover: "manual", "aria-label": name });
  readonly #server: string;
  readonly #events: PanelEvents;
  readonly #notice = element("div", { class: "notice" });
  #frame: HTMLIFrameElement | undefined;
  #words: LoaderWords;
  #settings: Settings;
  #ready = false;
  #patience: ReturnType<typeof setTimeout> | undefined;
  #whileOpen = new AbortController();

  constructor(server: string, words: LoaderWords, settings: Settings, events: PanelEvents) {
    this.#server = server;
    this.#words = words;
    this.#settings = settings;
    this.#events = events;
    this.element.append(this.#notice);
    this.element.addEventListener("cancel", (event) => {
      event.preventDefault();
      events.close();
    });
    this.update(words, settings);
  }

  update(words: LoaderWords, settings: Settings): void {
    this.#words = words;
    this.#settings = settings;
    this.element.dir = settings.direction ?? "ltr";
    if (this.#ready) this.#tell({ charley: "configure", settings });
  }

  get isOpen(): boolean {
    return !this.#whileOpen.signal.aborted && this.#frame !== undefined;
  }

  // In the top layer, above whatever the page stacks. It fills a small window, and the page behind it rests.
  open(): void {
    this.#whileOpen = new AbortController();
    const { signal } = this.#whileOpen;
    if (!this.#frame) this.#load();
    if (matchMedia(narrow).matches || !this.element.showPopover) this.element.showModal();
    else this.element.showPopover();
    followVisualViewport(this.element, signal);
    if (this.#ready) this.#focusFrame();
    else this.#notice.querySelector("button")?.focus();
  }

  close(): void {
    this.#whileOpen.abort();
    if (this.element.open) this.element.close();
    else this.element.hidePopover();
  }

  // Lets go of the frame.
  remove(): void {
    clearTimeout(this.#patience);
    this.#whileOpen.abort();
    this.element.remove();
  }

  // Takes a message of the window; those of others than this panel's frame are not looked at.
  receive(event: MessageEvent<unknown>): void {
    const fromFrame = this.#frame !== undefined && event.source === this.#frame.contentWindow;
    if (!fromFrame || event.origin !== new URL(this.#server).origin) return;
    const message = messageOf<FromFrame>(event);
    if (message?.charley === "listening") this.#tell({ charley: "configure", settings: this.#settings });
    else if (message?.charley === "ready") this.#onReady();
    else if (message?.charley === "close") this.#events.close();
    else if (message?.charley === "escalation" && isUrgentLevel(message.level)) this.#events.escalation(message.level);
  }

  #load(): void {
    this.#frame?.remove();
    this.#ready = false;
    this.#say(this.#words.opening);
    // Not sandboxed: a sandbox would keep "tel:" links from dialling, and the frame has an origin of its own already.
    this.#frame = element("iframe", {
      class: "frame",
      title: name,
      src: new URL("frame/", this.#server).href,
      allow: "clipboard-write",
      referrerpolicy: "no-referrer",
    });
    this.element.append(this.#frame);
    this.#patience = setTimeout(() => this.#onSilence(), framePatienceMilliseconds);
  }

  #onReady(): void {
    clearTimeout(this.#patience);
    this.#ready = true;
    const waited = this.#noticeHasFocus();
    this.#notice.replaceChildren();
    if (this.isOpen && waited) this.#focusFrame();
  }

  #onSilence(): void {
    this.#say(
      this.#words.unreachable,
      ...emergencyLine(this.#settings.region, this.#words),
      this.#button(this.#words.tryAgain, () => this.#load()),
    );
  }

  // Stands before the frame until it is ready.
  #say(text: string, ...more: HTMLElement[]): void {
    const focused = this.#noticeHasFocus();
    const close = this.#button(this.#words.close, () => this.#events.close());
    this.#notice.replaceChildren(element("p", { role: "status" }, text), ...more, close);
    if (focused) close.focus();
  }

  // Not by ":focus-within": in WebKit nothing matches that while another window is the active one.
  #noticeHasFocus(): boolean {
    return this.#notice.contains((this.#notice.getRootNode() as ShadowRoot).activeElement);
  }

  #button(label: string, run: () => void): HTMLButtonElement {
    const button = element("button", { type: "button" }, label);
    button.addEventListener("click", run);
    return button;
  }

  #focusFrame(): void {
    this.#frame?.focus();
    this.#tell({ charley: "opened" });
  }

  #tell(message: ToFrame): void {
    this.#frame?.contentWindow?.postMessage(message, new URL(this.#server).origin);
  }
}
