import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestWorkspace } from '../sandbox/api.js';
import { BuiltServer } from './built-server.js';

/** Megabytes of resident memory at most. */
const mostMemory = 400;

const rounds = 400;

describe('the built server', () => {
  const server = new BuiltServer();
  const { api } = server;
  let workspace: TestWorkspace;

  /** Creates, uses and deletes a key, with reads before and after. */
  async function live(round: number) {
    const { access_token: token } = workspace.owner;
    const { id, key } = await api.apiKey(workspace, { name: `soak ${round}` });
    expect((await api.get('/api/v1/agents/', { key })).status).toBe(200);
    const reads = [
      '/api/v1/api-keys',
      '/api/v1/users',
      `/api/v1/organizations/profile/${workspace.id}`,
      '/api/v1/users/me',
    ];
    const answers = await Promise.all(reads.map((path) => api.get(path, { token })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect((await api.send('DELETE', `/api/v1/api-keys/${id}`, { token })).status).toBe(200);
    expect((await api.get('/api/v1/agents/', { key })).status).toBe(401);
  }

  beforeAll(async () => {
    await server.start();
    workspace = await api.workspace({ users: 500 });
  });

  afterAll(async () => {
    await server.end();
    server.remove();
  });

  it(`stays below ${mostMemory} MB through ${rounds} keys and ${rounds * 6} reads`, async () => {
    for (let round = 0; round < rounds; round += 1) await live(round);
    expect(server.memory()).toBeLessThan(mostMemory);
  });

  it('is ready within 3 s on the data of before, and has all of it after being killed', async () => {
    for (let restart = 0; restart < 5; restart += 1) {
      const { id } = await api.apiKey(workspace, { name: `kept ${restart}` });
      await server.end('SIGKILL');
      expect(await server.start()).toBeLessThan(3000);
      const { body } = await api.get('/api/v1/api-keys', { token: workspace.owner.access_token });
      expect(body.data.map((key: { id: string }) => key.id)).toContain(id);
    }
  });
});
