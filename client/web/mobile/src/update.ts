// Newer versions of the app: fetched in the background, taken up at a start, never in a conversation.

import { giveShared, takeOver } from "./storage_names.ts";

// Registers the service worker. A version that waited since the last time takes over now, while `mayReload` still says that nothing has
// begun; one that arrives later waits, and `onReady` is told. Nothing where there is no service worker.
export async function startUpdates(mayReload: () => boolean, onReady: () => void): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  let registration: ServiceWorkerRegistration;
  try {
    registration = await navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" });
  } catch {
    return;
  }
  if (registration.waiting && navigator.serviceWorker.controller && mayReload()) {
    if (!(await activate(registration.waiting))) onReady();
    else if (mayReload()) location.reload();
    else onReady();
  }
  registration.addEventListener("updatefound", () => {
    const arriving = registration.installing;
    arriving?.addEventListener("statechange", () => {
      if (arriving.state === "installed" && navigator.serviceWorker.controller) onReady();
    });
  });
}

const triesToActivate = 10;
const millisecondsBetweenTries = 300;

// Whether a waiting worker took over. Asked more than once: a browser puts it off while the old worker is busy.
async function activate(waiting: ServiceWorker): Promise<boolean> {
  const changed = new Promise<boolean>((resolve) => {
    navigator.serviceWorker.addEventListener("controllerchange", () => resolve(true), { once: true });
  });
  for (let i = 0; i < triesToActivate; i += 1) {
    waiting.postMessage(takeOver);
    const later = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), millisecondsBetweenTries));
    if (await Promise.race([changed, later])) return true;
  }
  return false;
}

// Waits until a worker that is taking over has done so, and has left its note.
export async function workerIsSettled(): Promise<void> {
  const worker = navigator.serviceWorker?.controller;
  while (worker?.state === "activating") {
    await new Promise((resolve) => worker.addEventListener("statechange", resolve, { once: true }));
  }
}

// What another app shared with this one, once; empty when there is nothing.
export async function takeShared(): Promise<string> {
  const worker = navigator.serviceWorker?.controller;
  if (!worker) return "";
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise<string>((resolve) => {
    port1.onmessage = ({ data }) => resolve(typeof data === "string" ? data : "");
    setTimeout(() => resolve(""), 1000);
  });
  worker.postMessage(giveShared, [port2]);
  return answer;
}
