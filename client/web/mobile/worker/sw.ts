// The service worker: keeps the app and the topics readable without a connection, and takes what another app shares. It never touches a
// call of the service, so no answer is ever kept and no question ever waits.

import { appNote, bundleAddress, contentCache, giveShared, noteCache, takeOver } from "../src/storage_names.ts";

declare const self: ServiceWorkerGlobalScope;
// Set by the build: addresses of the files of the app, and a hash of them all.
declare const SHELL_FILES: readonly string[];
declare const SHELL_VERSION: string;

const shellPrefix = "charley-app-";
const shellCache = shellPrefix + SHELL_VERSION;
const page = "/";
// What is shared waits in memory alone, and not for long.
const sharedMilliseconds = 60_000;

let shared = "";

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));

async function install(): Promise<void> {
  const shell = await caches.open(shellCache);
  // Names with a hash stand for their content: what the page has just fetched is taken over.
  await shell.addAll(
    SHELL_FILES.map((file) => new Request(file, { cache: file.includes("-") ? "default" : "no-cache" })),
  );
  const content = await caches.open(contentCache);
  // A server without a pack has none to give: the app works, and asks again at its next start.
  if (!(await content.match(bundleAddress))) await content.add(bundleAddress).catch(() => undefined);
}

async function activate(): Promise<void> {
  const old = (await caches.keys()).filter((name) => name.startsWith(shellPrefix) && name !== shellCache);
  await Promise.all(old.map((name) => caches.delete(name)));
  if (old.length > 0) await (await caches.open(noteCache)).put(appNote, new Response());
  await self.clients.claim();
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== self.location.origin) return;
  if (request.method === "POST" && pathname === "/share") {
    event.respondWith(receiveShared(request));
  } else if (request.method === "GET" && SHELL_FILES.includes(pathname)) {
    event.respondWith(fromShell(pathname, request));
  }
});

async function fromShell(pathname: string, request: Request): Promise<Response> {
  return (await (await caches.open(shellCache)).match(pathname, { ignoreVary: true })) ?? fetch(request);
}

async function receiveShared(request: Request): Promise<Response> {
  const form = await request.formData().catch(() => new FormData());
  const parts = [form.get("title"), form.get("text")].filter((part) => typeof part === "string" && part.trim());
  shared = [...new Set(parts)].join(". ");
  setTimeout(() => {
    shared = "";
  }, sharedMilliseconds);
  return Response.redirect(`${page}#/chat`, 303);
}

self.addEventListener("message", (event) => {
  if (event.data === takeOver) event.waitUntil(self.skipWaiting());
  if (event.data !== giveShared) return;
  event.ports[0]?.postMessage(shared);
  shared = "";
});
