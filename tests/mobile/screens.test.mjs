// Every screen on every phone: axe, reflow, targets that a thumb hits, and a picture.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axe, newPhone, open, phones, screenshot, start } from "./harness.mjs";

let world;
before(async () => {
  world = await start();
});
after(() => world.stop());

const screens = {
  home: "",
  topics: "#/topics",
  topic: "#/topics/frequent-cramps",
  "no such topic": "#/topics/gone",
  emergency: "#/emergency",
  settings: "#/settings",
  chat: "#/chat",
};

// Controls of the page that are smaller than 44 px in either direction. Links within a sentence are as high as their line allows.
function smallTargets() {
  const found = [];
  const visit = (root) => {
    for (const node of root.querySelectorAll("*")) {
      if (node.shadowRoot) visit(node.shadowRoot);
      if (!node.matches("a, button, input, select, textarea") || !node.checkVisibility()) continue;
      const target = node.matches("input[type=checkbox]") ? node.closest(".switch") : node;
      const { width, height } = target.getBoundingClientRect();
      if (width < 43.5 || height < 43.5) found.push(`${node.outerHTML.slice(0, 80)}: ${width} by ${height}`);
    }
  };
  visit(document);
  return found;
}

// Elements of the page that stand out of the window to the left or the right.
function sticksOut() {
  const found = [];
  const visit = (root) => {
    for (const node of root.querySelectorAll("*")) {
      if (node.shadowRoot) visit(node.shadowRoot);
      if (!node.checkVisibility() || node.closest(".visually-hidden, option")) continue;
      const { left, right } = node.getBoundingClientRect();
      if (left < -1 || right > innerWidth + 1) found.push(`${node.outerHTML.slice(0, 80)}: ${left} to ${right}`);
    }
  };
  visit(document);
  return found;
}

for (const [phone, options] of Object.entries(phones)) {
  test(`every screen holds on: ${phone}`, async () => {
    const context = await newPhone(world.browser, world.server, options);
    for (const [name, hash] of Object.entries(screens)) {
      const page = await open(context, world.server, hash);
      if (hash !== "#/chat") await page.getByText("Educational information").or(page.locator("nav")).first().waitFor();
      assert.deepEqual(await axe(page), [], `axe on ${name}`);
      assert.deepEqual(await page.evaluate(sticksOut), [], `${name} is cut off`);
      assert.deepEqual(await page.evaluate(smallTargets), [], `small targets on ${name}`);
      await screenshot(page, `${phone} ${name}`);
      await page.close();
    }
    assert.deepEqual(context.trouble, []);
    await context.close();
  });
}

test("every screen holds with the largest text", async () => {
  const context = await newPhone(world.browser, world.server, phones["small Android"]);
  await context.addInitScript(() => localStorage.setItem("charley", '{"textSize":"largest","welcomed":true}'));
  for (const [name, hash] of Object.entries(screens)) {
    const page = await open(context, world.server, hash);
    assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize), "24px");
    assert.deepEqual(await axe(page), [], `axe on ${name}`);
    assert.deepEqual(await page.evaluate(sticksOut), [], `${name} is cut off`);
    await screenshot(page, `large text ${name}`);
    await page.close();
  }
  await context.close();
});

test("every screen holds in Spanish and in French", async () => {
  for (const [locale, heading] of [
    ["es-ES", "Emergencia"],
    ["fr-FR", "Urgence"],
  ]) {
    const context = await newPhone(world.browser, world.server, { ...phones.Android, locale });
    for (const [name, hash] of Object.entries(screens)) {
      const page = await open(context, world.server, hash);
      assert.equal(await page.evaluate(() => document.documentElement.lang), locale.slice(0, 2));
      assert.deepEqual(await axe(page), [], `axe on ${name}`);
      assert.deepEqual(await page.evaluate(sticksOut), [], `${name} is cut off`);
      if (name === "emergency") assert.equal(await page.locator("h1").first().textContent(), heading);
      await screenshot(page, `${locale} ${name}`);
      await page.close();
    }
    await context.close();
  }
});

test("an answer, an emergency and a failure hold in the chat", async () => {
  const context = await newPhone(world.browser, world.server);
  const page = await open(context, world.server, "#/chat");
  const box = page.getByRole("textbox");
  for (const [name, question, shown] of [
    ["answer", "why at night", ".reply"],
    ["emergency card", "chest pain", ".emergency"],
  ]) {
    await box.fill(question);
    await box.press("Enter");
    await page.locator(shown).first().waitFor();
    assert.deepEqual(await axe(page), [], `axe with ${name}`);
    await screenshot(page, `chat ${name}`);
  }
  await context.close();
});

test("colours that the system forces leave everything readable", async () => {
  const context = await newPhone(world.browser, world.server, { ...phones.Android, forcedColors: "active" });
  for (const hash of ["", "#/emergency"]) {
    const page = await open(context, world.server, hash);
    assert.deepEqual(await axe(page), []);
    await screenshot(page, `forced colours ${hash ? "emergency" : "home"}`);
    await page.close();
  }
  await context.close();
});
