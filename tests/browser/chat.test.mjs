// The chat in a real browser: answers, and what is kept of them.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ask, chatSuite } from "./harness.mjs";

const suite = chatSuite();

describe("an answer", () => {
  it("stands with its citations, safety net, suggestions and the disclaimer", async () => {
    const page = await suite.open();
    await ask(page, "why at night");
    const reply = page.locator(".reply");
    assert.equal(await reply.getByRole("heading", { level: 2 }).innerText(), "Why do cramps come at night?");
    assert.equal(await reply.locator(".mark").count(), 2);
    assert.match(await reply.locator(".safety-net").innerText(), /^When to get help\. Get medical help today/);
    assert.equal(await page.locator(".chip").count(), 3);
    assert.ok(await page.getByText("Educational information, not medical advice.").isVisible());
  });

  it("opens a citation in place, with source, publisher, date, paragraph, quote and label, and closes it again", async () => {
    const page = await suite.open();
    await ask(page, "why at night");
    const marks = page.locator(".mark");
    await marks.first().click();
    const source = page.locator(".source");
    const text = await source.innerText();
    for (const part of [
      "Leg Cramps and Spasms",
      "Muscle & Joint Clinic · 24 December 2025 · Paragraph 7",
      "“the foot naturally points",
    ]) {
      assert.ok(text.includes(part), `${part} in ${text}`);
    }
    assert.equal(await marks.first().getAttribute("aria-expanded"), "true");
    await marks.nth(1).click();
    assert.equal(await source.count(), 1);
    assert.match(await source.innerText(), /The clinic’s own opinion/);
    assert.equal(await marks.first().getAttribute("aria-expanded"), "false");
    await marks.nth(1).click();
    assert.equal(await source.count(), 0);
  });

  it("numbers the citations of several answers through", async () => {
    const page = await suite.open();
    await ask(page, "chiropractor and night");
    assert.deepEqual(await page.locator(".reply .mark").allInnerTexts(), ["1", "2", "3"]);
  });

  it("asks a suggestion that is tapped, with the earlier messages", async () => {
    const page = await suite.open();
    await ask(page, "why at night");
    await page.getByRole("button", { name: "How can I have fewer cramps at night?" }).click();
    await page.locator(".reply").nth(1).waitFor();
    const { message } = suite.server.requests.at(-1);
    assert.deepEqual(message, { question: "How can I have fewer cramps at night?", earlier: ["why at night"] });
  });

  it("counts whether it helped, by topic alone", async () => {
    const page = await suite.open();
    await ask(page, "why at night");
    const rated = page.waitForResponse(/RateAnswer/);
    await page.getByRole("button", { name: "No", exact: true }).click();
    await rated;
    await page.getByText("Thank you.").first().waitFor();
    const { method, message } = suite.server.requests.at(-1);
    assert.equal(method, "RateAnswer");
    assert.deepEqual(message, { topicId: "night-cramps-why", rating: "RATING_NOT_HELPFUL" });
  });

  it("is copied with its sources", async () => {
    const page = await suite.open();
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await ask(page, "why at night");
    await page.getByRole("button", { name: "Copy" }).click();
    await page.getByRole("button", { name: "Copied" }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(copied, /^Why do cramps come at night\?\nStretch your calves/);
    assert.match(copied, /- Leg Cramps and Spasms.*Muscle & Joint Clinic, 24 December 2025, Paragraph 7/);
    assert.match(copied, /Educational information, not medical advice\.$/);
  });

  it("offers the choices of a clarification", async () => {
    const page = await suite.open();
    await ask(page, "cramp in my leg");
    assert.equal(await page.getByRole("group", { name: "Choose one" }).locator("button").count(), 3);
    await page.getByRole("button", { name: "How do I ease a cramp in my calf?" }).click();
    await page.locator(".reply").nth(1).waitFor();
  });
});

describe("privacy", () => {
  it("keeps nothing: no cookie, no storage, no address, and nothing after a reload", async () => {
    const page = await suite.open();
    await ask(page, "my secret cramp");
    const kept = await page.evaluate(async () => ({
      cookie: document.cookie,
      local: localStorage.length,
      session: sessionStorage.length,
      databases: (await indexedDB.databases()).length,
      address: location.href,
      history: history.length,
    }));
    const { address, history, ...stores } = kept;
    assert.deepEqual(stores, { cookie: "", local: 0, session: 0, databases: 0 });
    assert.ok(!address.includes("secret"));
    assert.deepEqual(await page.context().cookies(), []);
    await page.reload();
    await page.locator("textarea").waitFor();
    assert.equal(await page.locator(".message").count(), 0);
    assert.ok(!(await page.content()).includes("secret"));
  });

  it("sends the question in the body of a POST alone, without a referrer or cookies", async () => {
    const page = await suite.open();
    await ask(page, "my secret cramp");
    const { headers } = suite.server.requests[0];
    assert.equal(headers.referer, undefined);
    assert.equal(headers.cookie, undefined);
  });
});

describe("a long conversation", () => {
  it("stays quick and complete at 200 messages, and sends the latest 50 along", async () => {
    const page = await suite.open();
    for (let i = 0; i < 100; i++) {
      await page.locator("textarea").fill(`why at night ${i}`);
      await page.locator("textarea").press("Enter");
      await page.locator(".reply").nth(i).waitFor();
    }
    assert.equal(await page.locator(".message").count(), 200);
    const { earlier } = suite.server.requests.at(-1).message;
    assert.equal(earlier.length, 50);
    assert.equal(earlier.at(-1), "why at night 98");
    const { y } = await page.locator(".question").last().boundingBox();
    assert.ok(y > 0 && y < 200, `the last question stands at ${y}`);
  });
});
