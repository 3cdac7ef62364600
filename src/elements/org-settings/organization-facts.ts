import { html, nothing } from 'lit';
import type { Organization } from '../../contract/organization.js';
import type { en as sharedWords } from '../../locales/en.js';
import type { Locale } from '../../locales/locale.js';
import { copyField } from '../../ui/copy.js';
import { dateText } from '../../ui/date.js';
import { textField } from '../../ui/field.js';
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
    ${usageList(organization, used, locale)}
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
  if (!known.length) return nothing;
  return html`<dl part="list" aria-label=${t('usage')}>
    ${known.map(({ label, value = '–', limit }) => {
      const text = limit === undefined ? t('amount', { used: value }) : t('ofLimit', { used: value, limit });
      return html`<div part="row"><dt>${label}</dt><dd><bdi>${text}</bdi></dd></div>`;
    })}
  </dl>`;
}
