import { css, html, nothing } from 'lit';
import { type Follower, ResourceController } from '../../context/resource-controller.js';
import type { Words } from '../../locales/locale.js';
import type { Resource } from '../../resources/resource.js';
import type { Workspace } from '../../resources/workspace.js';
import { dialogs } from '../../theme/dialogs.js';
import { closeDialog, dialog } from '../../ui/dialog.js';
import { trueOrder } from '../../ui/true-order.js';
import type { Desk } from '../desk.js';

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
  fresh(workspace: Workspace, id: string): Resource<Appointment>;
  name(appointment: Appointment): string | undefined;
  facts(appointment: Appointment): readonly [label: string, value: unknown][];
  words(): { t(key: 'appointment' | 'close'): string };
}

/** Everything that is known of one appointment, as the list told it and then as it's now. Managing it is no setting. */
export class AppointmentDialog<Appointment extends { readonly id: string }> implements Follower {
  readonly #desk: Pick<Desk<Words>, 'pane' | 'say' | 'workspace'>;
  readonly #kind: Kind<Appointment>;
  readonly #fresh: ResourceController<Appointment>;
  #shown: Appointment | undefined;
  #resource: Resource<Appointment> | undefined;

  constructor(desk: Pick<Desk<Words>, 'pane' | 'say' | 'workspace'>, kind: Kind<Appointment>) {
    this.#desk = desk;
    this.#kind = kind;
    this.#fresh = new ResourceController(desk.pane, () => this.#resource);
    this.#fresh.attach(desk.workspace());
    desk.pane.follow(this);
  }

  open(appointment: Appointment): void {
    this.#show(appointment);
  }

  #show(appointment: Appointment | undefined): void {
    const workspace = this.#desk.workspace();
    this.#shown = appointment;
    this.#resource = appointment && workspace && this.#kind.fresh(workspace, appointment.id);
    this.#fresh.update();
    this.#desk.pane.requestUpdate();
  }

  render() {
    if (!this.#shown) return nothing;
    const { state } = this.#fresh;
    const { t } = this.#kind.words();
    const appointment = state.status === 'ready' ? { ...this.#shown, ...known(state.value) } : this.#shown;
    const name = this.#kind.name(appointment);
    return dialog({
      heading: name ? trueOrder(name) : t('appointment'),
      closed: () => this.#show(undefined),
      content: html`
        <dl>
          ${this.#kind
            .facts(appointment)
            .map(([label, value]) => (value ? html`<div><dt>${label}</dt><dd>${value}</dd></div>` : nothing))}
        </dl>
        <p class="error" role="alert">${state.status === 'failed' ? this.#desk.say(state.error) : nothing}</p>
        <div class="row">
          <button class="secondary" part="button" autofocus @click=${closeDialog}>${t('close')}</button>
        </div>
      `,
    });
  }

  attach(): void {
    this.#show(undefined);
  }

  forget(): void {
    this.#show(undefined);
  }
}

/** Without what the answer leaves open. The id stays the one it was found by. */
function known<Appointment extends { readonly id: string }>({ id, ...facts }: Appointment): Partial<Appointment> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Partial<Appointment>;
}
