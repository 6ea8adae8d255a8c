import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Colour, contrast, parseColour, readableOn, textOn } from "../../../client/web/chat/src/colour.ts";
import { themeProperties } from "../../../client/web/chat/src/theme.ts";

const black: Colour = [0, 0, 0];
const white: Colour = [255, 255, 255];
const rgb = (text: string | undefined) => (text ?? "").match(/\d+/g)?.map(Number) as unknown as Colour;

describe("colours", () => {
  it("are read in both lengths, and nothing else is", () => {
    assert.deepEqual(parseColour("#0B5d5e"), [11, 93, 94]);
    assert.deepEqual(parseColour(" #fc0 "), [255, 204, 0]);
    for (const text of ["red", "#12", "#12345", "rgb(1,2,3)", "#ggg", "url(x)"])
      assert.equal(parseColour(text), undefined);
  });

  it("have the contrast that WCAG's examples have", () => {
    assert.equal(contrast(black, white), 21);
    assert.equal(contrast([119, 119, 119], white).toFixed(2), "4.48");
  });

  it("are made readable on either surface, whatever they were", () => {
    for (const surface of [white, [23, 22, 20]] as Colour[]) {
      for (let value = 0; value < 0xffffff; value += 0x041f3b) {
        const colour: Colour = [value >> 16, (value >> 8) & 255, value & 255];
        assert.ok(contrast(readableOn(surface, colour, 4.5), surface) >= 4.5, `${colour} on ${surface}`);
      }
    }
  });

  it("stay as they are when they can be read", () => {
    assert.deepEqual(readableOn(white, [11, 93, 94], 4.5), [11, 93, 94]);
  });
});

describe("themeProperties", () => {
  it("gives an accent for light and for dark, each with a text that can be read on it", () => {
    const properties = themeProperties({ accent: "#f2c200" });
    for (const scheme of ["light", "dark"]) {
      const accent = rgb(properties[`--accent-${scheme}`]);
      assert.ok(contrast(accent, rgb(properties[`--on-accent-${scheme}`])) >= 4.5);
      assert.deepEqual(rgb(properties[`--on-accent-${scheme}`]), textOn(accent));
    }
    assert.notEqual(properties["--accent-light"], properties["--accent-dark"]);
  });

  it("leaves out what is no colour and no number", () => {
    const properties = themeProperties({ accent: "red;background:url(x)", radius: "10px;" });
    assert.deepEqual(new Set(Object.values(properties)), new Set([""]));
  });

  it("keeps corners between square and 24 pixels", () => {
    assert.equal(themeProperties({ radius: "99" })["--corner"], "24px");
    assert.equal(themeProperties({ radius: 0 })["--corner"], "0px");
    assert.equal(themeProperties({ radius: -4 })["--corner"], "");
  });
});
