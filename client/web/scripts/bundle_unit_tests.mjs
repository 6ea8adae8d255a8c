// Bundles the unit tests, which are TypeScript, into a folder where node can run them: node scripts/bundle_unit_tests.mjs FOLDER

import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const tests = fileURLToPath(new URL("../../../tests/client/web", import.meta.url));
const [, , outdir] = process.argv;
if (!outdir) throw new Error("usage: node scripts/bundle_unit_tests.mjs FOLDER");

rmSync(outdir, { recursive: true, force: true });
await build({
  entryPoints: readdirSync(tests)
    .filter((file) => file.endsWith(".test.ts"))
    .map((file) => join(tests, file)),
  outdir,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  format: "esm",
  platform: "node",
  sourcemap: "inline",
});
