import type { Defect } from './defect.js';

const organization = {
  file: 'src/elements/org-settings/agni-org-settings.ts',
  tests: ['test/elements/org-settings/org-settings.test.ts'],
};
const organizationFacts = { ...organization, file: 'src/elements/org-settings/organization-facts.ts' };
const profile = { file: 'src/elements/profile/agni-profile.ts', tests: ['test/elements/profile/profile.test.ts'] };
const password = {
  file: 'src/elements/change-password/agni-change-password.ts',
  tests: ['test/elements/change-password/change-password.test.ts'],
};
const sessions = { file: 'src/elements/sessions/agni-sessions.ts', tests: ['test/elements/sessions/sessions.test.ts'] };
const reference = {
  file: 'src/elements/api-reference/agni-api-reference.ts',
  tests: ['test/elements/api-reference/api-reference.test.ts'],
};

export const defects: readonly Defect[] = [
  {
    ...organization,
    id: 'organization-unknown-region',
    breaks: 'a region that the list does not have is shown as the first one of the list',
    find: ': [field.value, ...ids];',
    replace: ': ids;',
  },
  {
    ...organization,
    id: 'organization-cancelled-stays',
    breaks: 'the note that the host stopped a save after its change of the organization was discarded',
    find: '    this.#form.reset();\n    this.#formPart.part?.editing.saving.reset();\n',
    replace: '    this.#form.reset();\n',
  },
  {
    ...organization,
    id: 'organization-focus-of-domain',
    breaks: 'the focus is lost after a domain was removed',
    find: '      field.focus();\n',
    replace: '',
  },
  {
    ...organizationFacts,
    id: 'organization-unknown-credits',
    breaks: 'a warning that no credits are left, where the server does not count them',
    find: 'isRemainder: isRemainder && value !== undefined',
    replace: 'isRemainder',
  },
  {
    ...organizationFacts,
    id: 'organization-no-recording',
    breaks: 'a plan without call recording says nothing about it',
    find: 'if (can_record_calls !== undefined)',
    replace: 'if (can_record_calls)',
  },
  {
    ...profile,
    id: 'profile-cancelled-stays',
    breaks: 'the note that the host stopped a save after its change of the name was discarded',
    find: '    this.#form.reset();\n    this.#saving.part?.reset();\n',
    replace: '    this.#form.reset();\n',
  },
  {
    ...profile,
    file: 'src/elements/profile/profile-facts.ts',
    id: 'profile-without-name',
    breaks: 'the address twice, for a user who has no name',
    find: 'name === user.email ? nothing : ',
    replace: '',
  },
  {
    ...password,
    id: 'password-message-stays',
    breaks: '"The password was changed" while the user types the next one',
    find: "    this.#form.touch(event);\n    this.announce('');\n",
    replace: '    this.#form.touch(event);\n',
  },
  {
    ...password,
    id: 'password-error-stays',
    breaks: 'the error of the server stays while the user corrects the password',
    find: "    if (this.#change.state.status !== 'pending') this.#change.reset();\n",
    replace: '',
  },
  {
    ...password,
    id: 'password-google-sign-in',
    breaks: 'a form for a password that a user who signs in with Google does not have',
    find: " || auth_provider === 'google'",
    replace: '',
  },
  {
    ...password,
    id: 'password-stays-shown',
    breaks: 'the password stays readable on the screen after it was sent',
    find: '    this.#fields.hide(); // a password manager looks for fields that hide what is typed\n',
    replace: '',
  },
  {
    ...password,
    id: 'password-other-conflict',
    breaks: 'the form goes away for a user who has a password, after a conflict about something else',
    find: "this.#hasNoPassword = this.me.value?.auth_provider !== 'password';",
    replace: 'this.#hasNoPassword = true;',
  },
  {
    ...password,
    id: 'password-sessions-not-asked-for',
    breaks: '"No other session was signed in", although the user wanted them to stay',
    find: 'return body.revoke_other_sessions ? ended : undefined;',
    replace: 'return ended;',
  },
  {
    ...sessions,
    id: 'sessions-page-of-former-user',
    breaks: 'the next user begins on the second page of their sessions',
    find: '    this.#page = 0;\n    super.reset();\n',
    replace: '    super.reset();\n',
  },
  {
    ...sessions,
    id: 'sessions-address-after-reset',
    breaks: 'an IP address that was shown is in the page again after the user signed out and in',
    find: '    this.#shownAddresses.clear();\n',
    replace: '',
  },
  {
    ...sessions,
    file: 'src/elements/base/row-focus.ts',
    id: 'sessions-focus-of-last-row',
    breaks: 'the focus jumps to the heading after the last session of the list was revoked',
    find: 'rows[Math.min(index, rows.length - 1)]',
    replace: 'rows[index]',
  },
  {
    ...sessions,
    id: 'sessions-none-and-alone',
    breaks: '"No sessions are listed here" and "You aren\'t signed in anywhere else", both',
    find: 'all.length && !this.#others.length ? html`<p class="muted">${t(\'alone\')}',
    replace: '!this.#others.length ? html`<p class="muted">${t(\'alone\')}',
  },
  {
    ...sessions,
    file: 'src/elements/sessions/sign-out.ts',
    id: 'sessions-lost-sign-out',
    breaks: '"You are still signed in" where nothing is known',
    find: "error.isAnswerLost ? 'perhapsSignedOut' : 'stillSignedIn'",
    replace: "'stillSignedIn'",
  },
  {
    ...sessions,
    file: 'src/elements/sessions/dialogs.lazy.ts',
    id: 'sessions-uncounted',
    breaks: '"0 other sessions revoked" where the server does not count them',
    find: "count === undefined ? t('revokedUncounted') : t('revokedOthers', { count })",
    replace: "t('revokedOthers', { count: count ?? 0 })",
  },
  {
    file: 'src/elements/security/agni-security.ts',
    tests: ['test/elements/security/security.test.ts'],
    id: 'security-temporary-password',
    breaks: 'two panes that say "Change your temporary password first" below the form for it',
    find: 'this.me.value?.must_change_password\n',
    replace: 'this.me.isStale\n',
  },
  {
    ...reference,
    id: 'reference-copied-everywhere',
    breaks: '"Copied" below every card, after one example was copied',
    find: "this.#copied?.card === card ? this.#copied.status : ''",
    replace: "this.#copied?.status ?? ''",
  },
  {
    ...reference,
    id: 'reference-copied-stays',
    breaks: '"Copied" below an example that was not',
    find: '          this.#copied = undefined;\n',
    replace: '',
  },
  {
    ...reference,
    id: 'reference-other-organization',
    breaks: "examples name the user's own workspace, where the page shows another one",
    find: 'this.options?.orgId ?? ',
    replace: '',
  },
];
