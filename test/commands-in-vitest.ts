/** Replaces `@web/test-runner-commands` if vitest runs browser tests; vitest.mutation.config.ts defines the commands. */
import { type BrowserCommands, commands, page } from 'vitest/browser';

interface Commands extends BrowserCommands {
  sendKeys(keys: Partial<Record<'press' | 'type' | 'down' | 'up', string>>): Promise<void>;
}

export const { sendKeys } = commands as Commands;

/** Resizes the frame of the tests. */
export const setViewport = ({ width, height }: { width: number; height: number }) => page.viewport(width, height);

const none = () => undefined;

/** Names that an assertion of `@open-wc/testing` imports and no test uses. */
export { none as emulateMedia, none as getSnapshot, none as getSnapshotConfig, none as saveSnapshot };
