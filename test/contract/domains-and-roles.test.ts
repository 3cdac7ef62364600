import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { asciiDomain, capabilitiesOf, domainError, splitDomains } from '../../src/contract/all.js';

describe('an allowed email domain', () => {
  const spellings: [typed: string, ascii: string | null][] = [
    ['northwind.example', 'northwind.example'],
    ['NORTHWIND.EXAMPLE', 'northwind.example'],
    ['sub.northwind.example', 'sub.northwind.example'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['xn--bcher-kva.example', 'xn--bcher-kva.example'],
    ['XN--BCHER-KVA.example', 'xn--bcher-kva.example'],
    ['northwind。example', 'northwind.example'], // U+3002, which IDNA treats as a full stop
    ['ｎｏｒｔｈｗｉｎｄ.example', 'northwind.example'], // full-width
    ['nоrthwind.example', 'xn--nrthwind-nbh.example'], // with a Cyrillic о, a different host
    ['a-b.example', 'a-b.example'],
    ['3com.example', '3com.example'],
  ];
  for (const [typed, ascii] of spellings) {
    it(`${JSON.stringify(typed)} is ${ascii}`, () => {
      expect(asciiDomain(typed)).to.equal(ascii);
      expect(domainError(typed)).to.equal(null);
    });
  }

  it('has the same ASCII form with invisible characters, but is refused with them (D44)', () => {
    for (const typed of ['north\u00adwind.example', 'north\u200bwind.example', 'northwind.example\u2060']) {
      expect(asciiDomain(typed)).to.equal('northwind.example');
      expect(domainError(typed)).to.equal('form');
    }
  });

  const refused: [typed: string, reason: string][] = [
    ['a@northwind.example', 'address'],
    ['@@northwind.example', 'address'],
    ['a@evil.example@northwind.example', 'address'],
    ['"a@evil.example"@northwind.example', 'address'],
    ['https://northwind.example', 'url'],
    ['northwind.example/path', 'url'],
    ['//northwind.example', 'url'],
    ['northwind', 'dot'],
    ['*', 'dot'],
    ['northwind.example.', 'form'],
    ['.northwind.example', 'form'],
    ['north..wind.example', 'form'],
    ['-northwind.example', 'form'],
    ['northwind-.example', 'form'],
    ['*.northwind.example', 'form'],
    ['north wind.example', 'form'],
    ['northwind\t.example', 'form'],
    ['northwind.example\r\nBcc: x', 'form'],
    ['northwind.example\u0000', 'form'],
    ['northwind.example:25', 'form'],
    ['northwind.example?x', 'form'],
    ['northwind.example#x', 'form'],
    ['north%77ind.example', 'form'],
    ['northwind\\.example', 'form'],
    ['198.51.100.7', 'form'],
    ['0x7f.1', 'form'],
    ['[2001:db8::1.2]', 'form'],
    ['=?utf-8?q?a?=.example', 'form'],
    ['(comment)northwind.example', 'form'],
    ['<northwind.example>', 'form'],
    ['north_wind.example', 'form'],
    [`${'a'.repeat(64)}.example`, 'form'],
    [`${'a.'.repeat(130)}example`, 'form'],
    ['xn--.example', 'form'],
    ['', 'dot'],
  ];
  for (const [typed, reason] of refused) {
    it(`${JSON.stringify(typed.slice(0, 40))} is refused with the reason ${reason}`, () => {
      expect(asciiDomain(typed)).to.equal(null);
      expect(domainError(typed)).to.equal(reason);
    });
  }

  it('is accepted or refused whatever the text is, and its ASCII form is stable', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.domain(),
      fc.string().map((s) => `${s}.example`),
    );
    const property = fc.property(text, (name) => {
      const ascii = asciiDomain(name);
      if (ascii !== null) expect(asciiDomain(ascii)).to.equal(ascii);
      if (domainError(name) === null) expect(ascii).not.to.equal(null);
    });
    fc.assert(property, { numRuns: 500 });
  });
});

describe('a list of domains', () => {
  it('is split at commas, without empty entries, duplicates and a leading @', () => {
    expect(splitDomains(' @NW.example, nw.example,, northwind.example ,')).to.deep.equal([
      'nw.example',
      'northwind.example',
    ]);
    expect(splitDomains('')).to.deep.equal([]);
    expect(splitDomains(' , ')).to.deep.equal([]);
  });

  it('is split at any separator of pasted text, without invisible characters (D44)', () => {
    const lists = [
      'nw.example northwind.example',
      'nw.example;northwind.example;',
      '\ufeffnw.example\r\nnorthwind.example\n',
      'nw.example\tnorthwind.example',
      'nw.example | northwind.example',
      '@nw.example、@northwind.example',
      'nw.example，northwind.example；',
      'n\u200bw.example,\u00a0north\u00adwind.example',
    ];
    for (const list of lists)
      expect(splitDomains(list), JSON.stringify(list)).to.deep.equal(['nw.example', 'northwind.example']);
  });

  it('keeps one of two spellings of the same host', () => {
    expect(splitDomains('bücher.example, xn--bcher-kva.example')).to.have.length(1);
  });

  it('keeps malformed domains, so that they can be named', () => {
    expect(splitDomains('northwind, a@b.example')).to.deep.equal(['northwind', 'a@b.example']);
  });
});

describe('the capabilities of a user', () => {
  const manages = ['organization:update', 'api_keys:create', 'users:invite', 'integrations:manage'];
  const can = (role: string, permissions?: string[]) => {
    const held = capabilitiesOf({ role, permissions });
    return manages.filter((capability) => held.has(capability));
  };

  it('follow from the role', () => {
    for (const role of ['OWNER', 'ADMIN', 'SUPERADMIN']) expect(can(role)).to.deep.equal(manages);
    for (const role of ['MEMBER', 'AUDITOR', '', 'toString']) expect(can(role), role).to.deep.equal([]);
    expect(capabilitiesOf({ role: 'AUDITOR' }).has('organization:read')).to.equal(true);
  });

  it('follow from the permissions in our spelling', () => {
    expect(can('OWNER', ['organization:read'])).to.deep.equal([]);
    expect(can('MEMBER', ['users:invite', 'something:else'])).to.deep.equal(['users:invite']);
  });

  it('follow from the role if the permissions are empty or in another spelling', () => {
    for (const permissions of [[], ['ORG_WRITE', 'constructor']])
      expect(can('OWNER', permissions)).to.deep.equal(manages);
  });
});
