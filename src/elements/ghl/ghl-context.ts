import type { HostOptions } from '../../context/host.js';
import type { PaneContext } from '../base/pane-context.js';
import type { en } from './en.js';

/** The context for the pane's lazily loaded parts. */
export interface GhlContext extends PaneContext<typeof en> {
  /** Whether agents can book. */
  isLive(): boolean;
  /** Refetches the status. */
  check(): Promise<void>;
  /** Whether the last refetch of the status failed. */
  isStale(): boolean;
  /** Starts to connect; called during the user's click, so that the browser allows a window. */
  connect(): void;
  /** The host's function for the address at which connecting starts. */
  startUrl(): HostOptions['ghlStartUrl'];
  /** Number of agents that book through GoHighLevel, if the status contains it. */
  agentCount(): number | undefined;
  /** Moves focus to the main action, else to the selected tab or the heading. */
  focusAction(): Promise<void>;
  /** Refetches the user's permissions after the server answered 403. */
  recheck(): Promise<void>;
}
