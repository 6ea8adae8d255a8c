// Every state of the chat, on a phone and a desktop, light and dark: axe finds nothing, nothing sticks out, a screenshot is kept.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { axe, chatSuite, desktop, phone, screenshot } from "./harness.mjs";
import { states } from "./states.mjs";

const suite = chatSuite();

// Everything that is asked of a state in one look.
async function checkLook(page, name, look, rules) {
  assert.deepEqual(await axe(page, rules), [], `${name}, ${look}`);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  assert.ok(overflow <= 0, `${name}, ${look}: ${overflow} px too wide`);
  await screenshot(page, `${name}-${look}`);
}

describe("each state, on a phone and a desktop, light and dark", () => {
  for (const [name, reach] of Object.entries(states)) {
    it(`${name} has no accessibility violation and fits`, async () => {
      const page = await suite.open({ viewport: phone, reducedMotion: "reduce", colorScheme: "light" });
      await reach(page, suite.server);
      for (const [device, viewport] of Object.entries({ phone, desktop })) {
        await page.setViewportSize(viewport);
        await page.emulateMedia({ colorScheme: "light" });
        await checkLook(page, name, `${device}-light`);
        // The page is the same; its colours are not.
        await page.emulateMedia({ colorScheme: "dark" });
        await checkLook(page, name, `${device}-dark`, ["color-contrast"]);
      }
    });
  }
});

describe("the check itself", () => {
  it("finds a fault inside the chat's shadow root", async () => {
    const page = await suite.open();
    await page.evaluate(() => {
      const { shadowRoot } = document.querySelector("charley-conversation");
      shadowRoot.querySelector(".send").replaceChildren();
      shadowRoot.querySelector(".disclaimer").style.color = "#ddd";
    });
    const found = (await axe(page)).join("\n");
    assert.match(found, /button-name/);
    assert.match(found, /color-contrast/);
  });
});
