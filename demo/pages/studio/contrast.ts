const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });

/** Relative luminance of a CSS color, as WCAG 2.2 defines it. */
function luminanceOf(color: string): number {
  if (!context) throw new Error('The browser has no 2D canvas');
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0] = [...context.getImageData(0, 0, 1, 1).data].map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** The color behind an element: the nearest background that is not transparent, through shadow roots. */
function backgroundOf(element: Element): string {
  for (let node: Element | null = element; node; ) {
    const { backgroundColor } = getComputedStyle(node);
    if (!/^rgba\(.*, 0\)$|^transparent$/.test(backgroundColor)) return backgroundColor;
    const root = node.getRootNode();
    node = node.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  }
  return 'white';
}

/** The contrast of two colors by the formula of WCAG 2.2, from 1 to 21. */
export function contrastBetween(one: string, other: string): number {
  const [low = 0, high = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** The contrast of an element's text with its background. */
export function contrastOf(element: Element): number {
  return contrastBetween(getComputedStyle(element).color, backgroundOf(element));
}
