import { html } from '@open-wc/testing';
import '../../../src/define/two-factor.js';
import type { AgniTwoFactor } from '../../../src/elements/two-factor/agni-two-factor.js';
import { createSandbox, type Sandbox } from '../../../src/sandbox/create-sandbox.js';
import { codeFor } from '../../authenticator.js';
import { mount as mountPane, untilClosed, user } from '../../mount.js';

/** The password of the signed-in user. */
export const password = 'Purple-otter-42';

/** Mounts the two-factor pane; returns the pane with frequent steps of its tests. */
export async function mount(sandbox = createSandbox(), template = html`<agni-two-factor></agni-two-factor>`) {
  const mounted = await mountPane<AgniTwoFactor>(template, sandbox);
  const { pane, view } = mounted;
  const root = pane.shadowRoot as ShadowRoot;
  const button = (name: string) => view.getByRole('button', { name });
  const field = (label: string) => view.getByLabelText<HTMLInputElement>(label);
  const press = async (name: string) => user.click(await view.findByRole('button', { name }));
  const dialog = (name: string) => view.findByRole('dialog', { name });
  const closed = () => untilClosed(pane);
  /** Enables two-factor authentication up to the QR code; returns the setup key. */
  const begin = async () => {
    await press('Enable Two-Factor Authentication');
    await user.fill(await view.findByLabelText('Password'), password);
    await press('Continue');
    await view.findByRole('img', { name: 'QR code for your authenticator app' });
    return field('Setup Key').value;
  };
  const verify = async (code: string) => {
    await user.fill(field('Verification Code'), code);
    await press('Verify');
  };
  const codes = () => [...root.querySelectorAll('dialog code')].map(({ textContent }) => textContent ?? '');
  /** Enables two-factor authentication up to the recovery codes. */
  const enable = async () => {
    const secret = await begin();
    await verify(codeFor(secret));
    await dialog('Save your recovery codes');
    return { secret, codes: codes() };
  };
  const done = async () => {
    await user.click(field('I have saved these codes'));
    await press('Done');
    await closed();
  };
  /** Waits until all animations have ended: colors are only final then. */
  const still = () => Promise.all(root.getAnimations().map(({ finished }) => finished));
  const fieldError = (label: string) => {
    const ids = field(label).getAttribute('aria-describedby')?.split(' ') ?? [];
    return root.getElementById(ids.find((id) => id.endsWith('-error')) ?? '')?.textContent;
  };
  return {
    ...mounted,
    root,
    button,
    field,
    press,
    dialog,
    closed,
    begin,
    verify,
    codes,
    enable,
    done,
    still,
    fieldError,
  };
}

/** The requests that change two-factor authentication, by the last segment of their path. */
export function writes(sandbox: Sandbox): string[] {
  const paths = sandbox.requests().filter(({ method, path }) => method === 'POST' && path.includes('/2fa/'));
  return paths.map(({ path }) => path.slice(path.lastIndexOf('/') + 1));
}
