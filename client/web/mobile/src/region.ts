// In which country the patient is, as far as the phone's languages say it.

// The country that the first of these tags names ("en-GB"); empty when none does. A language alone says no country: a wrong number is
// worse than none.
export function guessRegion(tags: readonly string[]): string {
  for (const tag of tags) {
    try {
      const { region } = new Intl.Locale(tag);
      if (region && /^[A-Z]{2}$/.test(region)) return region;
    } catch {
      // Not a language tag.
    }
  }
  return "";
}

// A country's name in a language; its code where the device does not know it.
export function regionName(code: string, language: string): string {
  try {
    return new Intl.DisplayNames([language], { type: "region" }).of(code) ?? code;
  } catch {
    return code;
  }
}
