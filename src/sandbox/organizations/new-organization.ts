import type { OrganizationRow } from '../db/tables.js';

const monthMs = 30 * 24 * 3_600_000;

/** A new organization with the default plan; `values` override the defaults. `now` is in milliseconds since 1970. */
export function newOrganization(
  values: Partial<OrganizationRow> & Pick<OrganizationRow, 'id' | 'name' | 'slug'>,
  now: number,
): OrganizationRow {
  const createdAt = new Date(now).toISOString();
  return {
    website: '',
    status: 'ACTIVE',
    total_credits: 0,
    region_id: 'eu-west',
    plan_name: 'Growth',
    sub_status: 'active',
    period_end: new Date(now + monthMs).toISOString(),
    max_concurrency: 8,
    max_members: 12,
    max_agents: 20,
    max_credits: 5000,
    api_rate_limit: 90,
    can_record_calls: true,
    can_use_api: true,
    extra_credit_price: 0.08,
    limits: { api_access: true, Basic_analytics: true },
    allowed_email_domains: [],
    created_at: createdAt,
    updated_at: createdAt,
    users_version: '',
    ...values,
  };
}
