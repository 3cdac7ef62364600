import { expect } from '@open-wc/testing';
import {
  type CreationEvent,
  type CreationState,
  closed,
  isPending,
  isUnsaved,
  reduce,
} from '../../../src/elements/api-keys/key-creation-machine.js';

const stateAfter = (...events: CreationEvent[]): CreationState => events.reduce(reduce, closed);
const replacement = { old: { id: 'k1', name: 'live' }, isLeaked: false };
const opened: CreationEvent = { type: 'opened' };
const submitted: CreationEvent = { type: 'submitted' };
const created: CreationEvent = { type: 'created' };
const userCloses: CreationEvent = { type: 'closed' };
const copied = (type: 'keyCopied' | 'exampleCopied', isCopied = true): CreationEvent => ({ type, isCopied });

/** The events until the new key is shown. */
const toSecret = [opened, submitted, { type: 'settled' } as const, created];

describe('the steps of creating a key', () => {
  it('lead from the form to the new key, and end when the key is saved', () => {
    expect(stateAfter(opened).status).to.equal('form');
    const secret = stateAfter(...toSecret);
    expect([secret.status, isUnsaved(secret)]).to.deep.equal(['secret', true]);
    expect(stateAfter(...toSecret, copied('keyCopied'), userCloses)).to.equal(closed);
  });

  it('keep the key that is replaced, and whether it has leaked', () => {
    const chosen = stateAfter(
      { type: 'opened', replacement },
      { type: 'leakChosen', isLeaked: true },
      submitted,
      created,
    );
    expect(chosen).to.deep.include({ status: 'secret', replacement: { ...replacement, isLeaked: true } });
    expect(stateAfter(opened, { type: 'leakChosen', isLeaked: true })).to.deep.equal(stateAfter(opened));
  });

  it('stay where they are while the request is under way', () => {
    const pending = stateAfter(opened, submitted);
    expect(isPending(pending)).to.equal(true);
    expect(reduce(pending, userCloses)).to.equal(pending);
    expect(reduce(pending, { type: 'opened', replacement })).to.equal(pending);
    expect(isPending(reduce(pending, { type: 'settled' }))).to.equal(false);
  });

  it('keep a key that is neither copied nor stored, unless the user or the page is gone', () => {
    const secret = stateAfter(...toSecret);
    expect(reduce(secret, userCloses)).to.equal(secret);
    expect(reduce(secret, opened)).to.equal(secret);
    expect(stateAfter(...toSecret, copied('keyCopied', false), userCloses).status).to.equal('secret');
    expect(stateAfter(...toSecret, { type: 'stored', isStored: true }, userCloses)).to.equal(closed);
    expect(reduce(secret, { type: 'forgotten' })).to.equal(closed);
  });

  it('count a key as not copied once an example has replaced it on the clipboard', () => {
    const overwritten = stateAfter(...toSecret, copied('keyCopied'), copied('exampleCopied'));
    expect(overwritten).to.include({ isCopied: false, keyNote: 'overwritten', exampleNote: 'copied' });
    expect(isUnsaved(overwritten)).to.equal(true);
    expect(isUnsaved(reduce(overwritten, copied('keyCopied')))).to.equal(false);
  });

  it('count a key as copied although a later attempt to copy something fails', () => {
    for (const type of ['keyCopied', 'exampleCopied'] as const) {
      expect(isUnsaved(stateAfter(...toSecret, copied('keyCopied'), copied(type, false)))).to.equal(false);
    }
  });

  it('clear what was said about an example with the choice of another', () => {
    const chosen = stateAfter(...toSecret, copied('exampleCopied'), { type: 'languageChosen', language: 'python' });
    expect(chosen).to.include({ language: 'python', exampleNote: '', keyNote: '' });
  });

  it('take no event that comes after the dialog has closed', () => {
    for (const event of [submitted, created, copied('keyCopied'), userCloses]) {
      expect(reduce(closed, event)).to.equal(closed);
    }
  });
});
