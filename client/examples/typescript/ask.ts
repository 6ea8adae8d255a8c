// Asks Charley one question over the web door, by plain fetch: node ask.js http://HOST:PORT QUESTION
//
// The types come from proto/charley/v1/assistant.proto by protoc-gen-es (json_types=true); nothing of them is in the program.

import type { AskRequestJson, AskResponseJson } from "../../web/generated/charley/v1/assistant_pb.ts";

async function ask(server: string, request: AskRequestJson): Promise<AskResponseJson> {
  const response = await fetch(new URL("/charley.v1.AssistantService/Ask", server), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(request),
    signal: AbortSignal.timeout(5000),
  });
  if (!response.ok) throw new Error(`HTTP ${response.status}: ${await response.text()}`);
  return (await response.json()) as AskResponseJson;
}

function* linesOf(reply: AskResponseJson): Generator<string | undefined> {
  // An escalation comes alone: show it first, and nothing beside it.
  if (reply.escalation) {
    yield `${reply.escalation.headline}. ${reply.escalation.action}`;
    yield reply.escalation.translatedAction;
    return;
  }
  yield reply.clinicianAdvice?.action;
  // A message that asks two things has a second answer, or a line that says what is left out.
  for (const answer of reply.answer ? [reply.answer, ...(reply.moreAnswers ?? [])] : []) {
    yield `${answer.title} ${answer.text}`;
    for (const { title, publisher, paragraph } of answer.citations ?? []) {
      yield `  ${title}, ${publisher}, paragraph ${paragraph ?? 0}`;
    }
  }
  yield reply.leftOut;
  yield reply.notCovered?.translatedText;
  yield reply.notCovered?.text ?? reply.clarification?.prompt ?? reply.smallTalk?.text;
  for (const option of reply.clarification?.options ?? []) yield `  ${option.question}`;
  yield reply.safetyNet;
}

const [server = "", question = ""] = process.argv.slice(2);
for (const line of linesOf(await ask(server, { question, region: "GB" }))) {
  if (line) console.log(line);
}
