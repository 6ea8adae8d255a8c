// A real service for the tests: started on free ports, ended with them.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

const bin = process.env.CHARLEY_BIN ?? new URL("../../build/release/bin", import.meta.url).pathname;

/** Starts charleyd; `origins` may call it from a browser. Resolves once it is ready. */
export async function startCharley({ origins = [] } = {}) {
  const service = spawn(
    `${bin}/charleyd`,
    ["--grpc", "127.0.0.1:0", "--http", "127.0.0.1:0", ...origins.flatMap((one) => ["--allow-origin", one])],
    { stdio: ["ignore", "pipe", "ignore"] },
  );
  const [line] = await once(createInterface({ input: service.stdout }), "line");
  const ready = /^ready grpc=(\S+) http=(\S+)$/.exec(line);
  if (ready === null) throw new Error(`charleyd said: ${line}`);
  return {
    grpc: ready[1],
    http: ready[2],
    url: `http://${ready[2]}`,
    async stop() {
      service.kill("SIGTERM");
      await once(service, "exit");
    },
  };
}

export const QUESTION = "why do my calves cramp at night";
export const RED_FLAG = "crushing chest pain and I can't breathe";

/** What every client must find in an answer to QUESTION. */
export function looksLikeTheAnswer(response) {
  const reply = response.reply?.value ?? response.answer;
  return reply !== undefined && reply.citations.length > 0 && reply.citations[0].quote.length > 0;
}
