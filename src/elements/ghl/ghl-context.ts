import type { HostOptions } from '../../context/host.js';
import type { PaneContext } from '../base/pane-context.js';
import type { en } from './en.js';

/** What the lazily loaded parts of the pane work with. */
export interface GhlContext extends PaneContext<typeof en> {
  /** Whether agents can book. */
  isLive(): boolean;
  /** Reads the status again. */
  check(): Promise<void>;
  /** Whether the status could not be read the last time. */
  isStale(): boolean;
  /** Begins to connect, in the click that asks for it. */
  connect(): void;
  /** Where the host says that connecting starts. */
  startUrl(): HostOptions['ghlStartUrl'];
  /** What stops working without the connection. */
  consequences(): Consequences;
  /** Moves focus to what can be done now. */
  focusAction(): Promise<void>;
  /** Reads again what the user may do, after the server answered 403. */
  recheck(): Promise<void>;
}

/** What stops working without the connection. */
export interface Consequences {
  /** Agents with the calendars they book through; `undefined` until the tables are loaded. */
  readonly agents: readonly { readonly name: string; readonly calendars: readonly string[] }[] | undefined;
  /** Number of agents, as the status says. */
  readonly count: number | undefined;
}
