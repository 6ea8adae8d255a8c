// Prepares a store app for a stand-in server: node prepare_store_app.mjs FOLDER

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { isMainThread, Worker, workerData } from "node:worker_threads";

// The server answers in a thread of its own, while the script that is tested runs in another process.
if (isMainThread) {
  const worker = new Worker(new URL(import.meta.url), { workerData: true });
  const origin = await new Promise((resolve) => worker.once("message", resolve));
  const script = fileURLToPath(new URL("../../client/web/mobile/store_app.mjs", import.meta.url));
  const { status } = spawnSync(process.execPath, [script, origin, process.argv[2]], { stdio: "inherit" });
  await worker.terminate();
  process.exitCode = status ?? 1;
} else if (workerData) {
  const { parentPort } = await import("node:worker_threads");
  const { startServer } = await import("./server.mjs");
  const { origin } = await startServer(".");
  parentPort.postMessage(origin);
}
