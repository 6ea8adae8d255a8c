// The widget on a clinic's page of another origin, under a strict policy.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, afterEach, before, describe, it } from "node:test";
import { clinicPages } from "./clinic_pages.mjs";
import { startClinic } from "./fake-server.mjs";
import { ask, axe, desktop, newPage, phone, screenshot, send, start, version } from "./harness.mjs";

let shared;
let server;
let clinic;
const pages = [];

before(async () => {
  shared = await start();
  server = shared.charley.state;
  const demo = readFileSync(new URL("../../client/web/dist/demo/index.html", import.meta.url), "utf8");
  const integrity = /integrity="([^"]+)"/.exec(demo)[1];
  clinic = await startClinic(clinicPages(shared.charley.origin, version, integrity), shared.charley.origin);
  server.embedders = [clinic.origin];
  server.origins = [clinic.origin];
});
after(async () => {
  await clinic.close();
  await shared.stop();
});
afterEach(async () => {
  Object.assign(server, { mode: "up", delay: 0, requests: [], frames: true });
  for (const page of pages.splice(0)) {
    assert.deepEqual(page.trouble, []);
    await page.context().close();
  }
});

async function visit(path, options) {
  const page = await newPage(shared.browser, [clinic.origin, shared.charley.origin], options);
  pages.push(page);
  await page.goto(clinic.origin + path);
  return page;
}

const launcher = (page) => page.locator(".launcher").first();
const chat = (page) => page.frameLocator("iframe").first();

async function openPanel(page) {
  await launcher(page).click();
  await chat(page).locator("textarea").waitFor();
}

// The class of the element with the focus, through shadow roots, in the page or in a frame.
const focused = (scope) =>
  scope.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element.className || element.localName;
  });

const charleyFrame = (page) => page.frames().find((frame) => frame.url().includes("/frame/"));

describe("the launcher", () => {
  it("asks Charley for the loader alone until it is opened", async () => {
    const page = await newPage(shared.browser, [clinic.origin, shared.charley.origin]);
    pages.push(page);
    const asked = [];
    page.on("request", (request) => {
      if (request.url().startsWith(shared.charley.origin)) asked.push(new URL(request.url()).pathname);
    });
    await page.goto(clinic.origin);
    await launcher(page).waitFor();
    await page.waitForLoadState("networkidle");
    assert.deepEqual(asked, [`/widget/v${version}/charley.js`]);
    assert.equal(await page.locator("iframe").count(), 0);
    assert.deepEqual(await page.context().cookies(), []);
  });

  it("opens the panel with the focus in the box, closes it with Escape, and gives the focus back", async () => {
    const page = await visit("/");
    await openPanel(page);
    assert.equal(await launcher(page).getAttribute("aria-expanded"), "true");
    await page.keyboard.type("my calf");
    assert.equal(await chat(page).locator("textarea").inputValue(), "my calf");
    await page.keyboard.press("Escape");
    await page.locator(".panel").waitFor({ state: "hidden" });
    assert.equal(await focused(page), "launcher");
    assert.equal(await launcher(page).getAttribute("aria-expanded"), "false");
  });

  it("closes with Escape after a click on plain text of the chat", async () => {
    const page = await visit("/");
    await openPanel(page);
    await chat(page).locator(".greeting").click();
    await page.keyboard.press("Escape");
    await page.locator(".panel").waitFor({ state: "hidden" });
    assert.equal(await focused(page), "launcher");
  });

  it("keeps the conversation while the panel is closed, out of reach of the keyboard", async () => {
    const page = await visit("/");
    await openPanel(page);
    await ask(chat(page), "why at night");
    await chat(page).getByRole("button", { name: "Close" }).click();
    await page.locator(".panel").waitFor({ state: "hidden" });
    await page.keyboard.press("Tab");
    assert.equal(await focused(page), "body");
    await launcher(page).click();
    assert.equal(await chat(page).locator(".reply").count(), 1);
  });

  it("works by keyboard alone", async () => {
    const page = await visit("/");
    await launcher(page).waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    assert.equal(await focused(page), "launcher");
    await page.keyboard.press("Enter");
    await chat(page).locator("textarea").waitFor();
    await page.waitForFunction(() => document.activeElement?.localName === "charley-chat");
    await page.keyboard.type("why at night");
    await page.keyboard.press("Enter");
    await chat(page).locator(".reply").waitFor();
  });

  it("tells the page that it is ready, that it was opened, and the level of an escalation; nothing else", async () => {
    const page = await visit("/");
    await openPanel(page);
    await ask(chat(page), "cramp and chest pain");
    const seen = await page.evaluate(() => window.seen);
    const events = seen.filter(([name]) => name.startsWith("charley:"));
    assert.deepEqual(events, [
      ["charley:ready", {}],
      ["charley:open", {}],
      ["charley:escalation", { level: "EMERGENCY_NOW" }],
    ]);
    assert.ok(!JSON.stringify(seen).includes("chest"), "the page saw the patient's words");
    assert.deepEqual(
      seen.filter(([name]) => name === "keydown" || name === "input"),
      [],
    );
  });

  it("keeps the patient's words from the page's scripts", async () => {
    const page = await visit("/");
    await openPanel(page);
    await ask(chat(page), "my secret cramp");
    const reached = await page.evaluate(() => {
      const frame = document.querySelector("charley-chat").shadowRoot.querySelector("iframe");
      try {
        return frame.contentWindow.document.body.textContent;
      } catch (error) {
        return error.name;
      }
    });
    assert.equal(reached, "SecurityError");
    assert.equal(await page.locator("iframe").evaluate((frame) => frame.contentDocument), null);
  });

  it("does not listen to messages of others", async () => {
    const page = await visit("/");
    await openPanel(page);
    await page.evaluate(() => {
      for (const data of [{ charley: "escalation", level: "EMERGENCY_NOW" }, { charley: "close" }])
        window.postMessage(data, "*");
    });
    // The frame's own message comes after those: when it has arrived, they were read.
    await ask(chat(page), "cramp, calf swollen");
    const events = await page.evaluate(() => window.seen.filter(([name]) => name === "charley:escalation"));
    assert.deepEqual(events, [["charley:escalation", { level: "URGENT_TODAY" }]]);
    assert.ok(await page.locator(".panel").isVisible());
  });

  it("takes the clinic's region, language, colours and side", async () => {
    const page = await visit("/dark");
    await launcher(page).waitFor();
    assert.equal(await launcher(page).innerText(), "Preguntar sobre calambres");
    await openPanel(page);
    server.mode = "down";
    await send(chat(page), "my foot cramps");
    assert.equal(await chat(page).locator(".call").getAttribute("href"), "tel:999");
    const frame = charleyFrame(page);
    const look = await frame.evaluate(() => {
      const { shadowRoot } = document.querySelector("charley-conversation");
      const style = (selector) => getComputedStyle(shadowRoot.querySelector(selector));
      return [style(".chat").colorScheme, style(".send").borderRadius, style(".send").backgroundColor];
    });
    assert.deepEqual(look, ["dark", "0px", "rgb(242, 194, 0)"]);
    assert.deepEqual(await axe(frame), []);
    await screenshot(page, "widget-themed");
  });

  it("takes attributes that change while it is open, and keeps the conversation", async () => {
    const page = await visit("/");
    await openPanel(page);
    await ask(chat(page), "why at night");
    await page.evaluate(() => document.querySelector("charley-chat").setAttribute("lang", "fr"));
    await chat(page).getByRole("button", { name: "Recommencer" }).waitFor();
    assert.equal(await chat(page).locator(".reply").count(), 1);
  });

  it("stands twice on a page, each on its own", async () => {
    const page = await visit("/two");
    await page.locator("#one .launcher").click();
    await page.frameLocator("#one iframe").locator("textarea").waitFor();
    await ask(page.frameLocator("#one iframe"), "why at night");
    await page.locator("#two .launcher").click();
    await page.frameLocator("#two iframe").locator("textarea").waitFor();
    assert.equal(await page.frameLocator("#two iframe").locator(".reply").count(), 0);
    assert.equal(await page.locator("iframe").count(), 2);
  });

  it("shows the emergency line when the frame can't be reached, and tries again", async () => {
    const page = await visit("/");
    await launcher(page).waitFor();
    await page.clock.install();
    server.frames = false;
    await launcher(page).click();
    await page.clock.fastForward(10_100);
    const notice = page.locator(".notice");
    await notice.getByText("Charley can’t be reached right now.").waitFor();
    assert.match(await notice.innerText(), /If this may be an emergency, call 999\./);
    assert.equal(await notice.getByRole("link").getAttribute("href"), "tel:999");
    await screenshot(page, "widget-unreachable");
    server.frames = true;
    await notice.getByRole("button", { name: "Try again" }).click();
    await chat(page).locator("textarea").waitFor();
    await page.locator(".notice:empty").waitFor({ state: "attached" });
  });

  it("is not framed by a page that the clinics' list leaves out", async () => {
    server.embedders = [];
    const page = await visit("/");
    await launcher(page).click();
    await page.waitForFunction(() => document.querySelector("charley-chat").shadowRoot.querySelector("iframe"));
    await page.waitForLoadState("networkidle");
    assert.equal(await chat(page).locator("textarea").count(), 0);
    assert.ok(page.trouble.some((line) => line.includes("frame-ancestors")));
    page.trouble.length = 0;
    server.embedders = [clinic.origin];
  });

  for (const [look, viewport] of Object.entries({ desktop, phone })) {
    for (const colorScheme of ["light", "dark"]) {
      it(`has no accessibility violation on a ${look}, ${colorScheme}, closed and open`, async () => {
        const page = await visit("/", { viewport, colorScheme });
        await launcher(page).waitFor();
        assert.deepEqual(await axe(page), []);
        await screenshot(page, `widget-closed-${look}-${colorScheme}`);
        await openPanel(page);
        await ask(chat(page), "why at night");
        assert.deepEqual(await axe(page), []);
        assert.deepEqual(await axe(charleyFrame(page)), []);
        await screenshot(page, `widget-open-${look}-${colorScheme}`);
      });
    }
  }

  it("fills a phone's screen, with the page behind at rest, and stays above its keyboard", async () => {
    const page = await visit("/", { viewport: phone });
    await openPanel(page);
    const { x, y, width, height } = await page.locator(".panel").boundingBox();
    assert.deepEqual([x, y, width, height], [0, 0, phone.width, phone.height]);
    assert.ok(await page.locator(".panel").evaluate((panel) => panel.matches(":modal")));
    await page.setViewportSize({ width: phone.width, height: 400 });
    await page.waitForFunction(
      () => document.querySelector("charley-chat").shadowRoot.querySelector(".panel").offsetHeight === 400,
    );
    const box = await chat(page).locator("textarea").boundingBox();
    assert.ok(box.y + box.height <= 400);
  });

  it("stands on the other side, right to left", async () => {
    const page = await visit("/rtl");
    await launcher(page).waitFor();
    const { x } = await launcher(page).boundingBox();
    assert.ok(x < 100, `the launcher stands at ${x}`);
    await openPanel(page);
    await ask(chat(page), "I have cramps every night");
    const direction = await charleyFrame(page).evaluate(
      () =>
        getComputedStyle(document.querySelector("charley-conversation").shadowRoot.querySelector(".header")).direction,
    );
    assert.equal(direction, "rtl");
    assert.deepEqual(await axe(charleyFrame(page)), []);
    await screenshot(page, "widget-rtl");
  });
});

describe("hostile styles of the page", () => {
  it("change nothing of the launcher and the panel", async () => {
    const shapes = [];
    for (const path of ["/", "/hostile"]) {
      const page = await visit(path);
      await openPanel(page);
      const button = await launcher(page).evaluate((node) => {
        const { fontSize, color, position, display } = getComputedStyle(node);
        return { fontSize, color, position, display };
      });
      shapes.push([await launcher(page).boundingBox(), await page.locator(".panel").boundingBox(), button]);
      await screenshot(page, `widget-host${path.replace("/", "-")}`);
    }
    assert.deepEqual(shapes[1], shapes[0]);
  });

  it("change nothing of the chat in the page", async () => {
    const page = await visit("/inline-hostile");
    await ask(page, "why at night");
    const style = await page.locator(".reply p[part=answer]").evaluate((node) => {
      const { fontSize, color, display } = getComputedStyle(node);
      return { fontSize, color, display };
    });
    assert.deepEqual(style, { fontSize: "17px", color: "rgb(35, 33, 30)", display: "block" });
    assert.equal((await page.locator("charley-chat").boundingBox()).height, 608);
  });
});

describe("in the page", () => {
  it("answers under a strict policy, with the clinic's own beginning", async () => {
    const page = await visit("/inline");
    await page.getByText("Ask us.").waitFor();
    assert.deepEqual(await page.locator(".chip").allInnerTexts(), ["Why at night?", "Which one?"]);
    await ask(page, "why at night");
    const events = await page.evaluate(() => window.seen.filter(([name]) => name === "charley:ready"));
    assert.equal(events.length, 1);
    assert.equal(await page.locator("iframe").count(), 0);
    assert.deepEqual(await axe(page), []);
    await screenshot(page, "inline");
  });

  it("takes the page's style through parts, but not for the emergency card or the disclaimer", async () => {
    const page = await visit("/inline");
    await ask(page, "cramp and chest pain");
    assert.ok(await page.locator(".emergency").isVisible());
    assert.ok(await page.locator(".disclaimer").isVisible());
    const caps = await page.locator("[part=title]").evaluate((node) => getComputedStyle(node).fontVariantCaps);
    assert.equal(caps, "small-caps");
  });

  it("shows the clinic's contact below urgent alone", async () => {
    const page = await visit("/inline");
    await ask(page, "I have cramps every night");
    assert.equal(await page.locator(".clinic a").getAttribute("href"), "tel:02079460000");
    assert.ok(await page.locator(".clinic").isVisible());
    await ask(page, "cramp and chest pain");
    assert.equal(await page.locator(".clinic:visible").count(), 0);
  });

  it("does not scroll the clinic's page when a reply comes", async () => {
    const page = await visit("/inline", { viewport: { width: 900, height: 500 } });
    await ask(page, "why at night");
    await page.evaluate(() => window.scrollTo(0, 40));
    await page
      .locator(".chip")
      .first()
      .evaluate((chip) => chip.click());
    await page.locator(".reply").nth(1).waitFor();
    assert.equal(await page.evaluate(() => window.scrollY), 40);
  });

  it("works right to left", async () => {
    const page = await visit("/inline-rtl");
    await ask(page, "I have cramps every night");
    const [title, restart] = [
      await page.locator("[part=title]").boundingBox(),
      await page.locator(".tool").boundingBox(),
    ];
    assert.ok(title.x > restart.x, "the title stands on the right");
    const borders = await page.locator(".question").evaluate((node) => {
      const { borderLeftWidth, borderRightWidth } = getComputedStyle(node);
      return [borderLeftWidth, borderRightWidth];
    });
    assert.deepEqual(borders, ["0px", "3px"]);
    assert.deepEqual(await axe(page), []);
    await screenshot(page, "inline-rtl");
  });

  it("shows the emergency line when the chat can't be fetched", async () => {
    const page = await newPage(shared.browser, [clinic.origin, shared.charley.origin]);
    pages.push(page);
    await page.route("**/inline-*.js", (route) => route.abort());
    await page.goto(`${clinic.origin}/inline`);
    await page.getByText("If this may be an emergency, call 999.").waitFor();
  });

  it("is refused by a server that does not list the clinic, and then shows the emergency card", async () => {
    server.origins = [];
    const page = await visit("/inline");
    await page.locator("textarea").waitFor();
    await send(page, "cramp and chest pain");
    await page.locator(".emergency").waitFor();
    assert.equal(await page.locator(".call").getAttribute("href"), "tel:999");
    server.origins = [clinic.origin];
  });
});

describe("the demo page", () => {
  it("shows the lines to paste and all modes, under the server's own policy", async () => {
    const page = await newPage(shared.browser, [shared.charley.origin], { viewport: { width: 1100, height: 1500 } });
    pages.push(page);
    await page.goto(`${shared.charley.origin}/demo/`);
    const lines = await page.locator("#lines").innerText();
    assert.match(
      lines,
      new RegExp(
        `^<script type="module" src="${shared.charley.origin}/widget/v${version}/charley.js" integrity="sha384-[^"]+"></script>`,
      ),
    );
    assert.match(lines, /<charley-chat region="GB"><\/charley-chat>$/);
    await page.locator("#inline textarea").waitFor();
    await ask(page.locator("#inline"), "why at night");
    await page.locator("#launcher .launcher").click();
    await page.frameLocator("#launcher iframe").locator("textarea").waitFor();
    await page.locator("select[name=lang]").selectOption("es");
    await page.frameLocator("#launcher iframe").getByRole("button", { name: "Reiniciar" }).waitFor();
    assert.match(await page.locator("#lines").innerText(), /lang="es"/);
    assert.deepEqual(await axe(page), []);
    await screenshot(page, "demo");
  });
});
