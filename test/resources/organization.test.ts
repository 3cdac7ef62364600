import { expect } from '@open-wc/testing';
import { createClient } from '../../src/client/client.js';
import type { OrganizationChange } from '../../src/contract/all.js';
import { domainOf } from '../../src/contract/email-addresses.js';
import { ApiSession } from '../../src/resources/api-session.js';
import { organizationResource } from '../../src/resources/organization.js';
import { updateOrganization } from '../../src/resources/organization-mutations.js';
import { usersOutsideDomains } from '../../src/resources/users-outside-domains.js';
import { failureOf, json, network, refused, unreachable } from '../network.js';

const stored = { id: 'o1', name: 'Northwind', website: '', allowed_email_domains: ['nw.example'] };

/** A server that loses its answer to the change, which it carries out or not. */
function losing(isCarriedOut: boolean, lost: () => Response | Promise<Response>, read = () => true) {
  let current: Record<string, unknown> = stored;
  const { fetch, sent } = network(({ method, text }) => {
    if (method === 'GET') return read() ? json(200, current) : unreachable();
    if (isCarriedOut) current = { ...current, ...JSON.parse(text) };
    return lost();
  });
  const session = new ApiSession(createClient({ fetch }), 'o1');
  const { current: organization } = session.use(organizationResource);
  const save = (change: OrganizationChange) => updateOrganization(session, change);
  return { save, organization, sent, writes: () => sent.filter(({ method }) => method === 'PATCH') };
}

describe('saving the organization', () => {
  it('sends only the change, to the id that the server returned, and shows the answer', async () => {
    const { fetch, sent } = network(({ method }) => json(200, method === 'GET' ? stored : { ...stored, name: 'New' }));
    const session = new ApiSession(createClient({ fetch }), 'asked-for');
    await updateOrganization(session, { name: 'New' });
    expect(sent.at(-1)?.url.pathname).to.equal('/api/v1/organizations/profile/o1');
    expect(sent.at(-1)?.text).to.equal('{"name":"New"}');
    expect(session.use(organizationResource).current.state).to.deep.include({ value: { ...stored, name: 'New' } });
    expect(sent).to.have.length(2);
  });

  const lost: [string, () => Response | Promise<Response>][] = [
    ['no answer', unreachable],
    ['a page of a proxy', () => new Response('<h1>Bad gateway</h1>', { status: 502 })],
    ['half an answer', () => new Response('{"success":true,"da')],
    ['an answer without the organization', () => new Response(null, { status: 204 })],
  ];
  for (const [name, answer] of lost) {
    it(`that gets ${name} reads the organization, and finds the change saved (C02)`, async () => {
      const { save, writes, organization } = losing(true, answer);
      const change = { name: 'New', website: 'https://new.example', allowed_email_domains: ['new.example'] };
      expect(await save(change)).to.deep.include(change);
      expect(organization.state).to.include({ status: 'ready' });
      expect(writes()).to.have.length(1);
    });

    it(`that gets ${name} reads the organization, and finds the change not saved (C02)`, async () => {
      const { save, writes, organization } = losing(false, answer);
      expect(await failureOf(save({ name: 'New' }))).to.include({ operation: 'updateOrganization' });
      expect(organization.state).to.deep.include({ value: stored });
      expect(writes()).to.have.length(1);
    });
  }

  it('that clears a field is confirmed where the server leaves the field out', async () => {
    const { fetch } = network(({ method }) => (method === 'GET' ? json(200, { id: 'o1', name: 'N' }) : unreachable()));
    const session = new ApiSession(createClient({ fetch }), 'o1');
    expect(await updateOrganization(session, { website: '', allowed_email_domains: [] })).to.include({ id: 'o1' });
  });

  it('that can not be confirmed by a read keeps the old value as a stale one (C02)', async () => {
    let isUp = true;
    const { save, organization } = losing(true, unreachable, () => isUp);
    await organization.value();
    isUp = false;
    expect(await failureOf(save({ name: 'New' }))).to.include({
      code: 'NETWORK_ERROR',
      operation: 'updateOrganization',
    });
    expect(organization.state).to.deep.include({ status: 'ready', value: stored });
    expect(organization.state).to.have.nested.property('error.code', 'NETWORK_ERROR');
  });

  it('that is refused sends no other request', async () => {
    const { save, sent } = losing(false, () => refused(422, 'VALIDATION_FAILED'));
    expect(await failureOf(save({ name: 'New' }))).to.include({ code: 'VALIDATION_FAILED' });
    expect(sent.map(({ method }) => method)).to.deep.equal(['GET', 'PATCH']);
  });
});

describe('users outside a list of domains', () => {
  const emails = ['a@nw.example', 'B@NW.EXAMPLE', 'c@sub.nw.example', 'd@bücher.example', 'e@xn--bcher-kva.example'];

  it('are those of another domain, compared in one spelling', () => {
    expect(usersOutsideDomains(emails, ['nw.example']).users).to.deep.equal(emails.slice(2));
    expect(usersOutsideDomains(emails, ['NW.example', 'bücher.example']).users).to.deep.equal(['c@sub.nw.example']);
    expect(usersOutsideDomains(emails, []).users).to.deep.equal([]);
  });

  it('are listed up to five, the rest counted', () => {
    const many = Array.from({ length: 9 }, (_, index) => `p${index}@elsewhere.example`);
    expect(usersOutsideDomains(many, ['nw.example'])).to.deep.equal({ users: many.slice(0, 5), more: 4 });
  });

  it('have the domain that follows the last @', () => {
    expect(domainOf('"a@evil.example"@northwind.example')).to.equal('northwind.example');
    expect(domainOf('no address')).to.equal('no address');
  });

  it('are also those whose address has no domain', () => {
    expect(usersOutsideDomains(['a@[198.51.100.7]', 'no address'], ['a b']).users).to.have.length(2);
  });
});
