// The chat: one conversation and its view, in a shadow root. The only part that knows both.

import { Announcer } from "./announcer.ts";
import { Choices } from "./choices.ts";
import { Composer } from "./composer.ts";
import type { AnswerJson } from "./contract.ts";
import {
  begin,
  beginAgain,
  type Conversation,
  type Entry,
  earlierMessages,
  earlierThatFit,
  emptyConversation,
  fail,
  succeed,
} from "./conversation.ts";
import { button, element } from "./dom.ts";
import { EmergencyCard } from "./emergency_card.ts";
import { entryView } from "./entry_view.ts";
import { CallFailure, type FailureKind } from "./failure.ts";
import * as shapes from "./icon_shapes.ts";
import { icon } from "./icons.ts";
import { chooseLanguage, packLanguage } from "./language.ts";
import type { ChatOptions, Settings } from "./options.ts";
import { mostChoices, readReply } from "./reply.ts";
import { spokenEntry } from "./spoken.ts";
import { styles } from "./styles/index.ts";
import { applyTheme } from "./theme.ts";
import { Transcript } from "./transcript.ts";
import type { ViewContext } from "./view_context.ts";
import { type Words, wordsByLanguage } from "./words.ts";

// A wait that is shorter is not worth a word.
const announceWaitMilliseconds = 1500;

export class Chat {
  readonly #root: ShadowRoot;
  readonly #options: ChatOptions;
  #settings: Settings;
  #language = "en";
  #words: Words = wordsByLanguage["en"] as Words;
  #state: Conversation = emptyConversation;
  #views = new Map<Entry, HTMLElement>();
  // Grows when the conversation starts over: a reply to an older one is not shown.
  #epoch = 0;

  readonly #announcer = new Announcer();
  readonly #card = new EmergencyCard();
  readonly #choices = new Choices();
  readonly #composer: Composer;
  readonly #transcript: Transcript;
  readonly #header = element("header", { class: "header" });
  readonly #welcome = element("div", { class: "welcome" });
  readonly #waiting = element("p", { class: "waiting", hidden: true });
  readonly #disclaimer = element("p", { class: "disclaimer" });
  readonly #scroller: HTMLElement;
  readonly #frame: HTMLElement;

  // Fills the shadow root of an element that has a size. One chat a root.
  constructor(root: ShadowRoot, options: ChatOptions) {
    this.#root = root;
    this.#options = options;
    this.#settings = options.settings;
    this.#composer = new Composer((question) => this.#askFromBox(question));
    this.#transcript = new Transcript(() => this.#composer.focus());
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    this.#scroller = element(
      "div",
      { class: "scroller" },
      this.#welcome,
      this.#transcript.element,
      this.#waiting,
      this.#choices.element,
    );
    this.#frame = element(
      options.place === "page" ? "main" : "section",
      { class: "chat" },
      this.#header,
      this.#card.element,
      this.#scroller,
      this.#composer.element,
      this.#disclaimer,
      this.#announcer.element,
    );
    this.#frame.addEventListener("keydown", (event) => this.#onKey(event));
    root.append(this.#frame);
    this.update(options.settings);
  }

  // Takes other settings; the conversation goes on.
  update(settings: Settings): void {
    this.#settings = settings;
    this.#language = chooseLanguage([settings.language, navigator.language], wordsByLanguage);
    this.#words = wordsByLanguage[this.#language] as Words;
    this.#frame.lang = this.#language;
    this.#frame.dir = settings.direction ?? "ltr";
    applyTheme(this.#root.host as HTMLElement, settings.theme ?? {});
    this.#views.clear();
    this.#renderFixedParts();
    this.#render();
  }

  // Asks as if the patient had typed it. Does nothing while a question waits.
  ask(question: string): void {
    const text = question.trim();
    if (!text || this.#state.pending !== undefined) return;
    this.#state = begin(this.#state, text);
    void this.#send(text);
  }

  // Puts a question into the box for the patient to send.
  suggest(question: string): void {
    this.#composer.text = question;
    this.#composer.focus();
  }

  // Moves the focus to the box: for an opening that the patient asked for.
  focus(): void {
    this.#composer.focus();
  }

  // Forgets the conversation.
  startOver(): void {
    this.#epoch += 1;
    this.#state = emptyConversation;
    this.#composer.text = "";
    this.#render();
    this.#announcer.say(this.#words.startedOver);
  }

  // The language that is shown.
  get language(): string {
    return this.#language;
  }

  // Whether a question waits or a conversation is under way: a page that wants to reload should not.
  get inUse(): boolean {
    return this.#state.entries.length > 0 || this.#composer.text !== "";
  }

  #askFromBox(question: string): void {
    this.#composer.text = "";
    this.ask(question);
  }

  async #send(question: string): Promise<void> {
    const epoch = this.#epoch;
    this.#render();
    this.#scrollToLastQuestion();
    const wait = setTimeout(() => this.#announcer.say(this.#words.waiting), announceWaitMilliseconds);
    const finished = await this.#exchange(question);
    clearTimeout(wait);
    if (epoch !== this.#epoch) return;
    this.#finish(finished);
  }

  // Makes the call; returns the state after it.
  async #exchange(question: string): Promise<Conversation> {
    const earlier = earlierMessages(this.#state);
    const sent = earlierThatFit(earlier, question);
    const region = this.#settings.region?.trim().toUpperCase() ?? "";
    try {
      const response = await this.#options.assistant.ask({
        question,
        earlier: sent,
        ...(/^[A-Z]{2}$/.test(region) ? { region } : {}),
      });
      const reply = readReply(response);
      if (!reply) throw new CallFailure("unreadable");
      return succeed(this.#state, reply, earlier.length - sent.length);
    } catch (error) {
      const kind: FailureKind = error instanceof CallFailure ? error.kind : "unreadable";
      return fail(this.#state, kind, this.#options.redFlagOnDevice?.([...earlier, question]) ?? false);
    }
  }

  #finish(state: Conversation): void {
    this.#state = state;
    const alerted = this.#render();
    this.#scrollToLastQuestion();
    const last = state.entries.at(-1);
    if (!last) return;
    const escalated = last.kind === "reply" && last.reply.content.kind === "escalation";
    if (escalated) this.#options.onEscalation?.(last.reply.content.escalation.level);
    if (last.kind === "failure" && last.failure === "too-long") this.#composer.text = last.question;
    // A new card is an alert, which says what there is to say.
    if (!(escalated && alerted)) this.#announcer.say(spokenEntry(last, this.#words));
  }

  #choose(question: string, event: MouseEvent): void {
    this.#keepFocus(event);
    this.ask(question);
  }

  // For a control that is about to go: a keyboard goes on in the box, a finger does not want the on-screen keyboard.
  #keepFocus(event: MouseEvent): void {
    if ((event as PointerEvent).pointerType !== "touch") this.#composer.focus();
  }

  #context(): ViewContext {
    return {
      words: this.#words,
      language: this.#language,
      region: this.#settings.region ?? "",
      clinic: this.#settings.clinic,
      heading: this.#options.place === "page" ? "h2" : "h3",
      answerActions: this.#options.answerActions ?? [],
      say: (text) => this.#announcer.say(text),
      rate: (answer, helpful) => this.#rate(answer, helpful),
      retry: (event) => this.#retry(event),
    };
  }

  async #rate(answer: AnswerJson, helpful: boolean): Promise<void> {
    await this.#options.assistant.rate({
      topicId: answer.topicId ?? "",
      rating: helpful ? "RATING_HELPFUL" : "RATING_NOT_HELPFUL",
    });
  }

  #retry(event: MouseEvent): void {
    const again = beginAgain(this.#state);
    if (again === this.#state || again.pending === undefined) return;
    this.#keepFocus(event);
    this.#state = again;
    void this.#send(again.pending);
  }

  #renderFixedParts(): void {
    const words = this.#words;
    const title = element(this.#options.place === "page" ? "h1" : "h2", { part: "title" }, words.name);
    const restart = button(
      { class: "tool" },
      () => this.#startOverByHand(),
      icon(shapes.again),
      element("span", {}, words.startOver),
    );
    const close = button(
      { class: "tool" },
      () => this.#options.onClose?.(),
      icon(shapes.close),
      element("span", {}, words.close),
    );
    this.#frame.setAttribute("aria-label", words.name);
    this.#header.replaceChildren(
      element("div", { class: "title" }, title, element("p", {}, words.subject)),
      ...(this.#options.headerTools ?? []).map((tool) =>
        button({ class: "tool" }, () => tool.run(), icon(tool.shape), element("span", {}, tool.label)),
      ),
      restart,
      ...(this.#options.onClose ? [close] : []),
    );
    this.#welcome.replaceChildren(
      element("p", { class: "greeting", dir: "auto" }, this.#settings.greeting || words.greeting),
      element("p", {}, words.whatCharleyIs),
      ...(words.englishOnly ? [element("p", {}, words.englishOnly)] : []),
    );
    this.#waiting.textContent = words.waiting;
    this.#disclaimer.textContent = words.disclaimer;
    this.#composer.translate(words);
    this.#transcript.translate(words);
  }

  #startOverByHand(): void {
    this.startOver();
    this.#composer.focus();
  }

  // Shows the state; whether that put up another emergency card.
  #render(): boolean {
    const { entries, card, pending } = this.#state;
    const context = this.#context();
    this.#views = new Map(entries.map((entry) => [entry, this.#views.get(entry) ?? entryView(entry, context)]));
    this.#transcript.show([...this.#views.values()]);
    const alerted = this.#card.show(card, context);
    this.#frame.toggleAttribute("data-urgent", card !== undefined);
    this.#welcome.hidden = entries.length > 0;
    this.#waiting.hidden = pending === undefined;
    this.#composer.setWaiting(pending !== undefined);
    this.#renderChoices();
    return alerted;
  }

  #renderChoices(): void {
    const { entries, choices } = this.#state;
    const choose = (question: string, event: MouseEvent) => this.#choose(question, event);
    const last = entries.at(-1);
    if (!last) {
      const own = this.#settings.suggestions?.slice(0, mostChoices);
      const questions = own && own.length > 0 ? own : this.#words.frequent;
      this.#choices.show(this.#words.frequentHeading, questions, questions === own ? "" : packLanguage, choose);
      return;
    }
    const asking = last.kind === "reply" && last.reply.content.kind === "clarification";
    this.#choices.show(asking ? this.#words.choose : this.#words.related, choices, packLanguage, choose);
  }

  // Long answers are read from their beginning, so the last question goes to the top, not the last line to the bottom.
  #scrollToLastQuestion(): void {
    const question = [...this.#views].findLast(([entry]) => entry.kind === "question")?.[1] ?? this.#waiting;
    const scrolls = getComputedStyle(this.#scroller).overflowY !== "visible";
    const box = scrolls ? this.#scroller : this.#frame;
    box.scrollTop += question.getBoundingClientRect().top - box.getBoundingClientRect().top - 8;
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key !== "Escape" || event.isComposing || !this.#options.onClose) return;
    event.stopPropagation();
    this.#options.onClose();
  }
}
