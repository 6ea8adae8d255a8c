// node-nlp as a peer: its neural network over stems, with its spelling correction.
//
//   node node_nlp.mjs build TRAINING.jsonl MODEL
//   node node_nlp.mjs answer MODEL < questions
//
// The out-of-scope texts are left out: learned as its "None", they hid the topics of more than 5 % of the tuning sets' questions
// wholly, so that nothing could be refused where 95 % are accepted. Its own None, from words that it does not know, refused better.

import { readFileSync } from "node:fs";
import nodeNlp from "node-nlp";

const warmUp = 200; // questions that are asked twice, untimed at first

const newManager = () =>
  new nodeNlp.NlpManager({
    languages: ["en"],
    autoSave: false,
    calculateSentiment: false,
    forceNER: false,
    nlu: { log: false, useNoneFeature: true, spellCheck: true, spellCheckDistance: 1 },
  });

const readLines = (file) => readFileSync(file, "utf8").trimEnd().split("\n").map((line) => JSON.parse(line));

async function build(training, model) {
  const manager = newManager();
  for (const { topic, text } of readLines(training)) if (topic) manager.addDocument("en", text, topic);
  await manager.train();
  manager.save(model);
}

async function answer(manager, text) {
  const { classifications } = await manager.process("en", text);
  const best = classifications.find(({ intent }) => intent !== "None");
  const none = classifications.find(({ intent }) => intent === "None");
  return { topics: best ? [best.intent] : [], score: 1 - (none?.score ?? 0), reply: "answer" };
}

async function answerAll(model) {
  const manager = newManager();
  manager.load(model);
  const questions = readLines(0);
  for (const { text } of questions.slice(0, warmUp)) await answer(manager, text);
  for (const { id, text } of questions) {
    const start = process.cpuUsage();
    const given = await answer(manager, text);
    const { user, system } = process.cpuUsage(start);
    console.log(JSON.stringify({ id, ...given, micros: user + system }));
  }
  console.log(JSON.stringify({ resident_mib: process.memoryUsage.rss() / 2 ** 20 }));
}

const [command, ...files] = process.argv.slice(2);
await (command === "build" ? build(...files) : answerAll(...files));
