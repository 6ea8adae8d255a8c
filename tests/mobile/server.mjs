// Stands in for charleyd's web door: the same routes and headers, and faults that a test can switch on.

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { replyTo } from "../browser/replies.mjs";
import { pack } from "./pack.mjs";

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webmanifest": "application/manifest+json",
};

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'; " +
  "worker-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

// Serves the folder `dist`. `state` may be changed while it runs: `mode` ("up", "down", "hang", "cut"), `delay` in milliseconds, `pack`
// (the offline bundle; null for none), `reply` (a function, in place of the usual one), `release` (the app's version that is served).
// `state.calls` and `state.bytes` collect what was asked and sent.
export async function startServer(dist, port = 0) {
  const state = { mode: "up", delay: 0, pack, reply: replyTo, release: "", calls: [], paths: [], bytes: 0 };
  const server = createServer((request, response) => {
    state.paths.push(`${request.method} ${request.url}`);
    if (request.url.startsWith("/charley.v1.AssistantService/")) void answerCall(state, request, response);
    else if (request.url === "/pack.json") answerPack(state, request, response);
    else answerFile(state, dist, request, response);
  });
  await new Promise((resolve) => server.listen(port, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${server.address().port}`;
  const close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { state, origin: address, port: server.address().port, close };
}

function send(state, response, status, headers, body = "") {
  state.bytes += Buffer.byteLength(body);
  response.writeHead(status, { "x-content-type-options": "nosniff", "referrer-policy": "no-referrer", ...headers });
  response.end(body);
}

function answerPack(state, request, response) {
  if (!state.pack) return send(state, response, 503, { "content-type": "text/plain" }, "no pack is loaded.");
  const etag = `"${state.pack.packVersion}"`;
  const headers = { etag, "cache-control": "no-cache", vary: "Accept-Encoding" };
  if (request.headers["if-none-match"] === etag) return send(state, response, 304, headers);
  send(state, response, 200, { ...headers, "content-type": "application/json" }, JSON.stringify(state.pack));
}

function answerFile(state, dist, request, response) {
  const { pathname } = new URL(request.url, "http://localhost");
  const path = normalize(pathname.endsWith("/") ? `${pathname}index.html` : pathname.replace(/release\d+/, ""));
  let body;
  try {
    body = readFileSync(join(dist, path));
  } catch {
    return send(state, response, 404, { "content-type": "text/plain" }, "There is nothing here.");
  }
  if (request.method !== "GET" && request.method !== "HEAD") return send(state, response, 405, { allow: "GET, HEAD" });
  const type = types[extname(path)] ?? "application/octet-stream";
  const packed = !state.release && request.headers["accept-encoding"]?.includes("br") && /text|json|svg/.test(type);
  if (packed) body = readFileSync(join(dist, `${path}.br`));
  const immutable = /-[0-9a-z]{8,}\.|\/v\d[^/]*\.[^/]*\//.test(path);
  send(
    state,
    response,
    200,
    {
      "content-type": type,
      vary: "Accept-Encoding",
      "cache-control": immutable ? "public, max-age=31536000, immutable" : "no-cache",
      ...(packed ? { "content-encoding": "br" } : {}),
      ...(type.startsWith("text/html") ? { "content-security-policy": policy } : {}),
    },
    released(state, path, body),
  );
}

// Another release: the script has another name and says another version, and the worker keeps it apart.
function released(state, path, body) {
  if (!state.release) return body;
  if (path.endsWith(".html")) return renamed(state, body);
  if (path.endsWith("sw.js")) return renamed(state, body).replace(/"([0-9a-f]{12})"/, `"$1-${state.release}"`);
  if (/app-\w+\.js$/.test(path)) return String(body).replaceAll('"0.1.0"', `"${state.release}"`);
  return body;
}

function renamed({ release }, text) {
  return String(text).replace(/app-(\w{12})\.js/g, `app-$1release${release.replaceAll(".", "")}.js`);
}

async function answerCall(state, request, response) {
  let text = "";
  for await (const chunk of request) text += chunk;
  const method = request.url.split("/").at(-1);
  const message = JSON.parse(text);
  state.calls.push({ method, message });
  const headers = { "content-type": "application/json" };
  if (state.mode === "hang") return;
  if (state.mode === "cut") return void request.socket.destroy();
  if (state.mode === "down") return send(state, response, 503, headers, JSON.stringify({ code: "unavailable" }));
  await new Promise((resolve) => setTimeout(resolve, state.delay));
  const reply = method === "Ask" ? state.reply(message) : {};
  state.repliedAt = Date.now();
  send(state, response, 200, headers, JSON.stringify(reply));
}
