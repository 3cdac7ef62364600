import type { KeyHolder } from '../auth/caller.js';
import { base64url, type Random, sha256, timingSafeEqual } from '../crypto/digest.js';
import { type ApiKeyRow, apiKeys, organizations } from '../db/tables.js';
import { Refusal, unauthorized } from '../http/http-error.js';
import type { Services } from '../services.js';

const letters = 'abcdefghijklmnopqrstuvwxyz234567';

/** How often the last use is written down, in milliseconds; not at every request. */
const usageStep = 2_000;

/** A new key: the secret for its owner, and what's kept of it. 256 bits of it are random and in no column. */
export async function newSecret(random: Random) {
  const prefix = `agni_${[...random(10)].map((byte) => letters[byte & 31]).join('')}`;
  const key = `${prefix}_${base64url(random(32))}`;
  const salt = base64url(random(16));
  const kept = { prefix, salt, hash: await sha256(salt + key), last_four: key.slice(-4) };
  return { key, kept } satisfies { key: string; kept: Partial<ApiKeyRow> };
}

/** Who holds a key. Throws 401 unless it's one of ours and still good. */
export async function holderOf(key: string, { store, now }: Services): Promise<KeyHolder> {
  const refusal = unauthorized('no usable key');
  const [, prefix] = /^(agni_[a-z2-7]{10})_[\w-]{43}$/.exec(key) ?? [];
  const [known] = prefix === undefined ? [] : await store.find(apiKeys, { prefix });
  if (!known || !timingSafeEqual(known.hash, await sha256(known.salt + key))) throw refusal;
  const moment = now(known.organization_id);
  if (known.expires_at !== null && Date.parse(known.expires_at) <= moment) throw refusal;
  const organization = await store.get(organizations, known.organization_id);
  if (!organization) throw refusal;
  if (!organization.can_use_api) throw apiAccessDisabled();
  if (known.last_used_at === null || Math.abs(moment - Date.parse(known.last_used_at)) >= usageStep) {
    await store.update(apiKeys, { id: known.id }, { last_used_at: new Date(moment).toISOString() });
  }
  return { kind: 'key', key: known, organization };
}

/** 403: the workspace's plan has no API. */
export function apiAccessDisabled(): Refusal {
  return new Refusal(403, 'API_ACCESS_DISABLED', 'The plan of this workspace has no API access');
}
