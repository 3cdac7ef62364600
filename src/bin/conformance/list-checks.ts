import { definitionOf } from '../../contract/definition.js';
import type { EndpointDefinition } from '../../contract/endpoint.js';
import type { User } from '../../contract/me.js';
import { searchKey } from '../../contract/search.js';
import { listUsers, type UserSort } from '../../contract/users.js';
import type { Connection } from './connection.js';
import { judge } from './reply-findings.js';
import { type Finding, note, wrong } from './report.js';

/** A page as the contract's reader returns it. */
interface Page<Item = { readonly id: string }> {
  readonly items: readonly Item[];
  readonly total?: number | undefined;
}

/** Number of items in a small page: enough to see an order, few enough that the list has a second page. */
const pageSize = 2;

/** Number of items that are read to check a filter or an order. */
const sampleSize = 50;

/** Checks that pages of a list follow each other, and that `meta.total` counts the items (docs/contract.md 3.4). */
export async function pageFindings(
  connection: Connection,
  operation: EndpointDefinition,
  query: Record<string, unknown>,
): Promise<Finding[]> {
  const read = (limit: number, offset: number) =>
    readPage<{ id: string }>(connection, operation, { ...query, limit, offset });
  const first = await read(pageSize, 0);
  if (Array.isArray(first)) return first;
  const findings: Finding[] = [];
  if (first.items.length > pageSize) {
    return [wrong(`ignores limit: answers ${first.items.length} items to limit=${pageSize} (docs/contract.md 3.4)`)];
  }
  const second = await read(pageSize, pageSize);
  if (Array.isArray(second)) return second;
  const known = new Set(first.items.map(({ id }) => id));
  if (second.items.some(({ id }) => known.has(id))) {
    findings.push(wrong('ignores offset: the second page repeats items of the first (docs/contract.md 3.4)'));
  }
  const { total } = first;
  const seen = first.items.length + second.items.length;
  if (total === undefined) {
    findings.push(note('has no meta.total: the panes show no number, and offer a next page after each full page'));
  } else if (!findings.length) {
    const last = total > 0 ? await read(pageSize, total - 1) : first;
    if (Array.isArray(last)) return last;
    const isCounted = total === 0 ? seen === 0 : last.items.length === 1 && seen <= total;
    if (!isCounted) {
      const found = total === 0 ? `${seen} items` : `${last.items.length} items from item ${total} on`;
      findings.push(wrong(`counts wrongly: meta.total is ${total}, but there are ${found} (docs/contract.md 3.4)`));
    }
  }
  return findings;
}

/** Reads a page; returns findings instead if it cannot be read. */
async function readPage<Item>(
  connection: Connection,
  operation: EndpointDefinition,
  query: Record<string, unknown>,
): Promise<Page<Item> | Finding[]> {
  const outcome = await connection.call(operation, { query });
  if (!outcome.error) return outcome.value as Page<Item>;
  const { findings, reason } = judge(operation, outcome, connection.timeoutSeconds);
  const asked = new URLSearchParams(
    Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]),
  );
  return (findings.length ? findings : [wrong(reason ?? '')]).map(({ text }) => wrong(`with ?${asked} ${text}`));
}

/** Checks search, filters and orders of the users (docs/contract.md 7.1). */
export async function userListFindings(connection: Connection, orgId: string, me: User): Promise<Finding[]> {
  const findings: Finding[] = [];
  const read = async (query: Record<string, unknown>) => {
    const page = await readPage<User>(connection, definitionOf(listUsers), {
      org_id: orgId,
      limit: sampleSize,
      ...query,
    });
    if (!Array.isArray(page)) return page.items;
    findings.push(...page);
    return undefined;
  };

  const found = await read({ search: me.email });
  if (found && !found.some(({ id }) => id === me.id)) {
    findings.push(wrong('does not find the signed-in user by ?search= with their email (docs/contract.md 7.1)'));
  }
  if (found?.some(({ email }) => searchKey(email) !== searchKey(me.email))) {
    findings.push(wrong('finds users with another email than the one in ?search= (docs/contract.md 7.1)'));
  }
  const withRole = await read({ role: me.role });
  if (withRole?.some(({ role }) => role !== me.role)) {
    findings.push(wrong(`answers users of other roles to ?role=${me.role} (docs/contract.md 7.1)`));
  }
  const twoFactor = await read({ two_factor: 'on' });
  if (twoFactor?.some(({ two_factor_enabled }) => two_factor_enabled === false)) {
    findings.push(note('ignores ?two_factor=, as it may: the panes cannot filter by it'));
  }
  for (const [field, isBehind] of Object.entries(orders)) {
    const ascending = await read({ sort: field as UserSort });
    const descending = await read({ sort: `-${field}` });
    if (!ascending || !descending) continue;
    const isSame = ascending.map(({ id }) => id).join() === descending.map(({ id }) => id).join();
    if (isSame && ascending.length > 1) {
      findings.push(note(`ignores ?sort=${field}, as it may: the panes keep the server's order`));
      continue;
    }
    for (const [sort, users] of [[field, ascending] as const, [`-${field}`, [...descending].reverse()] as const]) {
      if (users.every((user, index) => index === 0 || !isBehind(users[index - 1] as User, user))) continue;
      findings.push(wrong(`sorts wrongly with ?sort=${sort} (docs/contract.md 7.1)`));
    }
  }
  return findings;
}

const collator = new Intl.Collator('en', { sensitivity: 'base' });
const nameOf = ({ first_name = '', last_name = '' }: User) => searchKey(`${first_name} ${last_name}`.trim());
const timeOf = (time: string | undefined) => (time === undefined ? Number.NEGATIVE_INFINITY : Date.parse(time));

/** By field: whether the first of two users belongs behind the second in an ascending order. */
const orders: Readonly<Record<string, (a: User, b: User) => boolean>> = {
  // Collations of databases differ, so names count as unsorted only if both comparisons agree.
  name: (a, b) => nameOf(a) > nameOf(b) && collator.compare(nameOf(a), nameOf(b)) > 0,
  two_factor: (a, b) => a.two_factor_enabled === true && !b.two_factor_enabled,
  last_login: (a, b) => timeOf(a.last_login_at) > timeOf(b.last_login_at),
  created_at: (a, b) => timeOf(a.created_at) > timeOf(b.created_at),
};
