// Newer topics, a newer app, and the two of different ages together.

import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { replyTo } from "../browser/replies.mjs";
import { dist, launch, newPhone, open, screenshot, tap, untilKept } from "./harness.mjs";
import { nextPack, pack } from "./pack.mjs";
import { startServer } from "./server.mjs";

let browser;
let server;
let context;
before(async () => {
  browser = await launch();
});
after(() => browser.close());
beforeEach(async () => {
  server = await startServer(dist);
  context = await newPhone(browser, server);
});
afterEach(async () => {
  await context.close();
  await server.close();
});

test("newer topics are taken up at the next start, with a note", async () => {
  const page = await open(context, server, "#/topics");
  await untilKept(page);
  server.state.pack = nextPack;
  await page.reload();
  await page.getByText("A new version is ready.").first().waitFor();
  assert.equal(await page.getByRole("link", { name: "Heat or cold?" }).count(), 0);
  await page.reload();
  await page.getByRole("link", { name: "Heat or cold?" }).waitFor();
  await page.getByText("The topics were updated.").first().waitFor();
  await screenshot(page, "updated topics");
  await tap(page, "button", "Close");
  await page.reload();
  await page.getByRole("link", { name: "Heat or cold?" }).waitFor();
  assert.equal(await page.getByText("The topics were updated.").count(), 0);
});

// Makes the browser look for a newer app, and waits until it is there and waits itself.
function findUpdate(page) {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    while (!registration.waiting) await new Promise((resolve) => setTimeout(resolve, 20));
  });
}

test("a newer app waits for the next start and never breaks into a conversation", async () => {
  const page = await open(context, server, "#/chat");
  await untilKept(page);
  await page.getByRole("textbox").fill("why at night");
  await page.getByRole("textbox").press("Enter");
  await page.locator(".reply").waitFor();
  server.state.release = "0.2.0";
  await findUpdate(page);
  await page.getByText("A new version is ready.").first().waitFor();
  await page.getByRole("textbox").fill("why again");
  await page.getByRole("textbox").press("Enter");
  await page.locator(".reply").nth(1).waitFor();
  await page.close();

  const next = await open(context, server, "#/settings");
  await next.getByText("App 0.2.0").first().waitFor();
  await next.getByText("Charley was updated.").first().waitFor();
  await screenshot(next, "updated app");
  await next.reload();
  await next.getByText("App 0.2.0").first().waitFor();
  assert.equal(await next.getByText("Charley was updated.").count(), 0);
});

test("a start while a newer app waits takes it up, even when another window is open", async () => {
  const page = await open(context, server, "#/settings");
  await untilKept(page);
  server.state.release = "0.3.0";
  await findUpdate(page);
  const next = await open(context, server, "#/settings");
  await next.getByText("App 0.3.0").first().waitFor();
  // The older window goes on as it was.
  await page.getByText("App 0.1.0").first().waitFor();
  await tap(page, "link", "Topics");
  await page.getByRole("link", { name: "Does magnesium help?" }).waitFor();
});

test("an old app reads a newer server", async () => {
  server.state.pack = { ...pack, films: ["new"], offlineCheck: { form: 2 } };
  server.state.reply = (message) => ({ ...replyTo(message), hologram: { new: true }, moods: [1] });
  const page = await open(context, server, "#/chat");
  await page.getByRole("textbox").fill("why at night");
  await page.getByRole("textbox").press("Enter");
  await page.locator(".reply").waitFor();
  await page.getByRole("heading", { name: "Why do cramps come at night?" }).waitFor();
});

test("a new app reads an older server, whose bundle and replies lack fields", async () => {
  const { packVersion, topics } = pack;
  server.state.pack = {
    packVersion,
    topics: topics.map(({ id, title, answer, theme }) => ({ id, title, answer, theme })),
  };
  server.state.reply = () => ({ answer: { title: "Why?", text: "Because." } });
  const page = await open(context, server, "#/topics/magnesium");
  await page.getByRole("heading", { name: "Does magnesium help?" }).waitFor();
  await tap(page, "link", "Emergency");
  await page.getByText("Trouble breathing", { exact: true }).first().waitFor();
  await page.getByRole("link", { name: "Call 999" }).waitFor();
  await page.goto(`${server.origin}/#/chat`);
  await page.getByRole("textbox").fill("why");
  await page.getByRole("textbox").press("Enter");
  await page.getByText("Because.").first().waitFor();
});
