// The few things of the look that a clinic may choose.

import { formatColour, parseColour, readableOn, textOn } from "./colour.ts";

export type Scheme = "auto" | "light" | "dark";

export interface Theme {
  scheme?: Scheme | undefined;
  // "#rrggbb": buttons, links, marks. Made darker or lighter until it can be read.
  accent?: string | undefined;
  // Roundness of corners in pixels, 0 to 24; anything else is left out.
  radius?: string | number | undefined;
}

// The surfaces of styles/palette.css, against which an accent must be readable.
const lightSurface = [251, 250, 247] as const;
const darkSurface = [23, 22, 20] as const;
const leastContrast = 4.5; // WCAG 2.2, 1.4.3: text
const mostRadius = 24;

// Custom properties to set on the chat's host; empty values are to be removed. An accent that is no colour is left out.
export function themeProperties(theme: Theme): Record<string, string> {
  const wanted = theme.accent === undefined ? undefined : parseColour(theme.accent);
  const light = wanted && readableOn(lightSurface, wanted, leastContrast);
  const dark = wanted && readableOn(darkSurface, wanted, leastContrast);
  const radius = Number(theme.radius);
  return {
    "--accent-light": light ? formatColour(light) : "",
    "--on-accent-light": light ? formatColour(textOn(light)) : "",
    "--accent-dark": dark ? formatColour(dark) : "",
    "--on-accent-dark": dark ? formatColour(textOn(dark)) : "",
    "--corner": radius >= 0 ? `${Math.min(radius, mostRadius)}px` : "",
  };
}

// Puts a theme on an element. Through the object model, which a strict style-src allows.
export function applyTheme(element: HTMLElement, theme: Theme): void {
  for (const [name, value] of Object.entries(themeProperties(theme))) {
    if (value) element.style.setProperty(name, value);
    else element.style.removeProperty(name);
  }
  element.dataset["scheme"] = theme.scheme ?? "auto";
}
