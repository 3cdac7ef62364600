import type { AgniError } from '../../client/error.js';
import { fieldReasons } from '../../contract/fault.js';
import { newInvitation } from '../../contract/invitations.js';
import { addressKey } from '../../resources/invitations.js';
import { type FieldError, fieldErrorsIn } from '../base/form-controller.js';
import { findingOf, type Known } from './address-parser.js';

/** Somebody in the list, as they stand in the preview. A changed row is a new object. */
export interface Row {
  readonly id: number;
  readonly email: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly role: string;
  /** Why the last attempt came to nothing, until something about the row changes. */
  readonly refusal?: AgniError | 'cancelled';
  readonly isSent?: true;
}

/** What can be typed in a row. */
export type RowField = 'email' | 'first_name' | 'last_name' | 'role';

/** What is known of addresses besides {@link Known}: those of members, as far as they were read. */
export interface KnownToMany extends Known {
  readonly users: ReadonlySet<string> | undefined;
}

/** What would be asked of the server for a row. */
export function bodyOf({ email, first_name, last_name, role }: Row, roles: readonly string[]) {
  const texts = { email: email.trim(), first_name: first_name.trim(), last_name: last_name.trim() };
  return roles.includes(role) ? { ...texts, role } : texts;
}

/** Judges rows by what is known, each once for as long as neither changes. */
export class RowJudge {
  #known: KnownToMany | undefined;
  #verdicts = new WeakMap<Row, Map<string, FieldError>>();
  #keys = new WeakMap<Row, string>();

  /** What stands in the way of each row, by its id and field; rows nothing is wrong with are left out. */
  judge(rows: readonly Row[], known: KnownToMany): ReadonlyMap<number, ReadonlyMap<string, FieldError>> {
    const isSame = (Object.keys(known) as (keyof KnownToMany)[]).every((key) => known[key] === this.#known?.[key]);
    if (!isSame) this.#verdicts = new WeakMap();
    this.#known = known;
    const waiting = rows.filter(({ isSent }) => !isSent);
    // Whatever order they are shown in, the one that came first counts.
    const first = new Map<string, number>();
    for (const row of waiting) {
      const key = this.#keyOf(row);
      first.set(key, Math.min(row.id, first.get(key) ?? row.id));
    }
    const found = new Map<number, ReadonlyMap<string, FieldError>>();
    for (const row of waiting) {
      const isFirst = first.get(this.#keyOf(row)) === row.id;
      const verdict = isFirst ? this.#verdictOn(row, known) : new Map([['email', { reason: 'twice' }]]);
      if (verdict.size) found.set(row.id, verdict);
    }
    return found;
  }

  #keyOf(row: Row): string {
    const key = this.#keys.get(row) ?? addressKey(row.email);
    this.#keys.set(row, key);
    return key;
  }

  #verdictOn(row: Row, known: KnownToMany): Map<string, FieldError> {
    const made = this.#verdicts.get(row) ?? this.#newVerdict(row, known);
    this.#verdicts.set(row, made);
    return made;
  }

  #newVerdict(row: Row, known: KnownToMany): Map<string, FieldError> {
    const fieldErrors = fieldErrorsIn(newInvitation.safeParse(bodyOf(row, [])));
    if (fieldErrors.has('email')) return fieldErrors;
    const finding = findingOf(row.email, known, false);
    if (known.users?.has(this.#keyOf(row))) fieldErrors.set('email', { reason: 'member' });
    else if (finding?.kind === 'outside') {
      fieldErrors.set('email', { reason: 'outside', values: { domains: finding.domains.join(', ') } });
    } else if (finding) fieldErrors.set('email', { reason: finding.kind });
    return fieldErrors;
  }
}

/** Why the server refused a field of the row. */
export function refusalOf({ refusal }: Row, field: RowField): FieldError | undefined {
  const [reason] = (refusal && refusal !== 'cancelled' && fieldReasons(refusal.details).get(field)) || [];
  return reason === undefined ? undefined : { reason };
}
