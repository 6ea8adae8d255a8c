// The demo page: shows the lines to paste, and tries the attributes on both widgets.

import { element } from "../../chat/src/dom.ts";

const widgets = [...document.querySelectorAll("charley-chat")];
const script = document.querySelector<HTMLScriptElement>("script[integrity]");
const form = document.querySelector<HTMLFormElement>("#attributes");
const place = document.querySelector("#lines");

// The script's line, and one element with the attributes that are not at their default.
function lines(): string {
  const attributes = [...new FormData(form ?? undefined)]
    .filter(([name, value]) => value !== "" && !isDefault(name, String(value)))
    .map(([name, value]) => ` ${name}="${value}"`);
  return [
    `<script type="module" src="${script?.src}" integrity="${script?.integrity}"></script>`,
    `<charley-chat${attributes.join("")}></charley-chat>`,
  ].join("\n");
}

function isDefault(name: string, value: string): boolean {
  const defaults: Record<string, string> = {
    lang: "en",
    dir: "ltr",
    theme: "auto",
    radius: "10",
    position: "bottom-end",
  };
  return defaults[name] === value;
}

function show(): void {
  if (place) place.textContent = lines();
}

form?.addEventListener("change", (event) => {
  const { name, value } = event.target as HTMLSelectElement;
  for (const widget of widgets) {
    if (value) widget.setAttribute(name, value);
    else widget.removeAttribute(name);
  }
  show();
});

document.querySelector("#copy")?.addEventListener("click", async () => {
  const status = document.querySelector("#copied");
  const copied = await navigator.clipboard.writeText(lines()).then(
    () => true,
    () => false,
  );
  status?.replaceChildren(
    element("span", {}, copied ? "Copied." : "Copying is not allowed here: mark the lines and copy them."),
  );
});

show();
