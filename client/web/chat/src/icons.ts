// Icons are one drawn set, strokes of 2 in the colour of the text. Always beside words, so hidden from screen readers.

// An icon of one of the shapes in icon_shapes.ts.
export function icon(shape: string): SVGSVGElement {
  const namespace = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(namespace, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(namespace, "path");
  path.setAttribute("d", shape);
  svg.append(path);
  return svg;
}
