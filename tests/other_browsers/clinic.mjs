// The stand-in server and the made-up clinic of tests/browser, with a page that is read from right to left and a witness of what the
// page's policy refused.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { clinicPages } from "../browser/clinic_pages.mjs";
import { startCharley, startClinic } from "../browser/fake-server.mjs";

const web = new URL("../../client/web/", import.meta.url);
const read = (path) => readFileSync(new URL(path, web), "utf8");

const witness = `
window.refused = [];
document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
  if (!blockedURI.endsWith("/favicon.ico")) window.refused.push(effectiveDirective + " " + blockedURI);
});
window.addEventListener("error", (event) => window.refused.push(event.message));`;

function pagesOf(charley) {
  const { version } = JSON.parse(read("package.json"));
  const [, integrity] = /integrity="([^"]+)"/.exec(read("dist/demo/index.html"));
  const pages = clinicPages(charley, version, integrity);
  const rightToLeft = (page) => page.replace('<html lang="en">', '<html lang="ar" dir="rtl">');
  const covering = '<link rel="stylesheet" href="/covering.css"></head>';
  return {
    ...pages,
    "/right-to-left": rightToLeft(pages["/"]),
    "/inline-right-to-left": rightToLeft(pages["/inline"]),
    "/covered": pages["/"].replace("</head>", covering),
    "/covering.css":
      "main::before { content: ''; position: fixed; inset: 0 0 6em 0; background: gold; z-index: 2147483647 }",
    "/listen.js": pages["/listen.js"] + witness,
  };
}

export async function startServers() {
  const charley = await startCharley(fileURLToPath(new URL("dist", web)));
  const clinic = await startClinic(pagesOf(charley.origin), charley.origin);
  charley.state.embedders = [clinic.origin];
  charley.state.origins = [clinic.origin];
  const reset = () => Object.assign(charley.state, { mode: "up", delay: 0, requests: [], frames: true });
  const stop = async () => {
    await clinic.close();
    await charley.close();
  };
  return { address: clinic.origin, state: charley.state, reset, stop };
}
