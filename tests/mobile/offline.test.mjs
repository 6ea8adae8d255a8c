// Without a connection, with a bad one, and with a server that is away.

import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { axe, dist, newPhone, open, screenshot, start, tap, untilKept } from "./harness.mjs";
import { pack } from "./pack.mjs";
import { startServer } from "./server.mjs";

let world;
let context;
before(async () => {
  world = await start();
});
after(() => world.stop());
beforeEach(async () => {
  Object.assign(world.server.state, { mode: "up", delay: 0, pack, calls: [] });
  context = await newPhone(world.browser, world.server);
});
afterEach(() => context.close());

// A page whose app is on the phone, with the connection gone.
async function offlinePage(hash = "") {
  const first = await open(context, world.server);
  await untilKept(first);
  await first.close();
  await context.setOffline(true);
  return open(context, world.server, hash);
}

async function ask(page, question) {
  await page.getByRole("textbox").fill(question);
  await page.getByRole("textbox").press("Enter");
}

test("topics, their sources and the Emergency screen are read without a connection", async () => {
  const page = await offlinePage();
  await page.getByText("a question needs a connection").first().waitFor();
  assert.deepEqual(await axe(page), []);
  await screenshot(page, "offline home");
  await tap(page, "link", "Topics");
  await tap(page, "link", "Does magnesium help?");
  await page.getByRole("button", { name: /^Source 1:/ }).tap();
  await page.getByText("Muscle & Joint Clinic").first().waitFor();
  await tap(page, "link", "Emergency");
  await page.getByText("A drooping face, weak arm or slurred speech can be a stroke.").first().waitFor();
  assert.equal(await page.getByRole("link", { name: "Call 999" }).getAttribute("href"), "tel:999");
  assert.deepEqual(context.trouble, []);
});

test("a deep link opens without a connection", async () => {
  const page = await offlinePage("#/topics/magnesium");
  await page.getByRole("heading", { name: "Does magnesium help?" }).waitFor();
});

test("a question asked offline is told so, kept nowhere and never sent by itself", async () => {
  const page = await offlinePage("#/chat");
  await ask(page, "why does my secret calf cramp");
  await page.getByText("You are offline. Charley needs a connection to answer.").first().waitFor();
  await page.getByText("If this may be an emergency").first().waitFor();
  assert.deepEqual(await axe(page), []);
  await screenshot(page, "offline question");
  const kept = await page.evaluate(async () => {
    let all =
      JSON.stringify({ ...localStorage }) + JSON.stringify({ ...sessionStorage }) + JSON.stringify(history.state);
    all += location.href + JSON.stringify(await indexedDB.databases());
    for (const name of await caches.keys()) {
      for (const request of await (await caches.open(name)).keys()) all += request.url;
    }
    return all;
  });
  assert.doesNotMatch(kept, /secret/);
  await context.setOffline(false);
  await ask(page, "why at night");
  await page.locator(".reply").waitFor();
  assert.deepEqual(
    world.server.state.calls.map(({ message }) => [message.question, message.earlier ?? []]),
    [["why at night", []]],
  );
});

test("a question asked offline is sent when the patient tries again", async () => {
  const page = await offlinePage("#/chat");
  await ask(page, "why at night");
  await page.getByText("You are offline.").first().waitFor();
  await context.setOffline(false);
  await tap(page, "button", "Try again");
  await page.locator(".reply").waitFor();
  assert.equal(world.server.state.calls.length, 1);
});

test("red-flag words typed offline bring up the emergency card", async () => {
  const page = await offlinePage("#/chat");
  await ask(page, "I have chest pain");
  await page.getByRole("heading", { name: "Seek urgent care" }).waitFor();
  assert.equal(await page.getByRole("link", { name: "Call 999" }).getAttribute("href"), "tel:999");
  assert.deepEqual(await axe(page), []);
  await screenshot(page, "offline red flag");
  // Back online, the flag that no server has seen still stands.
  await context.setOffline(false);
  await ask(page, "and what about my calf");
  await page.locator(".reply").waitFor();
  await page.getByRole("heading", { name: "Seek urgent care" }).waitFor();
  await tap(page, "button", "Start over");
  await ask(page, "why at night");
  await page.getByRole("heading", { name: "Why do cramps come at night?" }).waitFor();
});

test("words without a red flag are never told that there is none", async () => {
  const page = await offlinePage("#/chat");
  await ask(page, "my calf cramps");
  await page.getByText("Charley could not check your message.").first().waitFor();
  await page.getByText("If this may be an emergency").first().waitFor();
});

test("the note goes when the connection is back", async () => {
  const page = await offlinePage();
  await page.getByText("You are offline.").first().waitFor();
  await context.setOffline(false);
  await page.getByText("You are offline.").first().waitFor({ state: "detached" });
});

test("a server that dies in the middle of a question leaves the emergency line and a second try", async () => {
  const server = await startServer(dist);
  const phone = await newPhone(world.browser, server);
  const page = await open(phone, server, "#/chat");
  await untilKept(page);
  server.state.mode = "hang";
  await ask(page, "why at night");
  await page.getByText("Looking for an answer").first().waitFor();
  await server.close();
  await page.getByText("Charley can’t be reached right now").first().waitFor();
  await page.getByRole("link", { name: "Call 999" }).waitFor();
  const again = await startServer(dist, server.port);
  await tap(page, "button", "Try again");
  await page.locator(".reply").waitFor();
  await phone.close();
  await again.close();
});

test("the app starts while the server is away", async () => {
  const server = await startServer(dist);
  const phone = await newPhone(world.browser, server);
  await untilKept(await open(phone, server));
  await server.close();
  const page = await open(phone, server, "#/topics");
  await page.getByRole("link", { name: "Does magnesium help?" }).waitFor();
  await phone.close();
});

test("a server without a pack still serves the app and the gravest signs", async () => {
  world.server.state.pack = null;
  const page = await open(context, world.server, "#/emergency");
  await page.getByText("Trouble breathing", { exact: true }).first().waitFor();
  await tap(page, "link", "Topics");
  await page.getByText("The topics are not on this phone yet.").first().waitFor();
});

test("on a slow network the question waits with a word, and an answer that is too late is said so", async () => {
  const page = await open(context, world.server, "#/chat");
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 600,
    downloadThroughput: 25_000,
    uploadThroughput: 25_000,
  });
  await ask(page, "why at night");
  await page.getByText("Looking for an answer").first().waitFor();
  await page.locator(".reply").waitFor();
  world.server.state.mode = "hang";
  await ask(page, "why again");
  await page.getByText("The answer is taking too long to arrive.").first().waitFor({ timeout: 12_000 });
});
