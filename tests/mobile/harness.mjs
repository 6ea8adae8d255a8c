// Phones to test on, and pages that fail a test when they break a promise of the app.

import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { startServer } from "./server.mjs";

const web = new URL("../../client/web/", import.meta.url);
const require = createRequire(new URL("package.json", web));
const { chromium } = require("playwright-core");
const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

// A copy of the built files, so that another build does not pull them away.
export const dist = process.env.CHARLEY_WEB ?? fileURLToPath(new URL("dist", web));
const screenshots = fileURLToPath(new URL("../../build/screenshots/mobile/", import.meta.url));
mkdirSync(screenshots, { recursive: true });

const android =
  "Mozilla/5.0 (Linux; Android 13; Pixel 4a) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36";
const ios =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1";
const phone = { isMobile: true, hasTouch: true, deviceScaleFactor: 2, locale: "en-GB" };

export const phones = {
  "small Android": { ...phone, userAgent: android, viewport: { width: 320, height: 568 } },
  Android: { ...phone, userAgent: android, viewport: { width: 360, height: 740 } },
  iPhone: { ...phone, userAgent: ios, viewport: { width: 390, height: 844 } },
  landscape: { ...phone, userAgent: android, viewport: { width: 740, height: 360 } },
  dark: { ...phone, userAgent: android, viewport: { width: 360, height: 740 }, colorScheme: "dark" },
  "reduced motion": { ...phone, userAgent: android, viewport: { width: 360, height: 740 }, reducedMotion: "reduce" },
};

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export function launch(more = []) {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: [...flags, ...more] });
}

// The browser and the server of a test file; `stop` ends both.
export async function start() {
  const browser = await launch();
  const server = await startServer(dist);
  const stop = async () => {
    await browser.close();
    await server.close();
  };
  return { browser, server, stop };
}

// A phone with its own storage. `context.trouble` collects what may never happen: script errors, broken policies, and requests to
// anybody but the server.
export async function newPhone(browser, server, options = phones.Android) {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(10_000);
  context.trouble = [];
  context.on("weberror", (error) => context.trouble.push(`script error: ${error.error().message}`));
  context.on("console", (message) => {
    if (/content security policy|integrity/i.test(message.text())) context.trouble.push(message.text());
  });
  context.on("request", (request) => {
    const { origin } = new URL(request.url());
    if (origin !== server.origin) context.trouble.push(`request to ${request.url()}`);
  });
  return context;
}

// Opens a screen; waits until its heading is there.
export async function open(context, server, hash = "") {
  const page = await context.newPage();
  await page.goto(`${server.origin}/${hash}`);
  await page.locator("h1").first().waitFor();
  return page;
}

// Waits until the app can do without a connection.
export async function untilKept(page) {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    while (!navigator.serviceWorker.controller) await new Promise((resolve) => setTimeout(resolve, 20));
    const isKept = async () => Boolean(await caches.match("/pack.json"));
    while (!(await isKept())) await new Promise((resolve) => setTimeout(resolve, 20));
  });
}

// What axe finds, once nothing moves any more.
export async function axe(page) {
  await page.evaluate(() => {
    const roots = (root) => [
      root,
      ...[...root.querySelectorAll("*")].flatMap((node) => (node.shadowRoot ? roots(node.shadowRoot) : [])),
    ];
    return Promise.all(roots(document).flatMap((root) => root.getAnimations().map((animation) => animation.finished)));
  });
  await page.evaluate(`if (!window.axe) { ${axeSource} }`);
  const { violations } = await page.evaluate(() => window.axe.run());
  return violations.map(
    ({ id, impact, nodes }) => `${id} (${impact}): ${nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`,
  );
}

export async function screenshot(page, name) {
  await page.screenshot({ path: `${screenshots}${name.replaceAll(" ", "-")}.png`, animations: "disabled" });
}

// Taps a link or button by its name, as it is shown on the screen.
export async function tap(page, role, name) {
  await page.getByRole(role, { name, exact: true }).first().tap();
}
