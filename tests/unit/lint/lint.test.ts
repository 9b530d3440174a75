import { describe, expect, it } from 'vitest';
import { findHiddenSign } from '#domain/hidden-signs.ts';
import { sortFaults } from '#domain/lint/fault.ts';
import { readLink } from '#domain/lint/lesson/links.ts';
import { findOfficialFigure } from '#domain/lint/official-figures.ts';
import { nearest } from '#domain/suggestion.ts';
import { findPhoneNumber } from '#domain/lint/phone.ts';

describe('findPhoneNumber', () => {
  it.each([
    ['Telepon 0800-1000 gratis.', '0800-1000'],
    ['Kirim ke 0811-8080-141.', '0811-8080-141'],
    ['Nomor +62 21 2924 4800', '+62 21 2924 4800'],
    ['(021) 2924 4800', '(021) 2924 4800'],
    ['1800-339-5505', '1800-339-5505'],
    ['hubungi 129 sekarang', 'hubungi 129'],
    ['WA ke 08111129129', '08111129129'],
    ['Telp. 110', 'Telp. 110'],
    ['Standar SNI 01-4305-1996, tanya 0811-8080-141', '0811-8080-141'],
    ['UU Nomor 18 Tahun 2017, hubungi 021 2924 4800', '021 2924 4800'],
    ['Nomor 0286 321 987', '0286 321 987'],
    ['Perwakilan: 021 2024 4800', '021 2024 4800'],
    ['P-IRT 2063403010187-23 atau 0811-8080-141', '0811-8080-141'],
    ['NIB 0220001234567, WA 0811-8080-141', '0811-8080-141'],
  ])('finds the number in %j', (text, found) => {
    expect(findPhoneNumber(text)).toBe(found);
  });

  it.each([
    'Harga Rp12.500 per bungkus',
    '1.550.000 ÷ 8.120 = 190,9',
    'Dari 2021–2022, per 24-11-2026',
    '0,75 dan 0.5 dan 0',
    'UU 18/2017 Pasal 29',
    '500 bungkus, 24 jam',
    '9.600.000 − 600.000',
    'hubungi 3 orang',
    'Kontrak 24 bulan, 8 jam',
    'HK$5.100',
    'Mutu keripik mengikuti SNI 01-4305-1996.',
    'SNI ISO 9001:2015, ISO 22000:2018, SNI 01.2891.1992',
    'ISBN 978-602-8519-93-9, ISBN: 0-306-40615-2, ISSN 0126-1234',
    'NIB 0220001234567 dan NIB: 0220 0012 34567',
    'KBLI 01111, 10794 dan 47112',
    'P-IRT 0063403010187-23, PIRT No. 0063403010187',
    'NPWP 01.234.567.8-901.000',
    'Permenaker Nomor 07 2019 dan Peraturan BP2MI No. 09-2020',
    'UU Nomor 01 Tahun 1974',
    'Diperiksa 01-02-2026, jatuh tempo 02-2026',
    'Sertifikat halal 0033110000123450720',
    'Kode pos 02345',
  ])('takes nothing in %j for one', (text) => {
    expect(findPhoneNumber(text)).toBeUndefined();
  });
});

describe('readLink', () => {
  const from = (address: string) => readLink(address, '/kursus/up-202/biaya/');

  it('tells where an address leads, as a browser would', () => {
    expect(from('../hpp/')).toEqual({ kind: 'inside', path: '/kursus/up-202/hpp/' });
    expect(from('#judul')).toEqual({ kind: 'inside', path: '/kursus/up-202/biaya/' });
    expect(from('/bantuan/?x=1#y')).toEqual({ kind: 'inside', path: '/bantuan/' });
    expect(from('../../../../../')).toEqual({ kind: 'inside', path: '/' });
    expect(from('HTTPS://x.id')).toEqual({ kind: 'outside' });
    expect(from('mailto:a@b.id')).toEqual({ kind: 'mail' });
    expect(from('tel:129')).toEqual({ kind: 'phone' });
  });

  it('holds everything unclear for unsafe', () => {
    expect(from('javascript:x')).toEqual({ kind: 'unsafe', reason: 'scheme' });
    expect(from('__proto__:x')).toEqual({ kind: 'unsafe', reason: 'scheme' });
    expect(from(':x')).toEqual({ kind: 'unsafe', reason: 'scheme' });
    expect(from('//x.id')).toEqual({ kind: 'unsafe', reason: 'other_site' });
    expect(from('\u0001javascript:x')).toEqual({ kind: 'unsafe', reason: 'hidden_signs' });
    expect(from('/\\x.id')).toEqual({ kind: 'unsafe', reason: 'hidden_signs' });
  });

  it('reads every address without falling over it', () => {
    for (const address of ['http://[', '%', '?', '', 'https://', '/%zz/', 'a'.repeat(10_000)]) {
      expect(() => from(address)).not.toThrow();
    }
  });
});

describe('nearest', () => {
  it('finds the name that was meant, and no name that is too far away', () => {
    const names = ['title', 'summary', 'reviewed'];
    expect(nearest('tittle', names)).toBe('title');
    expect(nearest('tilte', names)).toBe('title');
    expect(nearest('Summary', names)).toBe('summary');
    expect(nearest('layout', names)).toBeUndefined();
    expect(nearest('x'.repeat(1000), names)).toBeUndefined();
  });
});

describe('findHiddenSign', () => {
  it.each([
    ['a\u202eb', 1],
    ['\u2066a', 0],
    ['kas\u200b', 3],
    ['ka\u00ads', 2],
    ['a\u200db', 1],
    ['a\ufeffb', 1],
    ['a\u3164b', 1],
    ['\u{e0041}', 0],
  ])('finds what nobody sees in %j', (text, at) => {
    expect(findHiddenSign(text)).toBe(at);
  });

  it.each(['Kas pagi', 'é', 'e\u0301', '🌾', '👩‍🌾', '👩🏽‍🌾', '❤️‍🔥', 'Rp\u00a05.000', '−5', 'كتاب'])(
    'finds nothing in %j',
    (text) => {
      expect(findHiddenSign(text)).toBeUndefined();
    },
  );
});

describe('findOfficialFigure', () => {
  it.each([
    ['Bunga KUR 6% setahun.', 'KUR 6%'],
    ['UMK Wonosobo tahun ini Rp2.299.521.', 'UMK Wonosobo tahun ini Rp2.299.521'],
    ['PPh final UMKM 0,5 persen dari omzet', 'PPh final UMKM 0,5 persen'],
  ])('finds what somebody in office set in %j', (text, found) => {
    expect(findOfficialFigure(text)).toBe(found);
  });

  it.each([
    'Bunga arisan 6% sebulan.',
    'Bu Tuti dapat KUR Rp15.000.000.',
    'Laba 20% dari harga.',
    'UMK naik tiap tahun.',
  ])('finds none in %j', (text) => {
    expect(findOfficialFigure(text)).toBeUndefined();
  });
});

describe('sortFaults', () => {
  it('puts faults in the order of files and lines, each once', () => {
    const fault = (file: string, line: number, column = 1) => {
      return { name: 'id-ganda' as const, file, line, column, message: 'x', severity: 'error' as const };
    };
    const sorted = sortFaults([fault('b', 1), fault('a', 10), fault('a', 9, 5), fault('a', 9), fault('a', 10)]);
    expect(sorted.map(({ file, line, column }) => `${file}${line}:${column}`)).toEqual([
      'a9:1',
      'a9:5',
      'a10:1',
      'b1:1',
    ]);
  });
});
