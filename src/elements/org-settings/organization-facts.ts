import { html, nothing } from 'lit';
import type { Organization } from '../../contract/organization.js';
import type { en as sharedWords } from '../../locales/en.js';
import type { Locale } from '../../locales/locale.js';
import { copyField } from '../../ui/copy.js';
import { textField } from '../../ui/field.js';
import { dateText } from '../../ui/time.js';
import type { en } from './en.js';

/** How much is in use, as far as it's known. */
export interface Used {
  readonly seats: number | undefined;
  readonly agents: number | undefined;
}

/** What can't be changed here: the organization's id, its plan, and how much of the plan is used. */
export function organizationFacts(
  organization: Organization,
  used: Used,
  locale: Locale<typeof en>,
  shared: Locale<typeof sharedWords>,
  announce: (text: string) => void,
) {
  const { t } = locale;
  const { id, plan_name } = organization;
  const copyId = async (event: Event) => {
    const field = (event.currentTarget as Element).parentElement?.querySelector('input');
    if (field) announce(shared.t((await copyField(field)) ? 'copied' : 'notCopied'));
  };
  const copy = html`<button class="secondary" part="button" type="button" aria-label=${t('copyId')} @click=${copyId}>
    ${shared.t('copy')}
  </button>`;
  return html`
    ${textField({ name: 'id', label: t('id'), value: id, help: t('idHelp'), readonly: true, button: copy })}
    ${textField({
      name: 'plan',
      label: t('plan'),
      value: plan_name || t('noPlan'),
      help: planStatus(organization, locale),
      readonly: true,
    })}
    ${usageList(organization, used, locale)} ${limitList(organization, locale)}
  `;
}

function planStatus({ sub_status, period_end }: Organization, { t, lang }: Locale<typeof en>): string | undefined {
  const status = sub_status === 'active' ? t('planActive') : sub_status;
  return status && period_end ? t('planRenews', { status, date: dateText(period_end, lang) }) : status;
}

function usageList(organization: Organization, used: Used, { t }: Locale<typeof en>) {
  const { max_members, max_agents, max_credits, total_credits } = organization;
  const rows = [
    { label: t('seats'), value: used.seats, limit: max_members },
    { label: t('agents'), value: used.agents, limit: max_agents },
    { label: t('credits'), value: total_credits, limit: max_credits },
  ];
  const known = rows.filter(({ value, limit }) => value !== undefined || limit !== undefined);
  return factList(
    t('usage'),
    known.map(({ label, value = '–', limit }) => [
      label,
      limit === undefined ? t('amount', { used: value }) : t('ofLimit', { used: value, limit }),
    ]),
  );
}

/** The limits of the plan that nothing is counted against here, as far as the server names them. */
function limitList(organization: Organization, { t }: Locale<typeof en>) {
  const { max_concurrency, api_rate_limit, can_record_calls, extra_credit_price, limits = {} } = organization;
  const yesOrNo = (isIncluded: boolean) => t(isIncluded ? 'included' : 'notIncluded');
  const facts: Fact[] = [];
  if (max_concurrency !== undefined) facts.push([t('concurrency'), t('amount', { used: max_concurrency })]);
  if (api_rate_limit !== undefined) facts.push([t('rateLimit'), t('requests', { count: api_rate_limit })]);
  if (can_record_calls !== undefined) facts.push([t('recording'), yesOrNo(can_record_calls)]);
  if (extra_credit_price !== undefined) facts.push([t('extraCredits'), t('perCredit', { price: extra_credit_price })]);
  for (const [key, value] of Object.entries(limits)) {
    // The vendor doesn't document these keys, so they are shown as they are, without their underscores.
    const label = html`<span translate="no"><bdi>${key.replaceAll('_', ' ')}</bdi></span>`;
    if (typeof value === 'boolean') facts.push([label, yesOrNo(value)]);
    else if (typeof value === 'number') facts.push([label, t('amount', { used: value })]);
  }
  return factList(t('limits'), facts);
}

type Fact = readonly [label: unknown, value: string];

function factList(name: string, facts: readonly Fact[]) {
  if (!facts.length) return nothing;
  return html`<dl part="list" aria-label=${name}>
    ${facts.map(([label, value]) => html`<div part="row"><dt>${label}</dt><dd><bdi>${value}</bdi></dd></div>`)}
  </dl>`;
}
