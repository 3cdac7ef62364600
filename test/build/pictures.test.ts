import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { differenceOf } from '../../scripts/picture-difference.mjs';

/** A gray picture, whose first pixel may have another gray. */
function picture(gray: number, first = gray, width = 4) {
  const image = new PNG({ width, height: 4 });
  image.data.fill(255);
  for (let pixel = 0; pixel < image.data.length; pixel += 4) image.data.fill(pixel ? gray : first, pixel, pixel + 3);
  return PNG.sync.write(image);
}

describe('compared pictures', () => {
  it('that are the same have no difference', () => {
    expect(differenceOf(picture(200), picture(200))).toBeUndefined();
  });

  it('whose colors a browser rounded otherwise have none either', () => {
    expect(differenceOf(picture(200), picture(201))).toBeUndefined();
  });

  it('differ by a pixel of a slightly other gray', () => {
    const difference = differenceOf(picture(200), picture(200, 206));
    expect(difference?.text).toBe('pixels that differ: 1');
    expect(PNG.sync.read(difference?.difference as Buffer).width).toBe(4);
  });

  it('differ by their size, and by being new or gone', () => {
    expect(differenceOf(picture(200), picture(200, 200, 5))?.text).toBe('4×4 is now 5×4');
    expect(differenceOf(undefined, picture(200))?.text).toBe('new');
    expect(differenceOf(picture(200), undefined)?.text).toBe('gone');
  });
});
