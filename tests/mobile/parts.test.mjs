// The parts of the app that need no browser.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { load } from "./modules.mjs";
import { pack as bundle } from "./pack.mjs";

const { readRoute, routeHash } = await load("./route.ts");
const { readPreferences, withRecentTopic, defaultPreferences } = await load("./preferences.ts");
const { guessRegion } = await load("./region.ts");
const { readPack } = await load("./pack.ts");
const { plainWords, looksLikeRedFlag, readOfflineCheck } = await load("./offline_check.ts");
const { appWordsByLanguage } = await load("./words.ts");
const { PrivateAssistant, CallFailure } = await load("./private_assistant.ts", "@charley/chat");

test("every screen has an address that leads back to it", () => {
  const screens = ["home", "chat", "topics", "emergency", "settings"].map((screen) => ({ screen }));
  for (const route of [...screens, { screen: "topic", id: "night-cramps-why" }]) {
    assert.deepEqual(readRoute(routeHash(route)), route);
  }
});

test("an address that names no screen leads home", () => {
  for (const hash of ["", "#", "#/nowhere", "#/chat/what-i-typed", "#/topics/A%20b", "#/topics/a/b", "#/topics/<b>"]) {
    assert.equal(readRoute(hash).screen, "home", hash);
  }
});

test("preferences of another version are read as far as they are understood", () => {
  assert.deepEqual(readPreferences(null), defaultPreferences);
  assert.deepEqual(readPreferences("not json"), defaultPreferences);
  assert.deepEqual(readPreferences('{"region":"gb","textSize":7,"hologram":true}'), defaultPreferences);
  assert.equal(readPreferences('{"region":"NZ","new":{}}').region, "NZ");
});

test("topics are remembered only when that is turned on, as ids and never as words", () => {
  assert.deepEqual(withRecentTopic(defaultPreferences, "magnesium").recentTopics, []);
  assert.deepEqual(readPreferences('{"recentTopics":["magnesium"]}').recentTopics, []);
  const on = { ...defaultPreferences, remembersTopics: true };
  assert.deepEqual(withRecentTopic(withRecentTopic(on, "a"), "b").recentTopics, ["b", "a"]);
  assert.deepEqual(withRecentTopic(withRecentTopic(withRecentTopic(on, "a"), "b"), "a").recentTopics, ["a", "b"]);
  assert.deepEqual(withRecentTopic(on, "my leg hurts").recentTopics, []);
});

test("a language alone names no country", () => {
  assert.equal(guessRegion(["en"]), "");
  assert.equal(guessRegion(["en", "en-NZ"]), "NZ");
  assert.equal(guessRegion(["zh-Hant-TW"]), "TW");
  assert.equal(guessRegion(["es-419", "not a tag"]), "");
  assert.equal(guessRegion([]), "");
});

test("the bundle is read with its sources and the numbers of the country", () => {
  const pack = readPack(bundle);
  assert.equal(pack.topics.length, 6);
  assert.equal(pack.topics[0].citations[0].publisher, "Muscle & Joint Clinic");
  assert.match(pack.safetyNet("AU"), /Call 000 /);
  assert.match(pack.safetyNet(""), /Call your local emergency number /);
});

test("a bundle of a newer server is read, and what is unknown is passed over", () => {
  const newer = {
    ...bundle,
    packVersion: "cramps@new",
    films: [1],
    topics: [{ ...bundle.topics[0], urgency: "URGENCY_NEW", mood: {} }, { id: "broken" }, null],
    emergencyFlags: [{ urgency: "URGENCY_WORSE_THAN_ALL", flags: ["A sign.", 7] }],
    offlineCheck: { form: 2, table: "…" },
  };
  const pack = readPack(newer);
  assert.equal(pack.topics.length, 1);
  assert.equal(pack.topics[0].seeClinician, true);
  assert.deepEqual(pack.flagGroups, [{ now: true, flags: ["A sign."], citations: [] }]);
  assert.equal(pack.offlineCheck, undefined);
});

test("a bundle of an older server is read, and what is missing is empty", () => {
  const pack = readPack({ packVersion: "cramps@old", topics: [{ id: "a", title: "A?", answer: "B." }] });
  assert.equal(pack.topics[0].theme, "");
  assert.deepEqual(pack.topics[0].citations, []);
  assert.deepEqual(pack.regions, []);
  assert.equal(pack.safetyNet("GB"), "");
});

test("what is no bundle is refused", () => {
  for (const json of [undefined, null, 7, "text", [], {}, { packVersion: 3 }]) assert.equal(readPack(json), undefined);
});

test("words are read as the pack's compiler reads them", () => {
  const cases = JSON.parse(readFileSync(new URL("plain_words.json", import.meta.url), "utf8"));
  for (const { text, words } of cases) assert.deepEqual(plainWords(text, 5), words, text);
});

test("the offline check adds up words and pairs within a message", () => {
  const check = readOfflineCheck(bundle.offlineCheck);
  assert.equal(looksLikeRedFlag(check, ["I have chest pain"]), true);
  assert.equal(looksLikeRedFlag(check, ["my chest", "pain"]), false);
  assert.equal(looksLikeRedFlag(check, ["calf chest pain chest pain"]), true);
  assert.equal(looksLikeRedFlag(check, ["my calf cramps"]), false);
});

test("every language says everything", () => {
  const { en, ...others } = appWordsByLanguage;
  for (const [language, words] of Object.entries(others)) {
    for (const [name, text] of Object.entries(en)) {
      assert.equal(typeof words[name], typeof text, `${language}.${name}`);
      if (Array.isArray(text)) assert.equal(words[name].length, text.length, `${language}.${name}`);
      const places = (value) =>
        String(value)
          .match(/\{\w+\}/g)
          ?.sort() ?? [];
      assert.deepEqual(places(words[name]), places(text), `${language}.${name}`);
    }
  }
});

// A conversation with a service that cannot be reached while `online` is false.
function conversation(isRedFlag = () => false) {
  const world = { online: true, sent: [], topics: [], said: [] };
  const inner = {
    async ask(request) {
      if (!world.online) throw new CallFailure("offline");
      world.sent.push(request);
      return { urgency: "URGENCY_SELF_CARE", answer: { topicId: "magnesium" }, packVersion: "p" };
    },
    async rate() {},
  };
  const own = new PrivateAssistant({
    assistant: inner,
    looksLikeRedFlag: (messages) => messages.some(isRedFlag),
    cardText: () => ({ action: "Call 999 now.", reason: "Serious.", phoneNumbers: ["999"] }),
    onTopics: (ids) => world.topics.push(...ids),
  });
  world.ask = async (question) => {
    const earlier = [...world.said];
    world.said.push(question);
    return own.ask({ question, earlier }).catch((error) => error.kind);
  };
  world.retry = async () => own.ask({ question: world.said.at(-1), earlier: world.said.slice(0, -1) });
  world.startOver = () => world.said.splice(0);
  return world;
}

test("a reply tells its topics", async () => {
  const world = conversation();
  await world.ask("does magnesium help");
  assert.deepEqual(world.topics, ["magnesium"]);
});

test("a question that was asked offline is not sent with a later one", async () => {
  const world = conversation();
  await world.ask("first");
  world.online = false;
  assert.equal(await world.ask("typed offline"), "offline");
  world.online = true;
  await world.ask("second");
  assert.deepEqual(world.sent.at(-1), { question: "second", earlier: ["first"] });
});

test("a question that was asked offline is sent when the patient tries again", async () => {
  const world = conversation();
  world.online = false;
  await world.ask("typed offline");
  world.online = true;
  await world.retry();
  assert.deepEqual(world.sent.at(-1), { question: "typed offline", earlier: [] });
  await world.ask("second");
  assert.deepEqual(world.sent.at(-1).earlier, ["typed offline"]);
});

test("a red flag that the device found offline stands until it is sent or the patient starts over", async () => {
  const world = conversation((text) => text.includes("chest"));
  world.online = false;
  await world.ask("chest pain");
  world.online = true;
  const reply = await world.ask("and my calf");
  assert.equal(reply.urgency, "URGENCY_EMERGENCY_NOW");
  assert.equal(reply.escalation.action, "Call 999 now.");
  assert.equal(reply.answer, undefined);
  assert.deepEqual(world.sent.at(-1).earlier, []);
  world.startOver();
  assert.equal((await world.ask("my calf")).urgency, "URGENCY_SELF_CARE");
});
