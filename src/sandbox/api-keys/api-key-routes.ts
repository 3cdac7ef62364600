import { createApiKey, deleteApiKey } from '../../contract/api-key-change.js';
import { listApiKeys } from '../../contract/api-keys.js';
import { nameKey } from '../../contract/visible-text.js';
import { NotUniqueError } from '../db/store.js';
import { type ApiKeyRow, apiKeys, type OrganizationRow } from '../db/tables.js';
import { conflict, notFound, validationFailed } from '../http/http-error.js';
import type { Route } from '../http/route.js';
import type { Services } from '../services.js';
import { apiAccessDisabled, generateApiKey } from './api-key-secrets.js';

/** The organization's API keys. */
export function apiKeyRoutes(route: Route, { store, random, newId, notices }: Services): void {
  const requireApiAccess = (organization: OrganizationRow) => {
    if (!organization.can_use_api) throw apiAccessDisabled();
  };

  route(listApiKeys, async ({ organization, page, now }) => {
    requireApiAccess(organization);
    const where = { organization_id: organization.id };
    const found = await store.find(apiKeys, where, { orderBy: 'created_at', isDescending: true, ...page });
    return { items: found.map((row) => toReply(row, now)), total: await store.count(apiKeys, where) };
  });

  route(createApiKey, async ({ organization, caller, body, change, now, context }) => {
    requireApiAccess(organization);
    const expiresAt = body.expires_at ? new Date(body.expires_at) : null;
    if (expiresAt && expiresAt.getTime() <= now.getTime()) throw validationFailed({ expires_at: ['past'] });
    const described = {
      id: newId(organization.id),
      organization_id: organization.id,
      name: body.name,
      name_key: nameKey(body.name),
      created_by: caller.user.id,
      created_at: now.toISOString(),
      last_used_at: null,
      expires_at: expiresAt?.toISOString() ?? null,
    };
    const sameName = { organization_id: organization.id, name_key: described.name_key };
    for (;;) {
      const { key, stored } = await generateApiKey(random);
      const row = { ...described, ...stored };
      try {
        await change('organization', async (rows, current) => {
          requireApiAccess(current.organization);
          await rows.insert(apiKeys, row);
        });
        await notices.send('noticeApiKey', { caller, context, now }, row.name);
        return { ...toReply(row, now), key };
      } catch (error) {
        if (!(error instanceof NotUniqueError)) throw error;
        if ((await store.count(apiKeys, sameName)) > 0) throw conflict('An API key with this name already exists.');
        // Otherwise the prefix is taken, or the key of this name was just deleted: try again.
      }
    }
  });

  route(deleteApiKey, async ({ organization, params, change }) =>
    change('organization', async (rows) => {
      const deleted = await rows.delete(apiKeys, { id: params.id, organization_id: organization.id });
      if (deleted === 0) throw notFound('API key not found.');
    }),
  );
}

function toReply(row: ApiKeyRow, now: Date) {
  const { organization_id, name_key, salt, hash, ...shown } = row;
  const isActive = row.expires_at === null || Date.parse(row.expires_at) > now.getTime();
  return { ...shown, is_active: isActive };
}
