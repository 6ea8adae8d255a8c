// Loads modules of the app into node, for what needs no browser.

import { mkdtempSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const web = new URL("../../client/web/", import.meta.url);
const { build } = createRequire(new URL("package.json", web))("esbuild");

// What modules below client/web/mobile/src export, all in one.
export async function load(...modules) {
  const { outputFiles } = await build({
    stdin: {
      contents: modules.map((module) => `export * from "${module}";`).join("\n"),
      resolveDir: fileURLToPath(new URL("mobile/src", web)),
    },
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    target: "node20",
    loader: { ".css": "text" },
  });
  const file = join(mkdtempSync(join(tmpdir(), "charley-")), "module.mjs");
  // Elements are classes as soon as the chat is loaded.
  writeFileSync(file, `globalThis.HTMLElement ??= class {};\n${outputFiles[0].text}`);
  return import(pathToFileURL(file).href);
}
