import { expect, test } from 'vitest';
import { readPeopleFile, readPeopleText, writePeopleText } from '#content/exchange/table/people.ts';
import { readPeopleList } from '#domain/person/people-list.ts';

const houses = ['kuripan', 'Kuripan'];

function read(text: string) {
  const table = readPeopleText(text);
  if ('problem' in table) throw new Error(table.problem);
  return readPeopleList(table.rows, houses);
}

test('names alone are participants, a comma in a name divides nothing', () => {
  const { people, wrong } = read('Bu Siti Aminah\r\n\r\n  Slamet, S.Pd.\r\n');
  expect(wrong).toEqual([]);
  expect(people).toEqual([
    { line: 1, name: 'Bu Siti Aminah', role: 'participant', login: undefined },
    { line: 3, name: 'Slamet, S.Pd.', role: 'participant', login: undefined },
  ]);
});

test.each([
  ['commas', 'nama,peran,nama masuk\n"Siti, S.Pd.",pelatih,siti'],
  ['semicolons and a BOM', '\uFEFFNama;Peran;Nama Masuk\r\n"Siti, S.Pd.";pelatih;SITI\r\n'],
  ['tabs', 'Nama Masuk\tNAMA\tperan\nsiti\tSiti, S.Pd.\tPelatih'],
  ['a named separator', 'sep=;\nnama;peran;nama masuk\nSiti, S.Pd.;trainer;siti'],
  [
    'columns of others',
    `nama;no;peran;nama masuk;${Array.from({ length: 46 }, (_, at) => `k${at}`).join(';')}\nSiti, S.Pd.;1;pelatih;siti;x`,
  ],
])('a table with %s is read', (_, text) => {
  const { people, wrong } = read(text);
  expect(wrong).toEqual([]);
  expect(people).toMatchObject([{ name: 'Siti, S.Pd.', role: 'trainer', login: 'siti' }]);
});

test.each([
  ['nama;nama masuk\nSiti;siti\nWati;SITI', 3, 'login_double'],
  ['nama;nama masuk\nSiti;si ti', 2, 'login_invalid'],
  ['nama;peran\nSiti;kepala', 2, 'role_unknown'],
  ['nama;rumah belajar\nSiti;Tracap', 2, 'house_other'],
  ['nama\n=HYPERLINK("http://jahat")', 2, 'name_formula'],
  ['nama;peran\n;peserta', 2, 'name_empty'],
  ['nama\n08123456789', 2, 'name_no_letter'],
  ['Siti\tpelatih', 1, 'cells_stray'],
  [`nama\n${'a'.repeat(101)}`, 2, 'name_too_long'],
  ['nama\nSiti\u202e', 2, 'name_forbidden_signs'],
])('%j is wrong on line %i: %s', (text, line, problem) => {
  expect(read(text).wrong).toEqual([{ line, problem }]);
});

test('what the rows of a file are carried by is read alike', () => {
  for (const text of ['Siti, S.Pd.\nWati', 'nama;peran\n"Si;ti";pelatih\nWati;']) {
    const table = readPeopleText(text);
    if ('problem' in table) throw new Error(table.problem);
    const again = readPeopleText(writePeopleText(table.rows));
    if ('problem' in again) throw new Error(again.problem);
    expect(readPeopleList(again.rows, houses)).toEqual(readPeopleList(table.rows, houses));
  }
});

test('a file that is no list says what to do', () => {
  expect(readPeopleFile(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]))).toMatchObject({
    problem: expect.stringMatching(/xlsx/),
  });
  expect(readPeopleFile(Uint8Array.from([0xff, 0xff, 0x41]))).toMatchObject({
    problem: expect.stringMatching(/UTF-8/),
  });
  expect(readPeopleFile(Uint8Array.from([0x50, 0x4b, 3, 4]))).toMatchObject({
    problem: expect.stringMatching(/rusak/),
  });
});
