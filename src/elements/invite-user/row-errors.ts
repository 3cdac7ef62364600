import { AgniError } from '../../client/error.js';
import { fieldReasons } from '../../contract/fault.js';
import { newInvitation } from '../../contract/invitations.js';
import { addressKey } from '../../resources/invitations.js';
import type { FieldError } from '../base/form-controller.js';
import { fieldErrorsIn } from '../base/form-errors.js';
import type { Row, RowField } from './bulk-machine.js';
import { findingOf, type Known } from './known-addresses.js';

/** The data that many addresses are compared with: {@link Known}, and the addresses of all users if known. */
export interface KnownToMany extends Known {
  readonly users: ReadonlySet<string> | undefined;
}

/** The errors of a row, by field. */
export type FieldErrors = ReadonlyMap<string, FieldError>;

/** The request body for a row. */
export function bodyOf({ email, first_name, last_name, role }: Row, roles: readonly string[]) {
  const texts = { email: email.trim(), first_name: first_name.trim(), last_name: last_name.trim() };
  return roles.includes(role) ? { ...texts, role } : texts;
}

/** Finds the errors of rows. Caches the errors of a row until the row, or the data it is compared with, changes. */
export class RowErrors {
  #known: KnownToMany | undefined;
  #rows: readonly Row[] = [];
  #found: ReadonlyMap<number, FieldErrors> = new Map();
  #errors = new WeakMap<Row, FieldErrors>();
  readonly #keys = new WeakMap<Row, string>();

  /** The errors of the rows that are not sent, by row id. Rows without errors are left out. */
  find(rows: readonly Row[], known: KnownToMany): ReadonlyMap<number, FieldErrors> {
    const isSame = (Object.keys(known) as (keyof KnownToMany)[]).every((key) => known[key] === this.#known?.[key]);
    if (isSame && rows === this.#rows) return this.#found;
    if (!isSame) this.#errors = new WeakMap();
    this.#known = known;
    this.#rows = rows;
    const open = rows.filter(({ isSent }) => !isSent);
    // Of rows with the same address, the one that was read first is invited, in whatever order they are now.
    const first = new Map<string, number>();
    for (const row of open) first.set(this.#keyOf(row), Math.min(row.id, first.get(this.#keyOf(row)) ?? row.id));
    const errorsOf = (row: Row) =>
      first.get(this.#keyOf(row)) === row.id ? this.#errorsOf(row, known) : new Map([['email', { reason: 'twice' }]]);
    const found = open.map((row) => [row.id, errorsOf(row)] as const);
    this.#found = new Map(found.filter(([, errors]) => errors.size));
    return this.#found;
  }

  #keyOf(row: Row): string {
    const key = this.#keys.get(row) ?? addressKey(row.email);
    this.#keys.set(row, key);
    return key;
  }

  #errorsOf(row: Row, known: KnownToMany): FieldErrors {
    const errors = this.#errors.get(row) ?? this.#check(row, known);
    this.#errors.set(row, errors);
    return errors;
  }

  #check(row: Row, known: KnownToMany): FieldErrors {
    const errors = fieldErrorsIn(newInvitation.safeParse(bodyOf(row, [])));
    if (errors.has('email')) return errors;
    const reason = known.users?.has(this.#keyOf(row)) ? 'user' : findingOf(row.email, known, false)?.kind;
    return reason ? errors.set('email', { reason }) : errors;
  }
}

/** Why the server or the host page refused a field of the row. */
export function failureOf({ failure }: Row, field: RowField): FieldError | undefined {
  if (!failure) return undefined;
  if (failure instanceof AgniError) {
    const [reason] = fieldReasons(failure.details).get(field) ?? [];
    return reason === undefined ? undefined : { reason };
  }
  const { message } = failure;
  return message && failure.field === field ? { reason: 'host', message } : undefined;
}
