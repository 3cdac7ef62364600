import { emulateMedia, setViewport } from '@web/test-runner-commands';

/** Views in which keyboard journeys are repeated before a release: `VIEW=zoomed` in web-test-runner's environment. */
const views: Record<string, () => Promise<void>> = {
  narrow: () => setViewport({ width: 320, height: 640 }),
  /** A window of 1280 × 1024 px at 400 %. */
  zoomed: () => setViewport({ width: 320, height: 256 }),
  /** test/mount.ts applies the text spacing to the elements that it mounts. */
  spaced: () => Promise.resolve(),
  contrast: () => emulateMedia({ forcedColors: 'active' }),
  still: () => emulateMedia({ reducedMotion: 'reduce' }),
};

/** Applies the view of the run before the tests of a suite. */
export function useView(): void {
  const name = document.documentElement.dataset.view;
  if (!name) return;
  const show = views[name];
  if (!show) throw new Error(`No view is named ${name}`);
  before(show);
}
