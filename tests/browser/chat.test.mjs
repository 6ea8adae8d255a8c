// The chat in a real browser: what it shows, sends, announces, and how a keyboard goes through it.

import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { ask, openApp, phone, send, start } from "./harness.mjs";

let shared;
let server;
const pages = [];

// A page on the app, closed after the test; none may have had trouble.
async function open(options) {
  const page = await openApp(shared, options);
  pages.push(page);
  return page;
}

before(async () => {
  shared = await start();
  server = shared.charley.state;
});
after(() => shared.stop());
afterEach(async () => {
  Object.assign(server, { mode: "up", delay: 0, requests: [] });
  for (const page of pages.splice(0)) {
    assert.deepEqual(page.trouble, []);
    await page.context().close();
  }
});

// Collects everything that the live regions say from now on, in order.
async function listen(page) {
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

const focused = (page) =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return `${element.localName}.${element.className}`;
  });

describe("an answer", () => {
  it("stands with its citations, safety net, suggestions and the disclaimer", async () => {
    const page = await open();
    await ask(page, "why at night");
    const reply = page.locator(".reply");
    assert.equal(await reply.getByRole("heading", { level: 2 }).innerText(), "Why do cramps come at night?");
    assert.equal(await reply.locator(".mark").count(), 2);
    assert.match(await reply.locator(".safety-net").innerText(), /^When to get help\. Get medical help today/);
    assert.equal(await page.locator(".chip").count(), 3);
    assert.ok(await page.getByText("Educational information, not medical advice.").isVisible());
  });

  it("opens a citation in place, with source, publisher, date, paragraph, quote and label, and closes it again", async () => {
    const page = await open();
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
    const page = await open();
    await ask(page, "chiropractor and night");
    assert.deepEqual(await page.locator(".reply .mark").allInnerTexts(), ["1", "2", "3"]);
  });

  it("asks a suggestion that is tapped, with the earlier messages", async () => {
    const page = await open();
    await ask(page, "why at night");
    await page.getByRole("button", { name: "How can I have fewer cramps at night?" }).click();
    await page.locator(".reply").nth(1).waitFor();
    const { message } = server.requests.at(-1);
    assert.deepEqual(message, { question: "How can I have fewer cramps at night?", earlier: ["why at night"] });
  });

  it("counts whether it helped, by topic alone", async () => {
    const page = await open();
    await ask(page, "why at night");
    await page.getByRole("button", { name: "No", exact: true }).click();
    await page.getByText("Thank you.").first().waitFor();
    const { method, message } = server.requests.at(-1);
    assert.equal(method, "RateAnswer");
    assert.deepEqual(message, { topicId: "night-cramps-why", rating: "RATING_NOT_HELPFUL" });
  });

  it("is copied with its sources", async () => {
    const page = await open();
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
    const page = await open();
    await ask(page, "cramp in my leg");
    assert.equal(await page.getByRole("group", { name: "Choose one" }).locator("button").count(), 3);
    await page.getByRole("button", { name: "How do I ease a cramp in my calf?" }).click();
    await page.locator(".reply").nth(1).waitFor();
  });
});

describe("an escalation", () => {
  it("is a card with a hidden prefix, one action and a number that dials", async () => {
    const page = await open();
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
    const page = await open();
    const heard = await listen(page);
    await ask(page, "cramp and chest pain");
    assert.equal(await focused(page), "textarea.");
    const alerts = await heard();
    assert.equal(alerts.length, 1);
    assert.match(alerts[0], /^alert: Immediate action required: Seek urgent careCall 999 now\./);
  });

  it("stays on top until a later reply has none, and is not announced again meanwhile", async () => {
    const page = await open();
    await ask(page, "cramp and chest pain");
    const heard = await listen(page);
    await ask(page, "how do I stretch");
    assert.ok(await page.locator(".emergency").isVisible());
    assert.equal((await heard()).filter((line) => line.startsWith("alert")).length, 0);
    await ask(page, "I meant my calf, not chest");
    assert.equal(await page.locator(".emergency").count(), 0);
  });

  it("stays in view when the conversation is long and scrolled", async () => {
    const page = await open({ viewport: phone });
    for (let i = 0; i < 4; i++) await ask(page, "why at night");
    await ask(page, "cramp and chest pain");
    for (const to of [0, 1e6]) {
      await page.locator(".scroller").evaluate((box, top) => box.scrollTo(0, top), to);
      const { y } = await page.locator(".call").first().boundingBox();
      assert.ok(y > 0 && y < phone.height / 2, `the number stands at ${y}`);
    }
  });

  it("shows the action in the patient's language as well", async () => {
    const page = await open();
    await ask(page, "dolor de pecho");
    assert.equal(
      await page.locator(".emergency [lang=es]").innerText(),
      "Busque atención médica urgente. Llame ahora: 999.",
    );
  });

  it("stays when the next message can't be checked", async () => {
    const page = await open();
    await ask(page, "cramp and chest pain");
    server.mode = "down";
    await send(page, "and now my arm");
    await page.locator(".failure").waitFor();
    assert.match(await page.locator(".emergency h2").textContent(), /Seek urgent care/);
  });

  it("goes with the conversation when that starts over", async () => {
    const page = await open();
    await ask(page, "cramp and chest pain");
    await page.getByRole("button", { name: "Start over" }).click();
    assert.equal(await page.locator(".emergency, .message").count(), 0);
    assert.equal(await focused(page), "textarea.");
    await ask(page, "why at night");
    assert.deepEqual(server.requests.at(-1).message.earlier, []);
  });
});

describe("waiting and failing", () => {
  it("shows that it looks, and does not send a second question meanwhile", async () => {
    const page = await open();
    server.delay = 600;
    await send(page, "why at night");
    await page.getByText("Looking for an answer").first().waitFor();
    await send(page, "and by day");
    assert.equal(await page.locator("textarea").inputValue(), "and by day");
    await page.locator(".reply").waitFor();
    assert.equal(server.requests.length, 1);
  });

  it("gives up after 8 seconds, shows the emergency card, and asks the same again", async () => {
    const page = await open();
    await page.clock.install();
    server.mode = "hang";
    await send(page, "why at night");
    await page.locator(".waiting").waitFor();
    await page.clock.fastForward(8100);
    await page.getByText("The answer is taking too long to arrive.").first().waitFor();
    assert.match(
      await page.getByRole("alert").textContent(),
      /If this may be an emergency.*your local emergency number/,
    );
    server.mode = "up";
    await page.getByRole("button", { name: "Try again" }).click();
    await page.locator(".reply").waitFor();
    assert.equal(await page.locator(".question").count(), 1);
    assert.equal(await page.locator(".emergency, .failure").count(), 0);
    assert.deepEqual(server.requests.at(-1).message, { question: "why at night", earlier: [] });
  });

  for (const [mode, line] of [
    ["down", /can’t be reached right now/],
    ["cut", /can’t be reached right now/],
    ["busy", /many questions at the moment/],
    ["strange", /this page can’t show/],
  ]) {
    it(`shows the emergency card and a clear line when the server is in mode "${mode}"`, async () => {
      const page = await open();
      server.mode = mode;
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
    const page = await open();
    await page.context().setOffline(true);
    await send(page, "my foot cramps");
    await page.getByText("You are offline.").first().waitFor();
    await page.context().setOffline(false);
    await page.getByRole("button", { name: "Try again" }).click();
    await page.locator(".reply").waitFor();
    assert.equal(await page.locator(".emergency").count(), 0);
  });

  it("sends a message that is too long, for triage to read, and puts it back into the box", async () => {
    const page = await open();
    const long = "my foot cramps ".repeat(140).trim();
    await send(page, long);
    await page.locator(".failure").waitFor();
    assert.equal(server.requests[0].message.question, long);
    assert.equal(await page.locator("textarea").inputValue(), long);
    await page.locator("textarea").fill("my foot cramps");
    await page.locator("textarea").press("Enter");
    await page.locator(".reply").waitFor();
    assert.deepEqual(server.requests.at(-1).message, { question: "my foot cramps", earlier: [] });
  });

  it("sends what got no answer along with the next question", async () => {
    const page = await open();
    server.mode = "down";
    await send(page, "cramp and chest pain");
    await page.locator(".failure").waitFor();
    server.mode = "up";
    await ask(page, "how do I stretch");
    assert.deepEqual(server.requests.at(-1).message.earlier, ["cramp and chest pain"]);
    assert.match(await page.locator(".emergency h2").textContent(), /Seek urgent care/);
  });
});

describe("for a screen reader", () => {
  it("says each finished message once, whole, and clears it after a second", async () => {
    const page = await open();
    const heard = await listen(page);
    await ask(page, "why at night");
    const lines = await heard();
    assert.equal(lines.length, 1);
    assert.match(
      lines[0],
      /^polite: Charley says: Why do cramps come at night\? Stretch .* Sources: 2\. When to get help: .* You could ask next: How/,
    );
    await page.waitForFunction(() => {
      const { shadowRoot } = document.querySelector("charley-conversation");
      return shadowRoot.querySelector("[aria-live=polite]").childElementCount === 0;
    });
  });

  it("has the conversation as a silent log of labelled messages", async () => {
    const page = await open();
    await ask(page, "why at night");
    const log = page.getByRole("log", { name: "Conversation" });
    assert.equal(await log.getAttribute("aria-live"), "off");
    assert.match(await log.getByRole("article").first().getAttribute("aria-label"), /^You asked: why at night/);
    assert.match(await log.getByRole("article").nth(1).getAttribute("aria-label"), /^Charley says: Why do cramps/);
  });

  it("never moves the focus when a message arrives", async () => {
    const page = await open();
    server.delay = 300;
    await send(page, "why at night");
    await page.getByRole("button", { name: "Start over" }).focus();
    await page.locator(".reply").waitFor();
    assert.equal(await focused(page), "button.tool");
  });
});

describe("by keyboard alone", () => {
  it("walks through the messages with the arrows, into one with Enter and back with Escape", async () => {
    const page = await open();
    await page.locator("textarea").focus();
    await page.keyboard.type("why at night");
    await page.keyboard.press("Enter");
    await page.locator(".reply").waitFor();
    assert.equal(await focused(page), "textarea.");
    for (let i = 0; i < 4; i++) await page.keyboard.press("Shift+Tab");
    assert.equal(await focused(page), "article.message reply");
    await page.keyboard.press("ArrowUp");
    assert.equal(await focused(page), "article.message question");
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    assert.equal(await focused(page), "button.mark");
    await page.keyboard.press("Enter");
    assert.equal(await page.locator(".source").count(), 1);
    await page.keyboard.press("Escape");
    assert.equal(await focused(page), "article.message reply");
    await page.keyboard.press("Escape");
    assert.equal(await focused(page), "textarea.");
  });

  it("passes the whole conversation in one tab stop", async () => {
    const page = await open();
    await ask(page, "why at night");
    await ask(page, "cramp in my leg");
    const stops = [];
    await page.getByRole("button", { name: "Start over" }).focus();
    do {
      await page.keyboard.press("Tab");
      stops.push(await focused(page));
    } while (stops.at(-1) !== "button.send" && stops.length < 20);
    assert.deepEqual(stops, [
      "article.message reply",
      "button.chip",
      "button.chip",
      "button.chip",
      "textarea.",
      "button.send",
    ]);
  });

  it("goes on in the box after a suggestion, and after trying again", async () => {
    const page = await open();
    await page.locator(".chip").first().focus();
    server.mode = "down";
    await page.keyboard.press("Enter");
    await page.locator(".failure").waitFor();
    assert.equal(await focused(page), "textarea.");
  });

  it("sends with Enter, begins a line with Shift and Enter, and leaves Enter to an input method", async () => {
    const page = await open();
    const box = page.locator("textarea");
    await box.fill("my calf");
    await box.press("Shift+Enter");
    await page.keyboard.type("cramps");
    assert.equal(await box.inputValue(), "my calf\ncramps");
    await box.dispatchEvent("keydown", { key: "Enter", isComposing: true, bubbles: true });
    await box.dispatchEvent("keydown", { key: "Enter", keyCode: 229, bubbles: true });
    assert.equal(server.requests.length, 0);
    await box.press("Enter");
    await page.locator(".reply").waitFor();
    assert.equal(server.requests.length, 1);
  });

  it("does nothing with an empty box", async () => {
    const page = await open();
    await send(page, "   ");
    assert.equal(await page.locator(".message").count(), 0);
  });
});

describe("on a phone", () => {
  it("has targets of at least 44 pixels and an input of at least 16", async () => {
    const page = await open({ viewport: phone, hasTouch: true });
    await ask(page, "I have cramps every night");
    await page.locator(".mark").first().click();
    for (const control of await page.locator("button, a, textarea").all()) {
      const { width, height } = await control.boundingBox();
      assert.ok(width >= 44 && height >= 44, `${await control.innerText()}: ${width} by ${height}`);
    }
    const size = await page.locator("textarea").evaluate((box) => Number.parseFloat(getComputedStyle(box).fontSize));
    assert.ok(size >= 16, `${size}`);
  });

  it("leaves the on-screen keyboard closed when a suggestion is tapped", async () => {
    const page = await open({ viewport: phone, hasTouch: true });
    await page.locator(".chip").first().tap();
    await page.locator(".reply").waitFor();
    assert.notEqual(await focused(page), "textarea.");
  });

  it("keeps the box above an on-screen keyboard", async () => {
    const page = await open({ viewport: phone });
    await ask(page, "cramp and chest pain");
    await page.setViewportSize({ width: 360, height: 380 });
    const box = await page.locator("textarea").boundingBox();
    assert.ok(box.y + box.height <= 380, `the box ends at ${box.y + box.height}`);
    assert.ok(await page.locator(".call").first().isVisible());
  });

  for (const size of [
    { width: 320, height: 640 },
    { width: 320, height: 256 },
  ]) {
    it(`reflows at ${size.width} by ${size.height} with nothing cut off`, async () => {
      const page = await open({ viewport: size });
      await ask(page, "I have cramps every night");
      await ask(page, "cramp and chest pain");
      const wide = await page.evaluate(() => {
        const { shadowRoot } = document.querySelector("charley-conversation");
        return [...shadowRoot.querySelectorAll("*")]
          .filter(
            (node) => !node.closest(".visually-hidden") && node.getBoundingClientRect().right > window.innerWidth + 0.5,
          )
          .map((node) => node.className);
      });
      assert.deepEqual(wide, []);
      await page.locator("textarea").scrollIntoViewIfNeeded();
      assert.ok(await page.locator("textarea").isVisible());
    });
  }

  it("keeps every word with the text spacing of WCAG 1.4.12", async () => {
    const page = await open({ viewport: phone });
    await ask(page, "I have cramps every night");
    await page.evaluate(() => {
      const { shadowRoot } = document.querySelector("charley-conversation");
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }",
      );
      shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, sheet];
    });
    const cut = await page.evaluate(() => {
      const { shadowRoot } = document.querySelector("charley-conversation");
      return [...shadowRoot.querySelectorAll("p, h1, h2, button, a")]
        .filter(
          (node) =>
            !node.closest(".visually-hidden") &&
            node.scrollWidth > node.clientWidth + 1 &&
            node.clientWidth > 0 &&
            getComputedStyle(node).display !== "inline",
        )
        .map((node) => node.textContent);
    });
    assert.deepEqual(cut, []);
  });
});

describe("with the patient's settings", () => {
  it("moves nothing when less motion is asked for", async () => {
    const page = await open({ reducedMotion: "reduce" });
    await ask(page, "cramp and chest pain");
    assert.equal(await page.locator(".emergency").evaluate((card) => getComputedStyle(card).animationName), "none");
  });

  it("keeps the border of the emergency card in forced colours", async () => {
    const page = await open({ forcedColors: "active" });
    await ask(page, "cramp and chest pain");
    const border = await page.locator(".emergency").evaluate((card) => getComputedStyle(card).borderTopWidth);
    assert.equal(border, "3px");
    assert.ok(await page.locator(".emergency h2 .icon").isVisible());
  });

  for (const [locale, word] of [
    ["es-MX", "Preguntar"],
    ["fr-CA", "Demander"],
    ["de-DE", "Ask"],
  ]) {
    it(`speaks the language of ${locale} as far as it is translated`, async () => {
      const page = await open({ locale });
      assert.equal(await page.locator(".send").innerText(), word);
      assert.equal(
        await page.evaluate(() => document.documentElement.lang),
        { es: "es", fr: "fr" }[locale.slice(0, 2)] ?? "en",
      );
    });
  }

  it("gives the emergency in Spanish and French too", async () => {
    for (const [locale, headline, action] of [
      ["es", "Busque atención médica urgente", "Llame ahora: 999."],
      ["fr", "Consultez en urgence", "Appelez maintenant : 999."],
    ]) {
      const page = await open({ locale });
      await ask(page, "cramp and chest pain");
      const card = await page.locator(".emergency").textContent();
      assert.ok(card.includes(headline) && card.includes(action), card);
      assert.equal(await page.locator(".emergency .call").first().getAttribute("href"), "tel:999");
    }
  });
});

describe("privacy", () => {
  it("keeps nothing: no cookie, no storage, no address, and nothing after a reload", async () => {
    const page = await open();
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
    const page = await open();
    await ask(page, "my secret cramp");
    const { headers } = server.requests[0];
    assert.equal(headers.referer, undefined);
    assert.equal(headers.cookie, undefined);
  });
});

describe("a long conversation", () => {
  it("stays quick and complete at 200 messages, and sends the latest 50 along", async () => {
    const page = await open();
    for (let i = 0; i < 100; i++) {
      await page.locator("textarea").fill(`why at night ${i}`);
      await page.locator("textarea").press("Enter");
      await page.locator(".reply").nth(i).waitFor();
    }
    assert.equal(await page.locator(".message").count(), 200);
    const { earlier } = server.requests.at(-1).message;
    assert.equal(earlier.length, 50);
    assert.equal(earlier.at(-1), "why at night 98");
    const { y } = await page.locator(".question").last().boundingBox();
    assert.ok(y > 0 && y < 200, `the last question stands at ${y}`);
  });
});
