// Says what a visitor downloads, and fails above the budgets: 25 KB for the whole chat with its styles, 5 KB for the loader, gzip.

import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const dist = fileURLToPath(new URL("../dist", import.meta.url));
const files = readdirSync(dist, { recursive: true }).map(String);

// Bytes of every file that matches, in the given compressed form.
function bytes(pattern, ending) {
  const found = files.filter((file) => pattern.test(file));
  if (found.length === 0) throw new Error(`dist/ has no file like ${pattern}: run npm run build first`);
  return found.reduce((sum, file) => sum + statSync(join(dist, file + ending)).size, 0);
}

const kilobyte = 1000;
const rows = [
  { what: "loader", pattern: /^widget\/v[^/]+\/charley\.js$/, most: 5 * kilobyte },
  {
    what: "whole chat, in the widget's frame",
    pattern: /^assets\/(frame-\w+\.js|page-\w+\.css)$|^frame\/index\.html$/,
    most: 25 * kilobyte,
  },
  { what: "whole chat, in the page", pattern: /^widget\/v[^/]+\/inline-\w+\.js$/, most: 25 * kilobyte },
];

for (const { what, pattern, most } of rows) {
  const [raw, gzip, brotli] = ["", ".gz", ".br"].map((ending) => bytes(pattern, ending));
  const good = gzip <= most;
  console.log(`${good ? "ok  " : "OVER"} ${what}: ${gzip} bytes gzip of at most ${most}, ${brotli} brotli, ${raw} raw`);
  if (!good) process.exitCode = 1;
}
