import { emulateMedia, setViewport } from '@web/test-runner-commands';

/** How journeys by keyboard are repeated before a release: with `VIEW=zoomed` in the environment of web-test-runner. */
const views: Record<string, () => Promise<void>> = {
  narrow: () => setViewport({ width: 320, height: 640 }),
  /** A window of 1280 × 1024 px at 400 %. */
  zoomed: () => setViewport({ width: 320, height: 256 }),
  /** test/mount.ts spaces the text of what it puts on the page. */
  spaced: () => Promise.resolve(),
  contrast: () => emulateMedia({ forcedColors: 'active' }),
  still: () => emulateMedia({ reducedMotion: 'reduce' }),
};

/** Shows the page as the run says, before the tests of a suite. */
export function useView(): void {
  const name = document.documentElement.dataset.view;
  if (!name) return;
  const show = views[name];
  if (!show) throw new Error(`No view is named ${name}`);
  before(show);
}
