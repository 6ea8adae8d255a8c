// Pages of a made-up clinic that embed the widget, some of them as badly behaved as real ones.

// The script's line as the demo page prints it, on another origin.
export function clinicPages(charley, version, integrity) {
  const line = `<script type="module" src="${charley}/widget/v${version}/charley.js" integrity="${integrity}"></script>`;
  const page = (body, head = "") => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Clinic</title>
<meta name="viewport" content="width=device-width, initial-scale=1">${head}
<script src="/listen.js"></script>${line}</head><body><main><h1>Our clinic</h1><p>Welcome.</p><p><a href="/">Home</a></p>${body}</main></body></html>`;
  const hostile = '<link rel="stylesheet" href="/hostile.css">';
  const inline =
    '<charley-chat mode="inline" region="GB" suggestions="Why at night?| Which one? " greeting="Ask us." clinic-name="Harbour" clinic-phone="020 7946 0000"></charley-chat>';
  return {
    "/": page('<charley-chat region="GB"></charley-chat>'),
    "/dark": page('<charley-chat region="GB" theme="dark" accent="#f2c200" radius="0" lang="es"></charley-chat>'),
    "/two": page(
      '<charley-chat region="GB" id="one"></charley-chat><charley-chat position="bottom-start" region="US" id="two"></charley-chat>',
    ),
    "/hostile": page('<charley-chat region="GB"></charley-chat>', hostile),
    "/inline-hostile": page(inline, hostile),
    "/inline": page(inline, '<link rel="stylesheet" href="/parts.css">'),
    "/rtl": page('<charley-chat region="GB" dir="rtl"></charley-chat>'),
    "/inline-rtl": page('<charley-chat mode="inline" region="GB" dir="rtl"></charley-chat>'),
    "/hostile.css":
      "* { all: unset !important; color: red !important; font-size: 40px !important; display: inline !important } " +
      "charley-chat { display: none !important } button, iframe { position: static !important; visibility: hidden !important }",
    "/parts.css":
      "charley-chat::part(title) { font-variant: small-caps } charley-chat::part(chip) { border-radius: 0 } " +
      "charley-chat::part(disclaimer), charley-chat::part(emergency) { display: none }",
    // What a tracker of the clinic's page sees: every event, every message, every key.
    "/listen.js": `window.seen = [];
for (const name of ["charley:ready", "charley:open", "charley:escalation"]) {
  document.addEventListener(name, (event) => window.seen.push([name, event.detail]));
}
window.addEventListener("message", (event) => window.seen.push(["message", event.data]));
for (const name of ["keydown", "input", "click"]) document.addEventListener(name, (event) => window.seen.push([name, event.key ?? ""]), true);`,
  };
}
