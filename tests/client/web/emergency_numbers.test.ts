import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { emergencyNumber, telephoneLink } from "../../../client/web/chat/src/emergency_numbers.ts";
// @ts-expect-error: a plain script, without types
import { codesByNumber } from "../../../client/web/scripts/regions.mjs";

describe("emergencyNumber", () => {
  it("knows every region of the pack by the number that stands first there", () => {
    const file = readFileSync("knowledge/cramps/regions.textproto", "utf8");
    const pairs = [...file.matchAll(/code:\s*"(\w+)"[^}]*?emergency_number:\s*"(\d+)"/g)];
    assert.ok(pairs.length > 30, `${pairs.length} regions`);
    for (const [, code, number] of pairs) assert.equal(emergencyNumber(code), number, code);
  });

  it("takes small letters, and knows nothing of what is no region", () => {
    assert.equal(emergencyNumber(" gb "), "999");
    for (const region of ["", undefined, "XX", "G", "GB IE", "E"]) assert.equal(emergencyNumber(region), "");
  });
});

describe("the generator", () => {
  it("refuses a region without a number instead of losing it", () => {
    assert.throws(() => codesByNumber('regions { code: "GB" name: "x" }'), /without a code or an emergency number/);
    assert.throws(() => codesByNumber("# nothing"), /no region/);
  });

  it("does not take a commented region", () => {
    const text = '# regions { code: "ZZ" emergency_number: "1" }\nregions { code: "GB" emergency_number: "999" }';
    assert.deepEqual(codesByNumber(text), { 999: "GB" });
  });
});

describe("telephoneLink", () => {
  it("dials the digits", () => {
    assert.equal(telephoneLink("000"), "tel:000");
    assert.equal(telephoneLink("+44 (0)20 7946-0000"), "tel:+4402079460000");
  });

  it("is none for what is no number", () => {
    for (const text of ["", "9", "NHS 111", "javascript:alert(1)", "999;ext=1"])
      assert.equal(telephoneLink(text), undefined);
  });
});
