import { html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { dialogs } from '../../theme/dialogs.js';
import { closeDialog, dialog } from '../../ui/dialog.js';
import type { PaneContext } from '../base/pane-context.js';
import type { en } from './en.js';
import { leaveDialogEn } from './leave-dialog.en.js';

export const leaveDialogStyles = [dialogs];

type Choice = 'stay' | 'keep' | 'discard';

/** Asks what becomes of unsaved changes when somebody goes to another pane. */
export class LeaveDialog {
  readonly #context: PaneContext<typeof en>;
  #question: { readonly pane: string; choice: Choice; readonly answer: (choice: Choice) => void } | undefined;

  constructor(context: PaneContext<typeof en>) {
    this.#context = context;
  }

  /** `pane` is the label of the one that has them. Closing the question is an answer too: to stay. */
  ask(pane: string): Promise<Choice> {
    this.#closed();
    this.#context.pane.requestUpdate();
    return new Promise((answer) => {
      this.#question = { pane, choice: 'stay', answer };
    });
  }

  render() {
    const question = this.#question;
    if (!question) return undefined;
    const { t } = this.#context.locale().sibling(leaveDialogEn);
    const choose = (choice: Choice) => (event: Event) => {
      question.choice = choice;
      closeDialog(event);
    };
    // Another question is another dialog, also where the one before has not quite closed yet.
    const shown = dialog({
      heading: t('leaveHeading'),
      closed: this.#closed,
      content: html`
        <p>${t('leaveText', { pane: question.pane })}</p>
        <div class="row">
          <button class="quiet danger" part="button button-danger" @click=${choose('discard')}>${t('discard')}</button>
          <button class="secondary" part="button" autofocus @click=${choose('stay')}>${t('stay')}</button>
          <button class="primary" part="button button-primary" @click=${choose('keep')}>${t('keep')}</button>
        </div>
      `,
    });
    return keyed(question, shown);
  }

  readonly #closed = (): void => {
    const question = this.#question;
    this.#question = undefined;
    question?.answer(question.choice);
    this.#context.pane.requestUpdate();
  };
}
