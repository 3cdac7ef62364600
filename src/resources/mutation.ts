import { AgniError } from '../client/error.js';
import type { Resource, ResourceState } from './resource.js';

/** One write, and how its outcome is found out where the answer does not tell. */
export interface Mutation<Result, State> {
  /** Sends the request. */
  readonly write: () => Promise<Result>;
  /**
   * What the write changes. Refetched after a lost answer and after a 404 or 409, which mean that something is other
   * than it was shown.
   */
  readonly resource: Pick<Resource<State>, 'refetch'>;
  /** What the user saw when they decided. If it could not be refetched, that is tried first; else nothing is written. */
  readonly basis?: Resource<unknown>;
  /** The result of the write, if what was read after a lost answer shows that it was carried out. */
  readonly confirm?: (fresh: State) => Result | undefined;
  /** Statuses after which `confirm` decides as well, because they may mean that there was nothing left to do. */
  readonly confirmStatuses?: readonly number[];
  /** The result of a delete that finds nothing to delete (404). */
  readonly whenGone?: Result;
  /** Marks what else the write changes as outdated; called once it was carried out, or may have been. */
  readonly affects?: () => void;
  /** Shows what is certain now, whether or not it can be read again. */
  readonly apply?: (result: Result) => void;
}

/**
 * Carries out a write once and resolves with its result; rejects with the write's error where it was not carried out, or
 * where that is not known: then the error `isAnswerLost` and the resource is stale.
 */
export async function mutate<Result, State>(mutation: Mutation<Result, State>): Promise<Result> {
  const { write, basis, affects, apply } = mutation;
  if (basis?.isStale) await basis.value();
  const result = await write().catch((error: unknown) => recover(error, mutation));
  affects?.();
  apply?.(result);
  return result;
}

async function recover<Result, State>(
  error: unknown,
  { resource, confirm, confirmStatuses = [], whenGone, affects }: Mutation<Result, State>,
): Promise<Result> {
  if (!(error instanceof AgniError)) throw error;
  const { status, isAnswerLost } = error;
  if (status === 404 && whenGone !== undefined) return whenGone;
  if (!isAnswerLost && ![404, 409, ...confirmStatuses].includes(status)) throw error;
  const fresh = freshValue(await resource.refetch());
  const isDecidable = isAnswerLost || confirmStatuses.includes(status);
  const result = isDecidable && fresh !== undefined ? confirm?.(fresh) : undefined;
  if (result !== undefined) return result;
  if (isAnswerLost) affects?.();
  throw error;
}

/** The value of a state, unless it is unknown or could not be refetched. */
export function freshValue<T>(state: ResourceState<T>): T | undefined {
  return state.status === 'ready' && !state.isStale ? state.value : undefined;
}

/** Whether every field of a change has the wanted value. As text, so that nothing, '' and an empty list are the same. */
export function hasChange(value: object, change: object): boolean {
  const fields = value as Readonly<Record<string, unknown>>;
  return Object.entries(change).every(([field, wanted]) => String(fields[field] ?? '') === String(wanted ?? ''));
}
