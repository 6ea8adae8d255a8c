// What a patient does with the widget and with the chat in a page, the same in every browser.

import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { startServers } from "./clinic.mjs";
import { desktop, narrow, Visit } from "./visit.mjs";

// `name` begins the names of the browser's pictures.
export function describeJourneys(title, name, startBrowser) {
  describe(title, () => {
    const suite = { name };
    let browser;
    before(async () => {
      suite.servers = await startServers();
      browser = await startBrowser();
    });
    after(async () => {
      await browser?.stop();
      await suite.servers.stop();
    });
    afterEach(() => endVisit(suite));
    suite.visit = async (path, size = desktop) => {
      await endVisit(suite);
      suite.current = new Visit(await browser.open(suite.servers.address + path, size));
      return suite.current;
    };
    suite.openPanel = async (path, size) => {
      const visit = await suite.visit(path, size);
      await visit.open();
      return visit;
    };
    describe("the launcher and its panel", () => describeLauncher(suite));
    describe("an answer", () => describeAnswers(suite));
    describe("an escalation", () => describeEscalation(suite));
    describe("without an answer", () => describeFailures(suite));
    describe("by keyboard alone", () => describeKeyboard(suite));
    describe("in the page", () => describeInline(suite));
    describe("right to left", () => describeRightToLeft(suite));
    describe("320 pixels wide", () => describeNarrow(suite));
  });
}

// Every visit ends with the page's policy kept and no error of a script.
async function endVisit(suite) {
  const visit = suite.current;
  suite.current = undefined;
  suite.servers.reset();
  if (!visit) return;
  const refused = await visit.page.run(() => window.refused);
  await visit.close();
  assert.deepEqual(refused, []);
}

function describeLauncher(suite) {
  it("look the same under the page's hostile styles as without them", async () => {
    const seen = [];
    for (const path of ["/", "/hostile"]) {
      const { page } = await suite.openPanel(path);
      const look = await page.style(".launcher", ["fontSize", "color", "position", "display"]);
      seen.push([await page.box(".launcher"), await page.box(".panel"), look]);
    }
    assert.deepEqual(seen[1], seen[0]);
  });

  it("lie above whatever the page stacks", async () => {
    const { page } = await suite.openPanel("/covered");
    const { x, y, width, height } = await page.box(".panel");
    const atPlace = (_, left, top) => document.elementFromPoint(left, top).localName;
    assert.equal(await page.run(atPlace, x + width / 2, y + height / 2), "charley-chat");
    assert.equal(await page.run(atPlace, 10, 10), "main");
  });

  it("keep the patient's words from the page's scripts", async () => {
    const visit = await suite.openPanel("/");
    await visit.ask(visit.frame, "my secret cramp");
    const reached = await visit.page.run((root) => {
      try {
        return root.querySelector("iframe").contentWindow.document.body.textContent;
      } catch (error) {
        return error.name;
      }
    });
    assert.equal(reached, "SecurityError");
    assert.ok(!JSON.stringify(await visit.page.run(() => window.seen)).includes("secret"));
  });
}

function describeAnswers(suite) {
  it("opens a citation in place and closes it again", async () => {
    const visit = await suite.openPanel("/hostile");
    const { frame } = visit;
    await visit.ask(frame, "why at night");
    assert.equal(await frame.text(".reply h2"), "Why do cramps come at night?");
    await frame.click(".mark");
    await frame.shows(".source");
    assert.equal(await frame.attribute(".mark", "aria-expanded"), "true");
    const source = await frame.text(".source");
    for (const part of ["Leg Cramps and Spasms", "24 December 2025", "Paragraph 7", "the foot naturally points"]) {
      assert.ok(source.includes(part), `${part} in ${source}`);
    }
    await visit.picture(frame, `${suite.name}-answer`);
    await frame.click(".mark");
    await frame.until("the citation to close", (root) => !root.querySelector(".source"));
  });

  it("is asked for by a choice of a clarification", async () => {
    const visit = await suite.openPanel("/");
    await visit.ask(visit.frame, "cramp in my leg");
    assert.equal(await visit.frame.count("[role=group] .chip"), 3);
    await visit.frame.click("[role=group] .chip");
    await visit.frame.until("the answer", (root) => root.querySelectorAll(".reply").length === 2);
    const { message } = suite.servers.state.requests.at(-1);
    assert.deepEqual(message, {
      question: "How do I ease a cramp in my calf?",
      earlier: ["cramp in my leg"],
      region: "GB",
    });
    assert.equal(await visit.frame.focused(), "textarea.");
  });

  it("follows another, which goes along with the question", async () => {
    const visit = await suite.openPanel("/");
    await visit.ask(visit.frame, "why at night");
    await visit.ask(visit.frame, "can a chiropractor help");
    const { message } = suite.servers.state.requests.at(-1);
    assert.deepEqual(message, { question: "can a chiropractor help", earlier: ["why at night"], region: "GB" });
    const headings = await visit.frame.run((root) =>
      [...root.querySelectorAll(".reply h2")].map((heading) => heading.textContent),
    );
    assert.deepEqual(headings, ["Why do cramps come at night?", "Can a chiropractor help with muscle cramps?"]);
  });
}

// Collects what the live regions say from now on.
function listen(chat) {
  return chat.run((root) => {
    window.heard = [];
    for (const region of root.querySelectorAll("[aria-live=polite], [role=alert]")) {
      const name = region.getAttribute("role") ?? "polite";
      new MutationObserver((changes) => {
        for (const node of changes.flatMap((change) => [...change.addedNodes])) {
          window.heard.push(`${name}: ${node.textContent}`);
        }
      }).observe(region, { childList: true });
    }
    return true;
  });
}

// Whether the middle of an element is what a finger would meet there.
function isOnTop(chat, selector) {
  const look = (root, wanted) => {
    const element = root.querySelector(wanted);
    const { x, y, width, height } = element.getBoundingClientRect();
    return element.contains(root.elementFromPoint(x + width / 2, y + height / 2));
  };
  return chat.run(look, selector);
}

function describeEscalation(suite) {
  it("is announced once as an alert, on top, with a number that dials, and leaves the focus in the box", async () => {
    const visit = await suite.openPanel("/hostile", narrow);
    const { frame } = visit;
    for (const question of ["why at night", "can a chiropractor help"]) await visit.ask(frame, question);
    await listen(frame);
    await visit.ask(frame, "cramp and chest pain");
    assert.equal(await frame.focused(), "textarea.");
    const heard = await frame.run(() => window.heard);
    assert.equal(heard.length, 1);
    assert.match(heard[0], /^alert: Immediate action required: Seek urgent careCall 999 now\./);
    assert.equal(await frame.attribute("[role=alert] .call", "href"), "tel:999");
    assert.ok(await isOnTop(frame, ".call"));
    assert.ok(await isOnTop(frame, ".emergency h2"));
    assert.equal(await frame.count(".chip"), 0);
    await visit.picture(frame, `${suite.name}-emergency`);
  });

  it("tells the page its level, and no word of the patient", async () => {
    const visit = await suite.openPanel("/");
    await visit.ask(visit.frame, "cramp and chest pain");
    const seen = await visit.page.until("the event", () => {
      const events = window.seen.filter(([name]) => name === "charley:escalation");
      return events.length > 0 && events;
    });
    assert.deepEqual(seen, [["charley:escalation", { level: "EMERGENCY_NOW" }]]);
  });

  it("stays on top over later answers until the patient puts it right", async () => {
    const visit = await suite.openPanel("/");
    await visit.ask(visit.frame, "cramp and chest pain");
    await visit.ask(visit.frame, "how do I stretch");
    await visit.frame.shows(".emergency");
    await visit.ask(visit.frame, "I meant my calf, not chest");
    assert.equal(await visit.frame.count(".emergency"), 0);
  });
}

async function assertEmergencyCard(chat) {
  await chat.shows(".failure");
  await chat.shows("[role=alert] .emergency");
  assert.match(await chat.text(".emergency"), /If this may be an emergency.*Call 999 now\./);
  assert.equal(await chat.attribute(".call", "href"), "tel:999");
  assert.ok(await isOnTop(chat, ".call"));
}

function describeFailures(suite) {
  for (const [mode, what] of [
    ["down", "answers with an error"],
    ["cut", "breaks the connection"],
  ]) {
    it(`shows the emergency card when the server ${what}, and goes on when it is back`, async () => {
      const visit = await suite.openPanel("/");
      suite.servers.state.mode = mode;
      await visit.send("my foot cramps");
      await assertEmergencyCard(visit.frame);
      assert.match(await visit.frame.text(".failure"), /can’t be reached right now/);
      suite.servers.state.mode = "up";
      await visit.frame.click(".retry");
      await visit.frame.shows(".reply");
      assert.equal(await visit.frame.count(".emergency, .failure"), 0);
    });
  }

  it("shows the emergency card and says that the patient is offline", async () => {
    const visit = await suite.openPanel("/");
    suite.servers.state.mode = "cut";
    await visit.goOffline();
    await visit.send("my foot cramps");
    await assertEmergencyCard(visit.frame);
    assert.match(await visit.frame.text(".failure"), /You are offline\./);
  });
}

async function assertClosed({ page }) {
  await page.until("the panel to close", (root) => !root.querySelector(".panel").checkVisibility());
  assert.equal(await page.focused(), "button.launcher");
  assert.equal(await page.attribute(".launcher", "aria-expanded"), "false");
}

function describeKeyboard(suite) {
  it("closes with Escape at once after opening, and gives the focus back to the launcher", async () => {
    const visit = await suite.openPanel("/");
    assert.equal(await visit.page.attribute(".launcher", "aria-expanded"), "true");
    await visit.press("Escape");
    await assertClosed(visit);
  });

  it("closes with Escape after a click on plain text of the chat", async () => {
    const visit = await suite.openPanel("/");
    await visit.frame.click(".greeting");
    await visit.press("Escape");
    await assertClosed(visit);
  });

  it("fills a small window as a dialog that closes with Escape", async () => {
    const visit = await suite.openPanel("/", narrow);
    assert.ok(await visit.page.run((root) => root.querySelector(".panel").matches(":modal")));
    await visit.press("Escape");
    await assertClosed(visit);
  });

  it("begins in the box: what is typed stands there, and Tab goes on to the button", async () => {
    const visit = await suite.openPanel("/");
    await visit.type("my calf");
    assert.equal(await visit.frame.run((root) => root.querySelector("textarea").value), "my calf");
    await visit.press("Tab");
    assert.equal(await visit.frame.focused(), "button.send");
  });

  it("keeps the conversation while it is closed, and goes on in the box when it is opened again", async () => {
    const visit = await suite.openPanel("/");
    await visit.ask(visit.frame, "why at night");
    await visit.press("Escape");
    await assertClosed(visit);
    await visit.press("Enter");
    await visit.opened();
    await visit.frame.hasFocus("textarea.");
    await visit.ask(visit.frame, "can a chiropractor help");
    assert.equal(await visit.frame.count(".reply"), 2);
  });

  it("goes from the page to the launcher, to an answer, its citation, and back", async () => {
    const visit = await suite.visit("/");
    await visit.page.shows(".launcher");
    for (let i = 0; i < 2; i++) await visit.press("Tab");
    assert.equal(await visit.page.focused(), "button.launcher");
    await visit.press("Enter");
    await visit.opened();
    await visit.ask(visit.frame, "why at night");
    for (let i = 0; i < 4; i++) await visit.pressShift("Tab");
    assert.equal(await visit.frame.focused(), "article.message reply");
    await visit.press("Enter");
    assert.equal(await visit.frame.focused(), "button.mark");
    await visit.press("Enter");
    await visit.frame.shows(".source");
    await visit.press("Escape");
    assert.equal(await visit.frame.focused(), "article.message reply");
    await visit.press("ArrowUp");
    assert.equal(await visit.frame.focused(), "article.message question");
    await visit.press("Escape");
    assert.equal(await visit.frame.focused(), "textarea.");
    await visit.pressShift("Tab");
    await visit.press("Enter");
    await visit.frame.until("the suggestion's answer", (root) => root.querySelectorAll(".reply").length === 2);
    await visit.press("Escape");
    await assertClosed(visit);
  });
}

function describeInline(suite) {
  it("answers under a strict policy and hostile styles, with the clinic's own beginning", async () => {
    const visit = await suite.visit("/inline-hostile");
    const { page } = visit;
    await page.shows("textarea");
    assert.equal(await page.text(".greeting"), "Ask us.");
    await page.click("textarea");
    await visit.ask(page, "why at night");
    const look = await page.style(".reply p[part=answer]", ["fontSize", "color", "display"]);
    assert.deepEqual(look, ["17px", "rgb(35, 33, 30)", "block"]);
    assert.equal(await page.count("iframe"), 0);
    await page.click(".mark");
    await page.shows(".source");
  });

  it("keeps the emergency card and the disclaimer from the page's style", async () => {
    const visit = await suite.visit("/inline");
    await visit.page.click("textarea");
    await visit.ask(visit.page, "cramp and chest pain");
    for (const selector of [".emergency", ".disclaimer"]) await visit.page.shows(selector);
    assert.equal(await visit.page.focused(), "textarea.");
  });

  it("shows the emergency card when the server does not list the clinic", async () => {
    const { state, address } = suite.servers;
    state.origins = [];
    const visit = await suite.visit("/inline");
    await visit.page.click("textarea");
    await visit.send("cramp and chest pain");
    await assertEmergencyCard(visit.page);
    state.origins = [address];
  });
}

function describeRightToLeft(suite) {
  it("puts the launcher and the panel on the left, and the chat from right to left", async () => {
    const visit = await suite.openPanel("/right-to-left");
    for (const selector of [".launcher", ".panel"]) {
      const { x } = await visit.page.box(selector);
      assert.ok(x < 40, `${selector} stands at ${x}`);
    }
    await visit.ask(visit.frame, "I have cramps every night");
    assert.deepEqual(await visit.frame.style(".header", ["direction"]), ["rtl"]);
    const borders = await visit.frame.style(".question", ["borderLeftWidth", "borderRightWidth"]);
    assert.deepEqual(borders, ["0px", "3px"]);
    await visit.picture(visit.frame, `${suite.name}-right-to-left`);
  });

  it("has the title on the right in the page too", async () => {
    const { page } = await suite.visit("/inline-right-to-left");
    await page.shows("textarea");
    assert.ok((await page.box("[part=title]")).x > (await page.box(".tool")).x);
  });
}

async function assertReflows(visit, chat) {
  await visit.ask(chat, "I have cramps every night");
  await chat.click(".mark");
  await chat.shows(".source");
  await chat.click("textarea");
  assert.deepEqual(await chat.tooWide(), []);
  await visit.ask(chat, "cramp and chest pain");
  assert.deepEqual(await chat.tooWide(), []);
}

function describeNarrow(suite) {
  it("fills the window with nothing cut off and nothing to scroll sideways", async () => {
    const visit = await suite.openPanel("/", narrow);
    assert.deepEqual(await visit.page.box(".panel"), { x: 0, y: 0, ...narrow });
    await assertReflows(visit, visit.frame);
    assert.deepEqual(await visit.page.tooWide(), []);
  });

  it("reflows in the page", async () => {
    const visit = await suite.visit("/inline", narrow);
    await visit.page.click("textarea");
    await assertReflows(visit, visit.page);
  });
}
