// The first screen: the question box, then what people ask.

import { button, element, packLanguage } from "@charley/chat";
import type { Topic } from "../pack.ts";
import { disclaimer, regionLine, screenLink, section, topicList } from "../parts.ts";
import { chatWordsOf, findTopic, type Session, wordsOf } from "../session.ts";

const mostFrequent = 6;

export function homeScreen(session: Session): HTMLElement {
  const words = wordsOf(session);
  return element(
    "main",
    { class: "screen home" },
    element("h1", {}, words.askHeading),
    questionForm(session),
    session.preferences.welcomed ? undefined : welcome(session),
    session.talking && screenLink({ screen: "chat" }, { class: "row going-on" }, words.conversation),
    regionLine(session),
    recent(session),
    frequent(session),
    disclaimer(session),
  );
}

function welcome(session: Session): HTMLElement {
  const words = wordsOf(session);
  const lines = words.welcomeLines.map((line) => element("li", {}, line));
  const done = button(
    { class: "chip" },
    () => {
      session.actions.change({ welcomed: true });
    },
    words.welcomeDone,
  );
  return element(
    "section",
    { class: "welcome-card", "aria-label": words.welcome },
    element("ul", { role: "list" }, ...lines),
    done,
  );
}

function questionForm(session: Session): HTMLElement {
  const words = chatWordsOf(session);
  const box = element("textarea", {
    id: "home-question",
    rows: 2,
    autocomplete: "off",
    spellcheck: "false",
    enterkeyhint: "send",
    placeholder: words.questionExample,
    dir: "auto",
  });
  const form = element(
    "form",
    { class: "composer" },
    element("label", { for: "home-question", class: "visually-hidden" }, words.question),
    box,
    element("button", { type: "submit", class: "send" }, element("span", {}, words.ask)),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const question = box.value.trim();
    if (!question) return;
    box.value = "";
    session.actions.ask(question);
  });
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    form.requestSubmit();
  });
  return form;
}

function recent(session: Session): HTMLElement | undefined {
  const words = wordsOf(session);
  const topics = session.preferences.recentTopics.flatMap((id) => findTopic(session, id) ?? []);
  if (topics.length === 0) return undefined;
  const erase = button(
    { class: "quiet" },
    () => {
      session.actions.change({ recentTopics: [] });
      session.actions.say(words.erased);
    },
    words.erase,
  );
  const part = section(words.recent, topicList(topics, "rows"));
  part.classList.add("recent");
  part.append(erase);
  return part;
}

// Until the topics are there, the questions that the chat begins with.
function frequent(session: Session): HTMLElement {
  const words = wordsOf(session);
  const asked = (session.pack?.topics ?? [])
    .filter((topic) => topic.frequent > 0)
    .sort((a, b) => a.frequent - b.frequent);
  const part = section(words.frequent, asked.length > 0 ? frequentTopics(asked) : frequentQuestions(session));
  if (words.inEnglish) part.append(element("p", { class: "label" }, words.inEnglish));
  return part;
}

function frequentTopics(topics: readonly Topic[]): HTMLElement {
  return topicList(topics.slice(0, mostFrequent), "rows large");
}

function frequentQuestions(session: Session): HTMLElement {
  const rows = chatWordsOf(session).frequent.map((question) =>
    element(
      "li",
      {},
      button({ class: "row", lang: packLanguage }, () => session.actions.ask(question), element("span", {}, question)),
    ),
  );
  return element("ul", { class: "rows large", role: "list" }, ...rows);
}
