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
  /** Number of agents that book through GoHighLevel, if the status says so. */
  agentCount(): number | undefined;
  /** Moves focus to what can be done now. */
  focusAction(): Promise<void>;
  /** Reads again what the user may do, after the server answered 403. */
  recheck(): Promise<void>;
}
