// Takes the two pictures that a browser shows before it installs the app, from a build's own server and pack:
//   node tests/mobile/take_manifest_pictures.mjs build/release

import { fileURLToPath } from "node:url";
import { startCharleyd } from "./charleyd.mjs";
import { launch, newPhone, open } from "./harness.mjs";

const pictures = {
  narrow: { hash: "", options: { viewport: { width: 360, height: 640 }, deviceScaleFactor: 3 } },
  wide: {
    hash: "#/topics/stop-a-cramp-now",
    options: { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 },
  },
};

const server = await startCharleyd(process.argv[2] ?? "build/release");
const browser = await launch();
try {
  for (const [name, { hash, options }] of Object.entries(pictures)) {
    const context = await newPhone(browser, server, { ...options, locale: "en-GB" });
    await context.addInitScript(() => localStorage.setItem("charley", '{"welcomed":true}'));
    const page = await open(context, server, hash);
    await page.getByRole("link").nth(5).waitFor();
    const path = fileURLToPath(new URL(`../../client/web/mobile/screenshots/${name}.png`, import.meta.url));
    await page.screenshot({ path, animations: "disabled" });
    await context.close();
  }
} finally {
  await browser.close();
  await server.close();
}
