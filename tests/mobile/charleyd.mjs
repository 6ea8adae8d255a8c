// Starts the real server of a build.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { dist } from "./harness.mjs";

// `folder` is a CMake build folder, for example "build/release". `grpc` and `origin` are where it serves; `close` ends it.
export async function startCharleyd(folder) {
  const pack = join(folder, "share/charley/packs/cramps.db");
  const options = ["--pack", pack, "--grpc", "127.0.0.1:0", "--http", "127.0.0.1:0", "--web-root", dist];
  const child = spawn(join(folder, "bin/charleyd"), options, { stdio: ["ignore", "pipe", "ignore"] });
  const exited = once(child, "exit");
  const [line] = await Promise.race([
    once(createInterface(child.stdout), "line"),
    exited.then(() => Promise.reject(new Error(`${folder}/bin/charleyd ended before it served`))),
  ]);
  const [, grpc, http] = /^ready grpc=(\S+) http=(\S+)$/.exec(line) ?? [];
  if (!http || http === "off") throw new Error(`charleyd said: ${line}`);
  const close = async () => {
    child.kill("SIGTERM");
    await exited;
  };
  return { grpc, origin: `http://${http}`, close };
}
