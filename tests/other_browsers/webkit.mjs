// WebKitGTK's own small browser in a window of an X display, driven over WebDriver.

import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { until } from "./until.mjs";
import { startSession } from "./webdriver.mjs";

const browser = process.env.WEBKIT_BROWSER ?? "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";
const config = fileURLToPath(new URL("config", import.meta.url));
const keyCodes = {
  Shift: "\uE008",
  Tab: "\uE004",
  Enter: "\uE007",
  Escape: "\uE00C",
  ArrowUp: "\uE013",
};

const down = (value) => ({ type: "keyDown", value });
const up = (value) => ({ type: "keyUp", value });
const stroke = (value) => [down(value), up(value)];

function surface(send) {
  const evaluate = (script) => send("POST", "execute/sync", { script: `return ${script}`, args: [] });
  const keys = (actions) => send("POST", "actions", { actions: [{ type: "key", id: "keyboard", actions }] });
  const enter = (id) => send("POST", "frame", { id });
  const frame = () => evaluate('document.querySelector("charley-chat").shadowRoot.querySelector("iframe")');
  return {
    evaluate,
    evaluateInFrame: async (script) => {
      await enter(await until("the chat's frame", frame));
      return evaluate(script).finally(() => enter(null));
    },
    clickAt: (x, y) => send("POST", "actions", { actions: [click(Math.round(x), Math.round(y))] }),
    type: (text) => keys([...text].flatMap(stroke)),
    press: (key) => keys(stroke(keyCodes[key])),
    pressShift: (key) => keys([down(keyCodes.Shift), ...stroke(keyCodes[key]), up(keyCodes.Shift)]),
    resize: (size) => resize(send, evaluate, size),
    screenshot: async (path) => writeFile(path, await send("GET", "screenshot"), "base64"),
    // The driver can't take the network away: the page is told that it is gone. The server must break the call.
    goOffline: () => setOnLine(evaluate, enter, frame),
    close: () => send("POST", "url", { url: "about:blank" }),
  };
}

function click(x, y) {
  const actions = [
    { type: "pointerMove", x, y },
    { type: "pointerDown", button: 0 },
    { type: "pointerUp", button: 0 },
  ];
  return { type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions };
}

async function setOnLine(evaluate, enter, frame) {
  await enter(await frame());
  await evaluate('Object.defineProperty(navigator, "onLine", { value: false }) && true').finally(() => enter(null));
}

// The window's frame and toolbar come on top of the page's size.
async function resize(send, evaluate, { width, height }) {
  const inner = () => evaluate("[innerWidth, innerHeight]");
  const outer = await send("GET", "window/rect");
  const [innerWidth, innerHeight] = await inner();
  await send("POST", "window/rect", {
    width: width + outer.width - innerWidth,
    height: height + outer.height - innerHeight,
  });
  await until(`a page of ${width} by ${height}`, async () => String(await inner()) === `${width},${height}`);
}

export async function startWebKit() {
  const capabilities = { "webkitgtk:browserOptions": { binary: browser, args: ["--automation"] } };
  const { send, stop } = await startSession("WebKitWebDriver", { XDG_CONFIG_HOME: config }, capabilities);
  const open = async (url, size) => {
    const opened = surface(send);
    await opened.resize(size);
    await send("POST", "url", { url });
    return opened;
  };
  return { open, stop };
}
