import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { webAddress } from "../../../client/web/chat/src/citations_view.ts";
import { serverAddress, settingsFrom } from "../../../client/web/widget/src/attributes.ts";
import { isUrgentLevel, messageOf } from "../../../client/web/widget/src/frame_protocol.ts";

const settings = (attributes: Record<string, string>, language = "", direction = "ltr") =>
  settingsFrom((name) => attributes[name], { language, direction });

describe("the attributes", () => {
  it("part questions at bars and leave out empty ones", () => {
    assert.deepEqual(settings({ suggestions: " Why? | | How? " }).suggestions, ["Why?", "How?"]);
    assert.equal(settings({}).suggestions, undefined);
  });

  it("take language and direction from the page unless they say otherwise", () => {
    assert.deepEqual([settings({}, "fr", "rtl").language, settings({}, "fr", "rtl").direction], ["fr", "rtl"]);
    const own = settings({ lang: "es", dir: "ltr" }, "fr", "rtl");
    assert.deepEqual([own.language, own.direction], ["es", "ltr"]);
  });

  it("know three themes", () => {
    assert.equal(settings({ theme: "dark" }).theme?.scheme, "dark");
    assert.equal(settings({ theme: "neon" }).theme?.scheme, "auto");
  });
});

describe("serverAddress", () => {
  const loader = "https://charley.example/widget/v1.0.0/charley.js";
  const page = "https://clinic.example/cramps/";

  it("is the folder that the loader's stands in, unless it is said", () => {
    assert.equal(serverAddress(undefined, loader, page), "https://charley.example/");
    assert.equal(serverAddress("https://other.example/charley", loader, page), "https://other.example/charley/");
  });

  it("is never anything but an address of the web", () => {
    for (const text of ["javascript:alert(1)", "data:text/html,x", "https://"]) {
      assert.equal(serverAddress(text, loader, page), "https://charley.example/");
    }
  });
});

describe("messages between the page and the frame", () => {
  it("are objects that say what they are", () => {
    const read = (data: unknown) => messageOf({ data } as MessageEvent<unknown>);
    assert.deepEqual(read({ charley: "close" }), { charley: "close" });
    for (const data of [null, "close", 4, {}, { charley: 4 }]) assert.equal(read(data), undefined);
  });

  it("carry a level that is one", () => {
    assert.ok(isUrgentLevel("URGENT_TODAY"));
    assert.ok(!isUrgentLevel("my chest hurts"));
  });
});

describe("webAddress", () => {
  it("lets through addresses of the web alone", () => {
    assert.equal(webAddress("https://nhs.uk/x"), "https://nhs.uk/x");
    for (const uri of [undefined, "", "nhs.uk", "javascript:alert(1)", "data:text/html,x"])
      assert.equal(webAddress(uri), undefined);
  });
});
