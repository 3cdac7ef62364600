/** English words of the pending invitations of `<agni-users>`. Keys in a host's messages: `users.<key>`. */
export const pendingEn = {
  empty: 'Nobody is invited at the moment.',
};
