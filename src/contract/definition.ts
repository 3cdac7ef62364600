import type { DefinitionOf, Endpoint } from './endpoint.js';

/**
 * Returns the full definition of an operation, with its section, query, body, shape and fault codes. Only for servers,
 * documents and tests: in the script-tag build these properties are `undefined`, so the import rules keep elements from
 * calling this function.
 */
export function definitionOf<E extends Endpoint>(operation: E): E & DefinitionOf<E> {
  return operation as E & DefinitionOf<E>;
}
