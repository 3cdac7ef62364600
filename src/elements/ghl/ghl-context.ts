import type { HostOptions } from '../../context/host.js';
import type { GhlConnection } from '../../resources/ghl.js';
import type { PaneContext } from '../base/pane-context.js';
import type { en } from './en.js';

/** What connects and disconnects, which is loaded on demand, is given by its pane. */
export interface GhlContext extends PaneContext<typeof en> {
  /** How the workspace stands, as far as it's known; `undefined` where it isn't, or isn't this person's to know. */
  connection(): GhlConnection | undefined;
  /** Whether agents can book. */
  isLive(): boolean;
  /** Asks how it stands. */
  check(): Promise<void>;
  /** Whether that couldn't be found out the last time. */
  isInDoubt(): boolean;
  /** Begins to connect, in the click that asks for it. */
  connect(): void;
  /** Where the host says that connecting starts. */
  startUrl(): HostOptions['ghlStartUrl'];
  /** Which agents book through which calendars, as far as that's known; else how many do. */
  consequences(): Consequences;
  /** Says what came of it, in the pane. */
  report(text: string): void;
  /** Leads a reader to what can be done now. */
  focusAction(): Promise<void>;
}

/** What stops working without the connection. */
export interface Consequences {
  readonly agents: readonly { readonly name: string; readonly calendars: readonly string[] }[] | undefined;
  readonly count: number | undefined;
}
