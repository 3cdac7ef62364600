import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { isObject } from './json.js';
import { flag, freeForm, known, number, opt, page, text } from './wire.js';

/**
 * Domains in lower case, from an array or, as the vendor's own page edits them, one comma-separated text. Every page
 * reads an organization, so this is less than `splitDomains`, which reads what people type.
 */
export function readDomains(value: unknown): unknown {
  const list = typeof value === 'string' ? value.split(',') : value;
  if (!Array.isArray(list) || !list.every((name) => typeof name === 'string')) return value;
  return [...new Set(list.map((name) => name.trim().toLowerCase().replace(/^@/, '')).filter(Boolean))];
}

/** Only the first letters of the price's name are documented, so any number under `extra…` is taken for it. */
export function readExtraPrice(value: unknown): unknown {
  if (!isObject(value)) return value;
  const price = Object.keys(value).find((key) => key.startsWith('extra') && typeof value[key] === 'number');
  return price ? { ...value, extra_credit_price: value[price] } : value;
}

const fields = z.object({
  id: text,
  name: text,
  slug: opt(text),
  website: opt(text),
  status: opt(known('ACTIVE')),
  /** Credits left; fractional. */
  total_credits: opt(number),
  region_id: opt(text),
  plan_name: opt(text),
  sub_status: opt(text),
  /** When the paid period ends. */
  period_end: opt(text),
  max_concurrency: opt(number),
  /** Seats: members and pending invitations together. */
  max_members: opt(number),
  max_agents: opt(number),
  max_credits: opt(number),
  /** Requests a window; the window isn't documented. */
  api_rate_limit: opt(number),
  can_record_calls: opt(flag),
  /** `false`: the plan has no API, so there are no keys to manage. */
  can_use_api: opt(flag),
  extra_credit_price: opt(number),
  limits: opt(freeForm),
  /** Assumed (docs/contract.md 4.2). Absent means unknown, an empty list means anybody may be invited. */
  allowed_email_domains: opt(z.pipe(z.transform(readDomains), z.array(text))),
});

/**
 * A workspace as its members see it. The returned `id` counts, not the one asked for: an impersonating superadmin's
 * token decides (docs/contract.md 2.3). Source: docs/contract.md 4.1.
 */
export const organization = z.pipe(z.transform(readExtraPrice), fields);
export type Organization = z.infer<typeof organization>;

/** Reads the workspace. Any member may. */
export const getOrganization = endpoint({
  name: 'getOrganization',
  method: 'GET',
  path: '/api/v1/organizations/profile/{id}',
  auth: 'any',
  basis: 'documented',
  section: '4.1',
  shape: 'bare',
  reply: organization,
});

/** A place where a workspace's data can live. */
export const region = z.object({ id: text, name: text, country: opt(text), is_default: opt(flag) });
export type Region = z.infer<typeof region>;

/** Lists the regions there are to choose from. Any member may. */
export const listRegions = endpoint({
  name: 'listRegions',
  method: 'GET',
  path: '/api/v1/organizations/regions',
  auth: 'user',
  basis: 'assumed',
  section: '4.3',
  shape: 'list',
  reply: page(region),
});
