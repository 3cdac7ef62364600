import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { getTwoFactor, type TwoFactor } from '../src/contract/two-factor.js';
import { setUpTwoFactor, verifyTwoFactor } from '../src/contract/two-factor-change.js';
import { createSandbox } from '../src/sandbox/create-sandbox.js';
import { createStory, found, inPseudoLocale, never, paneControls, press, type } from './story-helpers.js';
import '../src/define/two-factor.js';

const meta: Meta = { title: 'Panes/Two-Factor', component: 'agni-two-factor', ...paneControls };
export default meta;

const story = createStory('agni-two-factor');

const answer = (data: unknown) => ({ body: { success: true, message: '', data } });

/** A sandbox with this state of two-factor authentication. */
const state = (current: TwoFactor) => createSandbox().fail(getTwoFactor, 200, undefined, answer(current));

const on = (recovery_codes_remaining: number) =>
  state({ enabled: true, method: 'totp', enabled_at: '2026-03-03T10:00:00Z', recovery_codes_remaining });

/** A sandbox that accepts any code. */
const easy = () => {
  const recovery_codes = Array.from({ length: 10 }, (_, index) => `${index}a7k-mm2q-x9d${index}`);
  return createSandbox().fail(verifyTwoFactor, 200, undefined, answer({ enabled: true, recovery_codes }));
};

/** Starts the setup, and continues to the QR code or an error. */
async function begin(view: ShadowRoot): Promise<void> {
  await press(view, 'Enable Two-Factor Authentication');
  await found(view, 'dialog[open] [name=password]');
  type(view, 'password', 'Purple-otter-42');
  await press(view, 'Continue');
  await found(view, 'dialog svg, dialog [role=alert], dialog [aria-invalid=true]');
}

async function verify(view: ShadowRoot, code: string): Promise<void> {
  await begin(view);
  type(view, 'code', code);
  await press(view, 'Verify');
  await found(view, 'dialog .codes, dialog [role=alert], dialog [aria-invalid=true]');
}

export const Off = story(() => createSandbox());
export const PseudoLocale = inPseudoLocale(story(() => createSandbox()));
export const Begun = story(() => state({ enabled: false, pending: true }));
export const On = story(() => on(9));
export const FewCodesLeft = story(() => on(2));
export const NoCodesLeft = story(() => on(0));
export const Loading = story(() => createSandbox().fail(getTwoFactor, 200, undefined, never), 'loading');
export const Offline = story(() => createSandbox().fail(getTwoFactor, 0, undefined, { drop: true }));
export const Unavailable = story(() => createSandbox().fail(getTwoFactor, 404));
export const TemporaryPassword = story(() => createSandbox().fail(getTwoFactor, 403, 'PASSWORD_CHANGE_REQUIRED'));
export const Readonly: StoryObj = { ...story(() => on(9)), args: { readonly: true } };

export const AskingForPassword = story(
  () => createSandbox(),
  async (view) => {
    await press(view, 'Enable Two-Factor Authentication');
    await found(view, 'dialog[open] [name=password]');
  },
);

export const WrongPassword = story(() => createSandbox().fail(setUpTwoFactor, 401, 'INVALID_CREDENTIALS'), begin);
export const NotBegun = story(() => createSandbox().fail(setUpTwoFactor, 500), begin);
export const Picture = story(() => createSandbox(), begin);

export const ExpiresSoon = story(
  () =>
    createSandbox().fail(
      setUpTwoFactor,
      200,
      undefined,
      answer({
        secret: 'NORTHWINDPURPLEOTTERTWOFACTOR234',
        otpauth_url: 'otpauth://totp/Agni:ada@northwind.example?secret=NORTHWINDPURPLEOTTERTWOFACTOR234&issuer=Agni',
        expires_at: new Date(Date.now() + 45_000).toISOString(),
      }),
    ),
  begin,
);

export const WrongCode = story(
  () => createSandbox().fail(verifyTwoFactor, 422, 'INVALID_CODE'),
  (view) => verify(view, '000000'),
);

export const Expired = story(
  () => createSandbox().fail(verifyTwoFactor, 410, 'SETUP_EXPIRED'),
  (view) => verify(view, '000000'),
);

export const RecoveryCodes = story(easy, (view) => verify(view, '123456'));

export const RecoveryCodesSaved = story(easy, async (view) => {
  await verify(view, '123456');
  view.querySelector<HTMLInputElement>('dialog [name=saved]')?.click();
  await found(view, 'dialog [aria-disabled=false]');
});

export const Disabling = story(
  () => on(9),
  async (view) => {
    await press(view, 'Disable Two-Factor Authentication');
    await found(view, 'dialog[open] [name=code]');
  },
);

export const ReplacingCodes = story(
  () => on(2),
  async (view) => {
    await press(view, 'New Recovery Codes');
    await found(view, 'dialog[open] [name=code]');
  },
);
