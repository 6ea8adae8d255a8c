import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { promisify } from "node:util";

import grpc from "@grpc/grpc-js";
import loader from "@grpc/proto-loader";

import { looksLikeTheAnswer, QUESTION, startCharley } from "./charley.mjs";

let charley;
before(async () => {
  charley = await startCharley();
});
after(() => charley.stop());

test("grpc-js asks on the native port", async () => {
  const definition = loader.loadSync("charley/v1/assistant.proto", {
    includeDirs: [new URL("../../proto", import.meta.url).pathname],
  });
  const api = grpc.loadPackageDefinition(definition).charley.v1;
  const client = new api.AssistantService(charley.grpc, grpc.credentials.createInsecure());
  const ask = promisify(client.ask.bind(client));
  assert.ok(looksLikeTheAnswer(await ask({ question: QUESTION })));
  const error = await ask({ question: "" }).catch((reason) => reason);
  assert.equal(error.code, grpc.status.INVALID_ARGUMENT);
  client.close();
});
