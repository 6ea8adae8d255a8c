// Builds the app: its page, its icons from one drawing, the manifest, and the service worker that knows them all.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Resvg } from "@resvg/resvg-js";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

function png(svg, size) {
  return new Resvg(svg, { fitTo: { mode: "width", value: size }, font: { loadSystemFonts: false } }).render().asPng();
}

// The drawing with square corners: the system cuts its own.
function fullBleed(svg) {
  return svg.replace('rx="112"', "");
}

// The same with its mark inside the circle of 80 % that every mask leaves.
function maskable(svg) {
  return fullBleed(svg).replace('<g id="mark"', '<g id="mark" transform="translate(77 77) scale(0.7)"');
}

function emergency(svg) {
  return svg
    .replace('<g id="mark"', '<g id="mark" display="none"')
    .replace(' display="none" id="alert"', ' id="alert"');
}

// Every picture by its name in the manifest and the page.
function pictures() {
  const icon = readFileSync(here("icon.svg"), "utf8");
  return {
    "icon.svg": icon,
    "icon-180.png": png(fullBleed(icon), 180),
    "icon-192.png": png(icon, 192),
    "icon-512.png": png(icon, 512),
    "maskable-192.png": png(maskable(icon), 192),
    "maskable-512.png": png(maskable(icon), 512),
    "emergency-192.png": png(emergency(icon), 192),
    "narrow.png": readFileSync(here("screenshots/narrow.png")),
    "wide.png": readFileSync(here("screenshots/wide.png")),
  };
}

// `tools` are those of scripts/build.mjs: script, styles, page, write and writeHashed.
export async function buildMobile({ script, styles, page, write, writeHashed }, version) {
  const names = {};
  for (const [name, content] of Object.entries(pictures())) names[name] = writeHashed("icons", name, content);
  const app = await script("mobile/src/app.ts", { APP_VERSION: JSON.stringify(version) });
  names["app.js"] = writeHashed("assets", "app.js", app);
  names["mobile.css"] = writeHashed("assets", "mobile.css", await styles("mobile/src/styles/page.css"));
  const html = page("mobile/index.html", names);
  const manifest = page("mobile/manifest.webmanifest", names);
  write("index.html", html);
  write("manifest.webmanifest", manifest);
  const shell = {
    "/": html,
    "/manifest.webmanifest": manifest,
    [`/assets/${names["app.js"]}`]: "",
    [`/assets/${names["mobile.css"]}`]: "",
    [`/icons/${names["icon.svg"]}`]: "",
  };
  // The names hold hashes of the contents, and the page and the manifest hold the names.
  const hash = createHash("sha256").update(JSON.stringify(shell)).digest("hex").slice(0, 12);
  write(
    "sw.js",
    await script("mobile/worker/sw.ts", {
      SHELL_FILES: JSON.stringify(Object.keys(shell)),
      SHELL_VERSION: JSON.stringify(hash),
    }),
  );
}
