import { expect } from '@open-wc/testing';
import { readInvitees } from '../../../src/elements/invite-user/invitee-parser.js';
import * as tables from '../../../src/elements/invite-user/invitee-table.lazy.js';
import { pastedTexts } from './pasted-texts.js';

const read = (text: string) => readInvitees(text, async () => tables);

/** The invitees that are read from a text, as `email|first|last|role`, without empty values at the end. */
const parsed = async (text: string) =>
  ((await read(text)) ?? []).map(({ email, first_name, last_name, role }) =>
    [email, first_name, last_name, role].join('|').replace(/\|+$/, ''),
  );

describe('invitees in a pasted text', () => {
  for (const { shape, text, expected } of pastedTexts) {
    it(`are read from ${shape} (D37, D38)`, async () => {
      expect(await parsed(text)).to.deep.equal(expected);
    });
  }

  it('come from at least 40 shapes of text', () => {
    expect(new Set(pastedTexts.map(({ shape }) => shape)).size).to.be.at.least(40);
  });

  it('keep their names exactly, whatever the script (C53, C55)', async () => {
    const names = [
      ['محمد', 'الأندلسي'],
      ['👩‍🚀', 'Zoë‑Ann'],
      ['\u202eesrever', 'ﬁn'],
      ['李', '小龍'],
    ] as const;
    for (const [first, last] of names) {
      const expected = [`a@nw.example|${first}|${last}`];
      expect(await parsed(`${first} ${last} <a@nw.example>`), first).to.deep.equal(expected);
      expect(await parsed(`First name;Last name;Email\n${first};${last};a@nw.example`), first).to.deep.equal(expected);
    }
    expect(await parsed('Ada,"O""Hara, Jr.",ada@nw.example\nBo,Li,bo@nw.example')).to.deep.equal([
      'ada@nw.example|Ada|O"Hara, Jr.',
      'bo@nw.example|Bo|Li',
    ]);
  });

  it('come with every address, and nothing that cannot be understood is lost (D37)', async () => {
    expect(await parsed('what is this')).to.deep.equal(['what is this']);
    expect(await parsed('nia@northwind')).to.deep.equal(['nia@northwind|Nia']);
    expect(await parsed('"unclosed, a@nw.example\n"b@nw.example')).to.deep.equal([
      'a@nw.example|unclosed',
      'b@nw.example|B',
    ]);
    expect(await parsed('nobody, Ada <ada@nw.example>, somebody else')).to.deep.equal([
      'ada@nw.example|Ada|nobody',
      'somebody else',
    ]);
    expect(await parsed('a@evil.example@nw.example')).to.have.length(1);
    expect(await parsed(' \n•\n---\n')).to.deep.equal([]);
  });

  it('come once for each address, unless two names contradict each other', async () => {
    expect(await parsed('nia@nw.example; Nia Okafor <NIA@nw.example>, nia@nw.example')).to.deep.equal([
      'NIA@nw.example|Nia|Okafor',
    ]);
    expect(await parsed('Nia <nia@nw.example>\nBo <nia@nw.example>')).to.have.length(2);
  });

  it('are read quickly however long a line is', async () => {
    const start = performance.now();
    await read(`${'"'.repeat(20_000)}\n${'<'.repeat(20_000)}\n${'@,'.repeat(20_000)}\n${'a '.repeat(20_000)}<a@b`);
    await read('Nia,Okafor,nia@nw.example,Welcome\n'.repeat(5000));
    expect(performance.now() - start).to.be.below(20_000); // a busy machine needs three seconds
  });
});
