// What the patient chose, kept on this phone. Nothing is written before something is chosen.

export const textSizes = ["normal", "large", "largest"] as const;
export type TextSize = (typeof textSizes)[number];

export interface Preferences {
  // BCP 47 tag; empty: as on this phone.
  readonly language: string;
  // ISO 3166-1 alpha-2; empty: guessed.
  readonly region: string;
  readonly textSize: TextSize;
  readonly welcomed: boolean;
  readonly remembersTopics: boolean;
  // Ids of topics, the latest first; empty unless they are remembered.
  readonly recentTopics: readonly string[];
}

export const defaultPreferences: Preferences = {
  language: "",
  region: "",
  textSize: "normal",
  welcomed: false,
  remembersTopics: false,
  recentTopics: [],
};

const mostRecent = 6;
const place = "charley";

// Preferences out of what an older or newer version wrote; what cannot be understood is as if it had not been chosen.
export function readPreferences(text: string | null): Preferences {
  let stored: Record<string, unknown> = {};
  try {
    const value: unknown = JSON.parse(text ?? "{}");
    if (typeof value === "object" && value !== null) stored = value as Record<string, unknown>;
  } catch {
    return defaultPreferences;
  }
  const remembersTopics = stored["remembersTopics"] === true;
  const recent = Array.isArray(stored["recentTopics"]) ? stored["recentTopics"] : [];
  return {
    language: typeof stored["language"] === "string" ? stored["language"] : "",
    region: /^[A-Z]{2}$/.test(String(stored["region"])) ? String(stored["region"]) : "",
    textSize: textSizes.find((size) => size === stored["textSize"]) ?? "normal",
    welcomed: stored["welcomed"] === true,
    remembersTopics,
    recentTopics: remembersTopics ? recent.filter(isTopicId).slice(0, mostRecent) : [],
  };
}

function isTopicId(value: unknown): value is string {
  return typeof value === "string" && /^[a-z0-9-]{1,80}$/.test(value);
}

// The preferences after a topic was opened.
export function withRecentTopic(preferences: Preferences, id: string): Preferences {
  if (!preferences.remembersTopics || !isTopicId(id)) return preferences;
  const others = preferences.recentTopics.filter((other) => other !== id);
  return { ...preferences, recentTopics: [id, ...others].slice(0, mostRecent) };
}

// Storage may be refused or full: then the choice holds until the app is closed.
export function loadPreferences(): Preferences {
  try {
    return readPreferences(localStorage.getItem(place));
  } catch {
    return defaultPreferences;
  }
}

export function savePreferences(preferences: Preferences): void {
  try {
    localStorage.setItem(place, JSON.stringify(preferences));
  } catch {
    // As said above.
  }
}

export function forgetPreferences(): void {
  try {
    localStorage.removeItem(place);
  } catch {
    // Nothing could be kept either.
  }
}
