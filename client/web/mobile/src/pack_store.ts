// Where the topics come from: the copy on this phone first, so that the app opens at once and without a connection. What is newer is
// fetched behind it and shown from the next start on.

import { type Pack, readPack } from "./pack.ts";
import { bundleAddress, contentCache, noteCache, topicsNote } from "./storage_names.ts";

async function parse(response: Response | undefined): Promise<Pack | undefined> {
  if (!response?.ok) return undefined;
  return readPack(await response.json().catch(() => undefined));
}

async function fetchFresh(): Promise<Response | undefined> {
  try {
    const response = await fetch(bundleAddress, { cache: "no-cache", credentials: "omit" });
    return response.ok ? response : undefined;
  } catch {
    return undefined;
  }
}

async function kept(): Promise<Response | undefined> {
  try {
    return await (await caches.open(contentCache)).match(bundleAddress, { ignoreVary: true });
  } catch {
    return undefined;
  }
}

async function keep(response: Response, isNew: boolean): Promise<void> {
  try {
    await (await caches.open(contentCache)).put(bundleAddress, response);
    if (isNew) await (await caches.open(noteCache)).put(topicsNote, new Response());
  } catch {
    // No room or no permission: the topics are there as long as the connection is.
  }
}

// The topics of this session. `onNewer` is told when newer ones were put by for the next start.
export async function openPack(onNewer: () => void): Promise<Pack | undefined> {
  const own = await parse(await kept());
  if (own) {
    void refresh(own.version, onNewer);
    return own;
  }
  const response = await fetchFresh();
  if (!response) return undefined;
  const copy = response.clone();
  const pack = await parse(response);
  if (pack) await keep(copy, false);
  return pack;
}

async function refresh(version: string, onNewer: () => void): Promise<void> {
  const response = await fetchFresh();
  if (!response) return;
  const copy = response.clone();
  const fresh = await parse(response);
  if (!fresh || fresh.version === version) return;
  await keep(copy, true);
  onNewer();
}

// Whether the app or the topics were updated since the last start; asked once, then forgotten.
export async function takeNotes(notes: readonly string[]): Promise<string[]> {
  try {
    const cache = await caches.open(noteCache);
    const found = await Promise.all(notes.map((note) => cache.delete(note)));
    return notes.filter((_, i) => found[i]);
  } catch {
    return [];
  }
}
