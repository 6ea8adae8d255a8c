// What the page and the service worker have to name alike.

// Holds /pack.json, by its address. Kept from one version of the app to the next.
export const contentCache = "charley-content";

// Holds a note for the next start, by its address.
export const noteCache = "charley-notes";
export const appNote = "/notes/app-updated";
export const topicsNote = "/notes/topics-updated";

export const bundleAddress = "/pack.json";

// Messages from the page to the worker.
export const takeOver = "take-over";
export const giveShared = "give-shared";
