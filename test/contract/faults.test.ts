import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { codeOfStatus, fieldReasons, isSentence, readFault } from '../../src/contract/all.js';

const json = (text: string) => JSON.parse(text);

describe('readFault', () => {
  it('reads the nested family', () => {
    const body = json(`{ "success": false, "message": "Cannot save", "error": { "code": "VALIDATION_FAILED",
      "message": "Some fields need attention", "details": { "fields": { "website": ["must be an absolute URL"] } } } }`);
    const fault = readFault(422, body);
    expect(fault).to.include({ status: 422, code: 'VALIDATION_FAILED', message: 'Some fields need attention' });
    expect([...fieldReasons(fault.details)]).to.deep.equal([['website', ['must be an absolute URL']]]);
  });

  it('reads the flat family with a code', () => {
    const body = json('{ "success": false, "message": "That agent already has its own key", "code": "CONFLICT" }');
    expect(readFault(409, body)).to.include({ code: 'CONFLICT', message: 'That agent already has its own key' });
  });

  it('reads the flat family without a code', () => {
    expect(readFault(401, json('{ "success": false, "message": "Sign in again" }'))).to.include({
      code: 'UNAUTHORIZED',
      message: 'Sign in again',
    });
  });

  it('reads the gateway family by its gRPC number', () => {
    const body = json('{ "code": 16, "message": "no usable key", "details": [] }');
    expect(readFault(401, body)).to.deep.include({ code: 'UNAUTHORIZED', message: 'no usable key', details: [] });
    const numbers = { 3: 'INVALID_REQUEST', 5: 'NOT_FOUND', 6: 'CONFLICT', 7: 'FORBIDDEN', 8: 'RATE_LIMITED' };
    const codes = { ...numbers, 13: 'INTERNAL_ERROR', 14: 'BAD_GATEWAY', 16: 'UNAUTHORIZED' };
    for (const [number, code] of Object.entries(codes)) {
      expect(readFault(400, { code: Number(number), message: '' }).code).to.equal(code);
    }
    expect(readFault(503, { code: 99, message: '' }).code).to.equal('INTERNAL_ERROR');
  });

  it('reads problem details', () => {
    const body = { type: 'about:blank', title: 'Gone', status: 404, detail: 'The key was deleted' };
    expect(readFault(404, body)).to.include({ code: 'NOT_FOUND', message: 'The key was deleted' });
    expect(readFault(404, { title: 'Gone', status: 404 }).message).to.equal('Gone');
  });

  it('takes the code from the status for a page, an empty or a truncated body (C27)', () => {
    for (const body of [undefined, null, [], 'Bad gateway', 7, false]) {
      expect(readFault(502, body), String(body)).to.deep.equal({
        status: 502,
        code: 'BAD_GATEWAY',
        message: '',
        details: undefined,
      });
    }
  });

  it('reads a 403 as a missing permission only if the body is of the API (D26)', () => {
    const ofApi = [
      { success: false, message: 'no', error: { code: 'FORBIDDEN', message: 'no' } },
      { success: false, message: 'no', code: 'FORBIDDEN' },
      { success: false, message: 'no' },
      { code: 7, message: 'no', details: [] },
    ];
    for (const body of ofApi) expect(readFault(403, body).code, JSON.stringify(body)).to.equal('FORBIDDEN');
    const ofOthers = [
      undefined,
      null,
      {},
      { detail: 'CSRF Failed: CSRF token missing.' },
      { timestamp: '2026-07-02T10:00:00Z', status: 403, error: 'Forbidden', path: '/api/v1/users' },
      { success: false, errors: [{ code: 1020, message: 'Access denied' }], messages: [] },
    ];
    for (const body of ofOthers) expect(readFault(403, body).code, JSON.stringify(body)).to.equal('ACCESS_BLOCKED');
  });

  it('keeps the allowed domains of a refused address (C24)', () => {
    const body =
      json(`{ "success": false, "message": "Address not allowed", "error": { "code": "EMAIL_DOMAIN_NOT_ALLOWED",
      "message": "Only listed domains can be invited", "details": { "allowed_email_domains": ["northwind.example"] } } }`);
    const { code, details } = readFault(422, body);
    expect(code).to.equal('EMAIL_DOMAIN_NOT_ALLOWED');
    expect(details).to.deep.equal({ allowed_email_domains: ['northwind.example'] });
  });

  it('returns a code and a message for any JSON (C56)', () => {
    const key = fc.constantFrom('code', 'message', 'error', 'details', 'detail', 'title', '__proto__', 'constructor');
    const hostile = fc.constantFrom(['constructor'], { toString: 1 }, '__proto__', 'toString', 16, -1, 1e99, '');
    const value = fc.oneof(fc.jsonValue(), hostile, fc.dictionary(key, fc.oneof(fc.jsonValue(), hostile)));
    const bodies = fc.oneof(fc.jsonValue(), fc.dictionary(key, value));
    const property = fc.property(bodies, fc.integer({ min: 100, max: 599 }), (body, status) => {
      const fault = readFault(status, body);
      expect(fault.code).to.be.a('string').and.not.equal('');
      expect(fault.message).to.be.a('string');
      fieldReasons(fault.details);
    });
    fc.assert(property, { numRuns: 500 });
  });
});

describe('codeOfStatus', () => {
  const expected = {
    ...{ 200: 'UNEXPECTED_REPLY', 400: 'INVALID_REQUEST', 401: 'UNAUTHORIZED', 403: 'FORBIDDEN', 404: 'NOT_FOUND' },
    ...{ 405: 'INVALID_REQUEST', 409: 'CONFLICT', 410: 'INVALID_REQUEST', 418: 'INVALID_REQUEST' },
    ...{ 422: 'VALIDATION_FAILED', 429: 'RATE_LIMITED', 500: 'INTERNAL_ERROR', 502: 'BAD_GATEWAY' },
    ...{ 503: 'INTERNAL_ERROR', 504: 'INTERNAL_ERROR' },
  };
  for (const [status, code] of Object.entries(expected)) {
    it(`returns ${code} for ${status}`, () => expect(codeOfStatus(Number(status))).to.equal(code));
  }
});

describe('fieldReasons (C23)', () => {
  const reasons = (fields: unknown) => [...fieldReasons({ fields })];

  it('takes a list or a single text, and keeps the order of the fields', () => {
    expect(reasons({ website: ['url', 'long'], name: 'taken' })).to.deep.equal([
      ['website', ['url', 'long']],
      ['name', ['taken']],
    ]);
  });

  it('flattens nested lists and leaves out what is not text', () => {
    expect(reasons({ a: [['deep'], 7, null, { odd: true }], b: 3, c: null, d: [] })).to.deep.equal([
      ['a', ['deep']],
      ['b', []],
      ['c', []],
      ['d', []],
    ]);
  });

  it('is empty without fields', () => {
    for (const details of [undefined, null, 'text', [], { fields: [] }, { fields: 'name' }, {}]) {
      expect([...fieldReasons(details)]).to.deep.equal([]);
    }
  });

  it('keeps fields named like members of Object.prototype (C56)', () => {
    const details = json('{"fields":{"__proto__":["a"],"constructor":["b"],"toString":"c"}}');
    expect(fieldReasons(details).get('__proto__')).to.deep.equal(['a']);
    expect(fieldReasons(details).get('toString')).to.deep.equal(['c']);
    expect(fieldReasons(json('{"fields":{}}')).get('constructor')).to.equal(undefined);
  });
});

describe('isSentence', () => {
  it('accepts sentences, and rejects codes, reasons and names of fields (D27)', () => {
    for (const text of [
      'Choose another name.',
      'must be an absolute URL',
      'Ungültig',
      '無効な値です',
      'Note: too long',
    ]) {
      expect(isSentence(text), text).to.equal(true);
    }
    const internal = ['', 'INVALID_REQUEST', 'type', 'too_short', 'first_name: required', 'email: must be an email'];
    for (const text of [...internal, 'Wrong or missing: last_name', 'expected {"name":string}', 'body[0] is odd']) {
      expect(isSentence(text), text).to.equal(false);
    }
  });
});
