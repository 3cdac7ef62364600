import { html, nothing } from 'lit';
import type { Organization } from '../../contract/organization.js';
import type { en as sharedWords } from '../../locales/en.js';
import type { Locale } from '../../locales/locale.js';
import { copyFact } from '../../ui/copy-fact.js';
import { type Fact, factList } from '../../ui/facts.js';
import { meter } from '../../ui/meter.js';
import { dateText } from '../../ui/time-text.js';
import type { en } from './en.js';

/** Number of seats and agents in use; `undefined` if unknown. */
export interface Used {
  readonly seats: number | undefined;
  readonly agents: number | undefined;
}

/** The read-only facts: usage, the plan with its limits, and the organization's id. */
export function organizationFacts(
  organization: Organization,
  used: Used,
  locale: Locale<typeof en>,
  shared: Locale<typeof sharedWords>,
  announce: (text: string) => void,
) {
  return html`<div class="card">
    ${usageMeters(organization, used, locale)}
    <div>
      ${factList(locale.t('facts'), [
        planFact(organization, locale),
        copyFact(locale.t('id'), organization.id, locale.t('copyId'), { announce, shared: () => shared }),
        ...limitFacts(organization, locale),
      ])}
    </div>
  </div>`;
}

function planFact({ plan_name, sub_status, period_end }: Organization, { t, lang }: Locale<typeof en>): Fact {
  const plan = plan_name || t('noPlan');
  const status = sub_status === 'active' ? t('planActive') : sub_status;
  const values = { plan, status: status ?? '', date: period_end ? dateText(period_end, lang) : '' };
  if (!status) return { label: t('plan'), value: plan };
  return { label: t('plan'), value: t(period_end ? 'planRenews' : 'planStatus', values) };
}

function usageMeters(organization: Organization, used: Used, { t }: Locale<typeof en>) {
  const { max_members, max_agents, max_credits, total_credits } = organization;
  const amounts = [
    { label: t('seats'), value: used.seats, limit: max_members },
    { label: t('agents'), value: used.agents, limit: max_agents },
    { label: t('credits'), value: total_credits, limit: max_credits, isRemainder: true },
  ];
  const meters = amounts.flatMap(({ label, value, limit, isRemainder }) => {
    if (limit === undefined)
      return value === undefined ? [] : factList(label, [{ label, value: t('amount', { value }) }]);
    const text = value === undefined ? t('upTo', { limit }) : t('ofLimit', { used: value, limit });
    return meter({ label, text, value: value ?? 0, limit, isRemainder: isRemainder && value !== undefined });
  });
  return meters.length
    ? html`<div class="side-by-side" role="group" aria-label=${t('usage')}>${meters}</div>`
    : nothing;
}

/** The limits of the plan whose usage is not shown here, if the server sends them. */
function limitFacts(organization: Organization, { t }: Locale<typeof en>): Fact[] {
  const { max_concurrency, api_rate_limit, can_record_calls, extra_credit_price, limits = {} } = organization;
  const yesOrNo = (isIncluded: boolean) => t(isIncluded ? 'included' : 'notIncluded');
  const amount = (value: number) => t('amount', { value });
  const facts: Fact[] = [];
  const add = (label: unknown, value: string) => facts.push({ label, value });
  if (max_concurrency !== undefined) add(t('concurrency'), amount(max_concurrency));
  if (api_rate_limit !== undefined) add(t('rateLimit'), t('requests', { count: api_rate_limit }));
  if (can_record_calls !== undefined) add(t('recording'), yesOrNo(can_record_calls));
  if (extra_credit_price !== undefined) add(t('extraCredits'), t('perCredit', { price: extra_credit_price }));
  for (const [key, value] of Object.entries(limits)) {
    // The vendor doesn't document these keys, so they are shown as they are, in the spelling of the other labels.
    const name = key.replaceAll('_', ' ').replace(/^api\b|^./i, (start) => start.toUpperCase());
    const label = html`<span translate="no"><bdi>${name}</bdi></span>`;
    if (typeof value === 'boolean') add(label, yesOrNo(value));
    else if (typeof value === 'number') add(label, amount(value));
  }
  return facts;
}
