// A visit to a page of the clinic, in any browser.

import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Scope } from "./scope.mjs";

const pictures = fileURLToPath(new URL("../../build/other_browsers/", import.meta.url));
mkdirSync(pictures, { recursive: true });

export const desktop = { width: 1100, height: 800 };
export const narrow = { width: 320, height: 640 };

export class Visit {
  #surface;

  constructor(surface) {
    this.#surface = surface;
    const clickAt = (x, y) => surface.clickAt(x, y);
    this.page = new Scope((script) => surface.evaluate(script), clickAt);
    this.frame = new Scope(
      (script) => surface.evaluateInFrame(script),
      async (x, y) => {
        const frame = await this.page.box("iframe");
        await clickAt(frame.x + x, frame.y + y);
      },
    );
  }

  // Opens the panel with a click, ready to be typed into.
  async open() {
    await this.page.click(".launcher");
    await this.opened();
  }

  // Waits until the panel is ready for the keyboard. The frame is not looked into before: WebKit's driver focuses what it looks into.
  async opened() {
    const ready = (root) => root.querySelector(".notice:empty") && root.activeElement?.localName === "iframe";
    await this.page.until("the frame to be ready with the focus", ready);
    await this.frame.shows("textarea");
  }

  // Types a question into the box that has the focus, and sends it.
  async send(question) {
    await this.type(question);
    await this.press("Enter");
  }

  // Sends a question and waits for its reply.
  async ask(chat, question) {
    const before = await chat.count(".reply");
    await this.send(question);
    await chat.until("a reply", (root, count) => root.querySelectorAll(".reply").length > count, before);
  }

  type(text) {
    return this.#surface.type(text);
  }

  press(key) {
    return this.#surface.press(key);
  }

  pressShift(key) {
    return this.#surface.pressShift(key);
  }

  goOffline() {
    return this.#surface.goOffline();
  }

  async picture(chat, name) {
    await chat.rests();
    await this.#surface.screenshot(`${pictures}${name}.png`);
  }

  close() {
    return this.#surface.close();
  }
}
