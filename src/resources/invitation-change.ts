import { AgniError } from '../client/error.js';
import type { Invitation, NewInvitation } from '../contract/invitations.js';
import * as endpoints from '../contract/invitations.js';
import type { ApiSession } from './api-session.js';
import { addressKey, invitationsResource } from './invitations.js';
import type { Resource } from './resource.js';
import { usageResource } from './usage.js';

/**
 * Invites a person. Where the answer was lost, the open invitations tell whether there is a new one for the address;
 * where somebody is here or invited already, they are read anew to tell which.
 */
export async function sendInvitation(session: ApiSession, body: NewInvitation): Promise<Invitation> {
  const { open } = session.use(invitationsResource);
  const before = known(open);
  try {
    const sent = await session.client.call(endpoints.inviteUser, { body });
    change(open, (all) => [sent, ...all]);
    return sent;
  } catch (error) {
    if (!(error instanceof AgniError && (error.isAnswerLost || error.status === 409))) throw error;
    await open.load();
    const isNew = ({ id }: Invitation) => before?.every((one) => one.id !== id);
    const made = known(open)?.find((one) => isNew(one) && addressKey(one.email) === addressKey(body.email));
    if (!made || !error.isAnswerLost) throw error;
    return made;
  }
}

/**
 * Has a new temporary password mailed; the one before stops working. Where the answer was lost, a new end tells that it
 * was done; one that is gone, or was accepted meanwhile, leaves the list.
 */
export async function resendInvitation(session: ApiSession, { id, expires_at }: Invitation): Promise<Invitation> {
  const { open } = session.use(invitationsResource);
  try {
    const sent = await session.client.call(endpoints.resendInvitation, { params: { id } });
    change(open, (all) => all.map((one) => (one.id === id ? sent : one)));
    return sent;
  } catch (error) {
    if (!(error instanceof AgniError && (error.isAnswerLost || [404, 409].includes(error.status)))) throw error;
    await open.load();
    const now = known(open)?.find((one) => one.id === id);
    if (!now || now.expires_at === expires_at || !error.isAnswerLost) throw error;
    return now;
  }
}

/** Takes an invitation back. Gone already is as good as gone now, also where only the answer was lost. */
export async function revokeInvitation(session: ApiSession, id: string): Promise<void> {
  const { open } = session.use(invitationsResource);
  const isOther = (one: Invitation) => one.id !== id;
  try {
    await session.client.call(endpoints.revokeInvitation, { params: { id } });
  } catch (error) {
    if (!(error instanceof AgniError && (error.isAnswerLost || error.status === 404))) throw error;
    if (error.isAnswerLost) {
      await open.load();
      if (!known(open)?.every(isOther)) throw error;
    }
  }
  change(open, (all) => all.filter(isOther));
  recount(session);
}

/** Counts the seats anew, once invitations were sent or taken back. */
export function recount(session: ApiSession): void {
  session.use(usageResource).seats.reload();
}

/** What the server just said, as opposed to what was known before. */
function known<T>({ state }: Resource<T>): T | undefined {
  return state.status === 'ready' && !state.error ? state.value : undefined;
}

/** Shows at once what is certain. */
function change<T>(resource: Resource<T>, changed: (value: T) => T): void {
  const { state } = resource;
  if (state.status === 'ready') resource.set(changed(state.value));
}
