// The app at the clinic's own address. The only part that knows every other.

import {
  type AnswerJson,
  ConnectAssistant,
  chatStyles,
  element,
  fill,
  followVisualViewport,
  type Settings,
} from "@charley/chat";
import { ConversationScreen } from "./conversation_screen.ts";
import { keepFocus } from "./focus.ts";
import { Installer } from "./install.ts";
import { looksLikeRedFlag } from "./offline_check.ts";
import type { Pack, Topic } from "./pack.ts";
import { openPack, takeNotes } from "./pack_store.ts";
import { numberOf } from "./parts.ts";
import {
  defaultPreferences,
  forgetPreferences,
  loadPreferences,
  type Preferences,
  savePreferences,
  withRecentTopic,
} from "./preferences.ts";
import { PrivateAssistant } from "./private_assistant.ts";
import { Reader } from "./read_aloud.ts";
import { type Route, readRoute, routeHash } from "./route.ts";
import { emergencyScreen } from "./screens/emergency.ts";
import { homeScreen } from "./screens/home.ts";
import { settingsScreen } from "./screens/settings.ts";
import { topicScreen, topicsScreen } from "./screens/topics.ts";
import { type Actions, chatWordsOf, languageOf, regionOf, type Session, wordsOf } from "./session.ts";
import { shareAnswer } from "./share.ts";
import { Shell } from "./shell.ts";
import { appNote, topicsNote } from "./storage_names.ts";
import appStyles from "./styles/app.css";
import { startUpdates, takeShared, workerIsSettled } from "./update.ts";

// Set by the build.
declare const APP_VERSION: string;

class App {
  readonly #root: ShadowRoot;
  readonly #shell: Shell;
  readonly #reader = new Reader((reading) => this.#setReading(reading));
  readonly #installer = new Installer(() => this.#refresh());
  readonly #conversation: ConversationScreen;
  readonly #announcer = element("div", { class: "visually-hidden", role: "status" });
  readonly #scrollTops = new Map<number, number>();
  #preferences = loadPreferences();
  #pack: Pack | undefined;
  #notes: string[] = [];
  #reading = false;
  #updateIsReady = false;
  // The place of the screen in the browser's history of this app.
  #step = 0;

  constructor(host: HTMLElement) {
    this.#root = host.attachShadow({ mode: "open" });
    const sheets = [chatStyles, appStyles].map((styles) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(styles);
      return sheet;
    });
    this.#root.adoptedStyleSheets = sheets;
    this.#conversation = this.#makeConversation();
    this.#shell = new Shell(
      {
        back: () => this.#back(),
        stopReading: () => this.#reader.stop(),
        dismiss: () => this.#setNotes([]),
      },
      this.#conversation.element,
    );
    this.#root.append(this.#shell.element, this.#announcer);
    followVisualViewport(host, new AbortController().signal);
  }

  async start(): Promise<void> {
    this.#step = Number(history.state?.step ?? 0);
    window.addEventListener("hashchange", () => this.#onNavigation());
    window.addEventListener("online", () => this.#showNotes());
    window.addEventListener("offline", () => this.#showNotes());
    window.addEventListener("pagehide", () => this.#reader.stop());
    this.#show();
    this.#pack = await openPack(() => this.#setUpdateIsReady());
    this.#refresh();
    await workerIsSettled();
    const updated = await takeNotes([appNote, topicsNote]);
    const words = wordsOf(this.#session());
    const texts: Readonly<Record<string, string>> = { [appNote]: words.updatedApp, [topicsNote]: words.updatedTopics };
    this.#setNotes(updated.flatMap((note) => texts[note] ?? []));
    await startUpdates(
      () => !this.#conversation.inUse && !this.#hasTyped(),
      () => this.#setUpdateIsReady(),
    );
    const shared = await takeShared();
    if (shared) this.#conversation.suggest(shared);
  }

  #session(): Session {
    return {
      preferences: this.#preferences,
      pack: this.#pack,
      talking: this.#conversation.inUse,
      canPromptInstall: this.#installer.canPrompt,
      updateIsReady: this.#updateIsReady,
      version: APP_VERSION,
      actions: this.#actions,
    };
  }

  readonly #actions: Actions = {
    go: (route) => this.#go(route),
    back: () => this.#back(),
    ask: (question) => this.#ask(question),
    change: (changes) => this.#change(changes),
    forget: () => this.#forget(),
    share: (topic) => void this.#share(asAnswer(topic)),
    readAloud: (topic) => this.#read(asAnswer(topic)),
    say: (text) => this.#say(text),
    install: () => void this.#installer.prompt().then(() => this.#refresh()),
  };

  #makeConversation(): ConversationScreen {
    const isRedFlag = (messages: readonly string[]) => {
      const check = this.#pack?.offlineCheck;
      return check !== undefined && looksLikeRedFlag(check, messages);
    };
    return new ConversationScreen({
      assistant: new PrivateAssistant({
        assistant: new ConnectAssistant(serverAddress()),
        looksLikeRedFlag: isRedFlag,
        cardText: () => this.#cardText(),
        onTopics: (ids) => this.#remember(ids),
      }),
      settings: () => this.#chatSettings(),
      words: () => wordsOf(this.#session()),
      close: () => this.#back(),
      openEmergency: () => this.#go({ screen: "emergency" }),
      share: (answer) => void this.#share(answer),
      readAloud: (answer) => this.#read(answer),
      looksLikeRedFlag: isRedFlag,
    });
  }

  #chatSettings(): Settings {
    return { language: languageOf(this.#session()), region: regionOf(this.#session()) };
  }

  #cardText() {
    const words = chatWordsOf(this.#session());
    const number = numberOf(this.#session());
    return {
      action: fill(words.callNow, { number: number || words.localNumber }),
      reason: words.urgentOffline,
      phoneNumbers: number ? [number] : [],
    };
  }

  #route(): Route {
    return readRoute(location.hash);
  }

  #go(route: Route): void {
    location.hash = routeHash(route);
  }

  // The screen before this one; home when the app began here.
  #back(): void {
    if (this.#step > 0) history.back();
    else location.replace(routeHash({ screen: "home" }));
  }

  #onNavigation(): void {
    this.#scrollTops.set(this.#step, this.#shell.scrollTop);
    const known: unknown = history.state?.step;
    const isNew = typeof known !== "number";
    this.#step = isNew ? this.#step + 1 : known;
    if (isNew) history.replaceState({ step: this.#step }, "");
    this.#reader.stop();
    this.#show();
    this.#shell.scrollTop = isNew ? 0 : (this.#scrollTops.get(this.#step) ?? 0);
    this.#focusHeading();
    const route = this.#route();
    if (route.screen === "topic") this.#remember([route.id]);
  }

  // For those who hear the screen: where they have arrived.
  #focusHeading(): void {
    const heading = this.#shell.element.querySelector<HTMLElement>("h1");
    if (!heading || this.#route().screen === "chat") return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }

  #show(): void {
    const session = this.#session();
    const route = this.#route();
    const words = wordsOf(session);
    const talking = route.screen === "chat";
    document.documentElement.lang = languageOf(session);
    document.documentElement.dataset["textSize"] = this.#preferences.textSize;
    this.#shell.setTalking(talking);
    if (talking) {
      this.#conversation.show();
    } else {
      this.#conversation.hide();
      this.#shell.show(this.#screen(route, session), route, words);
    }
    const heading = talking ? words.askHeading : (this.#shell.element.querySelector("h1")?.textContent ?? "");
    document.title = `${heading} – Charley`;
    this.#showNotes();
  }

  #screen(route: Route, session: Session): HTMLElement {
    switch (route.screen) {
      case "topics":
        return topicsScreen(session);
      case "topic":
        return topicScreen(session, route.id);
      case "emergency":
        return emergencyScreen(session);
      case "settings":
        return settingsScreen(session);
      default:
        return homeScreen(session);
    }
  }

  // Shows the same screen anew; what is typed and where the focus is stay.
  #refresh(): void {
    if (this.#route().screen === "chat") return;
    const box = this.#questionBox();
    const top = this.#shell.scrollTop;
    keepFocus(this.#root, () => this.#show());
    const newBox = this.#questionBox();
    if (box && newBox) newBox.value = box.value;
    this.#shell.scrollTop = top;
  }

  #questionBox(): HTMLTextAreaElement | null {
    return this.#root.querySelector<HTMLTextAreaElement>("#home-question");
  }

  #hasTyped(): boolean {
    return Boolean(this.#questionBox()?.value);
  }

  #ask(question: string): void {
    this.#go({ screen: "chat" });
    this.#conversation.ask(question);
  }

  #change(changes: Partial<Preferences>): void {
    this.#preferences = { ...this.#preferences, ...changes };
    savePreferences(this.#preferences);
    this.#conversation.update();
    this.#refresh();
  }

  #forget(): void {
    this.#preferences = defaultPreferences;
    forgetPreferences();
    this.#conversation.update();
    this.#refresh();
    this.#say(wordsOf(this.#session()).forgotten);
  }

  #remember(ids: readonly string[]): void {
    if (!this.#preferences.remembersTopics) return;
    this.#preferences = ids.reduce(withRecentTopic, this.#preferences);
    savePreferences(this.#preferences);
  }

  async #share(answer: AnswerJson): Promise<void> {
    const words = wordsOf(this.#session());
    const topic = routeHash({ screen: "topic", id: answer.topicId ?? "" });
    const address = new URL(topic, serverAddress()).href;
    const outcome = await shareAnswer(answer, languageOf(this.#session()), address);
    if (outcome === "copied") this.#setNotes([words.shared]);
    if (outcome === "failed") this.#setNotes([words.shareFailed]);
  }

  #read(answer: AnswerJson): void {
    this.#reader.read(`${answer.title ?? ""} ${answer.text ?? ""}`, "en");
  }

  #setReading(reading: boolean): void {
    this.#reading = reading;
    this.#showNotes();
  }

  #setNotes(notes: string[]): void {
    this.#notes = notes;
    this.#showNotes();
  }

  #setUpdateIsReady(): void {
    if (this.#updateIsReady) return;
    this.#updateIsReady = true;
    this.#setNotes([wordsOf(this.#session()).updateReady]);
  }

  #showNotes(): void {
    const notes = { offline: !navigator.onLine, reading: this.#reading, notes: this.#notes };
    this.#shell.showNotes(notes, wordsOf(this.#session()));
  }

  #say(text: string): void {
    this.#announcer.textContent = text;
  }
}

// Where the service is: beside the app, unless a store app says where.
function serverAddress(): string {
  const named = document.querySelector<HTMLMetaElement>('meta[name="charley-server"]')?.content;
  return new URL("./", named || location.href).href;
}

function asAnswer(topic: Topic): AnswerJson {
  return { topicId: topic.id, title: topic.title, text: topic.text, citations: [...topic.citations] };
}

const host = document.querySelector<HTMLElement>("charley-app");
if (host) void new App(host).start();
