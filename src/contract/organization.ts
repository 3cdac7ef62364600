import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { isObject } from './json.js';
import { flag, freeForm, known, number, opt, page, text } from './wire.js';

/**
 * Reads domains in lower case from an array, or from one comma-separated text as the vendor's page edits them
 * (docs/contract.md 4.2). Every page loads this function, so it does less than `splitDomains`, which reads typed text.
 */
export function readDomains(value: unknown): unknown {
  const list = typeof value === 'string' ? value.split(',') : value;
  if (!Array.isArray(list) || !list.every((name) => typeof name === 'string')) return value;
  return [...new Set(list.map((name) => name.trim().toLowerCase().replace(/^@/, '')).filter(Boolean))];
}

/**
 * Copies the first number under a key that begins with `extra` to `extra_credit_price`: only these first letters of the
 * key are documented (docs/contract.md 4.1).
 */
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
  /** Credits left, with decimals. */
  total_credits: opt(number),
  region_id: opt(text),
  plan_name: opt(text),
  sub_status: opt(text),
  /** End of the paid period. */
  period_end: opt(text),
  /** Maximum number of simultaneous calls. */
  max_concurrency: opt(number),
  /** Seats: users and pending invitations together. */
  max_members: opt(number),
  max_agents: opt(number),
  max_credits: opt(number),
  /** Requests per window. The vendor does not document the window. */
  api_rate_limit: opt(number),
  can_record_calls: opt(flag),
  /** `false`: the plan has no API, so the organization has no keys. */
  can_use_api: opt(flag),
  /** Price of one credit beyond the plan, in a currency that is not documented. */
  extra_credit_price: opt(number),
  limits: opt(freeForm),
  /** Assumed (docs/contract.md 4.2). Absent: unknown. Empty: any domain is allowed. */
  allowed_email_domains: opt(z.pipe(z.transform(readDomains), z.array(text))),
});

/**
 * An organization with its plan and limits (docs/contract.md 4.1). Show the `id` of the reply, which may differ from
 * the requested one while a superadmin impersonates (docs/contract.md 2.3).
 */
export const organization = z.pipe(z.transform(readExtraPrice), fields);
/** An organization as {@link getOrganization} returns it. */
export type Organization = z.infer<typeof organization>;

/** Reads the organization (docs/contract.md 4.1). Allowed for every user. */
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

/** A region where an organization's data is stored (docs/contract.md 4.3). */
export const region = z.object({ id: text, name: text, country: opt(text), is_default: opt(flag) });
/** A region as {@link listRegions} returns it. */
export type Region = z.infer<typeof region>;

/** Lists the regions to choose from (docs/contract.md 4.3). Allowed for every user. */
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
