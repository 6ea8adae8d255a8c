// Starts the browser and the stand-in server for a test file, and opens pages that fail a test when they break a promise of the client.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, afterEach, before } from "node:test";
import { fileURLToPath } from "node:url";
import { startCharley } from "./fake-server.mjs";

const web = new URL("../../client/web/", import.meta.url);
const require = createRequire(new URL("package.json", web));
const { chromium } = require("playwright-core");
const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

export const { version } = JSON.parse(readFileSync(new URL("package.json", web), "utf8"));
const screenshots = fileURLToPath(new URL("../../build/screenshots/chat/", import.meta.url));
mkdirSync(screenshots, { recursive: true });

export const desktop = { width: 1100, height: 800 };
export const phone = { width: 360, height: 740 };

// The browser and the server of a test file; `stop` ends both.
export async function start() {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  const charley = await startCharley(fileURLToPath(new URL("dist", web)));
  const stop = async () => {
    await browser.close();
    await charley.close();
  };
  return { browser, charley, stop };
}

// A page in a context of its own. `page.trouble` collects what may never happen: script errors, broken policies, and requests to any
// origin that is not in `origins`.
export async function newPage(browser, origins, options = {}) {
  const context = await browser.newContext({ viewport: desktop, locale: "en-GB", ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.trouble = [];
  page.on("pageerror", (error) => page.trouble.push(`script error: ${error.message}`));
  page.on("console", (message) => {
    const text = message.text();
    if (/content security policy|trusted type|integrity/i.test(text)) page.trouble.push(text);
  });
  context.on("request", (request) => {
    const { origin } = new URL(request.url());
    if (!origins.includes(origin)) page.trouble.push(`request to ${request.url()}`);
  });
  return page;
}

// Opens the chat on a page of its own, as the widget's frame holds it.
export async function openChat({ browser, charley }, options = {}) {
  const page = await newPage(browser, [charley.origin], options);
  await page.goto(`${charley.origin}/frame/`);
  await page.locator("textarea").waitFor();
  return page;
}

// For a test file on the chat: starts everything before its tests, sets the server back after each, and closes the pages that were
// opened, none of which may have had trouble.
export function chatSuite() {
  const suite = { pages: [] };
  before(async () => {
    suite.shared = await start();
    suite.server = suite.shared.charley.state;
  });
  after(() => suite.shared.stop());
  afterEach(async () => {
    Object.assign(suite.server, { mode: "up", delay: 0, requests: [] });
    for (const page of suite.pages.splice(0)) {
      assert.deepEqual(page.trouble, []);
      await page.context().close();
    }
  });
  suite.open = async (options) => {
    const page = await openChat(suite.shared, options);
    suite.pages.push(page);
    return page;
  };
  return suite;
}

// Types a question and sends it with Enter.
export async function send(scope, question) {
  const box = scope.locator("textarea");
  await box.fill(question);
  await box.press("Enter");
}

// Sends a question and waits until its reply is there.
export async function ask(scope, question) {
  const before = await scope.locator(".reply").count();
  await send(scope, question);
  await scope.locator(".reply").nth(before).waitFor();
}

// What axe finds in a page or a frame: with every rule that it runs by default, or with those of `rules` alone.
export async function axe(frame, rules) {
  await frame.evaluate(`if (!window.axe) { ${axeSource} }`);
  const options = rules ? { runOnly: rules } : {};
  const { violations } = await frame.evaluate((given) => window.axe.run(given), options);
  return violations.map(
    ({ id, impact, nodes }) => `${id} (${impact}): ${nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`,
  );
}

// The focused element through shadow roots, as "name.class".
export const focused = (scope) =>
  scope.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return `${element.localName}.${element.className}`;
  });

// Collects everything that the chat's live regions say from now on, in order.
export async function listen(page) {
  await page.evaluate(() => {
    const { shadowRoot } = document.querySelector("charley-conversation");
    window.heard = [];
    for (const region of shadowRoot.querySelectorAll("[aria-live=polite], [role=alert]")) {
      new MutationObserver((changes) => {
        for (const node of changes.flatMap((change) => [...change.addedNodes])) {
          window.heard.push(`${region.getAttribute("role") ?? "polite"}: ${node.textContent}`);
        }
      }).observe(region, { childList: true });
    }
  });
  return () => page.evaluate(() => window.heard);
}

export async function screenshot(page, name) {
  // Animations of at most 150 ms end first.
  await page.screenshot({ path: `${screenshots}${name}.png`, animations: "disabled" });
}
