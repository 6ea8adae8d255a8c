// The attributes of <charley-chat>, as a clinic writes them.

import type { Scheme, Settings } from "@charley/chat";

export const attributeNames = [
  "server",
  "mode",
  "region",
  "lang",
  "dir",
  "theme",
  "accent",
  "radius",
  "position",
  "greeting",
  "suggestions",
  "clinic-name",
  "clinic-phone",
  "clinic-website",
] as const;

export type AttributeName = (typeof attributeNames)[number];
export type ReadAttribute = (name: AttributeName) => string | undefined;

// The chat's settings. Questions in `suggestions` are parted by "|".
export function settingsFrom(read: ReadAttribute, inherited: { language: string; direction: string }): Settings {
  const direction = read("dir") ?? inherited.direction;
  return {
    language: read("lang") || inherited.language || undefined,
    direction: direction === "rtl" ? "rtl" : "ltr",
    region: read("region"),
    theme: { scheme: schemeOf(read("theme")), accent: read("accent"), radius: read("radius") },
    greeting: read("greeting"),
    suggestions: listOf(read("suggestions")),
    clinic: { name: read("clinic-name"), phone: read("clinic-phone"), website: read("clinic-website") },
  };
}

// The server's address, with a slash at its end: the attribute when it is one of the web, otherwise the folder above the loader's.
export function serverAddress(attribute: string | undefined, loader: string, page: string): string {
  const fallback = new URL("../../", loader).href;
  if (!attribute) return fallback;
  try {
    const url = new URL(attribute.endsWith("/") ? attribute : `${attribute}/`, page);
    return url.protocol === "https:" || url.protocol === "http:" ? url.href : fallback;
  } catch {
    return fallback;
  }
}

function schemeOf(text: string | undefined): Scheme {
  return text === "light" || text === "dark" ? text : "auto";
}

function listOf(text: string | undefined): string[] | undefined {
  return text
    ?.split("|")
    .map((part) => part.trim())
    .filter(Boolean);
}
