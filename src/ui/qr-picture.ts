import { html } from 'lit';
import { encode } from 'uqr';

/** White modules around a code. Many scanners don't find a code without them. */
const quietZone = 4;

/**
 * A text as a QR code, black on white with its quiet zone in every theme, as nodes of the page: nothing is fetched or
 * sent. Each call draws the picture again, so call this function once per text.
 */
export function qrPicture(text: string, label: string) {
  const { data, size } = encode(text, { ecc: 'M', border: quietZone });
  // One path for the whole code: a square for each dark module.
  const bars = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : [])));
  return html`<svg class="qr" role="img" aria-label=${label} viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">
    <rect width=${size} height=${size} fill="#fff" />
    <path d=${bars.join('')} fill="#000" />
  </svg>`;
}
