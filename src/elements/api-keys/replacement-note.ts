import { html } from 'lit';
import type { ApiKey } from '../../contract/api-keys.js';
import { bidiIsolate } from '../../ui/bidi-isolate.js';
import { timeAgo } from '../../ui/time.js';
import type { DialogsWords } from './api-keys-context.js';

/** A note with the name of a key's successor, and whether the old key was used after the successor was created. */
export function replacementNote(key: ApiKey, successor: ApiKey, { t, lang, fill }: DialogsWords) {
  const { last_used_at: used } = key;
  const isStillUsed = used && Date.parse(used) > Date.parse(successor.created_at ?? '');
  return html`<p class="help replacement" part="notice">
    ${fill('replacing', { successor: bidiIsolate(successor.name) })}
    ${used ? fill(isStillUsed ? 'replacingUsed' : 'replacingQuiet', { when: timeAgo(used, lang) }) : t('replacingNever')}
    ${t('replacingEnd')}
  </p>`;
}
