import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { splitLesson } from '#content/files/frontmatter.ts';
import { guardProse } from '#content/guard/guard.ts';
import { signs } from '#domain/course/sign.ts';

describe('a sign in a lesson', () => {
  it.each([
    '1. <Sign id="paspor" /> Paspor diambil.\n2. <Sign id="umur" /> Umur diubah.',
    '<Steps>\n\n1. <Sign id="aman" /> **Aman dulu.**\n\n</Steps>',
    'Ingat <Sign id="aman" /> aman dulu.',
    '| Kata | Nomor |\n| --- | ---: |\n| Visa | <Sign id="visa" /> 1 |',
  ])('stands where it is named: %j', (prose) => {
    expect(faultsOf(prose)).toEqual([]);
  });

  it.each([
    ['<Sign id="paspor" />', 'komponen-salah-tempat'],
    ['1. <Sign /> Paspor diambil.', 'atribut-kurang'],
    ['1. <Sign id="" /> Paspor diambil.', 'atribut-kurang'],
    ['1. <Sign id="PASPOR" /> Paspor diambil.', 'atribut-salah'],
    ['1. <Sign id="paspor" title="Paspor" /> Paspor diambil.', 'atribut-tidak-dikenal'],
    ['1. <Sign id="paspor">Paspor</Sign> diambil.', 'isi-komponen-salah'],
  ])('is refused elsewhere and otherwise: %j', (prose, name) => {
    expect(faultsOf(prose).map((it) => it.name)).toContain(name);
  });

  it('is suggested where a letter is wrong, and all are told', () => {
    const [fault] = faultsOf('1. <Sign id="pasport" /> Paspor diambil.');
    expect(fault?.name).toBe('atribut-salah');
    expect(fault?.message).toMatch(
      /^<Sign>: id berisi "pasport"\. Maksud Anda "paspor"\? Pilih salah satu: visa, .*, lapor\.$/,
    );
  });
});

it('every sign is drawn once, in at most 250 bytes, and names no colour', () => {
  const drawings = readFileSync('src/components/ui/signs.svg', 'utf8');
  const symbols = [...drawings.matchAll(/<symbol id="(\w+)"[^>]*>(.*?)<\/symbol>/g)];
  expect(symbols.map(([, id]) => id).toSorted()).toEqual([...signs].toSorted());
  expect(symbols.filter(([, , drawing = '']) => drawing.length > 250)).toEqual([]);
  expect(drawings.match(/#[\da-f]{3,6}|rgb|stroke="/g)).toBeNull();
});

function faultsOf(prose: string) {
  const parts = splitLesson(`---\ntitle: Uji\n---\n${prose}`);
  if (parts === undefined) throw new Error('frontmatter');
  return guardProse('content/courses/uji/uji.mdx', parts).faults;
}
