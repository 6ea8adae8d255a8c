// What a test sees of a page: the clinic's page, or the chat wherever it is shown.

import { until } from "./until.mjs";

const host = 'document.querySelector("charley-conversation, charley-chat")';

// `evaluate` runs a script there, `clickAt` clicks at a place of it.
export class Scope {
  #evaluate;
  #clickAt;

  constructor(evaluate, clickAt) {
    this.#evaluate = evaluate;
    this.#clickAt = clickAt;
  }

  // Runs a function with the shadow root of Charley's element, if that is there already, and values.
  run(look, ...values) {
    return this.#evaluate(`(${look})(${[`${host}?.shadowRoot`, ...values.map((value) => JSON.stringify(value))]})`);
  }

  until(what, look, ...values) {
    return until(what, () => this.run(look, ...values));
  }

  // Waits for an element that can be seen.
  shows(selector) {
    return this.until(selector, (root, wanted) => root?.querySelector(wanted)?.checkVisibility() ?? false, selector);
  }

  count(selector) {
    return this.run((root, wanted) => root.querySelectorAll(wanted).length, selector);
  }

  text(selector) {
    return this.run((root, wanted) => root.querySelector(wanted).textContent, selector);
  }

  attribute(selector, name) {
    return this.run((root, wanted, asked) => root.querySelector(wanted).getAttribute(asked), selector, name);
  }

  style(selector, names) {
    const look = (root, wanted, asked) => {
      const style = getComputedStyle(root.querySelector(wanted));
      return asked.map((name) => style[name]);
    };
    return this.run(look, selector, names);
  }

  box(selector) {
    const look = (root, wanted) => {
      const { x, y, width, height } = root.querySelector(wanted).getBoundingClientRect();
      return { x, y, width, height };
    };
    return this.run(look, selector);
  }

  async click(selector) {
    await this.shows(selector);
    await this.run((root, wanted) => root.querySelector(wanted).scrollIntoView({ block: "nearest" }), selector);
    await this.rests();
    const { x, y, width, height } = await this.box(selector);
    await this.#clickAt(x + width / 2, y + height / 2);
  }

  // Waits until nothing moves, and what then stands there was painted.
  async rests() {
    await this.until("the end of all movement", (root) =>
      root.getAnimations().every((animation) => animation.playState === "finished"),
    );
    await this.run(() => {
      window.painted = false;
      requestAnimationFrame(() => {
        requestAnimationFrame(() => {
          window.painted = true;
        });
      });
      return true;
    });
    await this.until("a painted page", () => window.painted);
  }

  // The element with the focus, through shadow roots, as "name.class".
  focused() {
    return this.run(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      return `${element.localName}.${element.className}`;
    });
  }

  hasFocus(wanted) {
    return until(`the focus on ${wanted}`, async () => (await this.focused()) === wanted);
  }

  // What is too wide for the window.
  tooWide() {
    return this.run((root) => {
      const wide = [...root.querySelectorAll("*")].filter(
        (node) => !node.closest(".visually-hidden") && node.getBoundingClientRect().right > innerWidth + 0.5,
      );
      const names = wide.map((node) => `${node.localName}.${node.className}`);
      return document.documentElement.scrollWidth > innerWidth ? ["the page", ...names] : names;
    });
  }
}
