import { describe, expect, it } from 'vitest';
import { checkName, checkSecret, loginStem, normalizeLogin, normalizeName } from '#domain/person/person.ts';

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
  const participant = { role: 'participant', login: 'siti', name: 'Siti Aminah' } as const;
  const trainer = { role: 'trainer', login: 'hadi', name: 'Pak Hadi Prasetyo' } as const;

  it('wants six digits of participants', () => {
    for (const pin of ['480213', '714902', '905361']) expect(checkSecret(participant, pin)).toBeUndefined();
    for (const pin of ['48021', '4802134', '48021a', '', ' 480213', '４８０２１３']) {
      expect(checkSecret(participant, pin)).toBe('pin_not_six_digits');
    }
  });

  it.each([
    ...['000000', '999999', '123456', '654321', '012345', '890123', '321098', '123123', '909090', '112233', '998877'],
    ...['121121', '455554', '700707'],
  ])('takes no PIN that is guessed first: %s', (pin) => {
    expect(checkSecret(participant, pin)).toBe('pin_too_simple');
  });

  it.each(['170845', '010199', '311287', '081990', '199008', '051998'])('takes no date as a PIN: %s', (pin) => {
    expect(checkSecret(participant, pin)).toBe('pin_is_a_date');
  });

  it('takes no PIN that stands in the login', () => {
    expect(checkSecret({ ...participant, login: 'siti480213' }, '480213')).toBe('pin_too_simple');
  });

  it('wants 12 to 128 signs of staff', () => {
    expect(checkSecret(trainer, 'kopi pagi di kuripan')).toBeUndefined();
    expect(checkSecret(trainer, 'gula-jawa 7 sendok')).toBeUndefined();
    expect(checkSecret(trainer, 'abcd-efgh-jk23-mn45')).toBeUndefined();
    expect(checkSecret(trainer, '480213')).toBe('passphrase_too_short');
    expect(checkSecret(trainer, ' '.repeat(20))).toBe('passphrase_too_short');
    expect(checkSecret(trainer, 'x'.repeat(129))).toBe('passphrase_too_long');
  });

  it.each([
    ...['aaaaaaaaaaaa', 'abababababab', 'sayasayasaya', '123456789012', 'abcdefghijkl', 'qwertyuiopas', 'password1234'],
    ...['katasandi123', 'rumahbelajar', 'Indonesia1234', '😀'.repeat(12), '987654321098', 'pengurus kuripan'],
  ])('takes no passphrase that is guessed first: %s', (passphrase) => {
    expect(checkSecret(trainer, passphrase)).toBe('passphrase_too_simple');
  });

  it.each(['hadiprasetyo1', 'Pak Hadi Prasetyo', 'Prasetyo-hadi 99', 'HADI12 prasetyo'])(
    'takes no passphrase made from its owner’s name: %s',
    (passphrase) => {
      expect(checkSecret(trainer, passphrase)).toBe('passphrase_tells_name');
    },
  );

  it('takes no name said again and again', () => {
    expect(checkSecret(trainer, 'hadihadihadi')).toBe('passphrase_too_simple');
  });
});

describe('loginStem', () => {
  it.each([
    ['Siti Aminah', 'siti'],
    ['Bu Wartini', 'wartini'],
    ['Pak Hadi', 'hadi'],
    ['Hj. Mbak Tini', 'tini'],
    ['H. M. Yusuf', 'm'],
    ['Ni’mah', 'nimah'],
    ['Bu', 'bu'],
    ['Sri', 'sri'],
    ['王小明', ''],
  ])('of %s is %j', (name, stem) => {
    expect(loginStem(name)).toBe(stem);
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
