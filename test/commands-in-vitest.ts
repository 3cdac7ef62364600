/** In place of `@web/test-runner-commands` where vitest runs browser tests; vitest.mutation.config.ts has the other side. */
import { type BrowserCommands, commands } from 'vitest/browser';

interface Commands extends BrowserCommands {
  sendKeys(keys: { press?: string; type?: string }): Promise<void>;
  setViewport(size: { width: number; height: number }): Promise<void>;
}

export const { sendKeys, setViewport } = commands as Commands;

const none = () => undefined;

/** What an assertion of `@open-wc/testing` imports that no test uses. */
export { none as emulateMedia, none as getSnapshot, none as getSnapshotConfig, none as saveSnapshot };
