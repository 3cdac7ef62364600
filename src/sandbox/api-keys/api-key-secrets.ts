import type { ApiKeyCaller } from '../auth/caller.js';
import { base64url, type RandomBytes, randomLetters, sha256, timingSafeEqual } from '../crypto/digest.js';
import type { Rows } from '../db/store.js';
import { type ApiKeyRow, apiKeys, organizations } from '../db/tables.js';
import { HttpError, unauthorized } from '../http/http-error.js';
import type { Services } from '../services.js';

const letters = 'abcdefghijklmnopqrstuvwxyz234567';

/** Minimum milliseconds between two updates of `last_used_at`. */
const usageIntervalMs = 2_000;

/** Generates an API key of 256 random bits: the key, which is shown once, and the columns that are stored. */
export async function generateApiKey(random: RandomBytes) {
  const prefix = `agni_${randomLetters(random, 10, letters)}`;
  const key = `${prefix}_${base64url(random(32))}`;
  const salt = base64url(random(16));
  const stored = { prefix, salt, hash: await sha256(salt + key), last_four: key.slice(-4) };
  return { key, stored } satisfies { key: string; stored: Partial<ApiKeyRow> };
}

/** Authenticates a request by API key. Throws 401 for an unknown or expired key, 403 for a plan without API access. */
export async function authenticateApiKey(key: string, services: Services): Promise<ApiKeyCaller> {
  const { store, now } = services;
  const [, prefix] = /^(agni_[a-z2-7]{10})_[\w-]{43}$/.exec(key) ?? [];
  const [known] = prefix === undefined ? [] : await store.find(apiKeys, { prefix });
  if (!known || !timingSafeEqual(known.hash, await sha256(known.salt + key))) throw invalidKey();
  const caller = await callerOfKey(store, known, services);
  const time = now(known.organization_id);
  if (known.last_used_at === null || Math.abs(time - Date.parse(known.last_used_at)) >= usageIntervalMs) {
    await store.update(apiKeys, { id: known.id }, { last_used_at: new Date(time).toISOString() });
  }
  return caller;
}

/** The caller of a stored key. Throws 401 for a deleted or expired key, 403 for a plan without API access. */
export async function callerOfKey(rows: Rows, key: ApiKeyRow | undefined, { now }: Services): Promise<ApiKeyCaller> {
  const organization = key && (await rows.get(organizations, key.organization_id));
  if (!key || !organization) throw invalidKey();
  if (key.expires_at !== null && Date.parse(key.expires_at) <= now(organization.id)) throw invalidKey();
  if (!organization.can_use_api) throw apiAccessDisabled();
  return { kind: 'api-key', key, organization };
}

function invalidKey() {
  return unauthorized('This API key is not valid.');
}

/** 403: the organization's plan does not include API access. */
export function apiAccessDisabled(): HttpError {
  return new HttpError(403, 'API_ACCESS_DISABLED', "This workspace's plan doesn't include API access.");
}
