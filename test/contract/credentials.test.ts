import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  normalizeCode,
  normalizePassword,
  normalizeRecoveryCode,
  passwordChange,
  secondFactorOf,
  sixDigits,
} from '../../src/contract/all.js';

describe('a one-time code', () => {
  it('may be typed in the digits of any script (D41)', () => {
    const systems = Intl.supportedValuesOf('numberingSystem');
    let count = 0;
    for (const numberingSystem of systems) {
      const format = new Intl.NumberFormat('en', { numberingSystem, useGrouping: false });
      for (const code of ['123456', '789012']) {
        const written = format.format(Number(code));
        if (!/^\p{Nd}+$/u.test(written)) continue; // Roman, Chinese and similar systems have no positional digits
        expect(normalizeCode(written), numberingSystem).to.equal(code);
        count++;
      }
    }
    expect(count).to.be.above(60);
  });

  it('may hold spaces, dashes and invisible characters (D41)', () => {
    const written = [
      ' 123 456 ',
      '123\u00a0456',
      '123-456',
      '123–456', // en dash
      '123—456', // em dash
      '123‑456', // non-breaking hyphen
      '123−456', // minus
      '１２３－４５６',
      '１２３ー４５６', // the dash of a Japanese keyboard
      '\u200b123\u200d456\ufeff',
      '\u2066123456\u2069',
      '123\u00ad456\n',
    ];
    for (const code of written) expect(sixDigits.parse(code), JSON.stringify(code)).to.equal('123456');
  });

  it('is refused where it holds anything else', () => {
    for (const code of ['', '12345', '1234567', '12345a', '123.456', 'abcdef', '①②③④⑤⑥x'])
      expect(sixDigits.safeParse(code).success, code).to.equal(false);
  });

  it('is told from a recovery code', () => {
    expect(secondFactorOf(' ۱۲۳ ۴۵۶ ')).to.deep.equal({ code: '123456' });
    expect(secondFactorOf(' abcd–1234–efgh ')).to.deep.equal({ recovery_code: 'abcd-1234-efgh' });
    expect(secondFactorOf('\u200b ')).to.deep.equal({ recovery_code: '' });
  });
});

describe('a recovery code', () => {
  it('may be full width, with other dashes, and with invisible characters (D41)', () => {
    const written = [
      'abcd-1234-ef56',
      ' abcd-1234-ef56\n',
      'ａｂｃｄ－１２３４－ｅｆ５６',
      'abcd–1234—ef56',
      'abcd - 1234 - ef56',
      '\u200babcd\u200b-1234-\u2060ef56\ufeff',
      'abcd-١٢٣٤-ef٥٦',
    ];
    for (const code of written) expect(normalizeRecoveryCode(code), JSON.stringify(code)).to.equal('abcd-1234-ef56');
  });

  it('is normalized in no time, however long it is', () => {
    expect(normalizeRecoveryCode(`a${' '.repeat(300_000)}b`)).to.equal('a b');
  });

  it('keeps its case and its separators, which are the server’s to judge', () => {
    expect(normalizeRecoveryCode('ABcd 1234')).to.equal('ABcd 1234');
  });
});

describe('any text', () => {
  it('is normalized to one form, whatever it is', () => {
    const property = fc.property(fc.string({ unit: 'binary' }), (typed) => {
      for (const normalize of [normalizeCode, normalizeRecoveryCode, normalizePassword])
        expect(normalize(normalize(typed))).to.equal(normalize(typed));
    });
    fc.assert(property, { numRuns: 500 });
  });
});

describe('a password', () => {
  it('is the same however its letters are composed, and whatever their width (D42)', () => {
    const composed = 'Crème-brûlée-42';
    expect(normalizePassword(composed.normalize('NFD'))).to.equal(composed);
    expect(normalizePassword('Ｃｒème-brûlée-４２')).to.equal(composed);
    expect(normalizePassword('Purple otter')).not.to.equal(normalizePassword('purple otter'));
  });

  it('to be set is counted in its normalized form, and differs from the current one in it (D42)', () => {
    const reason = (current_password: string, new_password: string) =>
      passwordChange.safeParse({ current_password, new_password }).error?.issues[0]?.message;
    expect(reason('x', 'éééé'.normalize('NFD'))).to.equal('too_short');
    expect(reason('Crème-brûlée', 'Crème-brûlée'.normalize('NFD'))).to.equal('same');
    expect(reason('x', 'Crème-brûlée')).to.equal(undefined);
  });
});
