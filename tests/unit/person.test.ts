import { describe, expect, it } from 'vitest';
import { checkName, checkSecret, normalizeLogin, normalizeName } from '#domain/person.ts';

describe('normalizeLogin', () => {
  it('brings every spelling of a login to one', () => {
    for (const text of ['wartini', ' Wartini ', 'WARTINI', 'ｗａｒｔｉｎｉ', 'wartini\n']) {
      expect(normalizeLogin(text)).toBe('wartini');
    }
    expect(normalizeLogin('bu.tini_2-a')).toBe('bu.tini_2-a');
  });

  it.each(['', 'ab', 'x'.repeat(33), 'bu tini', 'wartıni', 'wärtini', 'a@b.id', "x' OR 1=1", 'а'.repeat(5)])(
    'refuses %j',
    (text) => {
      expect(normalizeLogin(text)).toBeUndefined();
    },
  );
});

describe('checkSecret', () => {
  it('wants six digits of participants, and none that are guessed first', () => {
    expect(checkSecret('participant', '480213')).toBeUndefined();
    expect(checkSecret('participant', '112233')).toBeUndefined();
    for (const pin of ['48021', '4802134', '48021a', '', ' 480213', '４８０２１３']) {
      expect(checkSecret('participant', pin)).toBe('pin_not_six_digits');
    }
    for (const pin of ['000000', '999999', '123456', '654321', '012345', '890123', '321098']) {
      expect(checkSecret('participant', pin)).toBe('pin_too_simple');
    }
  });

  it('wants 12 to 128 signs of staff', () => {
    expect(checkSecret('trainer', 'kopi pagi di kuripan')).toBeUndefined();
    expect(checkSecret('coordinator', '😀'.repeat(12))).toBeUndefined();
    expect(checkSecret('trainer', '480213')).toBe('passphrase_too_short');
    expect(checkSecret('trainer', ' '.repeat(20))).toBe('passphrase_too_short');
    expect(checkSecret('coordinator', 'x'.repeat(129))).toBe('passphrase_too_long');
  });
});

describe('checkName', () => {
  it.each(['Bu D\'Arc "Tini"', 'Ñandú', '王小明', 'Tini 👩🏽‍🌾', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'علي', 'x'.repeat(100), '<b>Tini</b>'])(
    'takes %j',
    (name) => {
      expect(checkName(name)).toBeUndefined();
    },
  );

  it.each([
    ['', 'name_empty'],
    ['   ', 'name_empty'],
    ['\u200d', 'name_empty'],
    ['x'.repeat(101), 'name_too_long'],
    ['x'.repeat(300), 'name_too_long'],
    ['Tini\u202eoidua', 'name_forbidden_signs'],
    ['Tini\u200f', 'name_forbidden_signs'],
    ['Ti\u0000ni', 'name_forbidden_signs'],
    ['Ti\nni', 'name_forbidden_signs'],
    ['Ti\u200bni', 'name_forbidden_signs'],
    ['Ti\u2028ni', 'name_forbidden_signs'],
    ['Ti\ud800ni', 'name_forbidden_signs'],
  ])('refuses %j as %s', (name, problem) => {
    expect(checkName(name)).toBe(problem);
  });

  it('keeps composed signs and no space around', () => {
    expect(normalizeName('  Sre\u0301\u006e  ')).toBe('Srén');
  });
});
