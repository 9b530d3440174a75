import { describe, expect, test } from 'vitest';
import { formatRecoveryCode, keyAddress, readTypedCode } from '#domain/person/second-step.ts';
import { secondStepMessages } from '#messages/second-step.ts';
import { seal, sealFor, unseal, unsealInTime } from '#server/accounts/second-step/seal.ts';
import { codeAt, findStep } from '#server/accounts/second-step/totp.ts';

const key = Buffer.from('12345678901234567890');

// RFC 6238, appendix B: the last six of eight digits.
test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('at second %i the code is %s, as the standard says', (second, code) => {
  expect(codeAt(key, Math.floor(second / 30))).toBe(code);
});

test('a code is found where it belongs, up to a day away and not beyond', async () => {
  for (const off of [0, -1, 1, 120, -2880, 2880])
    expect(await findStep(key, codeAt(key, 60_000 + off), 60_000)).toBe(60_000 + off);
  expect(await findStep(key, codeAt(key, 70_000), 60_000)).toBeUndefined();
  expect(await findStep(key, codeAt(key, 3), 1)).toBe(3);
});

describe('what is typed', () => {
  test.each([
    ['287082', { kind: 'app', digits: '287082' }],
    [' 287 082 ', { kind: 'app', digits: '287082' }],
    ['287-082', { kind: 'app', digits: '287082' }],
    ['7k3q-9f2m', { kind: 'recovery', code: '7K3Q9F2M' }],
    ['7K3Q 9F2O', { kind: 'recovery', code: '7K3Q9F20' }],
    ['12345', undefined],
    ['7K3Q-9F2', undefined],
    ['kata sandi saya', undefined],
    ['9'.repeat(5000), undefined],
    ['', undefined],
  ])('%s', (text, code) => {
    expect(readTypedCode(text)).toEqual(code);
  });

  test('a printed recovery code reads back', () => {
    expect(readTypedCode(formatRecoveryCode('7K3Q9F2M'))).toEqual({ kind: 'recovery', code: '7K3Q9F2M' });
  });
});

test('an app reads the name of the account and the key from the QR code', () => {
  const address = new URL(keyAddress('wartini', 'ABCD'));
  expect([address.protocol, address.host, decodeURIComponent(address.pathname)]).toEqual([
    ...['otpauth:', 'totp', '/Rumah Belajar:wartini'],
  ]);
  expect(Object.fromEntries(address.searchParams)).toEqual({ secret: 'ABCD', issuer: 'Rumah Belajar' });
});

test('what is sealed opens with its own pepper and for its own purpose alone', () => {
  const [pepper, other] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
  const sealed = seal(pepper, 'key:siti', 'rahasia');
  expect(sealed).not.toContain('rahasia');
  expect(unseal(pepper, 'key:siti', sealed)).toBe('rahasia');
  const wrong = [
    unseal(other, 'key:siti', sealed),
    unseal(pepper, 'key:rina', sealed),
    unseal(pepper, 'key:siti', `${sealed.slice(0, -4)}AAAA`),
    unseal(pepper, 'key:siti', 'x'),
    unseal(pepper, 'key:siti', ''),
  ];
  expect(wrong).toEqual(wrong.map(() => undefined));
  expect(unsealInTime(pepper, 'a', sealFor(pepper, 'a', 'dua kata', 60_000))).toBe('dua kata');
  expect(unsealInTime(pepper, 'a', sealFor(pepper, 'a', 'dua kata', -1))).toBeUndefined();
});

test('a wrong clock is told with both times, and how far they are apart', () => {
  const serverAt = Date.parse('2026-11-29T03:00:00Z');
  const late = secondStepMessages.problem({ reason: 'clock', serverAt, codeAt: serverAt + 62 * 60_000 }, serverAt);
  expect(late).toContain('jam server 29 November 2026 pukul 10.00, jam HP Anda 29 November 2026 pukul 11.02');
  expect(late).toContain('Jam server terlambat 1 jam 2 menit');
  const early = secondStepMessages.problem({ reason: 'clock', serverAt, codeAt: serverAt - 7_200_000 }, serverAt);
  expect(early).toContain('terlalu cepat 2 jam');
  expect(secondStepMessages.problem({ reason: 'wrong' }, serverAt)).toContain(
    'Jam server 29 November 2026 pukul 10.00',
  );
});
