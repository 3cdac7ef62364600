import type { LitElement, TemplateResult } from 'lit';
import type { AgniError } from '../../client/error.js';
import type { SessionHost } from '../../context/resource-controller.js';
import type { en } from '../../locales/en.js';
import type { Locale, Words } from '../../locales/locale.js';
import type { ApiSession } from '../../resources/api-session.js';
import type { FieldError } from './form-controller.js';

/** The part of {@link PaneContext} that does not depend on the pane's words. */
export interface ElementContext {
  readonly pane: LitElement & SessionHost;
  shared(): Locale<typeof en>;
  session(): ApiSession | undefined;
  errorMessage(error: AgniError): string;
  fieldErrorMessage(fieldError: FieldError | undefined): string | undefined;
  announce(text: string): void;
  /** A button that tries again; it moves focus first, because it goes with its notice. */
  tryAgain(load: () => unknown): TemplateResult;
}

/** The context that a pane passes to its lazily loaded parts. Each pane adds the members that its own parts need. */
export interface PaneContext<Table extends Words> extends ElementContext {
  locale(): Locale<Table>;
}
