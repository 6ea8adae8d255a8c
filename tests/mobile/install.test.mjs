// Putting the app on the home screen, and what the system then offers.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { newPhone, open, start, untilKept } from "./harness.mjs";

let world;
before(async () => {
  world = await start();
});
after(() => world.stop());

async function withPage(run) {
  const context = await newPhone(world.browser, world.server);
  const page = await open(context, world.server);
  await untilKept(page);
  await run(page, context);
  assert.deepEqual(context.trouble, []);
  await context.close();
}

test("the browser finds no error that keeps the app from being installed", async () => {
  await withPage(async (page, context) => {
    const devtools = await context.newCDPSession(page);
    const { installabilityErrors } = await devtools.send("Page.getInstallabilityErrors");
    // A context of its own counts as a private window.
    assert.deepEqual(
      installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== "in-incognito"),
      [],
    );
    const { errors, data } = await devtools.send("Page.getAppManifest");
    assert.deepEqual(errors, []);
    assert.equal(JSON.parse(data).id, "/");
  });
});

test("every picture of the manifest is there, in the size that it says", async () => {
  await withPage(async (page) => {
    const wrong = await page.evaluate(async () => {
      const manifest = await (await fetch("/manifest.webmanifest")).json();
      const { icons, screenshots, shortcuts } = manifest;
      const pictures = [...icons, ...screenshots, ...shortcuts.flatMap((shortcut) => shortcut.icons)];
      const found = [];
      for (const { src, sizes, type } of pictures) {
        if (type !== "image/png") continue;
        const bitmap = await createImageBitmap(await (await fetch(src)).blob());
        if (`${bitmap.width}x${bitmap.height}` !== sizes) found.push(`${src}: ${bitmap.width}x${bitmap.height}`);
      }
      return { found, count: pictures.length, purposes: icons.map(({ purpose }) => purpose) };
    });
    assert.deepEqual(wrong.found, []);
    assert.ok(wrong.count >= 9);
    assert.ok(wrong.purposes.includes("maskable"));
  });
});

test("a maskable icon leaves its rim to the mask", async () => {
  await withPage(async (page) => {
    const rim = await page.evaluate(async () => {
      const { icons } = await (await fetch("/manifest.webmanifest")).json();
      const { src } = icons.find(({ purpose, sizes }) => purpose === "maskable" && sizes === "512x512");
      const bitmap = await createImageBitmap(await (await fetch(src)).blob());
      const canvas = new OffscreenCanvas(512, 512).getContext("2d");
      canvas.drawImage(bitmap, 0, 0);
      const { data } = canvas.getImageData(0, 0, 512, 512);
      const colours = new Set();
      for (let y = 0; y < 512; y += 1) {
        for (let x = 0; x < 512; x += 1) {
          if (Math.hypot(x - 256, y - 256) > 205)
            colours.add(data.slice((y * 512 + x) * 4, (y * 512 + x) * 4 + 4).join());
        }
      }
      return [...colours];
    });
    assert.deepEqual(rim, ["11,93,94,255"]);
  });
});

test("the shortcuts lead to their screens", async () => {
  await withPage(async (page) => {
    const { shortcuts } = await page.evaluate(async () => (await fetch("/manifest.webmanifest")).json());
    assert.equal(shortcuts[0].name, "Emergency");
    await page.goto(world.server.origin + shortcuts[0].url);
    await page.getByRole("link", { name: "Call 999" }).waitFor();
  });
});

test("shared text comes into the box, never into an address or to the server", async () => {
  await withPage(async (page) => {
    world.server.state.paths.length = 0;
    // A form of the page stands in for the system's share sheet.
    await page.evaluate(() => {
      const form = document.createElement("form");
      Object.assign(form, { method: "post", action: "/share", enctype: "multipart/form-data" });
      for (const [name, value] of [
        ["title", ""],
        ["text", "does pickle juice help"],
      ]) {
        const field = document.createElement("input");
        Object.assign(field, { name, value });
        form.append(field);
      }
      document.body.append(form);
      form.submit();
    });
    const box = page.locator("charley-conversation textarea");
    await box.waitFor();
    await page.waitForFunction(() => {
      const app = document.querySelector("charley-app").shadowRoot;
      return app.querySelector("charley-conversation").shadowRoot.querySelector("textarea").value !== "";
    });
    assert.equal(await box.inputValue(), "does pickle juice help");
    assert.match(page.url(), /\/#\/chat$/);
    assert.deepEqual(
      world.server.state.paths.filter((path) => path.startsWith("POST")),
      [],
    );
    await page.reload();
    await box.waitFor();
    assert.equal(await box.inputValue(), "");
  });
});

test("a browser that offers to install is asked by the app's own button", async () => {
  await withPage(async (page) => {
    await page.goto(`${world.server.origin}/#/settings`);
    await page.evaluate(() => {
      const event = new Event("beforeinstallprompt");
      event.prompt = async () => {
        window.prompted = true;
      };
      window.dispatchEvent(event);
    });
    await page.getByRole("button", { name: "Install" }).tap();
    assert.equal(await page.evaluate(() => window.prompted), true);
  });
});

test("what must come before the first screen is at most 60 KB over the wire", async () => {
  const context = await newPhone(world.browser, world.server);
  world.server.state.bytes = 0;
  const page = await open(context, world.server);
  await page.getByRole("link", { name: "Does magnesium help?" }).waitFor();
  await page.waitForLoadState("networkidle");
  const { bytes } = world.server.state;
  console.log(`# first load, with the small test pack: ${bytes} bytes`);
  assert.ok(bytes <= 60_000, `${bytes} bytes`);
  await context.close();
});
