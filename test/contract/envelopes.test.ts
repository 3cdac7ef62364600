import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  calcomStatus,
  getOrganization,
  ghlSetupStatus,
  listAgents,
  listCalcomEventTypes,
  listGhlCalendars,
  listSessions,
  snakeKeys,
  unwrap,
  verifyTwoFactor,
} from '../../src/contract/all.js';

describe('unwrap (C33)', () => {
  const message = 'ok';

  it('returns the object in an envelope', () => {
    expect(unwrap({ success: true, message, data: { id: 'a' } })).to.deep.equal({ id: 'a' });
  });

  it('returns a list with its totals', () => {
    const body = { success: true, message, data: [{ id: 'a' }], meta: { total: '1', limit: 20, offset: 0 } };
    expect(unwrap(body)).to.deep.equal({ items: [{ id: 'a' }], total: '1', limit: 20, offset: 0 });
  });

  it('returns a list inside an object', () => {
    const body = {
      success: true,
      message,
      data: { calendars: [{ id: 'c', name: 'Desk', locationId: 'l' }], count: 1 },
    };
    expect(listGhlCalendars.reply.parse(unwrap(body))).to.deep.equal({
      calendars: [{ id: 'c', name: 'Desk', location_id: 'l' }],
      count: 1,
    });
  });

  it('returns an array with or without an envelope as a list', () => {
    const { items } = listCalcomEventTypes.reply.parse(unwrap({ success: true, message, data: [{ id: 7 }] }));
    expect(items.map(({ id }) => id)).to.deep.equal(['7']);
    expect(unwrap([{ id: 'a' }])).to.deep.equal({ items: [{ id: 'a' }] });
  });

  it('returns an empty payload for a reply without data (C29)', () => {
    expect(unwrap({ success: true, message })).to.deep.equal({});
    expect(unwrap({ success: true, message, data: null })).to.equal(null);
    expect(unwrap({ success: true, message, data: {} })).to.deep.equal({});
    expect(unwrap(null)).to.equal(null);
  });

  it('returns an object without an envelope', () => {
    const body = { id: 'o', name: 'Northwind', maxMembers: '12', limits: { apiAccess: true } };
    const organization = getOrganization.reply.parse(unwrap(body));
    expect(organization).to.include({ id: 'o', name: 'Northwind', max_members: 12 });
    expect(organization.limits).to.deep.equal({ apiAccess: true });
  });

  it('returns the fields beside those of the envelope', () => {
    expect(unwrap({ success: true, message, call_id: 'c' })).to.deep.equal({ call_id: 'c' });
  });

  it('takes a body whose `success` is not a boolean as the payload', () => {
    const odd = { success: 'true', data: { id: 'a' } };
    expect(unwrap(odd)).to.deep.equal(odd);
  });

  it('unwraps one envelope, not two', () => {
    const inner = { success: true, message, data: { id: 'a' } };
    expect(unwrap({ success: true, message, data: inner })).to.deep.equal(inner);
  });
});

describe('replies as the vendor sends them', () => {
  it('are read for GoHighLevel, connected without a calendar', () => {
    const body = JSON.parse(`{ "success": true, "message": "ok", "data": { "ghl_connected": true, "token_valid": true,
      "location_id": "loc_77", "company_id": "co_12", "agents_created": false, "agent_count": 0, "setup_complete": false,
      "message": "Pick a calendar for an agent", "next_step": "CREATE_AGENT" } }`);
    expect(ghlSetupStatus.parse(unwrap(body))).to.deep.equal(body.data);
  });

  it('are read for two Cal.com accounts, one of which is broken', () => {
    const body = JSON.parse(`{ "success": true, "message": "ok", "data": { "connected": true, "status": "active",
      "accounts": [ { "id": "0190dddd-0001-7000-8000-000000000001", "account_name": "Front desk", "status": "active" },
      { "id": "0190dddd-0002-7000-8000-000000000002", "account_name": "Surgery B", "status": "inactive",
      "error": "key rejected by provider" } ] } }`);
    const { accounts } = calcomStatus.parse(unwrap(body));
    expect(accounts?.map(({ account_name, error }) => [account_name, error])).to.deep.equal([
      ['Front desk', undefined],
      ['Surgery B', 'key rejected by provider'],
    ]);
  });

  it('are read for agents of a gateway service, whose total is text', () => {
    const body =
      JSON.parse(`{ "success": true, "message": "ok", "data": [ { "id": "0190eeee-0001-7000-8000-000000000001",
      "organizationId": "0190aaaa-1111-7222-8333-444455556666", "agentName": "Reception", "status": "ACTIVE" } ],
      "meta": { "total": "1", "limit": 20, "offset": 0 } }`);
    const { items, total } = listAgents.reply.parse(unwrap(body));
    expect(total).to.equal(1);
    expect(items[0]).to.include({ agent_name: 'Reception', organization_id: body.data[0].organizationId });
  });

  it('are read for sessions and for a verified second factor', () => {
    const sessions = JSON.parse(`{ "success": true, "message": "Sessions retrieved", "data": [ { "id": "s1",
      "is_current": true, "browser": "Firefox 141", "os": "Linux", "ip_address": "198.51.100.7" },
      { "id": "s2", "is_current": false, "browser": "Safari", "os": "iOS" } ],
      "meta": { "total": 2, "limit": 20, "offset": 0 } }`);
    expect(listSessions.reply.parse(unwrap(sessions)).items.map((one) => one.is_current)).to.deep.equal([true, false]);
    const verified = JSON.parse(`{ "success": true, "message": "Two-factor is on", "data": { "enabled": true,
      "recovery_codes": ["aaaa-1111", "bbbb-2222"] } }`);
    expect(verifyTwoFactor.reply.parse(unwrap(verified)).recovery_codes).to.have.length(2);
  });
});

describe('the keys of a reply', () => {
  it('are renamed on an object, on items of a list and on items of lists in an object, but not deeper', () => {
    expect(snakeKeys({ agentName: 1, list: [{ itemId: 2 }], map: { keepMe: 3 } })).to.deep.equal({
      agent_name: 1,
      list: [{ item_id: 2 }],
      map: { keepMe: 3 },
    });
    expect(snakeKeys([{ agentName: 1 }])).to.deep.equal([{ agent_name: 1 }]);
    expect(snakeKeys({ URL: 1, Basic_analytics: 2 })).to.deep.equal({ URL: 1, Basic_analytics: 2 });
  });

  it('named like members of Object.prototype do no harm (C56)', () => {
    const hostile = `{"id":"o","name":"n","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},
      "toString":"x","limits":{"__proto__":{"polluted":1},"constructor":"y","toString":1}}`;
    for (const text of [
      hostile,
      `{"success":true,"data":${hostile}}`,
      `{"success":true,"data":[${hostile}],"meta":${hostile}}`,
    ]) {
      const payload = unwrap(JSON.parse(text)) as { items?: unknown[] };
      const organization = getOrganization.reply.parse(payload.items?.[0] ?? payload);
      expect(organization.id).to.equal('o');
      expect(Object.getPrototypeOf(organization)).to.equal(Object.prototype);
      expect((organization.limits as Record<string, unknown>).constructor).to.equal('y');
    }
    expect(({} as { polluted?: unknown }).polluted).to.equal(undefined);
  });

  it('pollute no prototype, whatever the JSON is (C56)', () => {
    const key = fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'data', 'meta');
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof({ maxDepth: 4 }, fc.constantFrom(true, 'x', 1), fc.array(tie('tree')), tie('object')),
      object: fc
        .array(fc.tuple(key, tie('tree')), { maxLength: 4 })
        .map((pairs) =>
          JSON.parse(`{"success":true${pairs.map(([k, v]) => `,"${k}":${JSON.stringify(v)}`).join('')}}`),
        ),
    }));
    const before = Object.getOwnPropertyNames(Object.prototype).length;
    fc.assert(fc.property(tree, (body) => void listAgents.reply.safeParse(unwrap(body))));
    expect(Object.getOwnPropertyNames(Object.prototype)).to.have.length(before);
  });
});
