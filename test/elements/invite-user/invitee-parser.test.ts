import { expect } from '@open-wc/testing';
import { readInvitees } from '../../../src/elements/invite-user/invitee-parser.js';
import * as tables from '../../../src/elements/invite-user/invitee-table.lazy.js';
import { pastedTexts } from './pasted-texts.js';

const read = (text: string) => readInvitees(text, async () => tables);

/** Who is read from a text, each as `email|first|last|role` without what is empty at the end. */
const people = async (text: string) =>
  ((await read(text)) ?? []).map(({ email, first_name, last_name, role }) =>
    [email, first_name, last_name, role].join('|').replace(/\|+$/, ''),
  );

describe('people in a pasted text', () => {
  for (const { shape, text, expected } of pastedTexts) {
    it(`are read from ${shape} (D37, D38)`, async () => {
      expect(await people(text)).to.deep.equal(expected);
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
      expect(await people(`${first} ${last} <a@nw.example>`), first).to.deep.equal(expected);
      expect(await people(`First name;Last name;Email\n${first};${last};a@nw.example`), first).to.deep.equal(expected);
    }
    expect(await people('Ada,"O""Hara, Jr.",ada@nw.example\nBo,Li,bo@nw.example')).to.deep.equal([
      'ada@nw.example|Ada|O"Hara, Jr.',
      'bo@nw.example|Bo|Li',
    ]);
  });

  it('come with every address, and nothing that cannot be understood is lost (D37)', async () => {
    expect(await people('what is this')).to.deep.equal(['what is this']);
    expect(await people('nia@northwind')).to.deep.equal(['nia@northwind|Nia']);
    expect(await people('"unclosed, a@nw.example\n"b@nw.example')).to.deep.equal([
      'a@nw.example|unclosed',
      'b@nw.example|B',
    ]);
    expect(await people('nobody, Ada <ada@nw.example>, somebody else')).to.deep.equal([
      'ada@nw.example|Ada|nobody',
      'somebody else',
    ]);
    expect(await people('a@evil.example@nw.example')).to.have.length(1);
    expect(await people(' \n•\n---\n')).to.deep.equal([]);
  });

  it('come once for each address, unless two names contradict each other', async () => {
    expect(await people('nia@nw.example; Nia Okafor <NIA@nw.example>, nia@nw.example')).to.deep.equal([
      'NIA@nw.example|Nia|Okafor',
    ]);
    expect(await people('Nia <nia@nw.example>\nBo <nia@nw.example>')).to.have.length(2);
  });

  it('are read quickly however long a line is', async () => {
    const start = performance.now();
    await read(`${'"'.repeat(20_000)}\n${'<'.repeat(20_000)}\n${'@,'.repeat(20_000)}\n${'a '.repeat(20_000)}<a@b`);
    await read('Nia,Okafor,nia@nw.example,Welcome\n'.repeat(5000));
    expect(performance.now() - start).to.be.below(3000);
  });
});
