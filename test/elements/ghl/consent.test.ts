import { expect } from '@open-wc/testing';
import {
  type Consent,
  type ConsentEvent,
  consentMessage,
  nextConsent,
  timeoutMs,
} from '../../../src/elements/ghl/consent.js';

const started: ConsentEvent = { type: 'started', address: 'https://consent.example', hasWindow: true, now: 1_000 };

const consentAfter = (...events: readonly ConsentEvent[]) => events.reduce<Consent>(nextConsent, { status: 'none' });

describe('a consent in another window', () => {
  it('waits for two minutes, then is unfinished, and can be started again', () => {
    const late: ConsentEvent = { type: 'timePassed', now: 1_000 + timeoutMs };
    expect(consentAfter(started, { type: 'timePassed', now: 999 + timeoutMs }).status).to.equal('waiting');
    expect(consentAfter(started, late).status).to.equal('unfinished');
    expect(consentAfter(started, late, started).status).to.equal('waiting');
  });

  it('tells a blocked window, a wait and a return apart', () => {
    const message = (...events: readonly ConsentEvent[]) => {
      const consent = consentAfter(...events);
      return consent.status === 'none' ? 'none' : consentMessage(consent);
    };
    expect(message(started)).to.equal('waiting');
    expect(message({ ...started, hasWindow: false })).to.equal('blocked');
    expect(message(started, { type: 'returned', isKnown: false })).to.equal('waiting');
    expect(message(started, { type: 'returned', isKnown: true })).to.equal('notYet');
    expect(message(started, { type: 'timePassed', now: 2_000 + timeoutMs })).to.equal('unfinished');
    expect(message(started, { type: 'stopped' })).to.equal('none');
  });

  it('ignores events once it has ended', () => {
    expect(consentAfter({ type: 'returned', isKnown: true }).status).to.equal('none');
    expect(consentAfter(started, { type: 'stopped' }, { type: 'timePassed', now: 9e9 }).status).to.equal('none');
  });

  it('forgets a former return when it is started again', () => {
    const consent = consentAfter(started, { type: 'returned', isKnown: true }, started);
    expect(consent).to.include({ status: 'waiting', isBack: false });
  });
});
