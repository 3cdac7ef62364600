/** English words of `<agni-calcom>` that only connecting and disconnecting need. Keys in a host's messages: `calcom.<key>`. */
export const dialogsEn = {
  connectHeading: 'Connect an account',
  name: 'Account Name',
  nameHelp: 'Tells several accounts apart, and stands behind the titles of their event types.',
  key: 'Cal.com API Key',
  keyHelp: 'In Cal.com: Settings, Developer, API keys. It is sent once, and neither kept nor shown here.',
  keyUnusual: 'Keys of Cal.com begin with “cal_”. Make sure that this is one.',
  connect: 'Connect Cal.com',
  connecting: 'Connecting…',
  connected: '{name} is connected.',
  connectedUnnamed: 'The account is connected.',
  notConnected: 'Nothing was connected. The key was cleared, so enter it again.',
  perhapsConnected:
    'It is not known whether the account was connected. It is looked up as soon as the server answers again; the key was cleared.',
  'invalid.refused':
    'Cal.com did not accept this key. Make sure that it is complete and still valid, then enter it again.',
  'connect.CONFLICT': 'This Cal.com account is connected already.',

  disconnectEffect: 'Its key is erased. Nothing can be booked through it any more; what is booked already stays.',
  asking: 'Looking up which agents book through it…',
  loses: 'These agents lose it:',
  losesNone: 'No agent books through it.',
  losesUnknown: 'Which agents book through it could not be found out.',
  disconnected: '{name} is disconnected.',
  notDisconnected: 'It was not disconnected.',
  perhapsDisconnected:
    'It is not known whether it was disconnected. It is looked up as soon as the server answers again.',

  disconnectAllEffect: {
    one: 'The key of 1 account is erased, and no agent can book through it any more.',
    other: 'The keys of all {count} accounts are erased, and no agent can book through them any more.',
  },
  confirm: 'Type disconnect to confirm',
  confirmWord: 'disconnect',
  confirmHelp: 'The word is {word}',
  'invalid.mismatch': 'This is not the word. Type it as it is shown.',
  disconnecting: 'Disconnecting {name}…',
  allDisconnected: { one: '1 account is disconnected.', other: 'All {count} accounts are disconnected.' },
  someLeft: {
    one: '1 account is still connected. Press again to try once more.',
    other: '{count} accounts are still connected. Press again to try once more.',
  },
  isDisconnected: '{name}: disconnected',
  isNotDisconnected: '{name}: {reason}',
};
