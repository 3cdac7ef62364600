/** English words of the security check-up in `<agni-settings>`. Keys in a host's messages: `settings.<key>`. */
export const checkUpEn = {
  looking: 'Looking…',
  allWell: 'Nothing deserves a look.',
  restWell: 'Nothing of what could be read deserves a look.',
  result: { one: '1 thing deserves a look.', other: '{count} things deserve a look.' },
  open: 'Open {pane}',

  'found.noTwoFactor': 'You sign in without a second factor.',
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
    one: '1 member signs in without a second factor.',
    other: '{count} members sign in without a second factor.',
  },
  'found.singleOwner': 'There is only one owner: if that account is lost, nobody can do what an owner can.',
  'found.ghlReconnect': 'The connection to GoHighLevel needs to be renewed.',
  'found.calcomBroken': {
    one: '1 Cal.com account no longer works.',
    other: '{count} Cal.com accounts no longer work.',
  },

  notLookedAt: 'Could not be looked at: {subjects}.',
  partOfUsers: 'Of {total} members, the first {count} were looked at.',
  firstUsers: 'Only the first {count} users were checked.',
  onlyYours: 'Members, API keys and connections are looked at for owners and admins.',
  'subject.twoFactor': 'two-factor authentication',
  'subject.sessions': 'sessions',
  'subject.apiKeys': 'API keys',
  'subject.users': 'members',
  'subject.ghl': 'GoHighLevel',
  'subject.calcom': 'Cal.com',
};
