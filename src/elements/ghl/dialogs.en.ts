/** English words of `<agni-ghl>` that only connecting and disconnecting need. Keys in a host's messages: `ghl.<key>`. */
export const dialogsEn = {
  waiting: 'Waiting for GoHighLevel. Allow access in the window that opened. This page updates by itself.',
  blocked: 'Your browser blocked the window. Open GoHighLevel and allow access. This page updates by itself.',
  open: 'Open GoHighLevel',
  stopWaiting: 'Stop Waiting',
  stopped: 'Stopped waiting. GoHighLevel is not connected.',
  notYet:
    'GoHighLevel is not connected yet. If you denied access or closed the window, open GoHighLevel again. If you allowed access, wait a moment. This page keeps checking.',
  unfinished:
    "GoHighLevel didn't connect within two minutes. If you allowed access, check again. If you denied access or closed the window, try again.",
  checkAgain: 'Check Again',
  stillNot: 'Not connected yet.',
  notStarted: 'GoHighLevel is not connected.',
  connected: 'GoHighLevel is connected.',
  affected: 'These agents stop booking:',
  booksThrough: '{agent} books through {calendars}',
  disconnected: 'GoHighLevel is disconnected.',
  notDisconnected: 'GoHighLevel is still connected.',
  perhapsDisconnected: "We couldn't confirm the change. We'll check again when the server responds.",
} as const;
