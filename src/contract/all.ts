import type { EndpointDefinition } from './endpoint.js';
import * as modules from './modules.js';

export * from './modules.js';

function isEndpoint(value: unknown): value is EndpointDefinition {
  return typeof value === 'object' && value !== null && 'method' in value && 'path' in value;
}

/**
 * Every operation by name, for servers, documents and tests. Elements import the operations they use from the modules
 * of the operations, so that a page loads no others.
 */
export const endpoints: Readonly<Record<string, EndpointDefinition>> = Object.fromEntries(
  Object.values<unknown>(modules)
    .filter(isEndpoint)
    .map((operation) => [operation.name, operation]),
);
