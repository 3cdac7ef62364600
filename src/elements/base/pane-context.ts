import type { LitElement } from 'lit';
import type { AgniError } from '../../client/error.js';
import type { SessionHost } from '../../context/resource-controller.js';
import type { en } from '../../locales/en.js';
import type { Locale, Words } from '../../locales/locale.js';
import type { ApiSession } from '../../resources/api-session.js';
import type { FieldError } from './form-controller.js';

/** What a part of a pane that is loaded on demand is given by its pane; each adds what only its own needs. */
export interface PaneContext<Table extends Words> {
  readonly pane: LitElement & SessionHost;
  locale(): Locale<Table>;
  shared(): Locale<typeof en>;
  session(): ApiSession | undefined;
  errorMessage(error: AgniError): string;
  fieldErrorMessage(fieldError: FieldError | undefined): string | undefined;
  announce(text: string): void;
}
