// Firefox ESR without a window, driven over WebDriver BiDi.

import { writeFile } from "node:fs/promises";
import puppeteer from "puppeteer-core";
import { until } from "./until.mjs";

const isChat = (frame) => new URL(frame.url()).pathname.startsWith("/frame/");

function surface(context, page) {
  const frame = () => page.frames().find(isChat);
  return {
    evaluate: (script) => page.evaluate(script),
    evaluateInFrame: async (script) => (await until("the chat's frame", frame)).evaluate(script),
    clickAt: (x, y) => page.mouse.click(x, y),
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key),
    pressShift: async (key) => {
      await page.keyboard.down("Shift");
      await page.keyboard.press(key);
      await page.keyboard.up("Shift");
    },
    resize: (size) => page.setViewport(size),
    screenshot: async (path) => writeFile(path, await page.screenshot()),
    goOffline: () => page.setOfflineMode(true),
    close: () => context.close(),
  };
}

export async function startFirefox() {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
    headless: true,
    extraPrefsFirefox: { "browser.chrome.site_icons": false },
  });
  const open = async (url, size) => {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    await page.setViewport(size);
    await page.goto(url);
    return surface(context, page);
  };
  return { open, stop: () => browser.close() };
}
