// What all screens share: words, choices, topics, and the ways from one screen to the next.

import { chooseLanguage, type ViewContext, type Words, wordsByLanguage } from "@charley/chat";
import type { Pack, Region, Topic } from "./pack.ts";
import type { Preferences } from "./preferences.ts";
import { guessRegion } from "./region.ts";
import type { Route } from "./route.ts";
import { type AppWords, appWords } from "./words.ts";

// What a screen may ask the app to do.
export interface Actions {
  go(route: Route): void;
  back(): void;
  ask(question: string): void;
  change(preferences: Partial<Preferences>): void;
  forget(): void;
  share(topic: Topic): void;
  readAloud(topic: Topic): void;
  // Says something to a screen reader.
  say(text: string): void;
  install(): void;
}

export interface Session {
  readonly preferences: Preferences;
  // Undefined until it is there.
  readonly pack: Pack | undefined;
  readonly talking: boolean;
  readonly canPromptInstall: boolean;
  readonly updateIsReady: boolean;
  readonly version: string;
  readonly actions: Actions;
}

export function languageOf({ preferences }: Session): string {
  return chooseLanguage([preferences.language, ...navigator.languages], wordsByLanguage);
}

export function wordsOf(session: Session): AppWords {
  return appWords(languageOf(session));
}

export function chatWordsOf(session: Session): Words {
  return wordsByLanguage[languageOf(session)] as Words;
}

// The chosen country, or the one that the phone's languages name; empty when neither is there.
export function regionOf({ preferences }: Session): string {
  return preferences.region || guessRegion(navigator.languages);
}

// The numbers of the patient's country; undefined when they are not known.
export function numbersOf(session: Session): Region | undefined {
  const code = regionOf(session);
  return session.pack?.regions.find((region) => region.code === code);
}

export function findTopic({ pack }: Session, id: string): Topic | undefined {
  return pack?.topics.find((topic) => topic.id === id);
}

// What the chat's own views need to show a citation on a screen of the app.
export function viewContext(session: Session): ViewContext {
  return {
    words: chatWordsOf(session),
    language: languageOf(session),
    region: regionOf(session),
    clinic: undefined,
    heading: "h2",
    answerActions: [],
    say: (text) => session.actions.say(text),
    rate: () => Promise.resolve(),
    retry: () => undefined,
  };
}
