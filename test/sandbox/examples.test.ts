import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { createClient } from '../../src/client/client.js';
import { en } from '../../src/elements/api-reference/en.js';
import { ownCards, type ReferenceCard } from '../../src/elements/api-reference/reference-cards.js';
import { Locale } from '../../src/locales/locale.js';
import { serveOn } from './api.js';
import { type StoreKind, storeKinds } from './stores.js';

const run = promisify(execFile);

/** Runs an example as a user does after copying it. */
const ways = {
  curl: (code: string) => run('bash', ['-c', code.replace('curl', 'curl --silent --show-error --fail')]),
  python: (code: string) => run('python3', ['-c', code]),
  javascript: (code: string) => run(process.execPath, ['--input-type=module', '-e', code]),
};

const languages = Object.keys(ways) as (keyof typeof ways)[];

describe('the examples of <agni-api-reference>', () => {
  const { api } = serveOn(storeKinds[0] as StoreKind);
  let cards: readonly ReferenceCard[];
  let organizationId: string;
  let key: string;
  let token: string;

  beforeAll(async () => {
    const workspace = await api.workspace();
    organizationId = workspace.id;
    token = workspace.owner.access_token;
    key = (await api.apiKey(workspace)).key;
    const client = createClient({ baseUrl: api.url });
    cards = ownCards(client, organizationId, new Locale('apiReference', en, 'en'));
    client.close();
  });

  it.each(['api', 'ghl', 'calcom'].flatMap((card) => languages.map((language) => [card, language] as const)))(
    '%s in %s asks about this workspace, and runs once a credential is in its place',
    async (card, language) => {
      const examples = cards.find(({ id }) => id === card)?.examples ?? [];
      expect(examples.map(({ id }) => id)).toEqual(languages);
      const code = examples.find(({ id }) => id === language)?.code ?? '';
      expect(code).toContain(organizationId);
      expect(code).toMatch(/YOUR_(?:API_KEY|ACCESS_TOKEN)/);
      const signed = code.replace('YOUR_API_KEY', key).replace('YOUR_ACCESS_TOKEN', token);
      const { stdout } = await ways[language](signed);
      expect(stdout).toMatch(card === 'api' ? /Northwind/ : /success.{0,3}true/i);
      await expect(ways[language](code)).rejects.toThrow();
    },
  );
});
