import { expect } from 'vitest';
import type { Answer, Api, TestWorkspace } from '../../sandbox/api.js';

/** Expects a 503 with a time for the next attempt, and without details of the cause. */
export function expectUnavailable(answer: Answer) {
  expect(answer).toMatchObject({ status: 503, body: { success: false, error: { code: 'SERVICE_UNAVAILABLE' } } });
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(answer.text).not.toMatch(/postgres|sqlite|ECONN|select|disk|timeout/i);
}

/** Creates keys until the disk is full, and another key after `free` has made space; expects no partial writes. */
export async function expectNoHalfWrites(api: Api, workspace: TestWorkspace, free: () => unknown) {
  const token = workspace.owner.access_token;
  const create = (name: string) => api.post('/api/v1/api-keys', { name }, { token });
  const names = async () => {
    const { status, body } = await api.get('/api/v1/api-keys?limit=200', { token });
    expect(status).toBe(200);
    return body.data.map(({ name }: { name: string }) => name);
  };
  const before = await names();
  const stored: string[] = [];
  let refused: Answer | undefined;
  while (!refused) {
    const name = `key ${stored.length}`;
    const answer = await create(name);
    if (answer.status === 200) stored.push(name);
    else refused = answer;
  }
  expectUnavailable(refused);
  expectUnavailable(await create('one more'));
  expect((await names()).sort()).toEqual([...before, ...stored].sort());
  expect((await api.get('/health')).status).toBe(200);
  await free();
  expect((await create('after it')).status).toBe(200);
  expect((await names()).length).toBe(before.length + stored.length + 1);
}
