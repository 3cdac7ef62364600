import { type CSSResult, unsafeCSS } from 'lit';
import { paper, shade, tone } from './tones.js';

/** Chromaticities of tints, on light and on dark backgrounds; see {@link tone}. */
const ink = [
  { x: 0.98, z: 1.3 },
  { x: 0.96, z: 1.17 },
] as const;
const red = [
  { x: 1.79, z: 0.18 },
  { x: 1.29, z: 0.61 },
] as const;
const green = [
  { x: 0.57, z: 0.5 },
  { x: 0.65, z: 0.66 },
] as const;
const amber = [
  { x: 1.2, z: 0.13 },
  { x: 1.04, z: 0.27 },
] as const;
const blue = [
  { x: 1.33, z: 5.16 },
  { x: 1.04, z: 2.49 },
] as const;

const bg = '--_agni-bg';
const accent = '--_agni-accent';
/** The color behind a text: the background of the pane, or a surface. */
const on = '--_agni-on';
const text = '--_agni-text';
const dangerFill = '--_agni-danger-fill';

/** Default colors of a pane as a whole, by the name of their token. A default is computed from the other colors. */
const grounds = {
  bg: paper('--_agni-paper'),
  surface: shade(bg, 0.07),
  accent: tone(bg, 16.4, 15.9, ...ink),
  'accent-hover': shade(accent, 0.2),
  'on-accent': tone(accent, 99),
};

/** Default colors of text, icons and borders on the background or on a surface. */
const inks = {
  text: tone(on, 17, 16, ...ink),
  muted: tone(on, 6.5, 7.4, ...ink),
  border: `color-mix(in oklab,var(${text}) 12%,var(${on}))`,
  // A control's edge needs 3:1, so it is darker than a divider.
  'control-border': tone(on, 3.7, 4.1),
  danger: tone(on, 6.6, 8.5, ...red),
  // On dark backgrounds a button as light as the text would glow.
  'danger-fill': `var(--agni-color-danger,${tone(on, 6.6, 3.4, red[0])})`,
  'danger-hover': shade(dangerFill, 0.2),
  'on-danger': tone(dangerFill, 99),
  success: tone(on, 6.2, 10, ...green),
  warning: tone(on, 6.2, 10, ...amber),
  focus: tone(on, 5.2, 8.1, ...blue),
  link: `var(${text})`,
  hover: shade(on, 0.08),
  selected: shade(on, 0.13),
};

/** `--_agni-<name>` is computed by the browser, see {@link registerColors}; styles read it as `--_<name>`. */
const declare = (colors: Readonly<Record<string, string>>) =>
  Object.entries(colors)
    .map(([name, color]) => `--_agni-${name}:var(--agni-color-${name},${color});--_${name}:var(--_agni-${name});`)
    .join('');

const surfaces = '.notice,.chip,thead tr';

/**
 * The colors. A color that the host does not set is computed from the colors that it sets, so that text keeps a
 * contrast of 4.5:1 and controls 3:1. If the host sets none, the colors follow the `color-scheme` in force.
 */
export const colors: CSSResult = unsafeCSS(
  `.pane{--_agni-paper:var(--agni-color-text,light-dark(#000,#fff));${declare(grounds)}${on}:var(${bg})}` +
    `${surfaces}{${on}:var(--_agni-surface);background:var(--_agni-surface);color:var(--_text)}` +
    `.pane,${surfaces}{${declare(inks)}}`,
);

let areRegistered = false;

/**
 * Makes the browser compute each derived color once for a pane. An unregistered property is text, which the browser
 * parses and computes at each use. The names are global, so a second copy of the kit finds them registered.
 */
export function registerColors(): void {
  if (areRegistered) return;
  areRegistered = true;
  for (const name of ['paper', 'on', ...Object.keys(grounds), ...Object.keys(inks)]) {
    try {
      CSS.registerProperty({ name: `--_agni-${name}`, syntax: '<color>', inherits: true, initialValue: '#000' });
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
    }
  }
}
