/**
 * Colors that are computed from the luminance of another color, so that a contrast is kept for every color a host sets.
 * Luminance is the `y` of CIE XYZ, as in the contrast formula of WCAG 2.2. Relative colors give `y`, `calc()` the rest.
 */

/** Up to this luminance white has the higher contrast, above it black; either reaches 4.5:1 here. */
const middle = 0.179;

/** 1 where the luminance is below `limit`, else 0. */
const isBelow = (limit: number) => `clamp(0,(${limit} - y)*1e6,1)`;

/** The chromaticity of a tone: X and Z of CIE XYZ per unit of luminance. 0.95 and 1.09 are gray. */
interface Tint {
  readonly x: number;
  readonly z: number;
}

const gray: Tint = { x: 0.95, z: 1.09 };

/**
 * A color with a contrast against `background`, or with the highest possible contrast: lighter than a dark background,
 * darker than a light one.
 * @param contrast - against a white or light background, as in 4.5 for 4.5:1
 * @param contrastOnDark - against a dark one
 */
export function tone(
  background: string,
  contrast: number,
  contrastOnDark = contrast,
  tint = gray,
  tintOnDark = tint,
): string {
  const dark = isBelow(middle);
  const luminance = `clamp(0,${dark}*((y + .05)*${contrastOnDark} - .05) + (1 - ${dark})*((y + .05)/${contrast} - .05),1)`;
  // A very light color can't be shown with its tint, and would come out darker than computed, so the tint fades to gray.
  const fade = `clamp(0,(${luminance} - .43)*2.5,1)`;
  const part = (axis: 'x' | 'z') => {
    const tinted = `(${dark}*${tintOnDark[axis]} + (1 - ${dark})*${tint[axis]})`;
    return `calc(${luminance}*(${tinted}*(1 - ${fade}) + ${gray[axis]}*${fade}))`;
  };
  return `color(from var(${background}) xyz-d65 ${part('x')} ${luminance} ${part('z')})`;
}

/**
 * A color that is a little lighter or darker than another, so that the contrast with the text on it stays at 4.5:1 or
 * more.
 */
export function shade(color: string, amount: number): string {
  const step = (limit: number) => `(2*${isBelow(limit)} - 1)`;
  const shift = `${step(0.05)}*${step(middle)}*${step(0.5)}*${amount}`;
  const channel = (axis: string, white: number) => `calc(${axis} + ${shift}*(${white} + ${axis}))`;
  return `color(from var(${color}) xyz-d65 ${channel('x', 0.095)} ${channel('y', 0.1)} ${channel('z', 0.109)})`;
}

/** The background for a text color: white for dark text, nearly black for light text. */
export function paper(text: string): string {
  const channel = (share: number) =>
    `calc(${share}*(${isBelow(middle)} + (1 - ${isBelow(middle)})*clamp(0,(y + .05)/4.6 - .05,.006)))`;
  return `color(from var(${text}) xyz-d65 ${channel(0.9505)} ${channel(1)} ${channel(1.089)})`;
}
