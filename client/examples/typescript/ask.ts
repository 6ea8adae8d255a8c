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

const [server = "", question = ""] = process.argv.slice(2);
const reply = await ask(server, { question, region: "GB" });
// An escalation comes alone: show it first, and nothing beside it.
if (reply.escalation) {
  console.log(`${reply.escalation.headline}. ${reply.escalation.action}`);
} else if (reply.answer) {
  console.log(`${reply.answer.title} ${reply.answer.text}`);
  for (const { title, publisher, paragraph } of reply.answer.citations ?? []) {
    console.log(`  ${title}, ${publisher}, paragraph ${paragraph ?? 0}`);
  }
} else {
  console.log(reply.notCovered?.text ?? reply.clarification?.prompt ?? reply.smallTalk?.text);
}
console.log(reply.safetyNet ?? "");
