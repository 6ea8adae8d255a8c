// Colours that a clinic chooses, made readable. Contrast as in WCAG 2.2, "contrast ratio" and "relative luminance".

export type Colour = readonly [red: number, green: number, blue: number];

// Reads "#rgb" or "#rrggbb"; undefined for anything else.
export function parseColour(text: string): Colour | undefined {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text.trim())?.[1];
  if (!hex) return undefined;
  const full = hex.length === 3 ? hex.replace(/./g, "$&$&") : hex;
  const value = Number.parseInt(full, 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

export function formatColour(colour: Colour): string {
  return `rgb(${colour.join(" ")})`;
}

function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

// The contrast ratio, from 1 to 21.
export function contrast(one: Colour, other: Colour): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const black: Colour = [0, 0, 0];
const white: Colour = [255, 255, 255];

// The colour itself when it can be read on the background, otherwise the nearest step towards black or white that can.
export function readableOn(background: Colour, colour: Colour, least: number): Colour {
  const goal = luminance(background) > 0.18 ? black : white;
  for (let step = 0; step < 20; step++) {
    const share = step / 20;
    const mixed = colour.map((part, i) => Math.round(part + ((goal[i] ?? 0) - part) * share)) as unknown as Colour;
    if (contrast(mixed, background) >= least) return mixed;
  }
  return goal;
}

// Black or white, whichever reads better on the colour.
export function textOn(colour: Colour): Colour {
  return contrast(colour, black) >= contrast(colour, white) ? black : white;
}
