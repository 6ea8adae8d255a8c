import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { after, before, test } from "node:test";
import { promisify } from "node:util";

import { looksLikeTheAnswer, QUESTION, startCharley } from "./charley.mjs";

const run = promisify(execFile);
const folder = new URL(".", import.meta.url).pathname;

let charley;
before(async () => {
  charley = await startCharley();
});
after(() => charley.stop());

for (const protocol of ["connect", "grpcweb", "grpc"]) {
  test(`buf curl asks by ${protocol}`, async () => {
    const target = protocol === "grpc" ? `http://${charley.grpc}` : charley.url;
    const { stdout } = await run(`${folder}node_modules/.bin/buf`, [
      "curl",
      "--protocol",
      protocol,
      ...(protocol === "grpc" ? ["--http2-prior-knowledge"] : []),
      "--schema",
      `${folder}../../proto`,
      "--data",
      JSON.stringify({ question: QUESTION }),
      `${target}/charley.v1.AssistantService/Ask`,
    ]);
    assert.ok(looksLikeTheAnswer(JSON.parse(stdout)));
  });
}

test("plain curl asks in one line", async () => {
  const { stdout } = await run("curl", [
    "-sS",
    "-H",
    "content-type: application/json",
    "-d",
    JSON.stringify({ question: QUESTION }),
    `${charley.url}/charley.v1.AssistantService/Ask`,
  ]);
  assert.ok(looksLikeTheAnswer(JSON.parse(stdout)));
});

test("curl sees the HTTP status and the emergency line of an error", async () => {
  const { stdout } = await run("curl", [
    "-sS",
    "-w",
    "\n%{http_code}",
    "-H",
    "content-type: application/json",
    "-d",
    "{}",
    `${charley.url}/charley.v1.AssistantService/Ask`,
  ]);
  assert.match(stdout, /call your local emergency number/);
  assert.match(stdout, /\n400$/);
});
