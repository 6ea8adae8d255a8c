import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, test } from "node:test";

import { build } from "esbuild";
import { chromium } from "playwright-core";

import { QUESTION, startCharley } from "./charley.mjs";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

let charley;
let site;
let browser;
let page;

before(async () => {
  const bundle = await build({
    entryPoints: [new URL("browser_page.mjs", import.meta.url).pathname],
    bundle: true,
    write: false,
    format: "iife",
    legalComments: "none",
  });
  const script = bundle.outputFiles[0].text;
  site = createServer((request, response) => {
    const isScript = request.url === "/page.js";
    response.setHeader("content-type", isScript ? "text/javascript" : "text/html");
    response.end(isScript ? script : '<!doctype html><title>A site</title><script src="/page.js"></script>');
  });
  await new Promise((resolve) => site.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${site.address().port}`;
  charley = await startCharley({ origins: [origin] });
  browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: FLAGS });
  page = await browser.newPage();
  await page.goto(origin);
});

after(async () => {
  await browser?.close();
  await charley?.stop();
  site?.close();
});

for (const kind of ["connect", "connect-binary", "connect-grpc-web", "grpc-web-text", "grpc-web-binary"]) {
  test(`a page on an allowed origin asks by ${kind}`, async () => {
    const citations = await page.evaluate(
      ([how, url, question]) => globalThis.askBy(how, url, question),
      [kind, charley.url, QUESTION],
    );
    assert.ok(citations > 0);
  });
}

test("the official grpc-web sees the status and the emergency line of an error", async () => {
  const error = await page.evaluate((url) => globalThis.askForError(url), charley.url);
  assert.match(error, /^3 .*call your local emergency number/);
});

test("a page on an origin that is not allowed reads nothing", async () => {
  const closed = await startCharley();
  try {
    const outcome = await page.evaluate(
      ([url, question]) => globalThis.askBy("connect", url, question).then(() => "read", () => "refused"),
      [closed.url, QUESTION],
    );
    assert.equal(outcome, "refused");
  } finally {
    await closed.stop();
  }
});
