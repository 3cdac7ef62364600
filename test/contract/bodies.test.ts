import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { type EndpointDefinition, endpoints } from '../../src/contract/all.js';

const uuid = '0190aaaa-1111-7222-8333-444455556666';

/** A valid body for every operation that has one. */
const accepted: Record<string, Record<string, unknown>> = {
  updateOrganization: { name: 'Northwind', website: 'https://northwind.example', region_id: 'eu-west' },
  updateCurrentUser: { first_name: 'Ada', last_name: '' },
  login: { email: 'ada@northwind.example', password: 'x' },
  answerTwoFactorChallenge: { challenge_token: 'c', code: '123456' },
  refreshSession: {},
  changePassword: { current_password: 'a', new_password: 'Purple-otter-42' },
  setUpTwoFactor: { password: 'x' },
  verifyTwoFactor: { code: '123456' },
  disableTwoFactor: { password: 'x', recovery_code: 'aaaa-1111' },
  replaceRecoveryCodes: { password: 'x', code: '123456' },
  createApiKey: { name: 'staging', expires_at: null },
  changeUserRole: { role: 'ADMIN' },
  inviteUser: { email: 'eve@northwind.example', first_name: 'Eve', last_name: '' },
  manageGhlAppointment: { action: 'book', agent_id: 'a', org_id: 'o' },
  connectCalcom: { org_id: uuid, api_key: 'cal_x' },
  disconnectCalcom: { org_id: uuid, provider_id: 'p' },
  manageCalcomAppointment: { action: 'cancel', agent_id: 'a', org_id: 'o' },
  assignCalcomAgentAccount: { calcom_account_id: null },
  connectCalcomAgent: { api_key: 'cal_x' },
  disconnectCalcomAgent: {},
};

/** The issues of a body, each as `field: reason`. */
function issuesOf(name: string, body: unknown): string[] {
  const { error } = (endpoints[name] as Required<EndpointDefinition>).body.safeParse(body);
  return (error?.issues ?? []).map(({ path, message, code }) => {
    const word = ['custom', 'invalid_format'].includes(code) ? message : code;
    return `${path.join('.')}: ${word}`;
  });
}

const change = (field: string, value: unknown) => issuesOf('updateOrganization', { [field]: value });

describe('a request body', () => {
  it('has a valid example here for every operation that has a body', () => {
    const names = Object.values(endpoints).filter(({ body }) => body);
    expect(names.map(({ name }) => name).sort()).to.deep.equal(Object.keys(accepted).sort());
    for (const [name, body] of Object.entries(accepted)) expect(issuesOf(name, body), name).to.deep.equal([]);
  });

  it('is refused for an unknown key, and the issue names the key', () => {
    for (const [name, body] of Object.entries(accepted)) {
      for (const key of ['is_superadmin', 'constructor', '__proto__']) {
        const { error } = (endpoints[name] as Required<EndpointDefinition>).body.safeParse(
          JSON.parse(JSON.stringify({ ...body, KEY: 1 }).replace('KEY', key)),
        );
        expect(error?.issues[0], `${name}.${key}`).to.deep.include({ code: 'unrecognized_keys', keys: [key] });
      }
    }
  });

  it('is refused without any one of its required fields', () => {
    const optional = ['expires_at', 'name', 'website', 'region_id', 'last_name', 'first_name', 'code', 'recovery_code'];
    optional.push('provider_id'); // required only by the type (docs/contract.md 11.3)
    for (const [name, body] of Object.entries(accepted)) {
      for (const key of Object.keys(body)) {
        if (
          ['updateOrganization', 'updateCurrentUser'].includes(name) ||
          (optional.includes(key) && name !== 'inviteUser')
        )
          continue;
        const { [key]: _, ...rest } = body;
        expect(issuesOf(name, rest)[0], `${name}.${key}`).to.match(new RegExp(`^${key}: `));
      }
    }
  });

  it('is accepted or refused whatever JSON it is, and never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        for (const name of Object.keys(accepted)) issuesOf(name, json);
      }),
    );
  });
});

describe('the body of updateOrganization', () => {
  it('needs at least one field', () => expect(issuesOf('updateOrganization', {})).to.deep.equal([': empty']));

  it('takes a name of 1 to 120 characters without the spaces around it', () => {
    for (const name of ['', '   ']) expect(change('name', name)).to.deep.equal(['name: too_small']);
    expect(change('name', 'x'.repeat(121))).to.deep.equal(['name: too_big']);
    expect(change('name', ` ${'x'.repeat(120)} `)).to.deep.equal([]);
  });

  it('takes an http or https URL or an empty text as the website (C54)', () => {
    for (const url of [
      '',
      'https://northwind.example',
      'http://localhost:8080/x?y#z',
      'HTTPS://EXAMPLE.org/ä',
      ' https://a.b ',
    ]) {
      expect(change('website', url), url).to.deep.equal([]);
    }
    const hostile = [
      'javascript:alert(1)',
      'data:text/html,x',
      '//evil.example',
      'java\nscript:alert(1)',
      'https://',
      'ftp://x',
    ];
    for (const url of [...hostile, 'http:evil', 'https:///x', 'northwind.example', 'https://a b', 'https://[::', 7]) {
      expect(change('website', url).join(), String(url)).to.match(/^website: /);
    }
  });

  it('rejects a website with a user name, a password or invisible characters (D44)', () => {
    for (const url of ['https://ada:secret@northwind.example', 'https://ada@northwind.example/', 'http://@a.b']) {
      expect(change('website', url), url).to.deep.equal(['website: url']);
    }
    expect(change('website', 'https://northwind.example/@ada?to=a@b.example')).to.deep.equal([]);
    for (const url of ['https://north\u200bwind.example', '\u2060https://northwind.example']) {
      expect(change('website', url), url).to.deep.equal(['website: url']);
    }
  });

  it('rejects a domain with invisible characters, and several domains in one text (D44)', () => {
    for (const name of [
      'north\u200bwind.example',
      'northwind.example\ufeff',
      'northwind.example nw.example',
      'a.b;c.d',
    ])
      expect(change('allowed_email_domains', [name]), name).to.deep.equal(['allowed_email_domains.0: domain']);
  });

  it('names a malformed domain by its index', () => {
    const domains = ['northwind.example', 'a@b.example', 'nw.example'];
    expect(change('allowed_email_domains', domains)).to.deep.equal(['allowed_email_domains.1: domain']);
    expect(change('allowed_email_domains', [])).to.deep.equal([]);
    expect(change('allowed_email_domains', 'northwind.example')[0]).to.equal('allowed_email_domains: invalid_type');
  });
});

describe('the bodies of other operations', () => {
  it('take a key name of 1 to 80 characters and an optional timestamp of expiry', () => {
    const key = (more: object) => issuesOf('createApiKey', { name: 'staging', ...more });
    expect(key({ name: ' ' })).to.deep.equal(['name: too_small']);
    expect(key({ name: 'x'.repeat(81) })).to.deep.equal(['name: too_big']);
    for (const moment of [null, undefined, '2026-07-02T10:00:00Z', '2026-07-02T10:00:00.123+02:00']) {
      expect(key({ expires_at: moment })).to.deep.equal([]);
    }
    for (const moment of [
      '',
      'tomorrow',
      '2026-07-02',
      '2026-07-02T10:00:00',
      '2026-02-31T00:00:00Z',
      '2026-13-40T00:00:00Z',
      0,
    ]) {
      expect(key({ expires_at: moment })[0], String(moment)).to.match(/^expires_at: /);
    }
  });

  it('take a new password of 8 characters to 1,024 bytes that differs from the current one', () => {
    const password = (to: string) =>
      issuesOf('changePassword', { current_password: 'Purple-otter-42', new_password: to });
    expect(password('1234567')).to.deep.equal(['new_password: too_short']);
    expect(password('🔑'.repeat(7))).to.deep.equal(['new_password: too_short']);
    expect(password('🔑'.repeat(8))).to.deep.equal([]);
    expect(password('x'.repeat(1025))).to.deep.equal(['new_password: too_long']);
    expect(password('ä'.repeat(513))).to.deep.equal(['new_password: too_long']);
    expect(password('Purple-otter-42')).to.deep.equal(['new_password: same']);
  });

  it('take exactly one of code and recovery code', () => {
    const factor = (more: object) => issuesOf('disableTwoFactor', { password: 'x', ...more });
    expect(factor({})).to.deep.equal([': factor']);
    expect(factor({ code: '123456', recovery_code: 'aaaa-1111' })).to.deep.equal([': factor']);
    for (const code of ['12345', '1234567', '12345a', '123.456'])
      expect(factor({ code })).to.deep.equal(['code: code']);
  });

  it('take only roles that can be assigned', () => {
    expect(issuesOf('changeUserRole', { role: 'SUPERADMIN' })[0]).to.match(/^role: /);
    expect(issuesOf('inviteUser', { ...accepted.inviteUser, role: 'ROOT' })[0]).to.match(/^role: /);
  });

  it('name the Cal.com account, although a server accepts a body without it', () => {
    expect(issuesOf('disconnectCalcom', { org_id: uuid })).to.deep.equal([]);
    expect(issuesOf('disconnectCalcom', { org_id: uuid, provider_id: '' })[0]).to.match(/^provider_id: /);
    expect(issuesOf('assignCalcomAgentAccount', {})[0]).to.match(/^calcom_account_id: /);
  });
});
