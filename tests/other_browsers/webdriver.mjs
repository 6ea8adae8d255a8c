// A client of the W3C's WebDriver protocol: the few commands that the tests need, as plain HTTP.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { until } from "./until.mjs";

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

async function call(address, method, path, body) {
  const response = await fetch(address + path, { method, body: body && JSON.stringify(body) });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`);
  return value;
}

// Starts a driver with variables of its environment, and one session with it. `send` calls a command below the session; `stop` ends both.
export async function startSession(program, variables, capabilities) {
  const port = await freePort();
  const driver = spawn(program, [`--port=${port}`], { stdio: "ignore", env: { ...process.env, ...variables } });
  const ended = once(driver, "exit");
  const address = `http://127.0.0.1:${port}`;
  await until(`${program} answers`, async () => (await call(address, "GET", "/status").catch(() => ({}))).ready);
  const { sessionId } = await call(address, "POST", "/session", { capabilities: { alwaysMatch: capabilities } });
  const send = (method, path, body) => call(address, method, `/session/${sessionId}/${path}`, body);
  const stop = async () => {
    await call(address, "DELETE", `/session/${sessionId}`);
    driver.kill();
    await ended;
  };
  return { send, stop };
}
