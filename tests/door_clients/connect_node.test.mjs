import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { Code, ConnectError, createClient } from "@connectrpc/connect";
import { createConnectTransport, createGrpcTransport, createGrpcWebTransport } from "@connectrpc/connect-node";

import { looksLikeTheAnswer, QUESTION, RED_FLAG, startCharley } from "./charley.mjs";
import { AssistantService, Urgency } from "./generated/charley/v1/assistant_pb.js";

let charley;
before(async () => {
  charley = await startCharley();
});
after(() => charley.stop());

const transports = {
  "Connect, JSON": () => createConnectTransport({ baseUrl: charley.url, httpVersion: "1.1" }),
  "Connect, binary": () =>
    createConnectTransport({ baseUrl: charley.url, httpVersion: "1.1", useBinaryFormat: true }),
  "gRPC-Web, binary": () => createGrpcWebTransport({ baseUrl: charley.url, httpVersion: "1.1" }),
  "gRPC-Web, JSON": () =>
    createGrpcWebTransport({ baseUrl: charley.url, httpVersion: "1.1", useBinaryFormat: false }),
  "gRPC on the native port": () => createGrpcTransport({ baseUrl: `http://${charley.grpc}` }),
};

for (const [name, transport] of Object.entries(transports)) {
  test(`connect-node by ${name} gets an answer, an escalation and an error with details`, async () => {
    const client = createClient(AssistantService, transport());
    assert.ok(looksLikeTheAnswer(await client.ask({ question: QUESTION })));

    const urgent = await client.ask({ question: RED_FLAG, region: "GB" });
    assert.equal(urgent.urgency, Urgency.EMERGENCY_NOW);
    assert.equal(urgent.escalation.headline, "Seek urgent care");
    assert.deepEqual(urgent.escalation.phoneNumbers[0], "999");

    const error = await client.ask({ question: " " }).catch((reason) => reason);
    assert.ok(error instanceof ConnectError);
    assert.equal(error.code, Code.InvalidArgument);
    assert.match(error.rawMessage, /call your local emergency number/);
    assert.ok(error.details.some((detail) => detail.type === "google.rpc.BadRequest"));
  });
}

test("a deadline that is over before the call arrives is DEADLINE_EXCEEDED", async () => {
  const response = await fetch(`${charley.url}/charley.v1.AssistantService/Ask`, {
    method: "POST",
    headers: { "content-type": "application/json", "connect-timeout-ms": "0" },
    body: JSON.stringify({ question: QUESTION }),
  });
  assert.equal(response.status, 504);
  assert.equal((await response.json()).code, "deadline_exceeded");
});
