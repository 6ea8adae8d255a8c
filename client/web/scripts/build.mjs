// Builds dist/, the folder that charleyd serves: pages, hashed assets, the versioned loader, and their compressed forms.

import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build, transform } from "esbuild";
import { buildMobile } from "../mobile/build.mjs";

const web = fileURLToPath(new URL("..", import.meta.url));
const dist = join(web, "dist");
const { version } = JSON.parse(readFileSync(join(web, "package.json"), "utf8"));
const widgetFolder = `widget/v${version}`;
// Browsers with popover, container queries and adopted style sheets.
const target = ["chrome114", "firefox125", "safari17"];

const styleText = {
  name: "style sheets as text",
  setup(build) {
    build.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(readFileSync(path, "utf8"), { loader: "css", minify: true, target });
      return { contents: code.trim(), loader: "text" };
    });
  },
};

// One script with all that it imports.
async function script(entry, define = {}) {
  const result = await build({
    entryPoints: [join(web, entry)],
    bundle: true,
    write: false,
    format: "esm",
    minify: true,
    target,
    charset: "utf8",
    legalComments: "none",
    plugins: [styleText],
    define,
  });
  return result.outputFiles[0].contents;
}

async function styles(entry) {
  const { code } = await transform(readFileSync(join(web, entry), "utf8"), { loader: "css", minify: true, target });
  return Buffer.from(code);
}

// Writes a file with its compressed forms beside it.
function write(path, content) {
  const file = join(dist, path);
  const bytes = Buffer.from(content);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  writeFileSync(
    `${file}.br`,
    brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
  );
}

// Writes a file whose name carries a hash of its content, such as "frame-3f9a0c51.js"; returns that name.
function writeHashed(folder, name, content) {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 12);
  const hashed = name.replace(/\.\w+$/, (ending) => `-${hash}${ending}`);
  write(`${folder}/${hashed}`, content);
  return hashed;
}

// Fills "{{name}}" in a page; throws for a name without a value.
function page(entry, values) {
  return readFileSync(join(web, entry), "utf8").replace(/\{\{([\w.-]+)\}\}/g, (_, name) => {
    if (values[name] === undefined) throw new Error(`${entry}: nothing to put in {{${name}}}`);
    return values[name];
  });
}

rmSync(dist, { recursive: true, force: true });

const pageStyle = writeHashed("assets", "page.css", await styles("chat/src/styles/page.css"));

// The app at "/".
await buildMobile({ script, styles, page, write, writeHashed }, version);

// The widget: its loader and what that fetches.
const inline = writeHashed(widgetFolder, "inline.js", await script("widget/src/inline.ts"));
const loader = await script("widget/src/charley.ts", { INLINE_FILE: JSON.stringify(`./${inline}`) });
const integrity = `sha384-${createHash("sha384").update(loader).digest("base64")}`;
write(`${widgetFolder}/charley.js`, loader);
write(
  "frame/index.html",
  page("widget/pages/frame.html", {
    "page.css": pageStyle,
    "frame.js": writeHashed("assets", "frame.js", await script("widget/src/frame.ts")),
  }),
);

// The demo page.
write(
  "demo/index.html",
  page("widget/demo/index.html", {
    version: `v${version}`,
    integrity,
    "demo.css": writeHashed("assets", "demo.css", await styles("widget/demo/demo.css")),
    "demo.js": writeHashed("assets", "demo.js", await script("widget/demo/demo.ts")),
  }),
);
