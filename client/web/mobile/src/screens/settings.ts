// What the patient can choose, and what is kept.

import { button, chooseLanguage, element, fill, wordsByLanguage } from "@charley/chat";
import { isInstalled, isIos } from "../install.ts";
import { regionText, section } from "../parts.ts";
import { type Preferences, textSizes } from "../preferences.ts";
import { guessRegion, regionName } from "../region.ts";
import { languageOf, type Session, wordsOf } from "../session.ts";

interface Choice {
  readonly value: string;
  readonly label: string;
}

export function settingsScreen(session: Session): HTMLElement {
  const words = wordsOf(session);
  return element(
    "main",
    { class: "screen settings" },
    element("h1", {}, words.settings),
    countryChoice(session),
    languageChoice(session),
    sizeChoice(session),
    data(session),
    install(session),
    section(words.about, element("p", { class: "label" }, version(session)), ready(session)),
  );
}

function selectField(
  id: string,
  label: string,
  chosen: string,
  choices: readonly Choice[],
  choose: (value: string) => void,
) {
  const select = element(
    "select",
    { id },
    ...choices.map(({ value, label: text }) => element("option", { value, selected: value === chosen }, text)),
  );
  select.addEventListener("change", () => choose(select.value));
  return element("div", { class: "field" }, element("label", { for: id }, label), select);
}

function countryChoice(session: Session): HTMLElement {
  const words = wordsOf(session);
  const language = languageOf(session);
  const guess = guessRegion(navigator.languages);
  const codes = (session.pack?.regions ?? []).map(({ code }) => code);
  const known = [...new Set([...codes, session.preferences.region].filter(Boolean))];
  const named = known
    .map((value) => ({ value, label: regionName(value, language) }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
  const automatic = guess ? fill(words.languageAuto, { name: regionName(guess, language) }) : words.countryNone;
  return element(
    "section",
    {},
    selectField(
      "country",
      words.country,
      session.preferences.region,
      [{ value: "", label: automatic }, ...named],
      (region) => session.actions.change({ region }),
    ),
    element("p", {}, regionText(session)),
    element("p", { class: "label" }, words.countryHelp),
  );
}

function languageChoice(session: Session): HTMLElement {
  const words = wordsOf(session);
  const names = Object.keys(wordsByLanguage).map((value) => ({ value, label: languageName(value) }));
  const automatic = languageName(chooseLanguage(navigator.languages, wordsByLanguage));
  const choices = [{ value: "", label: fill(words.languageAuto, { name: automatic }) }, ...names];
  return selectField("language", words.language, session.preferences.language, choices, (language) =>
    session.actions.change({ language }),
  );
}

// A language's name in itself.
function languageName(code: string): string {
  return new Intl.DisplayNames([code], { type: "language" }).of(code) ?? code;
}

function sizeChoice(session: Session): HTMLElement {
  const words = wordsOf(session);
  const choices = textSizes.map((value, i) => ({ value, label: words.sizes[i] ?? value }));
  return selectField("text-size", words.textSize, session.preferences.textSize, choices, (value) =>
    session.actions.change({ textSize: value as Preferences["textSize"] }),
  );
}

function data(session: Session): HTMLElement {
  const words = wordsOf(session);
  const box = element("input", { type: "checkbox", id: "remember", checked: session.preferences.remembersTopics });
  box.addEventListener("change", () => session.actions.change({ remembersTopics: box.checked, recentTopics: [] }));
  return section(
    words.data,
    element("p", {}, words.dataNothing),
    element("p", {}, words.dataChoices),
    element("div", { class: "switch" }, box, element("label", { for: "remember" }, words.recentSwitch)),
    element("p", { class: "label" }, words.recentHelp),
    button({ class: "quiet" }, () => session.actions.forget(), words.forget),
  );
}

function install(session: Session): HTMLElement {
  const words = wordsOf(session);
  if (isInstalled()) return section(words.install, element("p", {}, words.installed));
  if (session.canPromptInstall) {
    return section(
      words.install,
      button({ class: "chip" }, () => session.actions.install(), words.installButton),
    );
  }
  return section(words.install, element("p", {}, isIos() ? words.installIos : words.installOther));
}

function version(session: Session): string {
  return fill(wordsOf(session).version, { app: session.version, pack: session.pack?.version ?? "–" });
}

function ready(session: Session): HTMLElement | undefined {
  return session.updateIsReady ? element("p", {}, wordsOf(session).updateReady) : undefined;
}
