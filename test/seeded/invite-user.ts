import type { Defect } from './defect.js';

const inviteForm = {
  file: 'src/elements/invite-user/invitation-form.lazy.ts',
  tests: ['test/elements/invite-user/inviting.test.ts'],
};
const invite = { ...inviteForm, file: 'src/elements/invite-user/agni-invite-user.ts' };
const bulk = {
  file: 'src/elements/invite-user/bulk-view.ts',
  tests: ['test/elements/invite-user/several.test.ts'],
};
const bulkMachine = {
  file: 'src/elements/invite-user/bulk-machine.ts',
  tests: ['test/elements/invite-user/bulk-machine.test.ts'],
};

export const defects: readonly Defect[] = [
  {
    ...inviteForm,
    id: 'invite-message-stays',
    breaks: '"Invitation sent" stays while the next one is refused',
    find: "    this.#note.reset();\n    this.#context.announce('');\n",
    replace: '    this.#note.reset();\n',
  },
  {
    ...inviteForm,
    id: 'invite-failure-after-discard',
    breaks: '"Not sent" above an empty form, after the user discarded it',
    find: '  reset(): void {\n    this.#action.reset();\n',
    replace: '  reset(): void {\n',
  },
  {
    ...inviteForm,
    id: 'invite-finding-after-discard',
    breaks: '"Ada is here already" below an empty field',
    file: 'src/elements/invite-user/known-addresses.ts',
    find: 'email !== this.#email)',
    replace: 'false)',
  },
  {
    ...inviteForm,
    id: 'invite-names-that-were-typed',
    breaks: 'a pasted address replaces the name that the user typed',
    find: "if (!invitee.first_name || form.text('first_name').trim() || form.text('last_name').trim()) return;",
    replace: 'if (!invitee.first_name) return;',
  },
  {
    ...inviteForm,
    id: 'invite-refused-by-plan',
    breaks: 'the number of used seats stays after the server said that none is left',
    find: "    if (code === 'MEMBER_LIMIT_REACHED') this.addresses.refetchSeats();\n",
    replace: '',
  },
  {
    ...invite,
    id: 'invite-last-seat',
    breaks: 'the last seat cannot be filled',
    find: 'return used < count ?',
    replace: 'return used < count - 1 ?',
  },
  {
    ...invite,
    id: 'invite-owner-by-admin',
    breaks: 'an admin is offered a role that the server refuses',
    find: "return isOwner ? ['MEMBER', 'ADMIN', 'OWNER'] : ['MEMBER', 'ADMIN'];",
    replace: "return isOwner || !this.noRole ? ['MEMBER', 'ADMIN', 'OWNER'] : ['MEMBER', 'ADMIN'];",
  },
  {
    ...bulk,
    id: 'bulk-count-on-button',
    breaks: 'the button counts rows that are not sent',
    find: 'const count = sendable.length;',
    replace: 'const count = state.rows.length;',
  },
  {
    ...bulk,
    id: 'bulk-status-over-remove',
    breaks: 'the status of a row covers its Remove button',
    file: 'src/elements/invite-user/bulk-invitation.styles.ts',
    find: 'min-inline-size: 4.5em;',
    replace: 'min-inline-size: 4.5em; margin-inline-end: -5em;',
  },
  {
    ...bulkMachine,
    id: 'bulk-text-lost',
    breaks: 'the way back from the preview leads to an empty text',
    find: "text: openRows(state).map(lineOf).join('\\n'), rows",
    replace: "text: '', rows",
  },
  {
    ...bulkMachine,
    id: 'bulk-sent-again',
    breaks: 'a row that was sent is in the text again, and is sent twice',
    find: 'text: openRows(state).map(lineOf)',
    replace: 'text: rows.map(lineOf)',
    tests: ['test/elements/invite-user/several.test.ts'],
  },
  {
    ...bulkMachine,
    id: 'bulk-stop-ignored',
    breaks: 'Stop does not stop the sending',
    find: 'return { ...state, isStopping: true };',
    replace: 'return state;',
  },
];
