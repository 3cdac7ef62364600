import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** The browser rounds the color of a curve's edge up or down, by 1 of 255; only differences of 4 and more count. */
const options = { threshold: 0.02, includeAA: true };

/**
 * Compares two pictures, given as the bytes of PNG files. Either may be missing.
 * @param {Buffer | undefined} old
 * @param {Buffer | undefined} current
 * @returns {undefined | { text: string, old?: Buffer, current?: Buffer, difference?: Buffer }} undefined if they look the same
 */
export function differenceOf(old, current) {
  if (!old) return { text: 'new', current };
  if (!current) return { text: 'gone', old };
  if (old.equals(current)) return undefined;
  const [before, after] = [PNG.sync.read(old), PNG.sync.read(current)];
  const { width, height } = before;
  if (width !== after.width || height !== after.height) {
    return { text: `${width}×${height} is now ${after.width}×${after.height}`, old, current };
  }
  const difference = new PNG({ width, height });
  const count = pixelmatch(before.data, after.data, difference.data, width, height, options);
  return count
    ? { text: `pixels that differ: ${count}`, old, current, difference: PNG.sync.write(difference) }
    : undefined;
}
