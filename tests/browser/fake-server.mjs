// Stands in for the web door: the same routes, headers and errors, with replies that a test can count on.

import { readdirSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { replyTo } from "./replies.mjs";

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
};

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'; " +
  "worker-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors ";

function listen(handler) {
  return new Promise((resolve) => {
    const server = createServer(handler);
    server.listen(0, "127.0.0.1", () => resolve(server));
  });
}

function close(server) {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
}

// Serves the folder `dist` and the service. `state` can be changed while it runs: `mode` is "up", "down" (503), "busy", "hang" (no
// answer), "strange" (a reply of a newer kind) or "cut" (the connection breaks); `embedders` and `origins` are the clinics that may frame
// and call it. `state.requests` collects what was asked.
export async function startCharley(dist) {
  const state = { mode: "up", embedders: [], origins: [], requests: [], delay: 0, frames: true };
  const files = readFolder(dist);
  const server = await listen((request, response) => {
    if (request.url.startsWith("/charley.v1.AssistantService/")) answerCall(state, request, response);
    else answerFile(state, files, request, response);
  });
  const { port } = server.address();
  return { state, port, origin: `http://127.0.0.1:${port}`, close: () => close(server) };
}

// Every file below the folder by its path in the URL. Read once, so that a build meanwhile changes nothing.
function readFolder(dist) {
  const paths = readdirSync(dist, { recursive: true }).filter((path) => statSync(join(dist, path)).isFile());
  return new Map(paths.map((path) => [`/${path}`, readFileSync(join(dist, path))]));
}

function answerFile(state, files, request, response) {
  const { pathname } = new URL(request.url, "http://localhost");
  if (pathname.startsWith("/frame/") && !state.frames) return void request.socket.destroy();
  const path = pathname.endsWith("/") ? `${pathname}index.html` : pathname;
  const body = files.get(path);
  if (!body) return void response.writeHead(404).end("There is nothing here.");
  const type = types[extname(path)] ?? "application/octet-stream";
  const immutable = /-[0-9a-z]{8,}\.|\/v\d[^/]*\.[^/]*\//.test(path);
  response.writeHead(200, {
    "content-type": type,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": immutable ? "public, max-age=31536000, immutable" : "no-cache",
    "cross-origin-resource-policy": immutable ? "cross-origin" : "same-origin",
    ...(immutable ? { "access-control-allow-origin": "*" } : {}),
    ...(type.startsWith("text/html") ? pageHeaders(state, path) : {}),
  });
  response.end(body);
}

function pageHeaders(state, path) {
  const ancestors = path.startsWith("/frame/") ? ["'self'", ...state.embedders].join(" ") : "'none'";
  return {
    "content-security-policy": policy + ancestors,
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  };
}

async function answerCall(state, request, response) {
  const { origin } = request.headers;
  const cors = state.origins.includes(origin)
    ? { "access-control-allow-origin": origin, "access-control-allow-headers": "content-type", vary: "Origin" }
    : {};
  if (request.method === "OPTIONS") return void response.writeHead(204, cors).end();
  let text = "";
  for await (const chunk of request) text += chunk;
  const message = JSON.parse(text);
  const method = request.url.split("/").at(-1);
  state.requests.push({ method, message, headers: request.headers });
  const send = (status, body) => {
    response.writeHead(status, { "content-type": "application/json", ...cors }).end(JSON.stringify(body));
  };
  if (state.mode === "hang") return;
  if (state.mode === "cut") return void request.socket.destroy();
  if (state.mode === "down") return send(503, { code: "unavailable", message: "no pack is loaded" });
  if (state.mode === "busy") return send(429, { code: "resource_exhausted", message: "too many calls" });
  if (state.mode === "strange") return send(200, { urgency: "URGENCY_SELF_CARE", hologram: { text: "hello" } });
  if (method === "RateAnswer") return send(200, {});
  if ([...message.question].length > 2000)
    return send(400, { code: "invalid_argument", message: "question has too many characters" });
  await new Promise((resolve) => setTimeout(resolve, state.delay));
  send(200, replyTo(message));
}

// A clinic's pages on an origin of their own, with a strict policy that allows Charley's scripts and frames alone; pages with "inline"
// in their path may call the service as well.
export async function startClinic(pages, charley) {
  const requests = [];
  const server = await listen((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    requests.push(pathname);
    const body = pages[pathname];
    if (body === undefined) return void response.writeHead(404).end();
    const isPage = body.startsWith("<!doctype");
    response.writeHead(200, {
      "content-type": isPage ? types[".html"] : (types[extname(pathname)] ?? "text/plain"),
      ...(isPage
        ? {
            "content-security-policy":
              `default-src 'none'; script-src 'self' ${charley}; style-src 'self'; frame-src ${charley}; ` +
              `connect-src ${pathname.includes("inline") ? charley : "'none'"}; ` +
              "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'",
          }
        : {}),
    });
    response.end(body);
  });
  const { port } = server.address();
  // By another name than Charley's, so that it is another site, not only another port.
  return { requests, port, origin: `http://localhost:${port}`, close: () => close(server) };
}
