import { css, html, nothing } from 'lit';
import { ResourceController, type SessionObserver } from '../../context/resource-controller.js';
import type { Words } from '../../locales/locale.js';
import type { ApiSession } from '../../resources/api-session.js';
import type { Resource } from '../../resources/resource.js';
import { dialogs } from '../../theme/dialogs.js';
import { bidiIsolate } from '../../ui/bidi-isolate.js';
import { closeDialog, dialog } from '../../ui/dialog.js';
import type { PaneContext } from './pane-context.js';

/** Looks of what is loaded with it. */
export const appointmentStyles = [
  dialogs,
  css`
    dialog dl {
      display: grid;
      grid-template-columns: fit-content(40%) minmax(0, 1fr);
      gap: calc(2 * var(--_space)) calc(4 * var(--_space));
    }
    dialog dl > div {
      display: contents;
    }
    dialog dt {
      color: var(--_muted);
    }
    dialog .error:empty {
      display: none;
    }
  `,
];

/** What a service's appointments are, and what is said of one. */
interface Kind<Appointment> {
  /** Where it's read anew. */
  fresh(session: ApiSession, id: string): Resource<Appointment>;
  name(appointment: Appointment): string | undefined;
  facts(appointment: Appointment): readonly [label: string, value: unknown][];
  words(): { t(key: 'appointment' | 'close'): string };
}

/** Everything that is known of one appointment, as the list told it and then as it's now. Managing it is no setting. */
export class AppointmentDialog<Appointment extends { readonly id: string }> implements SessionObserver {
  readonly #context: Pick<PaneContext<Words>, 'pane' | 'errorMessage' | 'session'>;
  readonly #kind: Kind<Appointment>;
  readonly #fresh: ResourceController<Appointment>;
  #shown: Appointment | undefined;
  #resource: Resource<Appointment> | undefined;

  constructor(context: Pick<PaneContext<Words>, 'pane' | 'errorMessage' | 'session'>, kind: Kind<Appointment>) {
    this.#context = context;
    this.#kind = kind;
    this.#fresh = new ResourceController(context.pane, () => this.#resource);
    this.#fresh.onSessionChange(context.session());
    context.pane.addSessionObserver(this);
  }

  open(appointment: Appointment): void {
    this.#show(appointment);
  }

  #show(appointment: Appointment | undefined): void {
    const session = this.#context.session();
    this.#shown = appointment;
    this.#resource = appointment && session && this.#kind.fresh(session, appointment.id);
    this.#fresh.update();
    this.#context.pane.requestUpdate();
  }

  render() {
    if (!this.#shown) return nothing;
    const { state } = this.#fresh;
    const { t } = this.#kind.words();
    const appointment = state.status === 'ready' ? { ...this.#shown, ...known(state.value) } : this.#shown;
    const name = this.#kind.name(appointment);
    return dialog({
      heading: name ? bidiIsolate(name) : t('appointment'),
      closed: () => this.#show(undefined),
      content: html`
        <dl>
          ${this.#kind
            .facts(appointment)
            .map(([label, value]) => (value ? html`<div><dt>${label}</dt><dd>${value}</dd></div>` : nothing))}
        </dl>
        <p class="error" role="alert">${state.status === 'failed' ? this.#context.errorMessage(state.error) : nothing}</p>
        <div class="row">
          <button class="secondary" part="button" autofocus @click=${closeDialog}>${t('close')}</button>
        </div>
      `,
    });
  }

  onSessionChange(): void {
    this.#show(undefined);
  }

  onSignedOut(): void {
    this.#show(undefined);
  }
}

/** Without what the answer leaves open. The id stays the one it was found by. */
function known<Appointment extends { readonly id: string }>({ id, ...facts }: Appointment): Partial<Appointment> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Partial<Appointment>;
}
