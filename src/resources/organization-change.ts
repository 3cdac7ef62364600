import { AgniError } from '../client/error.js';
import { type OrganizationChange, updateOrganization } from '../contract/organization-change.js';
import type { ApiSession } from './api-session.js';
import { organizationResource } from './organization.js';

/**
 * Changes the organization and shows what the server made of it. Only what is in `change` is sent. Where the answer was
 * lost, looks at what is there now: if that's what was asked for, it was saved.
 */
export async function saveOrganization(session: ApiSession, change: OrganizationChange) {
  const { current } = session.use(organizationResource);
  const { id } = await current.value(); // the returned one counts, see Organization
  try {
    const saved = await session.client.call(updateOrganization, { params: { id }, body: change });
    current.set(saved);
    return saved;
  } catch (error) {
    if (!(error instanceof AgniError && error.isAnswerLost)) throw error;
    await current.load();
    const now = await current.value();
    // As text, so that nothing, an empty text and an empty list are the same.
    const isSaved = Object.entries(change).every(([field, value]) => {
      return String(now[field as keyof typeof now] ?? '') === String(value);
    });
    if (!isSaved) throw error;
    return now;
  }
}
