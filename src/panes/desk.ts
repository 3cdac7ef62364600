import type { LitElement } from 'lit';
import type { AgniError } from '../client/error.js';
import type { Objection } from '../context/form-controller.js';
import type { FollowedHost } from '../context/resource-controller.js';
import type { en } from '../locales/en.js';
import type { Locale, Words } from '../locales/locale.js';
import type { Workspace } from '../resources/workspace.js';

/** What a part of a pane that is loaded on demand is given by its pane; each adds what only its own needs. */
export interface Desk<Table extends Words> {
  readonly pane: LitElement & FollowedHost;
  locale(): Locale<Table>;
  shared(): Locale<typeof en>;
  workspace(): Workspace | undefined;
  say(error: AgniError): string;
  sayObjection(objection: Objection | undefined): string | undefined;
  announce(text: string): void;
  focusFirstInvalid(): Promise<void>;
}
