// One journey against the real server: the app, the bundle and the service of one build fit together.

import assert from "node:assert/strict";
import { test } from "node:test";
import { startCharleyd } from "./charleyd.mjs";
import { launch, newPhone, open, tap, untilKept } from "./harness.mjs";

const build = process.env.CHARLEY_BUILD;

test("the app reads, asks and escalates with charleyd", { skip: !build && "no build folder was named" }, async () => {
  const server = await startCharleyd(build);
  const browser = await launch();
  try {
    const context = await newPhone(browser, server);
    const page = await open(context, server);
    await untilKept(page);
    await page.getByRole("textbox").fill("why do cramps come at night?");
    await page.getByRole("textbox").press("Enter");
    await page.locator(".reply").waitFor();
    await page.getByRole("textbox").fill("and now I have chest pain");
    await page.getByRole("textbox").press("Enter");
    await page.getByRole("heading", { name: "Seek urgent care" }).waitFor();
    await tap(page, "button", "Close");
    await tap(page, "link", "Topics");
    await page.getByRole("heading", { name: "Topics", level: 1 }).waitFor();
    assert.ok((await page.getByRole("main").getByRole("link").count()) > 50);
    await context.setOffline(true);
    await page.goto(`${server.origin}/#/emergency`);
    await page.getByText("Call now for any of these").waitFor();
    await page.goto(`${server.origin}/#/chat`);
    await tap(page, "button", "Start over");
    await page.getByRole("textbox").fill("my chest hurts and I can't breathe");
    await page.getByRole("textbox").press("Enter");
    await page.getByRole("heading", { name: "Seek urgent care" }).waitFor();
    assert.deepEqual(context.trouble, []);
  } finally {
    await browser.close();
    await server.close();
  }
});
