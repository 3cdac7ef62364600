import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { type EndpointDefinition, endpoints, unwrap } from '../../src/contract/all.js';
import { type Sample, samples } from './replies.js';

const readers = Object.values(endpoints).filter(({ reply }) => reply);
const isList = ({ shape }: EndpointDefinition) => shape === 'list' || shape === 'array';

/** Reads a reply as the client does; returns the first item of a list. */
function read(operation: EndpointDefinition, payload: unknown): Record<string, unknown> | undefined {
  const data = isList(operation) ? [payload] : payload;
  const parsed = operation.reply?.safeParse(unwrap({ success: true, message: 'ok', data }));
  if (!parsed?.success) return undefined;
  return isList(operation) ? (parsed.data as { items: Record<string, unknown>[] }).items[0] : (parsed.data as never);
}

const without = (payload: Record<string, unknown>, key: string) =>
  Object.fromEntries(Object.entries(payload).filter(([name]) => name !== key));

const camel = (key: string) => key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Runs a check on each sample. */
function each(check: (operation: EndpointDefinition, sample: Sample) => void): void {
  for (const operation of readers) {
    const sample = samples[operation.name];
    expect(sample, `a sample for ${operation.name}`).not.to.equal(undefined);
    if (sample) check(operation, sample);
  }
}

describe('a reply', () => {
  it('is read completely, for every operation that has a reply', () => {
    each((operation, { payload }) => expect(read(operation, payload), operation.name).to.deep.equal(payload));
  });

  it('is refused if a required field is missing, null or of another type (C31)', () => {
    each((operation, { payload, required }) => {
      for (const key of required) {
        const at = `${operation.name}.${key}`;
        expect(read(operation, without(payload, key)), at).to.equal(undefined);
        expect(read(operation, { ...payload, [key]: null }), at).to.equal(undefined);
        expect(read(operation, { ...payload, [key]: { odd: true } }), at).to.equal(undefined);
      }
    });
  });

  it('is accepted without its optional fields, or with null or another type in them (C31)', () => {
    each((operation, { payload, required }) => {
      if (operation.name === 'getHealth' || operation.name === 'getReadiness') return; // free-form
      for (const key of Object.keys(payload).filter((name) => !required.includes(name))) {
        const at = `${operation.name}.${key}`;
        for (const broken of [without(payload, key), { ...payload, [key]: null }, { ...payload, [key]: -0.5 }]) {
          const reply = read(operation, broken);
          expect(reply, at).to.be.an('object');
          const isNumber = typeof payload[key] === 'number' && broken[key] === -0.5;
          if (!isNumber) expect(reply?.[key], at).to.equal(undefined);
        }
      }
    });
  });

  it('is read in camelCase, too (C32)', () => {
    each((operation, { payload }) => {
      const renamed = Object.fromEntries(Object.entries(payload).map(([key, value]) => [camel(key), value]));
      expect(read(operation, renamed), operation.name).to.deep.equal(payload);
    });
  });

  it('is read with its counts as text, too (C32)', () => {
    each((operation, { payload }) => {
      const spelt = Object.fromEntries(
        Object.entries(payload).map(([key, value]) => [key, Number.isInteger(value) ? String(value) : value]),
      );
      expect(read(operation, spelt), operation.name).to.deep.equal(payload);
    });
  });

  it('is read with unknown fields, in either casing (C32)', () => {
    // Readers take a number under any key "extra…" for the price of extra credits (docs/contract.md 4.1).
    const key = fc.string().filter((name) => !/^(extra|success$|data$|name$|agentName$|appointment$)/i.test(name));
    each((operation, { payload }) => {
      const names = new Set(Object.keys(payload).flatMap((name) => [name, camel(name)]));
      const isFree = operation.name === 'getHealth' || operation.name === 'getReadiness';
      const more = fc.dictionary(
        key.filter((name) => !names.has(name)),
        fc.jsonValue(),
      );
      const property = fc.property(more, fc.boolean(), (extra, isCamel) => {
        const own = Object.entries(payload).map(([name, value]) => [isCamel ? camel(name) : name, value]);
        const reply = read(operation, { ...extra, ...Object.fromEntries(own) });
        if (isFree) expect(reply).to.include(payload);
        else expect(reply).to.deep.equal(payload);
      });
      fc.assert(property, { numRuns: 20 });
    });
  });

  it('is read or refused whatever JSON it is, and never throws (C32)', () => {
    const anything = fc.oneof(
      fc.jsonValue(),
      fc.record({ success: fc.boolean(), message: fc.string(), data: fc.jsonValue(), meta: fc.jsonValue() }),
      fc
        .constantFrom(...Object.values(samples))
        .chain(({ payload }) =>
          fc.record({ success: fc.constant(true), data: fc.tuple(fc.constant(payload), fc.jsonValue()) }),
        ),
    );
    const property = fc.property(anything, (body) => {
      const payload = unwrap(body);
      for (const { reply } of readers) reply?.safeParse(payload);
    });
    fc.assert(property, { numRuns: 200 });
  });
});

describe('an unknown value of an enumeration', () => {
  const role = (value: string) =>
    read(endpoints.getUser as EndpointDefinition, { ...samples.getUser?.payload, role: value })?.role;

  it('stays text (C32)', () => {
    expect(role('AUDITOR')).to.equal('AUDITOR');
    expect(role('toString')).to.equal('toString');
  });

  it('is recognized in the spelling of gateway services', () => {
    expect(role('ROLE_ADMIN')).to.equal('ADMIN');
    expect(role('owner')).to.equal('OWNER');
    const agent = { id: 'a', status: 'AGENT_STATUS_INACTIVE' };
    expect(read(endpoints.listAgents as EndpointDefinition, agent)?.status).to.equal('INACTIVE');
  });
});

describe('single replies', () => {
  const get = (name: string, payload: unknown) => read(endpoints[name] as EndpointDefinition, payload);
  const organization = samples.getOrganization?.payload ?? {};

  it('have allowed domains from a list or a comma-separated text', () => {
    const read = (value: unknown) => get('getOrganization', { ...organization, allowed_email_domains: value });
    for (const value of [[' @Northwind.example', 'nw.example', ''], 'northwind.example,  NW.example,@nw.example,']) {
      expect(read(value)?.allowed_email_domains).to.deep.equal(['northwind.example', 'nw.example']);
    }
    expect(read([])?.allowed_email_domains).to.deep.equal([]);
    expect(read([1])?.allowed_email_domains).to.equal(undefined);
  });

  it('have the price of a credit from any key that begins with "extra"', () => {
    const { extra_credit_price: _, ...rest } = organization;
    expect(get('getOrganization', { ...rest, extra_per_credit: 0.5 })?.extra_credit_price).to.equal(0.5);
    expect(get('getOrganization', { ...rest, extra_note: 'soon' })?.extra_credit_price).to.equal(undefined);
  });

  it('keep the keys of the plan limits unchanged', () => {
    const limits = { apiAccess: true, Basic_analytics: false, nested: { deepKey: 1 } };
    expect(get('getOrganization', { ...organization, limits })?.limits).to.deep.equal(limits);
  });

  it('have an event type’s id as text, and an agent’s name from any of three keys', () => {
    expect(get('findCalcomEventType', { id: 42 })?.id).to.equal('42');
    for (const key of ['agentName', 'agent_name', 'name']) {
      expect(get('listAgents', { id: 'a', [key]: 'Reception' })?.agent_name).to.equal('Reception');
    }
  });

  it('have an appointment with or without the object around it', () => {
    const appointment = { id: 'apt_1', appointment_time: '2026-07-02T09:15:00Z' };
    for (const data of [appointment, { appointment, org_id: 'o', agent_id: 'a' }]) {
      expect(get('getCalcomAppointment', data)?.appointment_time).to.equal(appointment.appointment_time);
    }
  });

  it('distinguish a challenge from a session', () => {
    const challenge = { two_factor_required: true, challenge_token: 'c', methods: ['totp'] };
    expect(get('login', challenge)).to.include({ two_factor_required: true, challenge_token: 'c' });
    expect(get('login', { two_factor_required: false, access_token: 'a.b.c' })).to.include({ access_token: 'a.b.c' });
    expect(get('login', { two_factor_required: true })).to.equal(undefined);
  });
});
