import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { getOrganization, listRegions } from '../src/contract/organization.js';
import { updateOrganization } from '../src/contract/organization-change.js';
import { createSandbox } from '../src/sandbox/create-sandbox.js';
import { createStory, found, inPseudoLocale, never, paneControls, type, unrefreshed } from './story-helpers.js';
import '../src/define/org-settings.js';

const meta: Meta = { title: 'Panes/Organization', component: 'agni-org-settings', ...paneControls };
export default meta;

const story = createStory('agni-org-settings');

const submit = (view: ShadowRoot) => view.querySelector('form')?.requestSubmit();

export const Ready = story(() => createSandbox());
export const PseudoLocale = inPseudoLocale(story(() => createSandbox()));
export const Loading = story(() => createSandbox().fail(getOrganization, 200, undefined, never), 'loading');
export const AsMember = story(() => createSandbox().as('MEMBER'));
export const Readonly: StoryObj = { ...story(() => createSandbox()), args: { readonly: true } };
export const SignedOut = story(() => createSandbox().as('anonymous'));
export const Refused = story(() => createSandbox().fail(getOrganization, 403));
export const Offline = story(() => createSandbox().fail(getOrganization, 0, undefined, { drop: true }));
export const ServerFailed = story(() => createSandbox().fail(getOrganization, 500));
export const NotRefreshed = story(...unrefreshed(getOrganization));
export const ProxyPage = story(() => createSandbox().fail(getOrganization, 502, undefined, { body: '<h1>Bad</h1>' }));
export const UnreadableReply = story(() => createSandbox().fail(getOrganization, 200, undefined, { body: { id: 1 } }));
export const WithoutRegions = story(() => createSandbox().fail(listRegions, 404));

export const UnsavedChanges = story(
  () => createSandbox(),
  (view) => type(view, 'name', 'Northwind Dental Group'),
);

export const Saved = story(
  () => createSandbox(),
  async (view) => {
    type(view, 'name', 'Northwind Dental Group');
    submit(view);
    await found(view, '.message:not(:empty)');
  },
);

export const FieldErrors = story(
  () => createSandbox(),
  async (view) => {
    type(view, 'website', 'northwind');
    type(view, 'allowed_email_domains', '@foo.example, bad, ada@x.example');
    submit(view);
    await found(view, '[aria-invalid=true]');
  },
);

export const NotSaved = story(
  () => createSandbox().fail(updateOrganization, 500),
  async (view) => {
    type(view, 'name', 'Northwind Dental Group');
    submit(view);
    await found(view, '[role=alert]');
  },
);

export const ChangingRegion = story(
  () => createSandbox(),
  async (view) => {
    const regions = await found<HTMLSelectElement>(view, 'select[name=region_id]');
    const other = [...regions.options].find(({ value }) => value !== regions.value);
    type(view, 'region_id', other?.value ?? '');
    submit(view);
    await found(view, 'dialog[open]');
  },
);

export const ExcludingUsers = story(
  () => createSandbox(),
  (view) => type(view, 'allowed_email_domains', 'nw.example'),
);
