import { html } from 'lit';
import { encode } from 'uqr';

/** Modules of white around a code, without which many readers don't find it. */
const quietZone = 4;

/**
 * A text as a QR code, black on white with its quiet zone whatever the theme, as nodes of the page: nothing is fetched
 * or sent. Each call makes the picture again, so call it once for a text.
 */
export function qrPicture(text: string, label: string) {
  const { data, size } = encode(text, { ecc: 'M', border: quietZone });
  // One path for all of it: a bar for each dark module.
  const bars = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : [])));
  return html`<svg class="qr" role="img" aria-label=${label} viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">
    <rect width=${size} height=${size} fill="#fff" />
    <path d=${bars.join('')} fill="#000" />
  </svg>`;
}
