// All topics by theme, and one topic with its sources.

import { element, icon, packLanguage, shapes } from "@charley/chat";
import * as icons from "../icons.ts";
import type { Topic } from "../pack.ts";
import { disclaimer, quietButton, screenLink, section, sources, topicList } from "../parts.ts";
import { Reader } from "../read_aloud.ts";
import { findTopic, regionOf, type Session, wordsOf } from "../session.ts";

export function topicsScreen(session: Session): HTMLElement {
  const words = wordsOf(session);
  const topics = session.pack?.topics ?? [];
  const themes = [...new Set(topics.map((topic) => topic.theme))];
  return element(
    "main",
    { class: "screen" },
    element("h1", {}, words.topics),
    words.inEnglish ? element("p", { class: "label" }, words.inEnglish) : undefined,
    topics.length === 0 && element("p", {}, words.noTopics),
    ...themes.map((theme) => {
      const part = section(
        theme,
        topicList(
          topics.filter((topic) => topic.theme === theme),
          "rows",
        ),
      );
      part.lang = packLanguage;
      return part;
    }),
  );
}

export function topicScreen(session: Session, id: string): HTMLElement {
  const words = wordsOf(session);
  const topic = findTopic(session, id);
  if (!topic) {
    return element(
      "main",
      { class: "screen" },
      element("h1", {}, words.topics),
      element("p", {}, session.pack ? words.noSuchTopic : words.noTopics),
      screenLink({ screen: "topics" }, { class: "row" }, words.allTopics),
    );
  }
  return element("main", { class: "screen topic" }, ...content(topic, session));
}

function content(topic: Topic, session: Session): (Node | undefined)[] {
  const words = wordsOf(session);
  const { actions, pack } = session;
  const related = topic.related.flatMap((id) => findTopic(session, id) ?? []);
  return [
    element("p", { class: "label", lang: packLanguage }, topic.theme),
    element("h1", { lang: packLanguage, dir: "auto" }, topic.title),
    topic.seeClinician
      ? element("div", { class: "advice" }, element("h2", {}, icon(shapes.clinician), words.seeClinician))
      : undefined,
    element("p", { class: "answer", lang: packLanguage, dir: "auto" }, topic.text),
    sources(topic.citations, session),
    element(
      "p",
      { class: "safety-net" },
      element("strong", {}, `${words.safetyNet}. `),
      element("span", { lang: packLanguage }, pack?.safetyNet(regionOf(session)) ?? ""),
    ),
    element(
      "div",
      { class: "topic-tools" },
      quietButton(words.share, icons.share, () => actions.share(topic)),
      Reader.isPossible && quietButton(words.listen, icons.listen, () => actions.readAloud(topic)),
    ),
    related.length > 0 ? section(words.related, topicList(related, "rows")) : undefined,
    screenLink({ screen: "chat" }, { class: "row going-on" }, words.askMore),
    disclaimer(session),
  ];
}
