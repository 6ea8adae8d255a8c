// The emergency card, and what a patient sees when no answer comes.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ask, chatSuite, focused, listen, phone, send } from "./harness.mjs";

const suite = chatSuite();

describe("an escalation", () => {
  it("is a card with a hidden prefix, one action and a number that dials", async () => {
    const page = await suite.open();
    await ask(page, "cramp and chest pain");
    const card = page.getByRole("alert");
    assert.equal(
      await card.getByRole("heading", { level: 2 }).textContent(),
      "Immediate action required: Seek urgent care",
    );
    assert.equal(await card.locator(".emergency-action").innerText(), "Call 999 now.");
    assert.equal(await card.getByRole("link").first().getAttribute("href"), "tel:999");
    assert.equal(await page.locator(".chip").count(), 0);
  });

  it("is announced once, at once, and leaves the focus where it is", async () => {
    const page = await suite.open();
    const heard = await listen(page);
    await ask(page, "cramp and chest pain");
    assert.equal(await focused(page), "textarea.");
    const alerts = await heard();
    assert.equal(alerts.length, 1);
    assert.match(alerts[0], /^alert: Immediate action required: Seek urgent careCall 999 now\./);
  });

  it("stays on top until a later reply has none, and is not announced again meanwhile", async () => {
    const page = await suite.open();
    await ask(page, "cramp and chest pain");
    const heard = await listen(page);
    await ask(page, "how do I stretch");
    assert.ok(await page.locator(".emergency").isVisible());
    assert.equal((await heard()).filter((line) => line.startsWith("alert")).length, 0);
    await ask(page, "I meant my calf, not chest");
    assert.equal(await page.locator(".emergency").count(), 0);
  });

  it("stays in view when the conversation is long and scrolled", async () => {
    const page = await suite.open({ viewport: phone });
    for (let i = 0; i < 4; i++) await ask(page, "why at night");
    await ask(page, "cramp and chest pain");
    for (const to of [0, 1e6]) {
      await page.locator(".scroller").evaluate((box, top) => box.scrollTo(0, top), to);
      const { y } = await page.locator(".call").first().boundingBox();
      assert.ok(y > 0 && y < phone.height / 2, `the number stands at ${y}`);
    }
  });

  it("shows the action in the patient's language as well", async () => {
    const page = await suite.open();
    await ask(page, "dolor de pecho");
    assert.equal(
      await page.locator(".emergency [lang=es]").innerText(),
      "Busque atención médica urgente. Llame ahora: 999.",
    );
  });

  it("stays when the next message can't be checked", async () => {
    const page = await suite.open();
    await ask(page, "cramp and chest pain");
    suite.server.mode = "down";
    await send(page, "and now my arm");
    await page.locator(".failure").waitFor();
    assert.match(await page.locator(".emergency h2").textContent(), /Seek urgent care/);
  });

  it("goes with the conversation when that starts over", async () => {
    const page = await suite.open();
    await ask(page, "cramp and chest pain");
    await page.getByRole("button", { name: "Start over" }).click();
    assert.equal(await page.locator(".emergency, .message").count(), 0);
    assert.equal(await focused(page), "textarea.");
    await ask(page, "why at night");
    assert.deepEqual(suite.server.requests.at(-1).message.earlier, []);
  });
});

describe("waiting and failing", () => {
  it("shows that it looks, and does not send a second question meanwhile", async () => {
    const page = await suite.open();
    suite.server.delay = 600;
    await send(page, "why at night");
    await page.getByText("Looking for an answer").first().waitFor();
    await send(page, "and by day");
    assert.equal(await page.locator("textarea").inputValue(), "and by day");
    await page.locator(".reply").waitFor();
    assert.equal(suite.server.requests.length, 1);
  });

  it("gives up after 8 seconds, shows the emergency card, and asks the same again", async () => {
    const page = await suite.open();
    await page.clock.install();
    suite.server.mode = "hang";
    await send(page, "why at night");
    await page.locator(".waiting").waitFor();
    await page.clock.fastForward(8100);
    await page.getByText("The answer is taking too long to arrive.").first().waitFor();
    assert.match(
      await page.getByRole("alert").textContent(),
      /If this may be an emergency.*your local emergency number/,
    );
    suite.server.mode = "up";
    await page.getByRole("button", { name: "Try again" }).click();
    await page.locator(".reply").waitFor();
    assert.equal(await page.locator(".question").count(), 1);
    assert.equal(await page.locator(".emergency, .failure").count(), 0);
    assert.deepEqual(suite.server.requests.at(-1).message, { question: "why at night", earlier: [] });
  });

  for (const [mode, line] of [
    ["down", /can’t be reached right now/],
    ["cut", /can’t be reached right now/],
    ["busy", /many questions at the moment/],
    ["strange", /this page can’t show/],
  ]) {
    it(`shows the emergency card and a clear line when the server is in mode "${mode}"`, async () => {
      const page = await suite.open();
      suite.server.mode = mode;
      const heard = await listen(page);
      await send(page, "my foot cramps");
      await page.locator(".failure").waitFor();
      assert.match(await page.locator(".failure").innerText(), line);
      assert.match(await page.locator(".emergency").innerText(), /Call your local emergency number now\./);
      const [alert, polite] = await heard();
      assert.match(alert, /^alert: Important: If this may be an emergency/);
      assert.match(polite, line);
    });
  }

  it("says when the patient is offline, and goes on when the network is back", async () => {
    const page = await suite.open();
    await page.context().setOffline(true);
    await send(page, "my foot cramps");
    await page.getByText("You are offline.").first().waitFor();
    await page.context().setOffline(false);
    await page.getByRole("button", { name: "Try again" }).click();
    await page.locator(".reply").waitFor();
    assert.equal(await page.locator(".emergency").count(), 0);
  });

  it("sends a message that is too long, for triage to read, and puts it back into the box", async () => {
    const page = await suite.open();
    const long = "my foot cramps ".repeat(140).trim();
    await send(page, long);
    await page.locator(".failure").waitFor();
    assert.equal(suite.server.requests[0].message.question, long);
    assert.equal(await page.locator("textarea").inputValue(), long);
    await page.locator("textarea").fill("my foot cramps");
    await page.locator("textarea").press("Enter");
    await page.locator(".reply").waitFor();
    assert.deepEqual(suite.server.requests.at(-1).message, { question: "my foot cramps", earlier: [] });
  });

  it("sends what got no answer along with the next question", async () => {
    const page = await suite.open();
    suite.server.mode = "down";
    await send(page, "cramp and chest pain");
    await page.locator(".failure").waitFor();
    suite.server.mode = "up";
    await ask(page, "how do I stretch");
    assert.deepEqual(suite.server.requests.at(-1).message.earlier, ["cramp and chest pain"]);
    assert.match(await page.locator(".emergency h2").textContent(), /Seek urgent care/);
  });
});
