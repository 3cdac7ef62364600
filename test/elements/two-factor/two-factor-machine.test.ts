import { expect } from '@open-wc/testing';
import {
  closed,
  isUnsaved,
  outcomeOf,
  type Purpose,
  reduce,
  type TwoFactorEvent,
  type TwoFactorState,
} from '../../../src/elements/two-factor/two-factor-machine.js';

const stateAfter = (...events: TwoFactorEvent[]): TwoFactorState => events.reduce(reduce, closed);
const open = (purpose: Purpose): TwoFactorEvent => ({ type: 'opened', purpose });
const submitted: TwoFactorEvent = { type: 'submitted' };
const setUp: TwoFactorEvent = { type: 'setUp' };
const codesIssued: TwoFactorEvent = { type: 'codesIssued' };
const userCloses: TwoFactorEvent = { type: 'closed' };
const failed = (status: number, isEnabled: boolean | undefined, { code = '', isAnswerLost = false } = {}) =>
  ({ type: 'failed', error: { status, code, isAnswerLost }, isEnabled }) as const;

/** The events until the first code after the setup key is sent. */
const verifying = [open('enable'), submitted, setUp, submitted];

describe('the steps of two-factor authentication', () => {
  it('lead from the password over the setup key to the recovery codes', () => {
    expect(stateAfter(open('enable')).status).to.equal('credentials');
    expect(stateAfter(open('enable'), submitted, setUp).status).to.equal('authenticator');
    expect(stateAfter(...verifying, codesIssued)).to.deep.equal({ status: 'codes', purpose: 'enable', isSaved: false });
  });

  it('lead from the password to new recovery codes, or to the end of it', () => {
    expect(stateAfter(open('replaceCodes'), submitted, codesIssued).status).to.equal('codes');
    expect(stateAfter(open('disable'), submitted, { type: 'disabled' })).to.deep.equal(closed);
  });

  it('stay where they are while a request is under way', () => {
    const pending = stateAfter(open('disable'), submitted);
    expect(reduce(pending, userCloses)).to.equal(pending);
    expect(reduce(pending, open('enable'))).to.equal(pending);
    const verification = stateAfter(...verifying);
    expect(reduce(verification, { type: 'restarted' })).to.equal(verification);
    expect(reduce(pending, { type: 'settled' })).to.include({ status: 'credentials', isPending: false });
  });

  it('keep recovery codes until they are saved, unless the user or the page is gone', () => {
    const codes = stateAfter(...verifying, codesIssued);
    expect(isUnsaved(codes)).to.equal(true);
    expect(reduce(codes, userCloses)).to.equal(codes);
    expect(reduce(codes, open('disable'))).to.equal(codes);
    const saved = reduce(codes, { type: 'saved', isSaved: true });
    expect(isUnsaved(saved)).to.equal(false);
    expect(reduce(saved, userCloses)).to.equal(closed);
    expect(reduce(codes, { type: 'forgotten' })).to.equal(closed);
  });

  it('begin again when the server has forgotten the setup', () => {
    for (const error of [failed(410, false), failed(409, false), failed(422, false, { code: 'SETUP_EXPIRED' })]) {
      expect(stateAfter(...verifying, error)).to.include({
        status: 'credentials',
        purpose: 'enable',
        hasExpired: true,
      });
    }
    expect(stateAfter(open('enable'), submitted, setUp, { type: 'restarted' })).to.include({ hasExpired: false });
  });

  it('end with a note when the server was elsewhere already', () => {
    expect(stateAfter(open('enable'), submitted, failed(409, true))).to.include({ note: 'alreadyOn' });
    expect(stateAfter(...verifying, failed(409, true))).to.include({ note: 'alreadyOn' });
    expect(stateAfter(...verifying, failed(0, true, { isAnswerLost: true }))).to.include({ note: 'codesLost' });
    expect(stateAfter(open('replaceCodes'), submitted, failed(409, false))).to.include({ note: 'alreadyOff' });
  });

  it('stay and take another attempt after any other failure', () => {
    expect(stateAfter(open('enable'), submitted, failed(409, undefined))).to.include({ isPending: false });
    expect(stateAfter(...verifying, failed(422, false))).to.include({ status: 'authenticator', isPending: false });
    expect(stateAfter(open('disable'), submitted, failed(409, true))).to.include({ status: 'credentials' });
    expect(stateAfter(open('replaceCodes'), submitted, failed(500, true))).to.include({ status: 'credentials' });
  });

  it('take no event that comes after the dialog has closed', () => {
    for (const event of [submitted, setUp, codesIssued, failed(410, false), { type: 'restarted' } as const]) {
      expect(reduce(closed, event)).to.equal(closed);
    }
  });
});

describe('what is true after a failure', () => {
  const error = { status: 500, code: '', isAnswerLost: false };
  const lost = { ...error, isAnswerLost: true };

  it('is in doubt only if the answer was lost and the server could not be asked', () => {
    expect(outcomeOf('enable', lost, undefined)).to.equal('notEnabled');
    expect(outcomeOf('disable', error, undefined)).to.equal('notDisabled');
    expect(outcomeOf('disable', lost, true)).to.equal('notDisabled');
    expect(outcomeOf('disable', lost, undefined)).to.equal('perhapsDisabled');
    expect(outcomeOf('replaceCodes', error, true)).to.equal('notReplaced');
    expect(outcomeOf('replaceCodes', lost, true)).to.equal('perhapsReplaced');
  });
});
