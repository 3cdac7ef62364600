import { expect, html } from '@open-wc/testing';
import '../../src/define/all.js';
import {
  createApiKey,
  type Endpoint,
  inviteUser,
  listApiKeys,
  listUsers,
  updateCurrentUser,
  updateOrganization,
} from '../../src/contract/all.js';
import { createSandbox } from '../../src/sandbox/create-sandbox.js';
import { mount, user } from '../mount.js';
import { waitFor } from '../queries.js';

type Mounted = Awaited<ReturnType<typeof mount>>;

const press = async ({ view }: Mounted, name: string) => user.click(await view.findByRole('button', { name }));
const fill = async ({ view }: Mounted, label: string, text: string) =>
  user.fill(await view.findByLabelText(label), text);

/** Each form that sends a body, with a function that fills in and sends the form as a user does. */
const forms: [operation: Endpoint, tag: string, send: (mounted: Mounted) => Promise<void>][] = [
  [
    updateOrganization,
    'agni-org-settings',
    async (mounted) => {
      await fill(mounted, 'Organization Name', 'Northwind Dental Group');
      await press(mounted, 'Save Changes');
    },
  ],
  [
    updateCurrentUser,
    'agni-profile',
    async (mounted) => {
      await fill(mounted, 'First Name', 'Adaeze');
      await press(mounted, 'Save Changes');
    },
  ],
  [
    createApiKey,
    'agni-api-keys',
    async (mounted) => {
      await press(mounted, '+ New Key');
      await fill(mounted, 'Name', 'staging two');
      await press(mounted, 'Create Key');
    },
  ],
  [
    inviteUser,
    'agni-invite-user',
    async (mounted) => {
      await fill(mounted, 'Email', 'eve@northwind.example');
      await fill(mounted, 'First Name', 'Eve');
      await press(mounted, 'Send Invitation');
    },
  ],
  [
    inviteUser,
    'agni-invite-user',
    async (mounted) => {
      await press(mounted, 'Invite several people');
      await fill(mounted, 'People', 'Eve Ohm <eve@northwind.example>');
      await press(mounted, 'Preview');
      await press(mounted, 'Send 1 invitation');
    },
  ],
];

const fields = { name: ['type'], first_name: ['isString'], email: ['format'], unknown_thing: ['too_odd'] };
const message = 'first_name: Expected string, received null';
const refusals: [name: string, status: number, body: object][] = [
  ['a malformed request', 400, { success: false, message, error: { code: 'INVALID_REQUEST', message } }],
  [
    'an unknown code',
    418,
    { success: false, message: 'ERR_TEAPOT', error: { code: 'ERR_TEAPOT', message: 'ERR_TEAPOT' } },
  ],
  ['no text', 405, {}],
  [
    'reasons of a validator',
    422,
    { success: false, message, error: { code: 'VALIDATION_FAILED', message, details: { fields } } },
  ],
];

/** The text of a pane, without the values of its fields. */
const textOf = ({ pane }: Mounted) => pane.shadowRoot?.textContent ?? '';

describe('a refused form', () => {
  for (const [operation, tag, send] of forms) {
    for (const [name, status, body] of refusals) {
      it(`of ${operation.name} in <${tag}> shows no code, reason or field name after ${name} (D27)`, async () => {
        const sandbox = createSandbox({ seats: 100 }).fail(operation, status, undefined, { body });
        const template = document.createElement(tag);
        const mounted = await mount(html`${template}`, sandbox);
        await send(mounted);
        await waitFor(() => {
          const errors = [...(mounted.pane.shadowRoot?.querySelectorAll('.error') ?? [])];
          if (!errors.some((error) => error.textContent?.trim())) throw new Error('Nothing says what went wrong');
        });
        expect(textOf(mounted)).not.to.match(
          /INVALID_REQUEST|VALIDATION_FAILED|TEAPOT|first_name|unknown_thing|\btype\b|isString|\bformat\b|too_odd|received/,
        );
      });
    }
  }
});

describe('a 403 of something in front of the API (D26)', () => {
  const page = { body: '<h1>403 Forbidden</h1>' };

  it('is not shown as a missing permission, and can be tried again', async () => {
    for (const [operation, tag] of [
      [listApiKeys, 'agni-api-keys'],
      [listUsers, 'agni-users'],
    ] as const) {
      const sandbox = createSandbox().fail(operation, 403, undefined, page);
      const mounted = await mount(html`${document.createElement(tag)}`, sandbox);
      expect(mounted.pane.state, tag).to.equal('error');
      expect(textOf(mounted)).not.to.match(/owner|admin|permission|403/i);
      mounted.view.getByText(/blocked the request/);
      mounted.view.getByRole('button', { name: 'Try Again' });
    }
  });
});
