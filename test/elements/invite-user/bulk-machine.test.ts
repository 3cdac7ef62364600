import { expect } from '@open-wc/testing';
import { AgniError } from '../../../src/client/error.js';
import {
  type BulkEvent,
  type BulkState,
  empty,
  isDirty,
  openRows,
  reduce,
  sendingRow,
  unreadText,
} from '../../../src/elements/invite-user/bulk-machine.js';

const user = (name: string) => ({ email: `${name}@nw.example`, first_name: name, last_name: '', role: 'MEMBER' });
const stateAfter = (events: readonly BulkEvent[], state: BulkState = empty) => events.reduce(reduce, state);
const read = (...names: string[]): BulkEvent => ({ type: 'read', invitees: names.map(user) });
const emails = ({ rows }: BulkState) => rows.map(({ email }) => email.split('@')[0]);

const preview = stateAfter([read('ada', 'bo', 'cy')]);
const sending = stateAfter([{ type: 'submitted' }, { type: 'queued', ids: [1, 2, 3] }], preview);
const sent: BulkEvent = { type: 'answered', outcome: 'sent' };
const limit = new AgniError(
  { code: 'RATE_LIMITED', status: 429, message: '', details: undefined },
  { operation: 'inviteUser', host: 'h' },
);

describe('the states of a bulk invitation', () => {
  it('go from text to preview, where a text without users is an error that typing removes', () => {
    const typed = stateAfter([{ type: 'typed', text: 'ada' }]);
    expect(isDirty(typed)).to.equal(true);
    expect(stateAfter([{ type: 'read', invitees: [] }], typed)).to.include({ status: 'editing', error: 'empty' });
    const failed = stateAfter([{ type: 'read', invitees: undefined }], typed);
    expect(failed).to.include({ error: 'failed', text: 'ada' });
    expect(stateAfter([{ type: 'typed', text: 'adam' }], failed)).to.not.have.property('error');
    expect(preview).to.include({ status: 'previewing', page: 0 });
    expect(preview.rows.map(({ id }) => id)).to.deep.equal([1, 2, 3]);
  });

  it('go back to the text, whose unchanged lines keep their rows as they are', () => {
    const corrected = stateAfter(
      [{ type: 'changed', id: 2, field: 'role', text: 'ADMIN' }, { type: 'removed', id: 3 }, { type: 'reopened' }],
      preview,
    );
    expect(corrected).to.include({ status: 'editing', text: 'ada <ada@nw.example>\nbo <bo@nw.example>' });
    expect(unreadText(corrected)).to.equal('');
    const more = stateAfter([{ type: 'typed', text: 'bo <bo@nw.example>\ndi@nw.example' }], corrected);
    expect(unreadText(more)).to.equal('di@nw.example');
    const again = stateAfter([read('di')], more);
    expect(emails(again)).to.deep.equal(['bo', 'di']);
    expect(again.rows.map(({ id, role }) => [id, role])).to.deep.equal([
      [2, 'ADMIN'],
      [3, 'MEMBER'],
    ]);
  });

  it('keep two rows with the same line', () => {
    const twice = stateAfter([read('ada', 'ada'), { type: 'reopened' }, read()]);
    expect(twice.rows.map(({ id }) => id)).to.deep.equal([1, 2]);
  });

  it('show what needs attention first, and what is sent last', () => {
    const stopped = stateAfter([sent, { type: 'stopped' }, sent], sending);
    expect(emails(stateAfter([{ type: 'arranged', first: new Set([3]) }], stopped))).to.deep.equal(['cy', 'ada', 'bo']);
  });

  it('send row after row to the end', () => {
    expect(sendingRow(sending)?.email).to.equal('ada@nw.example');
    const second = stateAfter([sent], sending);
    expect(sendingRow(second)?.email).to.equal('bo@nw.example');
    expect(openRows(second)).to.have.length(2);
    const done = stateAfter([sent, sent], second);
    expect(done.status).to.equal('sent');
    expect(isDirty(done)).to.equal(false);
    expect(stateAfter([{ type: 'changed', id: 1, field: 'email', text: 'x' }], done)).to.equal(done);
  });

  it('stop after the row under way, or before the first one', () => {
    const stopping = stateAfter([{ type: 'stopped' }], sending);
    expect(stopping).to.include({ status: 'sending', isStopping: true });
    expect(stateAfter([sent], stopping)).to.include({ status: 'previewing', stopReason: 'stopped' });
    expect(stateAfter([sent, sent, { type: 'stopped' }, sent], sending)).to.include({ status: 'sent' });
    const early = stateAfter([{ type: 'submitted' }, { type: 'stopped' }], preview);
    expect(early).to.include({ status: 'previewing', stopReason: 'stopped' });
    expect(stateAfter([{ type: 'queued', ids: [1] }], early)).to.equal(early);
    expect(stateAfter([{ type: 'interrupted' }], sending)).to.include({ stopReason: 'stopped' });
  });

  it('skip a row that failed, and send it again with the next attempt', () => {
    const failed = stateAfter([{ type: 'answered', outcome: {} }, sent, sent], sending);
    expect(failed).to.include({ status: 'previewing' }).and.not.to.have.property('stopReason');
    expect(openRows(failed).map(({ failure }) => failure)).to.deep.equal([{}]);
    const retried = stateAfter([{ type: 'submitted' }, { type: 'queued', ids: [1] }, sent], failed);
    expect(retried.status).to.equal('sent');
    expect(retried.rows[0]).to.not.have.property('failure');
  });

  it('end with an answer that every row would get, until the next attempt', () => {
    const ended = stateAfter([sent, { type: 'answered', outcome: limit, isFinal: true }], sending);
    expect(ended).to.include({ status: 'previewing', stopReason: limit });
    expect(openRows(ended)).to.have.length(2);
    expect(
      stateAfter([{ type: 'changed', id: 2, field: 'email', text: 'x@nw.example' }], ended).rows[1],
    ).to.not.have.property('failure');
    const again = stateAfter([{ type: 'submitted' }, { type: 'queued', ids: [] }], ended);
    expect(again).to.include({ status: 'previewing' }).and.not.to.have.property('stopReason');
  });

  it('change nothing in the list while it is sent, except by discarding it', () => {
    const events: BulkEvent[] = [
      { type: 'changed', id: 1, field: 'email', text: 'x' },
      { type: 'removed', id: 1 },
      { type: 'reopened' },
      { type: 'submitted' },
      read('di'),
    ];
    for (const event of events) expect(reduce(sending, event), event.type).to.equal(sending);
    expect(reduce(sending, { type: 'discarded' })).to.deep.equal(empty);
    expect(
      stateAfter(
        [
          { type: 'removed', id: 1 },
          { type: 'removed', id: 2 },
          { type: 'removed', id: 3 },
        ],
        preview,
      ),
    ).to.equal(empty);
  });
});
