// Which of the translations to show.

export type Direction = "ltr" | "rtl";

// The first of the wanted BCP 47 tags whose language is among the translations; otherwise English.
export function chooseLanguage(wanted: readonly (string | null | undefined)[], translations: object): string {
  for (const tag of wanted) {
    const language = tag?.trim().toLowerCase().split("-")[0];
    if (language && Object.hasOwn(translations, language)) return language;
  }
  return "en";
}

// The language of answers. The contract does not say it: every pack so far is in English.
export const packLanguage = "en";

// A date of a source, "2025-12-24" or "2025", as people write it in the language; as it came when it is neither.
export function readableDate(date: string, language: string): string {
  const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(date);
  if (!parts?.[1] || !parts[2]) return date;
  const day = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3] ?? 1));
  const format: Intl.DateTimeFormatOptions = { year: "numeric", month: "long", timeZone: "UTC" };
  if (parts[3]) format.day = "numeric";
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, format).format(day);
}
