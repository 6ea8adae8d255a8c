// What a patient does with the app.

import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { newPhone, open, phones, screenshot, start, tap } from "./harness.mjs";
import { pack } from "./pack.mjs";

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
afterEach(async () => {
  assert.deepEqual(context.trouble, []);
  await context.close();
});

test("a question from the home screen is answered in the chat", async () => {
  const page = await open(context, world.server);
  await page.getByRole("textbox").fill("why at night");
  await page.getByRole("textbox").press("Enter");
  await page.locator(".reply").waitFor();
  assert.match(page.url(), /#\/chat$/);
  assert.equal(world.server.state.calls[0].message.question, "why at night");
  assert.equal(world.server.state.calls[0].message.region, "GB");
});

test("an answer is shown within 100 ms of the server's reply", async () => {
  const page = await open(context, world.server, "#/chat");
  const waits = [];
  for (let i = 0; i < 5; i += 1) {
    await page.evaluate(() => {
      const call = window.fetch;
      window.fetch = async (...request) => {
        const response = await call(...request);
        const json = response.json.bind(response);
        response.json = async () => {
          const body = await json();
          window.arrived = performance.now();
          return body;
        };
        return response;
      };
      const chat = document.querySelector("charley-app").shadowRoot.querySelector("charley-conversation").shadowRoot;
      window.shown = new Promise((resolve) => {
        const count = chat.querySelectorAll(".reply").length;
        new MutationObserver(() => {
          if (chat.querySelectorAll(".reply").length > count)
            requestAnimationFrame(() => resolve(performance.now() - window.arrived));
        }).observe(chat, { childList: true, subtree: true });
      });
    });
    await page.getByRole("textbox").fill("why at night");
    await page.getByRole("textbox").press("Enter");
    waits.push(await page.evaluate(() => window.shown));
  }
  waits.sort((a, b) => a - b);
  assert.ok(waits[2] < 100, `median of ${waits.map(Math.round)} ms`);
});

test("the first start explains Charley in three lines, once", async () => {
  const page = await open(context, world.server);
  const lines = page.getByRole("region", { name: "Welcome" }).getByRole("listitem");
  assert.equal(await lines.count(), 3);
  await tap(page, "button", "I understand");
  assert.equal(await lines.count(), 0);
  await page.reload();
  await page.locator("h1").waitFor();
  assert.equal(await lines.count(), 0);
});

test("nothing is kept before the patient chooses something", async () => {
  const page = await open(context, world.server);
  await page.getByRole("textbox").fill("why at night");
  await page.getByRole("textbox").press("Enter");
  await page.locator(".reply").waitFor();
  await tap(page, "button", "Close");
  await tap(page, "link", "Topics");
  await tap(page, "link", "Does magnesium help?");
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), []);
  assert.deepEqual(await context.cookies(), []);
  const kept = await page.evaluate(async () => {
    const addresses = [];
    for (const name of await caches.keys()) {
      for (const request of await (await caches.open(name)).keys()) addresses.push(new URL(request.url).pathname);
    }
    return addresses;
  });
  assert.deepEqual(
    kept.filter((path) => path.includes("AssistantService")),
    [],
  );
});

test("the Emergency screen is one tap from every screen", async () => {
  for (const hash of ["", "#/topics", "#/topics/magnesium", "#/settings", "#/chat"]) {
    const page = await open(context, world.server, hash);
    const control = page.getByRole("link", { name: "Emergency" }).or(page.getByRole("button", { name: "Emergency" }));
    await control.first().tap();
    await page.getByRole("link", { name: "Call 999" }).waitFor();
    assert.equal(await page.getByRole("link", { name: "Call 999" }).getAttribute("href"), "tel:999");
    await page.close();
  }
});

test("the Emergency screen lists the signs, the crisis line and the advice line with links that dial", async () => {
  const page = await open(context, world.server, "#/emergency");
  await page.getByText("Chest pain, pressure or tightness can be a heart attack.").first().waitFor();
  await page.getByText("Get medical help today for any of these").first().waitFor();
  assert.equal(await page.getByRole("link", { name: "Call 116 123" }).getAttribute("href"), "tel:116123");
  assert.equal(await page.getByRole("link", { name: "Call 111" }).getAttribute("href"), "tel:111");
});

test("the country is guessed, shown and changeable, and zeros stay", async () => {
  const page = await open(context, world.server);
  await page.getByText("Emergency number in United Kingdom: 999").first().waitFor();
  await tap(page, "link", "Change");
  await page.getByLabel("Country").selectOption("AU");
  await page.getByText("Emergency number in Australia: 000").first().waitFor();
  await tap(page, "link", "Emergency");
  assert.equal(await page.getByRole("link", { name: "Call 000" }).getAttribute("href"), "tel:000");
  await page.reload();
  await page.getByRole("link", { name: "Call 000" }).waitFor();
});

test("a phone that names no country is told that none is chosen", async () => {
  const other = await newPhone(world.browser, world.server, { ...phones.Android, locale: "en" });
  const page = await open(other, world.server, "#/emergency");
  await page.getByText("Call your local emergency number.").first().waitFor();
  assert.equal(await page.locator('a[href^="tel:"]').count(), 0);
  await tap(page, "link", "Choose your country");
  await page.getByLabel("Country").waitFor();
  await other.close();
});

test("the language follows the settings at once, and the conversation goes on", async () => {
  const page = await open(context, world.server);
  await page.getByRole("textbox").fill("why at night");
  await page.getByRole("textbox").press("Enter");
  await page.locator(".reply").waitFor();
  await tap(page, "button", "Close");
  await tap(page, "link", "Settings");
  await page.getByLabel("Language").selectOption("es");
  await page.getByRole("heading", { name: "Ajustes" }).waitFor();
  await tap(page, "link", "Inicio");
  await tap(page, "link", "Seguir con su conversación");
  await page.locator(".reply").waitFor();
  await page.getByText("Usted preguntó").first().waitFor({ state: "attached" });
});

test("topics are read by theme with their sources, and lead on", async () => {
  const page = await open(context, world.server, "#/topics");
  await tap(page, "link", "Why do cramps come at night?");
  await page.getByRole("heading", { name: "Why do cramps come at night?" }).waitFor();
  await page.getByRole("button", { name: /^Source 1:/ }).tap();
  await page.getByText("Muscle & Joint Clinic").first().waitFor();
  await page.getByText("Paragraph 8").first().waitFor();
  await tap(page, "link", "How do I stretch a cramp away?");
  await page.getByRole("heading", { name: "How do I stretch a cramp away?" }).waitFor();
});

test("a deep link opens its topic, and the way back from it leads home", async () => {
  const page = await open(context, world.server, "#/topics/magnesium");
  await page.getByRole("heading", { name: "Does magnesium help?" }).waitFor();
  await tap(page, "button", "Back");
  await page.getByRole("heading", { name: "Ask about muscle cramps" }).waitFor();
});

test("the phone's back button walks back through the screens, to the same place", async () => {
  const page = await open(context, world.server, "#/topics");
  await page.getByRole("link", { name: "Does magnesium help?" }).scrollIntoViewIfNeeded();
  await tap(page, "link", "Does magnesium help?");
  await tap(page, "link", "Emergency");
  await page.getByRole("heading", { name: "Emergency", level: 1 }).waitFor();
  await page.goBack();
  await page.getByRole("heading", { name: "Does magnesium help?" }).waitFor();
  await page.goBack();
  await page.getByRole("heading", { name: "Topics", level: 1 }).waitFor();
});

test("the conversation is there after a look at the Emergency screen", async () => {
  const page = await open(context, world.server, "#/chat");
  await page.getByRole("textbox").fill("why at night");
  await page.getByRole("textbox").press("Enter");
  await page.locator(".reply").waitFor();
  await tap(page, "button", "Emergency");
  await page.getByRole("link", { name: "Call 999" }).waitFor();
  await page.goBack();
  assert.equal(await page.locator(".reply").count(), 1);
});

test("recent topics are kept only when turned on, as ids, and one tap erases them", async () => {
  const page = await open(context, world.server, "#/settings");
  await page.getByLabel("Remember the topics I open").check();
  await tap(page, "link", "Topics");
  await tap(page, "link", "Does magnesium help?");
  await tap(page, "link", "Home");
  await page.getByRole("textbox").fill("why does my secret leg cramp at night");
  await page.getByRole("textbox").press("Enter");
  await page.locator(".reply").waitFor();
  await tap(page, "button", "Close");
  await page.getByRole("heading", { name: "Your recent topics" }).waitFor();
  await screenshot(page, "recent topics");
  const kept = await page.evaluate(() => localStorage.getItem("charley"));
  assert.deepEqual(JSON.parse(kept).recentTopics, ["night-cramps-why", "magnesium"]);
  assert.doesNotMatch(kept, /secret/);
  await tap(page, "button", "Erase");
  assert.equal(await page.getByRole("heading", { name: "Your recent topics" }).count(), 0);
  assert.deepEqual(JSON.parse(await page.evaluate(() => localStorage.getItem("charley"))).recentTopics, []);
});

test("forgetting the choices leaves nothing on the phone", async () => {
  const page = await open(context, world.server, "#/settings");
  await page.getByLabel("Country").selectOption("NZ");
  await tap(page, "button", "Forget my choices");
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), []);
  await page.getByText("Emergency number in United Kingdom: 999").first().waitFor();
});

test("an answer is shared with its sources by the phone's own sheet", async () => {
  await context.addInitScript(() => {
    navigator.share = async (what) => {
      window.sharedWhat = what;
    };
  });
  const page = await open(context, world.server, "#/topics/magnesium");
  await tap(page, "button", "Share");
  const what = await page.evaluate(() => window.sharedWhat);
  assert.equal(what.title, "Does magnesium help?");
  assert.match(what.text, /Muscle & Joint Clinic/);
  assert.match(what.text, /not medical advice/);
  assert.match(what.url, /\/#\/topics\/magnesium$/);
});

test("where there is no such sheet, an answer of the chat goes to the clipboard", async () => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await context.addInitScript(() => {
    delete Navigator.prototype.share;
  });
  const page = await open(context, world.server, "#/chat");
  await page.getByRole("textbox").fill("why at night");
  await page.getByRole("textbox").press("Enter");
  await tap(page, "button", "Share");
  await page.getByText("Copied, ready to paste.").first().waitFor();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /Leg Cramps and Spasms/);
});

test("an answer is read aloud sentence by sentence, and stops on a tap", async () => {
  await context.addInitScript(() => {
    window.spoken = [];
    window.cancelled = 0;
    speechSynthesis.speak = (utterance) => window.spoken.push(utterance.text);
    speechSynthesis.cancel = () => {
      window.cancelled += 1;
    };
  });
  const page = await open(context, world.server, "#/topics/magnesium");
  await tap(page, "button", "Read aloud");
  await page.getByText("Reading aloud").first().waitFor();
  await screenshot(page, "reading aloud");
  const spoken = await page.evaluate(() => window.spoken);
  assert.equal(spoken[0], "Does magnesium help?");
  assert.ok(spoken.length > 4);
  const before = await page.evaluate(() => window.cancelled);
  await tap(page, "button", "Stop");
  assert.ok((await page.evaluate(() => window.cancelled)) > before);
  assert.equal(await page.getByText("Reading aloud").count(), 0);
});

test("a keyboard and a screen reader arrive at the heading of each new screen", async () => {
  const page = await open(context, world.server);
  await page.getByRole("link", { name: "Topics" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Topics", level: 1 }).waitFor();
  const focused = () => page.evaluate(() => document.activeElement.shadowRoot?.activeElement?.textContent);
  assert.equal(await focused(), "Topics");
  assert.equal(await page.title(), "Topics – Charley");
});

test("what is typed on the home screen stays when the topics arrive", async () => {
  world.server.state.pack = null;
  const page = await open(context, world.server);
  await page.getByRole("textbox").fill("half a que");
  world.server.state.pack = pack;
  await page.evaluate(() => window.dispatchEvent(new Event("appinstalled")));
  assert.equal(await page.getByRole("textbox").inputValue(), "half a que");
});

test("the focus stays where it is when the screen is drawn anew", async () => {
  const page = await open(context, world.server);
  const drawAnew = () => page.evaluate(() => window.dispatchEvent(new Event("appinstalled")));
  const focused = () => page.evaluate(() => document.activeElement.shadowRoot?.activeElement?.textContent);
  await page.getByRole("link", { name: "Topics" }).focus();
  await drawAnew();
  assert.equal(await focused(), "Topics");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Topics", level: 1 }).waitFor();
  await drawAnew();
  assert.equal(await focused(), "Topics");
  await page.getByRole("button", { name: "Back" }).focus();
  await drawAnew();
  assert.equal(await focused(), "Back");
});

test("on iOS the settings tell how to put the app on the home screen", async () => {
  const other = await newPhone(world.browser, world.server, phones.iPhone);
  const page = await open(other, world.server, "#/settings");
  await page.getByText("then “Add to Home Screen”").first().waitFor();
  await other.close();
});

test("the on-screen keyboard never hides the box", async () => {
  const page = await open(context, world.server, "#/chat");
  // A keyboard of 320 px: on Android the window itself becomes lower.
  await page.setViewportSize({ width: 360, height: 420 });
  const box = await page.getByRole("textbox").boundingBox();
  assert.ok(box.y >= 0 && box.y + box.height <= 420, JSON.stringify(box));
  await screenshot(page, "chat with keyboard");
});
