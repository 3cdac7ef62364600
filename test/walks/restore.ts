import { nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { AgniIntegrations } from '../../src/elements/integrations/agni-integrations.js';
import type { AgniSettings } from '../../src/elements/settings/agni-settings.js';
import { user } from '../mount.js';
import { canBePressed, controlsIn, elementsIn, modalIn, nameOf, panesIn, screenOf } from './screen.js';

/** Waits until all requested data is shown. */
type Settle = () => Promise<void>;

/** Names of buttons that close a dialog. */
const leave = /^(close|cancel|done|back|discard|leave|finish|stop|not now|go back|end)/i;

/** Closes all dialogs as a user does: by Escape, or by a button after ticking all checkboxes. */
export async function leaveDialogs(hub: AgniSettings, settle: Settle) {
  let attempts = 0;
  for (let dialog = modalIn(hub); dialog; dialog = modalIn(hub)) {
    attempts += 1;
    if (attempts > 15) throw new Error(`Stuck: a dialog can't be left\n${screenOf(dialog).join(' | ')}`);
    await sendKeys({ press: 'Escape' });
    await settle();
    if (modalIn(hub) !== dialog) continue;
    for (const box of controlsIn(dialog).filter(canBePressed))
      if (box.matches('[type="checkbox"]:not(:checked)')) await user.click(box);
    await nextFrame();
    const button = controlsIn(dialog).find(
      (control) => leave.test(nameOf(control)) && !control.matches(':disabled') && canBePressed(control),
    );
    if (button) await user.click(button);
    await settle();
  }
}

/** Unfolds the security check-up, which reads data that other panes show too. */
export async function openCheckUp(hub: AgniSettings) {
  const folded = controlsIn(hub).find(
    (control) => /^Security Check-up/.test(nameOf(control)) && control.ariaExpanded !== 'true',
  );
  if (folded) await user.click(folded);
}

/** Whether the user is signed out. After Try Again, the walk itself has signed out, as the fresh hub shows too. */
const isSignedOut = (hub: AgniSettings) => screenOf(panesIn(hub)).includes("You're signed out.");

/** Presses each Try Again, in the open pane first, until none is left. */
export async function tryAgain(hub: AgniSettings, settle: Settle) {
  for (let presses = 0; presses < 20; presses += 1) {
    const again = [...controlsIn(panesIn(hub)), ...controlsIn(hub)].find((control) => nameOf(control) === 'Try Again');
    if (!again) return;
    await user.click(again);
    await settle();
    if (isSignedOut(hub)) return;
  }
  throw new Error(`Stuck: Try Again does not help\n${screenOf(hub).join(' | ')}`);
}

/** Resets the lists of the open pane: first tab and page, no search or filter, everything folded. */
export async function restoreView(hub: AgniSettings, settle: Settle) {
  const panes = panesIn(hub);
  // A press outside closes a menu, but the presses of a walk have no coordinates.
  for (const element of elementsIn(hub)) if (element.matches(':popover-open')) element.hidePopover();
  for (const control of controlsIn(panes))
    if (control.matches('[role="tab"]:first-child[aria-selected="false"]')) await user.click(control);
  await settle();
  for (const control of controlsIn(panes)) {
    if (control.matches('[aria-expanded="true"]:not([aria-haspopup]), [aria-pressed="true"]'))
      await user.click(control);
    if (control.matches('details[open] > summary')) await user.click(control);
    if (/^(Invite one user|Stop Waiting)$/.test(nameOf(control))) await user.click(control);
    if (control.matches('[type="search"]') && (control as HTMLInputElement).value) await user.fill(control, '');
    if (control instanceof HTMLSelectElement && !control.form && control.selectedIndex > 0)
      await user.choose(control, control.options[0]?.text.trim() ?? '');
  }
  await settle();
  const previousPages = () =>
    controlsIn(panes).filter((control) => /^Previous/.test(nameOf(control)) && control.ariaDisabled !== 'true');
  for (let pages = previousPages(); pages.length; pages = previousPages()) {
    for (const control of pages) await user.click(control);
    await settle();
  }
}

const integrationsIn = (hub: AgniSettings) =>
  [...elementsIn(panesIn(hub))].find((element) => element.localName === 'agni-integrations') as
    | AgniIntegrations
    | undefined;

/** Reads the cards of the integrations again: a card with earlier data has no Try Again. */
export const readCards = (hub: AgniSettings) => integrationsIn(hub)?.refresh();

/** Opens in a hub the view of the integrations that another hub shows. */
export function copyView(from: AgniSettings, to: AgniSettings) {
  const [source, target] = [integrationsIn(from), integrationsIn(to)];
  if (source && target) Object.assign(target, { view: source.view });
}
