/** English words of the security check-up in `<agni-settings>`. Keys in a host's messages: `settings.<key>`. */
export const checkUpEn = {
  looking: 'Checking…',
  allWell: 'No issues found.',
  restWell: 'No issues found in what could be checked.',
  result: { one: '1 item to review', other: '{count} items to review' },
  open: 'Open {pane}',
  critical: 'Critical',
  warning: 'Warnings',
  passed: 'Passed',

  'found.noTwoFactor': 'You sign in without two-factor authentication.',
  'found.staleSessions': {
    one: '1 of your sessions has been idle for more than 30 days.',
    other: '{count} of your sessions have been idle for more than 30 days.',
  },
  'found.unendingKeys': { one: '1 API key never expires.', other: '{count} API keys never expire.' },
  'found.neverUsedKeys': { one: '1 API key was never used.', other: '{count} API keys were never used.' },
  'found.unusedKeys': {
    one: '1 API key has not been used for 90 days.',
    other: '{count} API keys have not been used for 90 days.',
  },
  'found.usersWithoutTwoFactor': {
    one: '1 user signs in without two-factor authentication.',
    other: '{count} users sign in without two-factor authentication.',
  },
  'found.singleOwner': 'There is only one owner. If that account is lost, the workspace has none.',
  'found.ghlReconnect': 'GoHighLevel is no longer connected. Reconnect it.',
  'found.calcomBroken': {
    one: '1 Cal.com account no longer works.',
    other: '{count} Cal.com accounts no longer work.',
  },

  notLookedAt: "Couldn't check: {subjects}.",
  partOfUsers: 'Checked the first {count} of {total} users.',
  firstUsers: 'Only the first {count} users were checked.',
  onlyYours: 'Only owners and admins can check users, API keys and connections.',
  'subject.twoFactor': 'two-factor authentication',
  'subject.sessions': 'sessions',
  'subject.apiKeys': 'API keys',
  'subject.users': 'users',
  'subject.ghl': 'GoHighLevel',
  'subject.calcom': 'Cal.com',
} as const;
