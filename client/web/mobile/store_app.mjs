// Prepares a native project around the app: node mobile/store_app.mjs SERVER FOLDER, for example
//   npm run store-app -- https://charley.clinic.example build/store-app
//
// The folder then holds www/ (the built app, told where the clinic's server is, with the topics of that server for a first start
// without a connection) and Capacitor's project files. The server must list the shell's origins: --allow-origin https://localhost
// (Android) and capacitor://localhost (iOS).

import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const [, , server, folder] = process.argv;
if (!server || !folder) throw new Error("usage: node mobile/store_app.mjs SERVER FOLDER");
const address = new URL("./", server).href;

const response = await fetch(new URL("pack.json", address));
if (!response.ok) throw new Error(`${address}pack.json: HTTP ${response.status}; is this the address of a charleyd?`);
const bundle = await response.text();

const www = join(folder, "www");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
// The shell packs its files itself, and its web view needs no service worker: everything is on the phone.
const notNeeded = /\.(br|gz)$|\/(demo|frame|widget)(\/|$)|\/sw\.js$/;
cpSync(here("../dist"), www, { recursive: true, filter: (path) => !notNeeded.test(path.replaceAll("\\", "/")) });
const page = join(www, "index.html");
writeFileSync(
  page,
  readFileSync(page, "utf8").replace('name="charley-server" content=""', `name="charley-server" content="${address}"`),
);
writeFileSync(join(www, "pack.json"), bundle);
for (const file of ["package.json", "package-lock.json", ".npmrc"]) cpSync(here(`store/${file}`), join(folder, file));
cpSync(here("capacitor.config.json"), join(folder, "capacitor.config.json"));
console.log(`${folder}: now npm ci, npx cap add android, npx cap add ios`);
