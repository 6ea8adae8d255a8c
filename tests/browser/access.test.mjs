// The chat by keyboard, by screen reader, on a phone, and with a patient's settings.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ask, chatSuite, focused, listen, phone, send } from "./harness.mjs";

const suite = chatSuite();

describe("for a screen reader", () => {
  it("says each finished message once, whole, and clears it after a second", async () => {
    const page = await suite.open();
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
    const page = await suite.open();
    await ask(page, "why at night");
    const log = page.getByRole("log", { name: "Conversation" });
    assert.equal(await log.getAttribute("aria-live"), "off");
    assert.match(await log.getByRole("article").first().getAttribute("aria-label"), /^You asked: why at night/);
    assert.match(await log.getByRole("article").nth(1).getAttribute("aria-label"), /^Charley says: Why do cramps/);
  });

  it("never moves the focus when a message arrives", async () => {
    const page = await suite.open();
    suite.server.delay = 300;
    await send(page, "why at night");
    await page.getByRole("button", { name: "Start over" }).focus();
    await page.locator(".reply").waitFor();
    assert.equal(await focused(page), "button.tool");
  });
});

describe("by keyboard alone", () => {
  it("walks through the messages with the arrows, into one with Enter and back with Escape", async () => {
    const page = await suite.open();
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
    const page = await suite.open();
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
    const page = await suite.open();
    await page.locator(".chip").first().focus();
    suite.server.mode = "down";
    await page.keyboard.press("Enter");
    await page.locator(".failure").waitFor();
    assert.equal(await focused(page), "textarea.");
  });

  it("sends with Enter, begins a line with Shift and Enter, and leaves Enter to an input method", async () => {
    const page = await suite.open();
    const box = page.locator("textarea");
    await box.fill("my calf");
    await box.press("Shift+Enter");
    await page.keyboard.type("cramps");
    assert.equal(await box.inputValue(), "my calf\ncramps");
    await box.dispatchEvent("keydown", { key: "Enter", isComposing: true, bubbles: true });
    await box.dispatchEvent("keydown", { key: "Enter", keyCode: 229, bubbles: true });
    assert.equal(suite.server.requests.length, 0);
    await box.press("Enter");
    await page.locator(".reply").waitFor();
    assert.equal(suite.server.requests.length, 1);
  });

  it("does nothing with an empty box", async () => {
    const page = await suite.open();
    await send(page, "   ");
    assert.equal(await page.locator(".message").count(), 0);
  });
});

describe("on a phone", () => {
  it("has targets of at least 44 pixels and an input of at least 16", async () => {
    const page = await suite.open({ viewport: phone, hasTouch: true });
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
    const page = await suite.open({ viewport: phone, hasTouch: true });
    await page.locator(".chip").first().tap();
    await page.locator(".reply").waitFor();
    assert.notEqual(await focused(page), "textarea.");
  });

  it("keeps the box above an on-screen keyboard", async () => {
    const page = await suite.open({ viewport: phone });
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
      const page = await suite.open({ viewport: size });
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
    const page = await suite.open({ viewport: phone });
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
    const page = await suite.open({ reducedMotion: "reduce" });
    await ask(page, "cramp and chest pain");
    assert.equal(await page.locator(".emergency").evaluate((card) => getComputedStyle(card).animationName), "none");
  });

  it("keeps the border of the emergency card in forced colours", async () => {
    const page = await suite.open({ forcedColors: "active" });
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
      const page = await suite.open({ locale });
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
      const page = await suite.open({ locale });
      await ask(page, "cramp and chest pain");
      const card = await page.locator(".emergency").textContent();
      assert.ok(card.includes(headline) && card.includes(action), card);
      assert.equal(await page.locator(".emergency .call").first().getAttribute("href"), "tel:999");
    }
  });
});
