import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { chooseLanguage, readableDate } from "../../../client/web/chat/src/language.ts";
import { fill, loaderWordsByLanguage, wordsByLanguage } from "../../../client/web/chat/src/words.ts";

const placesOf = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();

describe("the message file", () => {
  for (const [name, lists] of Object.entries({ wordsByLanguage, loaderWordsByLanguage })) {
    for (const [language, list] of Object.entries(lists)) {
      it(`has every text of ${name} in ${language}, with the same places to fill in`, () => {
        const english = lists["en"] as Record<string, string | readonly string[]>;
        assert.deepEqual(Object.keys(list).sort(), Object.keys(english).sort());
        for (const [key, text] of Object.entries(list as typeof english)) {
          if (typeof text !== "string") continue;
          assert.deepEqual(placesOf(text), placesOf(String(english[key])), key);
          assert.ok(text !== "" || key === "englishOnly", `${key} is empty`);
        }
      });
    }
  }

  it("says in every language but English that answers are in English", () => {
    for (const [language, list] of Object.entries(wordsByLanguage)) {
      assert.equal(list.englishOnly === "", language === "en");
    }
  });
});

describe("fill", () => {
  it("fills every place and leaves what has no value", () => {
    assert.equal(fill("{a} and {b} and {a}", { a: 1 }), "1 and {b} and 1");
  });
});

describe("chooseLanguage", () => {
  it("takes the first wanted tag that is translated, by its language alone", () => {
    assert.equal(chooseLanguage(["de-CH", "fr-CA", "es"], wordsByLanguage), "fr");
    assert.equal(chooseLanguage([undefined, "", " ES-mx "], wordsByLanguage), "es");
  });

  it("is English when nothing fits, also for names that every object has", () => {
    assert.equal(chooseLanguage(["de", "constructor"], wordsByLanguage), "en");
  });
});

describe("readableDate", () => {
  it("writes days and months out, and leaves years and the unknown", () => {
    assert.equal(readableDate("2025-12-24", "en"), "24 December 2025");
    assert.equal(readableDate("2025-12", "fr"), "décembre 2025");
    assert.equal(readableDate("2023", "en"), "2023");
    assert.equal(readableDate("last year", "en"), "last year");
  });
});
