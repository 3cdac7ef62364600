import { endpoints } from '../../contract/all.js';

const operations = Object.values(endpoints)
  .map(({ name, method, path }) => ({ name, method, path, places: path.split('{').length }))
  .sort((a, b) => a.places - b.places) // so that /users/me isn't taken for a person's id
  .map((operation) => ({ ...operation, pattern: new RegExp(`^${operation.path.replace(/{\w+}/g, '[^/]+')}$`) }));

/** Name of the operation that a request means, whether or not it's served yet. */
export function operationAt(method: string, path: string): string | undefined {
  return operations.find((operation) => operation.method === method && operation.pattern.test(path))?.name;
}
