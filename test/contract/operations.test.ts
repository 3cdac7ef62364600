import { expect } from '@open-wc/testing';
import * as contract from '../../src/contract/all.js';

const operations = Object.values(contract.endpoints);

// Names, methods, paths and statuses are held to docs/contract.md by test/build/contract.test.ts.
describe('the operations', () => {
  it('are named like their exports', () => {
    const exported = contract as unknown as Record<string, unknown>;
    for (const operation of operations) expect(exported[operation.name], operation.name).to.equal(operation);
  });

  it('ask nobody to sign in for signing in, health and what the provider calls itself', () => {
    const open = operations.filter(({ auth }) => auth === 'none').map(({ name }) => name);
    expect(open.sort()).to.deep.equal([
      'answerTwoFactorChallenge',
      'finishGhlAuthorization',
      'getHealth',
      'getReadiness',
      'login',
      'manageCalcomAppointment',
      'manageGhlAppointment',
      'refreshSession',
    ]);
  });

  it('take a key where the vendor documents a key', () => {
    const byKey = operations.filter(({ auth }) => auth === 'key').map(({ path }) => path);
    expect(byKey.every((path) => path.startsWith('/api/v1/ghl/') || path === '/api/v1/agents/')).to.equal(true);
  });

  it('that read carry no body, and every one that answers nothing reads nothing', () => {
    for (const { name, method, body, shape, reply } of operations) {
      if (method === 'GET' || method === 'DELETE') expect(body, name).to.equal(undefined);
      if (shape === 'none' || shape === 'redirect') expect(reply, name).to.equal(undefined);
      else expect(reply, name).not.to.equal(undefined);
    }
  });
});

describe('a path', () => {
  const fill = (id: string) => contract.fillPath('/api/v1/users/{id}/x', { id });

  it('keeps a parameter within its segment', () => {
    expect(fill('a/b?c#d e%2Fé')).to.equal('/api/v1/users/a%2Fb%3Fc%23d%20e%252F%C3%A9/x');
  });

  it('is undefined with a parameter that would step up the path or leave no segment (D101)', () => {
    for (const id of ['', '.', '..', '...']) expect(fill(id), id).to.equal(undefined);
    expect(fill('...a')).to.equal('/api/v1/users/...a/x');
  });
});
