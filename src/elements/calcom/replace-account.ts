import { AgniError, isAbort } from '../../client/error.js';
import { type Refusal, requestApproval } from '../../context/approval.js';
import type { CalcomAccount } from '../../contract/calcom.js';
import { emit, failureOf } from '../../events.js';
import type { ApiSession } from '../../resources/api-session.js';
import { calcomAgentsResource } from '../../resources/calcom-agents.js';
import { assignCalcomAgentAccount, disconnectCalcom } from '../../resources/calcom-mutations.js';
import type { CalcomContext } from './calcom-context.js';

/**
 * Moves the agents of an account to its replacement, then disconnects the account. The account stays connected if the
 * host refuses a step, or if not every agent could be found or moved. Resolves to whether everything was done, or to
 * the host's refusal.
 */
export async function replaceAccount(
  { pane, nameOf }: CalcomContext,
  session: ApiSession,
  account: CalcomAccount,
  replacementId: string,
): Promise<Refusal | boolean> {
  try {
    const users = await session.use(calcomAgentsResource).usersOf(account.id).value();
    if (users.isPartial) return false;
    for (const { id, agent_name: name = '' } of users.agents) {
      const detail = { id, name };
      const refusal = await requestApproval(pane, 'agni-before-assign-integration-account', detail);
      if (refusal) return refusal;
      await assignCalcomAgentAccount(session, id, replacementId);
      emit(pane, 'agni-integration-account-assigned', detail);
    }
    const detail = { id: account.id, name: nameOf(account) };
    const refusal = await requestApproval(pane, 'agni-before-disconnect-integration', detail);
    if (refusal) return refusal;
    await disconnectCalcom(session, account.id);
    emit(pane, 'agni-integration-disconnected', detail);
    return true;
  } catch (error) {
    if (isAbort(error)) return false; // the client was closed, because the session ended
    if (!(error instanceof AgniError)) throw error;
    emit(pane, 'agni-error', failureOf(error));
    return false;
  }
}
