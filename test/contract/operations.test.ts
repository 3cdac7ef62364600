import { expect } from '@open-wc/testing';
import * as contract from '../../src/contract/all.js';
import { isAssumed } from '../../src/contract/assumed-operations.js';

const operations = Object.values(contract.endpoints);

// test/build/contract.test.ts compares names, methods, paths and statuses with docs/contract.md.
describe('the operations', () => {
  it('have the names of their exports', () => {
    const exported = contract as unknown as Record<string, unknown>;
    for (const operation of operations) expect(exported[operation.name], operation.name).to.equal(operation);
  });

  it('can be changed by a host where they are assumed, and nowhere else', () => {
    const changeable = operations.filter(({ name }) => isAssumed(name));
    expect(changeable).to.deep.equal(operations.filter(({ basis }) => basis === 'assumed'));
    expect(isAssumed('toString')).to.equal(false);
  });

  it('need no credential for signing in, health and what providers call', () => {
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

  it('take an API key only below /ghl and for agents', () => {
    const byKey = operations.filter(({ auth }) => auth === 'key').map(({ path }) => path);
    expect(byKey.every((path) => path.startsWith('/api/v1/ghl/') || path === '/api/v1/agents/')).to.equal(true);
  });

  it('have no body if they read or delete, and no reply schema if they answer nothing', () => {
    for (const { name, method, body, shape, reply } of operations) {
      if (method === 'GET' || method === 'DELETE') expect(body, name).to.equal(undefined);
      if (shape === 'none' || shape === 'redirect') expect(reply, name).to.equal(undefined);
      else expect(reply, name).not.to.equal(undefined);
    }
  });
});

describe('fillPath', () => {
  const fill = (id: string) => contract.fillPath('/api/v1/users/{id}/x', { id });

  it('escapes a parameter so that it stays one segment', () => {
    expect(fill('a/b?c#d e%2Fé')).to.equal('/api/v1/users/a%2Fb%3Fc%23d%20e%252F%C3%A9/x');
  });

  it('returns undefined for a parameter that would step up the path or is empty (D101)', () => {
    for (const id of ['', '.', '..', '...']) expect(fill(id), id).to.equal(undefined);
    expect(fill('...a')).to.equal('/api/v1/users/...a/x');
  });
});
