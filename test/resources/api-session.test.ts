import { expect, oneEvent } from '@open-wc/testing';
import { createClient } from '../../src/client/client.js';
import { ApiSession } from '../../src/resources/api-session.js';
import { fullName } from '../../src/resources/full-name.js';
import { organizationResource } from '../../src/resources/organization.js';
import { userNamesResource } from '../../src/resources/user-names.js';
import { createSandbox } from '../../src/sandbox/create-sandbox.js';
import { failureOf, json, network, ok } from '../network.js';

const me = { id: 'u1', email: 'ada@northwind.example', role: 'OWNER', organization_id: 'o1' };
const listener = () => undefined;

/** A session with the sandbox, and the number of requests by path. */
function inSandbox() {
  const sandbox = createSandbox();
  const session = new ApiSession(createClient({ fetch: sandbox.fetch, baseUrl: '/' }));
  const reads = (path: RegExp) => sandbox.requests().filter((request) => path.test(request.path)).length;
  return { session, sandbox, reads };
}

describe('a session', () => {
  it('sends one request for what ten elements show', async () => {
    const { session, sandbox } = inSandbox();
    for (let element = 0; element < 10; element++) {
      session.me.subscribe(() => undefined);
      session.use(organizationResource).current.subscribe(() => undefined);
    }
    await session.use(organizationResource).current.value();
    expect(sandbox.requests().map(({ path }) => path)).to.deep.equal([
      '/api/v1/users/me',
      `/api/v1/organizations/profile/${sandbox.organizationId}`,
    ]);
  });

  it('shows the organization that the host names, without reading the user', async () => {
    const { fetch, sent } = network(({ url }) => json(200, { id: 'other', name: url.pathname }));
    const session = new ApiSession(createClient({ fetch }), 'o9');
    const organization = await session.use(organizationResource).current.value();
    expect(organization).to.include({ id: 'other', name: '/api/v1/organizations/profile/o9' });
    expect(sent).to.have.length(1);
  });

  it('fails with NO_ORGANIZATION where neither host nor user names one', async () => {
    const { organization_id: _, ...user } = me;
    const session = new ApiSession(createClient({ fetch: network(() => ok(user)).fetch }));
    const failed = await failureOf(session.use(organizationResource).current.value());
    expect(failed).to.include({ code: 'NO_ORGANIZATION', status: 0 });
  });

  it('reads again after the page was away what is shown, once, and the rest when it is shown (D25)', async () => {
    const { session, reads } = inSandbox();
    const { current } = session.use(organizationResource);
    await current.value();
    session.me.subscribe(listener);
    session.invalidate({ cancelRefetch: false });
    session.invalidate({ cancelRefetch: false }); // browsers fire both `focus` and `visibilitychange`
    await oneEvent(session.me, 'change');
    expect(reads(/users\/me$/)).to.equal(2);
    expect(reads(/profile/)).to.equal(1);
    current.subscribe(listener);
    await oneEvent(current, 'change');
    expect(reads(/profile/)).to.equal(2);
  });

  it('reads each user once, and calls them by their name', async () => {
    const { fetch, sent } = network(() => ok({ ...me, first_name: 'Ada', last_name: 'Berg' }));
    const session = new ApiSession(createClient({ fetch }));
    const { user } = session.use(userNamesResource);
    const [one] = await Promise.all([user('u1').value(), session.use(userNamesResource).user('u1').value()]);
    expect(sent).to.have.length(1);
    expect(fullName(one)).to.equal('Ada Berg');
    expect(fullName({ ...one, first_name: undefined, last_name: '' })).to.equal('ada@northwind.example');
  });
});
