import { expect } from '@open-wc/testing';
import { readPeople } from '../../../src/elements/invite-user/invitee-parser.js';

const people = (text: string) =>
  readPeople(text).map(({ email, first_name, last_name, role }) =>
    [email, first_name, last_name, role].join('|').replace(/\|+$/, ''),
  );

describe('people in a text', () => {
  it('are read from lines as mail programs write them', () => {
    expect(
      people(
        'Nia Okafor <nia@northwind.example>\r\n"Okafor, Nia" <nia@nw.example>\n\nOkafor, Nia <nia3@nw.example>\n<bo@nw.example>',
      ),
    ).to.deep.equal([
      'nia@northwind.example|Nia|Okafor',
      'nia@nw.example|Nia|Okafor',
      'nia3@nw.example|Nia|Okafor',
      'bo@nw.example|Bo',
    ]);
  });

  it('may stand in one line, as in the To of a mail', () => {
    const expected = ['nia@nw.example|Nia|Okafor', 'bo.li@nw.example|Bo|Li', 'cy@nw.example|Cy|Twombly'];
    expect(people('Nia Okafor <nia@nw.example>; bo.li@nw.example; "Twombly, Cy" <cy@nw.example>')).to.deep.equal(
      expected,
    );
    expect(people('Okafor, Nia <nia@nw.example>, bo.li@nw.example, Cy Twombly <cy@nw.example>')).to.deep.equal(
      expected,
    );
    expect(people('nia.okafor@nw.example, bo.li@nw.example')).to.have.length(2);
  });

  it('are read from a table by its headings, in whatever order, quoted and with whatever separator', () => {
    for (const separator of [',', ';', '\t']) {
      const table = [
        ['Last Name', 'Role', 'E-Mail', 'first_name', 'Team'],
        ['"O""Hara, Jr."', 'admin', 'scarlett@nw.example', '"Scarlett  Ann"', 'x'],
        ['', '', '"rhett@nw.example"', 'Rhett', ''],
      ];
      expect(people(`\ufeff${table.map((row) => row.join(separator)).join('\r\n')}`)).to.deep.equal([
        'scarlett@nw.example|Scarlett  Ann|O"Hara, Jr.|ADMIN',
        'rhett@nw.example|Rhett',
      ]);
    }
    expect(people('name,email\nAda Maria Osei,ada@nw.example')).to.deep.equal(['ada@nw.example|Ada Maria|Osei']);
  });

  it('are read from a table without headings: the address is where the @ is', () => {
    expect(people('ada@nw.example,Ada,Osei,OWNER\nAda,,ada2@nw.example\nAda Osei;ada3@nw.example')).to.deep.equal([
      'ada@nw.example|Ada|Osei|OWNER',
      'ada2@nw.example|Ada',
      'ada3@nw.example|Ada|Osei',
    ]);
    expect(people('Ada Osei ada@nw.example\nada.osei+x@nw.example')).to.deep.equal([
      'ada@nw.example|Ada|Osei',
      'ada.osei+x@nw.example|Ada|Osei',
    ]);
  });

  it('keep their names exactly, whatever the script (C53, C55)', () => {
    const names = [
      ['محمد', 'الأندلسي'],
      ['👩‍🚀', 'Zoë‑Ann'],
      ['\u202eesrever', 'ﬁn'],
      ['李', '小龍'],
    ] as const;
    for (const [first, last] of names) {
      expect(people(`${first} ${last} <a@nw.example>`), first).to.deep.equal([`a@nw.example|${first}|${last}`]);
      expect(people(`a@nw.example\t${first}\t${last}`), first).to.deep.equal([`a@nw.example|${first}|${last}`]);
    }
  });

  it('lose nothing that can’t be understood', () => {
    expect(people('what is this')).to.deep.equal(['what is this']);
    expect(people('"unclosed, a@nw.example')).to.have.length(1);
    expect(people('nobody, Ada <ada@nw.example>, somebody else')).to.deep.equal([
      'ada@nw.example|Ada|nobody',
      'somebody else',
    ]);
    expect(people(' \n\n')).to.deep.equal([]);
  });

  it('are read quickly however long a line is', () => {
    const start = performance.now();
    readPeople(`${'"'.repeat(20_000)}\n${'<'.repeat(20_000)}\n${'@,'.repeat(20_000)}\n${'a '.repeat(20_000)}<a@b`);
    expect(performance.now() - start).to.be.below(1500);
  });
});
