import { AgniError } from '../client/error.js';
import type { Resource, ResourceState } from './resource.js';

/** One write, and how its outcome is determined if the answer does not show it. */
export interface Mutation<Result, State> {
  /** Sends the request. */
  readonly write: () => Promise<Result>;
  /**
   * The resource that the write changes. Refetched after a lost answer and after a 404 or 409, which mean that the
   * shown state was outdated.
   */
  readonly resource: Pick<Resource<State>, 'refetch'>;
  /** The data by which the user decided. Stale data are refetched first; if that fails, nothing is written. */
  readonly basis?: Resource<unknown>;
  /** Returns the result of the write if the state read after a lost answer shows that the write was carried out. */
  readonly confirm?: (fresh: State) => Result | undefined;
  /** Statuses after which `confirm` decides as well, because they may mean that the change was made before. */
  readonly confirmStatuses?: readonly number[];
  /** The result of a delete that finds nothing to delete (404). */
  readonly whenGone?: Result;
  /** Invalidates other resources that the write changes; called after it was carried out, or may have been. */
  readonly affects?: () => void;
  /** Applies the certain changes to resources, in case a refetch fails. */
  readonly apply?: (result: Result) => void;
}

/**
 * Carries out a write once and resolves with its result. Rejects with the write's error if the write was not carried
 * out, or if the outcome is unknown: then the error's `isAnswerLost` is `true` and the resource is stale.
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

/** Whether every field of a change has the wanted value. Compares text, so that `undefined`, '' and [] are equal. */
export function hasChange(value: object, change: object): boolean {
  const fields = value as Readonly<Record<string, unknown>>;
  return Object.entries(change).every(([field, wanted]) => String(fields[field] ?? '') === String(wanted ?? ''));
}
