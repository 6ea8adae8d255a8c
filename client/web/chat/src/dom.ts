// Builds elements. No HTML text anywhere: what a patient or the server wrote can only become text.

type Child = Node | string | undefined | false;
type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

// An element with attributes and children. `true` sets an empty attribute; `false` and undefined set none.
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.filter((child) => child !== undefined && child !== false));
  return node;
}

// A button that does something, never submits.
export function button(attributes: Attributes, onClick: (event: MouseEvent) => void, ...children: Child[]) {
  const node = element("button", { type: "button", ...attributes }, ...children);
  node.addEventListener("click", onClick);
  return node;
}

// Text that only a screen reader says.
export function hiddenText(text: string): HTMLElement {
  return element("span", { class: "visually-hidden" }, text);
}

let lastId = 0;

// An id that no other element of this page has.
export function newId(what: string): string {
  lastId += 1;
  return `${what}-${lastId}`;
}
