/** In place of `@web/test-runner-commands` where vitest runs browser tests; vitest.mutation.config.ts has the other side. */
import { type BrowserCommands, commands, page } from 'vitest/browser';

interface Commands extends BrowserCommands {
  sendKeys(keys: Partial<Record<'press' | 'type' | 'down' | 'up', string>>): Promise<void>;
}

export const { sendKeys } = commands as Commands;

/** Resizes the frame of the tests. */
export const setViewport = ({ width, height }: { width: number; height: number }) => page.viewport(width, height);

const none = () => undefined;

/** What an assertion of `@open-wc/testing` imports that no test uses. */
export { none as emulateMedia, none as getSnapshot, none as getSnapshotConfig, none as saveSnapshot };
