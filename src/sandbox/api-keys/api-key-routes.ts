import { createApiKey, deleteApiKey } from '../../contract/api-key-change.js';
import { listApiKeys } from '../../contract/api-keys.js';
import { fold, NotUniqueError } from '../db/store.js';
import { type ApiKeyRow, apiKeys, type OrganizationRow } from '../db/tables.js';
import { conflict, notFound, unacceptable } from '../http/http-error.js';
import type { Route } from '../http/route.js';
import type { Services } from '../services.js';
import { apiAccessDisabled, newSecret } from './api-key-secrets.js';

/** The workspace's API keys. */
export function apiKeyRoutes(route: Route, { store, random, newId }: Services): void {
  const demandApi = (organization: OrganizationRow) => {
    if (!organization.can_use_api) throw apiAccessDisabled();
  };

  route(listApiKeys, async ({ organization, page, now }) => {
    demandApi(organization);
    const where = { organization_id: organization.id };
    const found = await store.find(apiKeys, where, { orderBy: 'created_at', isDescending: true, ...page });
    return { items: found.map((row) => onWire(row, now)), total: await store.count(apiKeys, where) };
  });

  route(createApiKey, async ({ organization, caller, body, now }) => {
    demandApi(organization);
    const expiresAt = body.expires_at ? new Date(body.expires_at) : null;
    if (expiresAt && expiresAt.getTime() <= now.getTime()) throw unacceptable({ expires_at: ['past'] });
    const described = {
      id: newId(organization.id),
      organization_id: organization.id,
      name: body.name,
      name_key: fold(body.name),
      created_by: caller.user.id,
      created_at: now.toISOString(),
      last_used_at: null,
      expires_at: expiresAt?.toISOString() ?? null,
    };
    const taken = { organization_id: organization.id, name_key: described.name_key };
    for (;;) {
      const { key, kept } = await newSecret(random);
      try {
        await store.insert(apiKeys, { ...described, ...kept });
        return { ...onWire({ ...described, ...kept }, now), key };
      } catch (error) {
        if (!(error instanceof NotUniqueError)) throw error;
        if ((await store.count(apiKeys, taken)) > 0) throw conflict('There is a key of this name already');
        // Else another key begins with the same letters, or the one of this name has just gone: once more.
      }
    }
  });

  route(deleteApiKey, async ({ organization, params }) => {
    const deleted = await store.delete(apiKeys, { id: params.id, organization_id: organization.id });
    if (deleted === 0) throw notFound('There is no such key here');
  });
}

function onWire(row: ApiKeyRow, now: Date) {
  const { organization_id, name_key, salt, hash, ...shown } = row;
  const isActive = row.expires_at === null || Date.parse(row.expires_at) > now.getTime();
  return { ...shown, is_active: isActive };
}
