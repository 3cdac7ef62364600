import { expect, html, oneEvent } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../../../src/define/org-settings.js';
import { getOrganization, listRegions } from '../../../src/contract/organization.js';
import { updateOrganization } from '../../../src/contract/organization-change.js';
import { listUsers } from '../../../src/contract/users.js';
import type { AgniOrgSettings } from '../../../src/elements/org-settings/agni-org-settings.js';
import { createSandbox, type Sandbox } from '../../../src/sandbox/create-sandbox.js';
import { key } from '../../keyboard.js';
import { mount as mountPane, untilClosed, untilState, user } from '../../mount.js';
import { waitFor } from '../../queries.js';

const mount = async (sandbox = createSandbox(), template = html`<agni-org-settings></agni-org-settings>`) => {
  const mounted = await mountPane<AgniOrgSettings>(template, sandbox);
  const { view, user } = mounted;
  const field = (label: string) => view.getByLabelText<HTMLInputElement>(label);
  // The button comes back once the former save has ended.
  const save = async () => user.click(await view.findByRole('button', { name: 'Save Changes' }));
  return { ...mounted, field, save };
};

const writes = (sandbox: Sandbox) => sandbox.requests().filter(({ method }) => method === 'PATCH');

/** Changes the organization, as another admin does. */
const change = (sandbox: Sandbox, body: object) =>
  sandbox.fetch(`/api/v1/organizations/profile/${sandbox.organizationId}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

describe('<agni-org-settings>', () => {
  it('shows the id the server returned, the plan with its renewal, and usage against limits', async () => {
    const { sandbox, view } = await mount();
    const fact = (label: string) => view.getByText(label).parentElement?.querySelector('dd')?.textContent?.trim();
    expect(fact('Organization ID')).to.match(new RegExp(`^${sandbox.organizationId}\\s+Copy$`));
    expect(fact('Plan')).to.match(/^Growth · Active, renews \w+ \d+, \d{4}$/);
    const seats = view.getByRole('meter', { name: 'Seats' });
    await waitFor(() => expect(seats.getAttribute('aria-valuetext')).to.match(/^\d+ of 12$/));
    view.getByText('318.75 of 5,000');
    expect(view.getByRole('heading', { name: 'Organization', level: 2 })).to.exist;
  });

  it('says that its usage could not be loaded, and tries again', async () => {
    const pane = document.createElement('agni-org-settings');
    const { error } = console;
    console.error = () => undefined; // a lazy part logs the cause of its failure there
    try {
      // Called when the import has finished.
      Object.assign(pane, { adopt: () => expect.fail('The import failed') });
      const { view } = await mount(undefined, html`${pane}`);
      const notice = await view.findByRole('alert');
      expect(notice.textContent).to.contain("Couldn't load this.");
      Reflect.deleteProperty(pane, 'adopt');
      await user.click(view.getByRole('button', { name: 'Try Again' }));
      const seats = view.getByRole('meter', { name: 'Seats' });
      await waitFor(() => expect(seats.getAttribute('aria-valuetext')).to.match(/^\d+ of 12$/));
      expect(!!view.queryByRole('alert')).to.equal(false);
    } finally {
      console.error = error;
    }
  });

  it('shows the limits of the plan, as far as the server names them (D64)', async () => {
    const mounted = await mount();
    const limits = ({ view }: Pick<typeof mounted, 'view'>) =>
      [...view.getByLabelText('Plan and limits').querySelectorAll('div')]
        .map((row) => [...row.children].map(({ textContent }) => textContent?.trim()))
        .slice(2); // plan and id come first
    expect(limits(mounted)).to.deep.equal([
      ['Concurrent calls', '8'],
      ['API rate limit', '90 requests per window'],
      ['Call recording', 'Included'],
      ['Extra credits', '0.08 per credit'],
      ['API access', 'Included'],
      ['Basic analytics', 'Included'],
    ]);
    const body = { id: 'o', name: 'Northwind Dental', can_record_calls: false, limits: { odd: { deep: 1 } } };
    const few = await mount(createSandbox().fail(getOrganization, 200, undefined, { body }));
    expect(limits(few)).to.deep.equal([['Call recording', 'Not included']]);
    const none = await mount(createSandbox().fail(getOrganization, 200, undefined, { body: { id: 'o', name: 'N' } }));
    expect(limits(none)).to.be.empty;
  });

  it('names the limit alone while the amount is unknown, and warns where little is left (D61)', async () => {
    const { view } = await mount(createSandbox().fail(listUsers, 503).fail(listUsers, 503).fail(listUsers, 503));
    expect(view.getByRole('meter', { name: 'Seats' }).getAttribute('aria-valuetext')).to.equal('Up to 12');
    expect(view.getByRole('meter', { name: 'Credits left' }).closest('.warn')).to.exist;
    await waitFor(() => expect(view.getByRole('meter', { name: 'Agents' }).closest('.good')).to.exist);
  });

  it('saves only what was changed, and says so', async () => {
    const { pane, view, user, sandbox, field, save } = await mount();
    await user.fill(field('Organization Name'), '  Northwind Dental Group ');
    const updated = oneEvent(pane, 'agni-organization-updated');
    await save();
    expect((await updated).detail).to.deep.equal({ id: sandbox.organizationId, name: 'Northwind Dental Group' });
    expect(writes(sandbox).map(({ body }) => body)).to.deep.equal([{ name: 'Northwind Dental Group' }]);
    await waitFor(() => view.getByText('Saved'));
    expect(pane.dirty).to.equal(false);
  });

  it('sends nothing that is invalid, says why beside the field and goes there', async () => {
    const { pane, view, user, sandbox, field, save } = await mount();
    await user.fill(field('Organization Name'), '   ');
    await user.fill(field('Website'), 'javascript:alert(1)');
    await save();
    await waitFor(() => view.getByText('2 fields need attention'));
    expect(field('Organization Name').getAttribute('aria-invalid')).to.equal('true');
    expect(field('Website')).to.have.property('value', 'javascript:alert(1)');
    expect(pane.shadowRoot?.activeElement).to.equal(field('Organization Name'));
    view.getByText('Enter a full address, such as https://northwind.example.');
    expect(writes(sandbox)).to.be.empty;
    await expect(pane).to.be.accessible();
  });

  it('understands domains as chips and names each malformed one', async () => {
    const { view, user, sandbox, field, save } = await mount();
    await user.fill(field('Allowed Email Domains'), ' @NW.example, nw.example ,, bad, ada@x.example,https://y.example');
    const chips = () => view.getAllByRole('listitem').map((chip) => chip.textContent?.trim());
    const understood = ['nw.example', 'bad', 'ada@x.example', 'https://y.example'];
    await waitFor(() => expect(chips()).to.deep.equal(understood));
    await save();
    const fieldError = await waitFor(() => view.getByText(/^Correct these domains/));
    for (const name of ['bad', 'ada@x.example', 'https://y.example']) expect(fieldError.textContent).to.contain(name);
    expect(writes(sandbox)).to.be.empty;
    await user.fill(field('Allowed Email Domains'), '@NW.example, nw.example');
    await save();
    await waitFor(() => view.getByText('Saved'));
    expect(writes(sandbox)[0]?.body).to.deep.equal({ allowed_email_domains: ['nw.example'] });
    expect(field('Allowed Email Domains').value).to.equal('nw.example');
  });

  it('shows the domains once: as tokens over their field, as text while the field has focus, below once edited', async () => {
    const { view, user, field } = await mount();
    const domains = field('Allowed Email Domains');
    const listed = () => view.getByRole('list', { name: 'Understood as', hidden: true });
    const tokens = listed();
    const isOver = () => listed().getBoundingClientRect().top < domains.getBoundingClientRect().bottom;
    expect(isOver()).to.equal(true);
    expect(getComputedStyle(tokens).visibility).to.equal('visible');
    expect(Number.parseFloat(getComputedStyle(domains).textIndent)).to.be.below(-1000);
    domains.focus();
    await waitFor(() => expect(getComputedStyle(tokens).visibility).to.equal('hidden'));
    expect(getComputedStyle(domains).textIndent).to.equal('0px');
    await user.fill(domains, 'nw.example, new.example');
    await waitFor(() => expect(isOver()).to.equal(false));
    await view.findByText('new.example');
  });

  it('reaches the buttons that remove a domain by Tab, before the field they stand over', async () => {
    const { pane, field } = await mount();
    field('Website').focus();
    const reached: (string | null | undefined)[] = [];
    for (let presses = 0; presses < 3; presses++) {
      await key('Tab');
      const stop = pane.shadowRoot?.activeElement;
      reached.push(stop?.ariaLabel ?? stop?.id);
    }
    expect(reached).to.deep.equal(['Remove northwind.example', 'Remove nw.example', 'allowed_email_domains']);
  });

  it('removes a domain by the button of its chip', async () => {
    const { pane, view, user, sandbox, field, save } = await mount();
    await user.click(view.getByRole('button', { name: 'Remove nw.example' }));
    expect(field('Allowed Email Domains').value).to.equal('northwind.example');
    expect(pane.shadowRoot?.activeElement === field('Allowed Email Domains')).to.equal(true);
    await save();
    await waitFor(() => view.getByText('Saved'));
    expect(writes(sandbox)[0]?.body).to.deep.equal({ allowed_email_domains: ['northwind.example'] });
  });

  it('no longer says how a save ended once its change was discarded', async () => {
    const { view, user, field, save } = await mount(createSandbox().fail(updateOrganization, 500));
    await user.fill(field('Organization Name'), 'Northwind Group');
    await save();
    await view.findByRole('alert');
    await user.click(view.getByRole('button', { name: 'Discard' }));
    await user.fill(field('Organization Name'), 'Northwind');
    await view.findByText('Unsaved changes');
    expect(!!view.queryByRole('alert')).to.equal(false);
  });

  it('keeps a region that the list of regions does not have', async () => {
    const body = { id: 'o', name: 'Northwind Dental', region_id: 'closed-1' };
    const { view, user, sandbox, field, save } = await mount(
      createSandbox().fail(getOrganization, 200, undefined, { body }),
    );
    await waitFor(() => expect(field('Region').localName).to.equal('select'));
    expect(field('Region').value).to.equal('closed-1');
    await user.fill(field('Organization Name'), 'Northwind Group');
    await save();
    await waitFor(() => expect(writes(sandbox).map(({ body }) => body)).to.deep.equal([{ name: 'Northwind Group' }]));
    expect(!!view.queryByRole('dialog')).to.equal(false);
  });

  it('warns of few credits only where the server counts them', async () => {
    const levelOf = async (more: object) => {
      const body = { id: 'o', name: 'Northwind Dental', max_credits: 5000, ...more };
      const { view } = await mount(createSandbox().fail(getOrganization, 200, undefined, { body }));
      return view.getByRole('meter', { name: 'Credits left' }).closest('.meter')?.className;
    };
    expect(await levelOf({ total_credits: 4000 })).to.contain('good');
    expect(await levelOf({ total_credits: 0 })).to.contain('bad');
    expect(await levelOf({})).to.contain('good');
  });

  it('shows the save bar in sight, and only while there is something to save (D60)', async () => {
    const { view, user, field } = await mount();
    const isOpen = () => !!view.queryByRole('button', { name: 'Save Changes' });
    expect(isOpen()).to.equal(false);
    await setViewport({ width: 1200, height: 400 });
    await user.fill(field('Organization Name'), 'Northwind Group');
    await waitFor(() => expect(isOpen()).to.equal(true));
    const save = view.getByRole('button', { name: 'Save Changes' });
    await waitFor(() => expect(save.getBoundingClientRect().bottom).to.be.within(1, 400));
    await setViewport({ width: 1280, height: 800 });
  });

  it('takes pasted domains and a pasted website without invisible characters (D44)', async () => {
    const { view, user, sandbox, field, save } = await mount();
    await user.fill(field('Allowed Email Domains'), '\ufeffnw.example; north\u200bwind.example new.example');
    const chips = () => view.getAllByRole('listitem').map((chip) => chip.textContent?.trim());
    await waitFor(() => expect(chips()).to.deep.equal(['nw.example', 'northwind.example', 'new.example']));
    await user.fill(field('Website'), 'https://ada:secret@northwind.example');
    await save();
    await waitFor(() => view.getByText('Enter a full address, such as https://northwind.example.'));
    expect(writes(sandbox)).to.be.empty;
    await user.fill(field('Website'), '\u200bhttps://northwind.example/dental ');
    await save();
    await waitFor(() => view.getByText('Saved'));
    expect(writes(sandbox)[0]?.body).to.deep.equal({
      website: 'https://northwind.example/dental',
      allowed_email_domains: ['nw.example', 'northwind.example', 'new.example'],
    });
  });

  it('warns about the own domain and about users that a new list excludes', async () => {
    const { view, user, field } = await mount();
    await user.fill(field('Allowed Email Domains'), 'elsewhere.example');
    await waitFor(() => view.getByText("Your own address is at northwind.example, which isn't in this list."));
    const note = await waitFor(() => view.getByText(/^These users have an address at another domain/));
    expect(note.textContent).to.contain('@northwind.example');
  });

  it('leaves domains alone that the server does not tell', async () => {
    const { id, name } = { id: '0190aaaa-1111-7222-8333-444455556666', name: 'Quiet' };
    const { view, user, sandbox, field, save } = await mount(
      createSandbox().fail(getOrganization, 200, undefined, { body: { id, name } }),
    );
    view.getByText(/^We can't show the current domains/);
    await user.fill(field('Organization Name'), 'Loud');
    await save();
    await waitFor(() => expect(writes(sandbox)).to.have.length(1));
    expect(writes(sandbox)[0]?.body).to.deep.equal({ name: 'Loud' });
  });

  it('asks before the region changes, and changes nothing when that is cancelled', async () => {
    const { pane, view, user, sandbox, save } = await mount();
    const region = () => view.getByLabelText<HTMLSelectElement>('Region');
    await waitFor(() => expect(region().localName).to.equal('select'));
    await user.choose(region(), 'United States (Virginia)');
    await save();
    const dialog = await waitFor(() => view.getByRole('dialog', { name: 'Change Region' }));
    expect(dialog.textContent).to.contain('United States (Virginia)');
    await user.click(view.getByRole('button', { name: 'Cancel' }));
    await untilClosed(pane);
    expect(writes(sandbox)).to.be.empty;
    expect(region().selectedOptions[0]?.text).to.equal('United States (Virginia)');
    await save();
    await user.click(await waitFor(() => view.getByRole('button', { name: 'Change Region' })));
    await waitFor(() => view.getByText('Saved'));
    expect(Object.keys(writes(sandbox)[0]?.body as object)).to.deep.equal(['region_id']);
  });

  it('shows the region as text where there is no list to choose from (C20)', async () => {
    const { field } = await mount(createSandbox().fail(listRegions, 404));
    await waitFor(() => expect(field('Region').readOnly).to.equal(true));
    expect(field('Region').value).to.not.equal('');
  });

  it('offers to read again regions that could not be read, and reads them with the rest of the pane', async () => {
    const failed = () => createSandbox().fail(listRegions, 500, undefined, { times: 1 });
    const { view, field } = await mount(failed());
    const again = await view.findByRole('button', { name: 'Try Again' });
    expect(field('Region').readOnly).to.equal(true);
    await user.click(again);
    await waitFor(() => expect(field('Region').localName).to.equal('select'));
    const { pane, ...other } = await mount(failed());
    await other.view.findByRole('button', { name: 'Try Again' });
    await pane.refresh();
    await waitFor(() => expect(other.field('Region').localName).to.equal('select'));
  });

  it('shows a member everything read-only, with the reason', async () => {
    const { view, field } = await mount(createSandbox().as('MEMBER'));
    view.getByText('Only owners and admins can change these settings.');
    for (const label of ['Organization Name', 'Website', 'Allowed Email Domains', 'Region']) {
      expect(field(label).readOnly, label).to.equal(true);
    }
    expect(view.queryByRole('button', { name: 'Save Changes' })).to.equal(null);
  });

  it('keeps what was typed when saving fails, and sends it once (C02, C27)', async () => {
    const { view, user, sandbox, field, save } = await mount(createSandbox().fail(updateOrganization, 500));
    await user.fill(field('Website'), 'https://new.example');
    await save();
    const alert = await waitFor(() => view.getByRole('alert'));
    expect(alert.textContent).to.contain('Your changes are still here');
    expect(field('Website').value).to.equal('https://new.example');
    expect(writes(sandbox)).to.have.length(1);
  });

  it('finds out by itself whether a lost answer meant saved (C02)', async () => {
    const sandbox = createSandbox();
    // The change arrives, but its answer is lost.
    const lossy: typeof fetch = async (input, init) => {
      const response = await sandbox.fetch(input, init);
      if (new Request(input, init).method === 'PATCH') throw new TypeError('connection reset');
      return response;
    };
    const { view, user, field, save } = await mount({ ...sandbox, fetch: lossy });
    await user.fill(field('Organization Name'), 'Northwind Dental Group');
    await save();
    await waitFor(() => view.getByText('Saved'));
    expect(view.queryByRole('alert')).to.equal(null);
    expect(writes(sandbox)).to.have.length(1);
  });

  it('puts the server’s field errors beside their fields, and others with the form (C23)', async () => {
    const details = { fields: { website: 'must not redirect', unknown_thing: ['is odd'] } };
    const sandbox = createSandbox().fail(updateOrganization, 422, 'VALIDATION_FAILED', { details });
    const { pane, view, user, field, save } = await mount(sandbox);
    await user.fill(field('Website'), 'https://new.example');
    await save();
    await waitFor(() => expect(pane.shadowRoot?.activeElement).to.equal(field('Website')));
    view.getByText('must not redirect');
    expect(view.getByRole('alert').textContent).to.contain('is odd').and.not.to.contain('unknown_thing');
    expect(field('Website').value).to.equal('https://new.example');
  });

  it('says that a text is too long without a number where the server gives none (C23)', async () => {
    const details = { fields: { name: ['too_long'] } };
    const { view, user, field, save } = await mount(
      createSandbox().fail(updateOrganization, 422, 'VALIDATION_FAILED', { details }),
    );
    await user.fill(field('Organization Name'), 'Northwind Dental Group');
    await save();
    await view.findByText('This is too long.');
  });

  it('writes once however often Save is pressed, and keeps what is typed meanwhile (C37, C38)', async () => {
    const sandbox = createSandbox();
    const held = Promise.withResolvers<void>();
    const { pane, user, field, save } = await mount(sandbox);
    pane.addEventListener('agni-before-update-organization', ({ detail }) => detail.waitUntil(held.promise));
    const begun = oneEvent(pane, 'agni-before-update-organization');
    await user.fill(field('Organization Name'), 'First');
    await save();
    await save();
    pane.shadowRoot?.querySelector('form')?.requestSubmit();
    await begun;
    await user.fill(field('Organization Name'), 'Second');
    const updated = oneEvent(pane, 'agni-organization-updated');
    held.resolve();
    await updated;
    expect(writes(sandbox)).to.have.length(1);
    expect(field('Organization Name').value).to.equal('Second');
    expect(pane.dirty).to.equal(true);
  });

  it('does not overwrite what another user changed (C39)', async () => {
    const { pane, user, sandbox, field, save } = await mount();
    await user.fill(field('Organization Name'), 'Mine');
    await change(sandbox, { website: 'https://theirs.example' });
    const updated = oneEvent(pane, 'agni-organization-updated');
    await save();
    await updated;
    await pane.updateComplete;
    expect(field('Organization Name').value).to.equal('Mine');
    expect(field('Website').value).to.equal('https://theirs.example');
  });

  it('does not bring back a domain that another user removed while the list was edited (D30)', async () => {
    const { pane, user, sandbox, field, save } = await mount();
    await user.fill(field('Allowed Email Domains'), 'northwind.example, nw.example, new.example');
    await change(sandbox, { allowed_email_domains: ['northwind.example', 'theirs.example'] });
    const updated = oneEvent(pane, 'agni-organization-updated');
    await save();
    await updated;
    expect(writes(sandbox)[1]?.body).to.deep.equal({
      allowed_email_domains: ['northwind.example', 'new.example', 'theirs.example'],
    });
    await pane.updateComplete;
    expect(field('Allowed Email Domains').value).to.equal('northwind.example, new.example, theirs.example');
  });

  it('does not bring back a domain that the user removed while the list with it was saved', async () => {
    const held = Promise.withResolvers<void>();
    const { pane, user, sandbox, field, save } = await mount();
    pane.addEventListener('agni-before-update-organization', ({ detail }) => detail.waitUntil(held.promise));
    await user.fill(field('Allowed Email Domains'), 'northwind.example, nw.example, first.example');
    let updated = oneEvent(pane, 'agni-organization-updated');
    await save();
    await user.fill(field('Allowed Email Domains'), 'northwind.example, nw.example, second.example');
    held.resolve();
    await updated;
    updated = oneEvent(pane, 'agni-organization-updated');
    await save();
    await updated;
    expect(writes(sandbox)[1]?.body).to.deep.equal({
      allowed_email_domains: ['northwind.example', 'nw.example', 'second.example'],
    });
  });

  it('follows the server again in a field whose saved text was typed back', async () => {
    const { pane, view, user, sandbox, field, save } = await mount();
    const domains = () => field('Allowed Email Domains');
    const saved = { name: field('Organization Name').value, domains: domains().value };
    await user.fill(field('Organization Name'), 'Typo');
    await user.fill(field('Organization Name'), saved.name);
    await user.fill(domains(), 'typo.example');
    await user.fill(domains(), saved.domains);
    const theirs = { name: 'Theirs', allowed_email_domains: ['northwind.example', 'nw.example', 'theirs.example'] };
    await change(sandbox, theirs);
    await pane.refresh();
    await view.findByText('theirs.example');
    expect([field('Organization Name').value, pane.dirty]).to.deep.equal(['Theirs', false]);
    await user.fill(domains(), saved.domains); // an edit of what the user sees now
    const updated = oneEvent(pane, 'agni-organization-updated');
    await save();
    await updated;
    expect(writes(sandbox)[1]?.body).to.deep.equal({ allowed_email_domains: ['northwind.example', 'nw.example'] });
  });

  it('says how a save ended that was under way when the host reset the pane', async () => {
    const held = Promise.withResolvers<void>();
    const { pane, view, user, field, save } = await mount();
    pane.addEventListener('agni-before-update-organization', ({ detail }) => detail.waitUntil(held.promise));
    const updated = oneEvent(pane, 'agni-organization-updated');
    await user.fill(field('Organization Name'), 'Northwind Group');
    await save();
    pane.reset();
    held.resolve();
    expect((await updated).detail.name).to.equal('Northwind Group');
    await view.findByText('Saved');
    expect(field('Organization Name').value).to.equal('Northwind Group');
  });

  it('can be stopped by the host before anything is sent', async () => {
    const { pane, view, user, sandbox, field, save } = await mount();
    pane.addEventListener('agni-before-update-organization', (event) => event.preventDefault());
    await user.fill(field('Organization Name'), 'Never');
    await save();
    await waitFor(() => expect(view.getByRole('alert').textContent).to.match(/^Blocked by this site/));
    expect(field('Organization Name').value).to.equal('Never');
    expect(writes(sandbox)).to.be.empty;
    expect(pane.dirty).to.equal(true);
    await user.click(view.getByRole('button', { name: 'Discard' }));
    await user.fill(field('Organization Name'), 'Northwind');
    await view.findByText('Unsaved changes');
    expect(!!view.queryByRole('alert')).to.equal(false);
  });

  it('discards what was typed, and says when there is nothing to save', async () => {
    const { pane, view, user, field } = await mount();
    await user.fill(field('Organization Name'), 'Typo');
    await user.click(view.getByRole('button', { name: 'Discard' }));
    expect(field('Organization Name').value).to.equal('Northwind Dental');
    expect(pane.dirty).to.equal(false);
    expect(pane.shadowRoot?.activeElement === view.getByRole('heading')).to.equal(true);
    await view.findByText('Changes discarded');
    field('Organization Name').form?.requestSubmit(); // as Enter does
    await waitFor(() => view.getByText('Nothing has changed'));
  });

  it('turns read-only when the right to change was taken away meanwhile (C17)', async () => {
    const sandbox = createSandbox();
    const { view, user, field, save } = await mount(sandbox);
    await user.fill(field('Organization Name'), 'Too late');
    sandbox.as('MEMBER');
    await save();
    await waitFor(() => view.getByText('Only owners and admins can change these settings.'));
    expect(writes(sandbox)).to.have.length(1);
  });

  it('asks nothing more where it turns read-only meanwhile', async () => {
    const { pane, view, user, field, save } = await mount();
    await waitFor(() => expect(field('Region').localName).to.equal('select'));
    await user.choose(field('Region'), 'United States (Virginia)');
    await save();
    await view.findByRole('dialog');
    pane.readonly = true;
    await untilClosed(pane);
  });

  it('shows a refused, a failed and an unreadable load, each with a way on (C17, C27, C28)', async () => {
    const refused = await mount(createSandbox().fail(getOrganization, 403));
    expect(refused.pane.state).to.equal('denied');
    const proxy = createSandbox().fail(getOrganization, 502, undefined, { body: '<h1>Bad gateway</h1>' });
    const failed = await mount(proxy);
    expect(failed.pane.state).to.equal('error');
    expect(failed.pane.shadowRoot?.querySelector('h1')).to.equal(null);
    proxy.fail(getOrganization, 200, undefined, { body: '<html>Log in to the Wi-Fi</html>' });
    await failed.user.click(failed.view.getByRole('button', { name: 'Try Again' }));
    await untilState(failed.pane, 'error');
    expect(failed.view.getByText(/unexpected response/)).to.exist;
    expect(failed.pane.shadowRoot?.activeElement).to.equal(failed.view.getByRole('heading'));
  });

  it('copies the organization id, or selects it where copying is refused (C43)', async () => {
    const { view, user, pane, sandbox } = await mount();
    const { clipboard } = navigator;
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    await user.click(view.getByRole('button', { name: 'Copy organization ID' }));
    await waitFor(() => view.getByText(/Press Ctrl\+C/));
    expect(pane.shadowRoot?.activeElement?.textContent).to.equal(sandbox.organizationId);
    let copied = '';
    const writeText = async (text: string) => {
      copied = text;
    };
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
    await user.click(view.getByRole('button', { name: 'Copy organization ID' }));
    await waitFor(() => view.getByText('Copied'));
    expect(copied).to.equal(sandbox.organizationId);
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
  });

  it('is the same page to assistive technology in every mode', async () => {
    const { pane, view } = await mount(
      undefined,
      html`<agni-org-settings readonly heading-level="3"></agni-org-settings>`,
    );
    expect(view.getByRole('heading', { level: 3, name: 'Organization' })).to.exist;
    await expect(pane).to.be.accessible();
  });
});
