/** English words of `<agni-ghl>` that only connecting and disconnecting need. Keys in a host's messages: `ghl.<key>`. */
export const dialogsEn = {
  waiting: 'Waiting for GoHighLevel. Allow access in the window that opened; this page notices by itself.',
  blocked:
    'The browser did not open a window. Open GoHighLevel yourself and allow access; this page notices by itself.',
  open: 'Open GoHighLevel',
  stopWaiting: 'Stop Waiting',
  stopped: 'Stopped waiting. Nothing was connected.',
  notYet:
    'GoHighLevel is not connected yet. If you denied access or closed its window, nothing was connected: open it again. If you allowed access, it may take a moment; this page keeps looking.',
  unfinished:
    'GoHighLevel has not been connected within two minutes. If you allowed access, check again; if it stays so, the consent did not arrive: try again. If you denied it or closed the window, try again too.',
  checkAgain: 'Check Again',
  stillNot: 'Not connected yet.',
  notStarted: 'Nothing was connected.',
  connected: 'GoHighLevel is connected.',
  disconnectEffect: 'Agents can no longer see calendars or book in GoHighLevel. What is booked already stays.',
  stops: 'This stops working:',
  booksThrough: '{agent} books through {calendars}',
  disconnected: 'GoHighLevel is disconnected.',
  notDisconnected: 'Nothing was disconnected.',
  perhapsDisconnected:
    'It is not known whether it was disconnected. It is looked up as soon as the server answers again.',
};
