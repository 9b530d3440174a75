import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { exportQuestions } from '#content/exchange/export.ts';
import { planImport, writeImport } from '#content/exchange/import.ts';
import { readContent } from '#content/read.ts';
import { silence } from '../support/media.ts';
import { type Change, makeSmallContent, todayOn } from '../support/small-content.ts';

const practice = 'content/courses/up-202/biaya.quiz.yaml';
const target = { course: 'up-202', quiz: 'biaya' };
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

function makeRoot(changes: Readonly<Record<string, Change>> = {}): string {
  const root = makeSmallContent(changes);
  onTestFinished(() => rmSync(root, { recursive: true }));
  return root;
}

function plan(root: string, text: string, name = 'soal.gift') {
  return planImport({ root, bytes: Buffer.from(text), name, ...target, todayOn });
}

const sewa = '::Sewa dapur::Sewa dapur termasuk biaya apa?{=Biaya tetap ~Biaya variabel####Sama tiap bulan.}';

describe('an import', () => {
  it('adds questions at the end and touches nothing that stands there', async () => {
    const commented = (text: string) => `# Kuis ini milik Bu Yati\n${text}# jangan dihapus\n`;
    const root = makeRoot({ 'courses/up-202/biaya.quiz.yaml': commented });
    const before = readFileSync(join(root, practice), 'utf8');
    const planned = await plan(root, `${sewa}\n\nLabel botol termasuk biaya tetap.{F####Ikut jumlah botol.}`);
    expect(planned.outcomes.map(({ outcome, id }) => [outcome, id])).toEqual([
      ['read', 'sewa-dapur'],
      ['read', 'label-botol-termasuk-biaya-tetap'],
    ]);
    expect(readFileSync(join(root, practice), 'utf8')).toBe(before);
    await writeImport(root, planned);
    const after = readFileSync(join(root, practice), 'utf8');
    const added = `  - id: sewa-dapur
    kind: single
    prompt: Sewa dapur termasuk biaya apa?
    choices:
      - { id: biaya-tetap, text: Biaya tetap }
      - { id: biaya-variabel, text: Biaya variabel }
    key: biaya-tetap
    rationale: Sama tiap bulan.
  - id: label-botol-termasuk-biaya-tetap
    kind: true-false
    prompt: Label botol termasuk biaya tetap.
    key: false
    rationale: Ikut jumlah botol.
`;
    expect(after).toContain(added);
    expect(after.replace(added, '')).toBe(before);
    const { faults } = await readContent(root, todayOn);
    expect(faults.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(readdirSync(root)).toEqual(['content']);
  });

  it('made twice takes nothing the second time', async () => {
    const root = makeRoot();
    await writeImport(root, await plan(root, sewa));
    const again = await plan(root, sewa);
    expect(again.text).toBeUndefined();
    expect(again.outcomes).toMatchObject([
      { outcome: 'refused', notes: ['sudah ada di kuis ini sebagai "sewa-dapur".'] },
    ]);
    const turned = await plan(root, sewa.replace('=Biaya tetap ~', '~Biaya tetap ='));
    expect(turned.outcomes[0]?.notes[0]).toContain('dengan kunci atau pembahasan lain');
  });

  it('gives a new id where a name is taken, and says so', async () => {
    const root = makeRoot();
    const { outcomes } = await plan(root, '::gas::Apakah gas biaya tetap?{F####Ikut jumlah batch.}');
    expect(outcomes).toMatchObject([
      { outcome: 'changed', id: 'gas-2', notes: ['nama "gas" sudah dipakai; menjadi "gas-2"'] },
    ]);
  });

  it('refuses each question that would break the quiz, with its fault, and takes the rest', async () => {
    const root = makeRoot();
    const { outcomes, text } = await plan(
      root,
      [
        sewa,
        'Hubungi siapa?{=WA ke 0811-8080-141 ~Tidak tahu####x}',
        `${'kata '.repeat(61)}?{T####x}`,
        'Pilih satu.{=Semua jawaban benar ~a####x}',
        'Satu saja?{=a ~a####x}',
        `Tujuh?{=a ~${['b', 'c', 'd', 'e', 'f', 'g'].join(' ~')}####x}`,
      ].join('\n\n'),
    );
    expect(outcomes.map(({ outcome, notes }) => `${outcome} ${notes[0]?.split(':')[0] ?? ''}`)).toEqual([
      'read ',
      'refused nomor-telepon',
      'refused pertanyaan-terlalu-panjang',
      'refused semua-jawaban-benar',
      'refused pilihan-sama',
      'refused choices paling banyak 6 pilihan.',
    ]);
    expect(text).toContain('sewa-dapur');
    expect(text).not.toContain('0811');
  });

  it('takes questions that only let participants guess, says so and names the way out', async () => {
    const root = makeRoot();
    const long = ['a', 'b', 'c']
      .map((it) => `Soal ${it}?{=Jawaban yang ditulis jauh lebih lengkap ~Pendek ${it}####x}`)
      .join('\n\n');
    const planned = await plan(root, long);
    expect(planned.outcomes.map(({ outcome }) => outcome)).toEqual(['read', 'read', 'read']);
    expect(planned.remarks).toMatchObject([{ name: 'pilihan-terpanjang-selalu-benar' }]);
    expect(planned.text).toContain('Soal c?');
  });

  it('writes nothing when the quiz as a whole would break', async () => {
    const root = makeRoot();
    const many = Array.from({ length: 201 }, (_, at) => `Berapa ${at} + 1?{#${at + 1}:0####x}`).join('\n\n');
    const planned = await plan(root, many);
    expect(planned.problem?.message).toContain('paling banyak 200');
    expect(planned.text).toBeUndefined();
  });

  it('goes into no quiz or course that is missing, nor into a broken quiz', async () => {
    const root = makeRoot({ 'courses/up-202/biaya.quiz.yaml': (text) => text.replace('pass: 0.7', 'pass: 7') });
    expect((await plan(root, sewa)).problem?.message).toContain('masih salah');
    const into = async (course: string) => {
      const asked = { root, bytes: Buffer.from(sewa), name: 'x.gift', course, quiz: 'lain', todayOn };
      return (await planImport(asked)).problem?.message;
    };
    expect(await into('up-202')).toContain('kuis content/courses/up-202/lain.quiz.yaml tidak ada.');
    expect(await into('up-202')).toContain('Yang ada di kursus ini: ujian-akhir.');
    expect(await into('up-999')).toContain('kursus "up-999" tidak ada. Yang ada: up-202');
  });

  it('makes a new practice where that is asked for, under a title that fits, and never over one that is there', async () => {
    const root = makeRoot();
    const make = (newTitle: string, quiz = 'lain') =>
      planImport({ root, bytes: Buffer.from(sewa), name: 'x.gift', course: 'up-202', quiz, newTitle, todayOn });
    expect((await make(' ')).problem?.message).toContain('judul di --new kosong');
    expect((await make('Judul lain', 'biaya')).problem?.message).toContain('sudah ada, berjudul "Latihan"');
    await writeImport(root, await make('Latihan: "uji" #1'));
    const { content, faults } = await readContent(root, todayOn);
    const made = content.quizzes.find(({ value }) => value.id === 'lain')?.value;
    expect(made).toMatchObject({ title: 'Latihan: "uji" #1', mode: 'practice', questions: [{ id: 'sewa-dapur' }] });
    expect(faults.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('brings pictures along, named after their question', async () => {
    const root = makeRoot();
    const xml = `<?xml version="1.0"?><quiz><question type="truefalse"><name><text>Tungku</text></name>
<questiontext format="html"><text><![CDATA[Ini tungku? <img src="@@PLUGINFILE@@/foto 1.png">]]></text><file name="foto 1.png" encoding="base64">${png}</file></questiontext>
<generalfeedback><text>Ya.</text></generalfeedback>
<answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer></question>
<question type="truefalse"><name><text>Jauh</text></name><questiontext format="html"><text><![CDATA[Itu? <img src="https://x.id/a.png" alt="a">]]></text></questiontext>
<answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer></question></quiz>`;
    const planned = await plan(root, xml, 'soal.xml');
    expect(planned.outcomes.map(({ outcome, notes }) => `${outcome} ${notes.join('; ')}`)).toEqual([
      'changed gambar belum dijelaskan; tulis isinya di dalam ![…]; gambar ikut: tungku.png',
      'refused gambar "https://x.id/a.png" tidak ikut di dalam berkas.',
    ]);
    await writeImport(root, planned);
    expect(readFileSync(join(root, 'content/courses/up-202/tungku.png')).toString('base64')).toBe(png);
    const { faults } = await readContent(root, todayOn);
    expect(faults.map(({ name, severity }) => `${severity} ${name}`)).toContain('warning gambar-soal-tanpa-alt');
    expect(faults.filter(({ severity }) => severity === 'error')).toEqual([]);
    const exported = await exportQuestions(root, { ...target, format: 'moodle-xml' });
    const elsewhere = makeRoot();
    const back = await plan(elsewhere, exported?.text ?? '', 'kembali.xml');
    expect(back.pictures.map(({ name }) => name)).toEqual(['tungku.png']);
  });

  it('brings sounds along, as a link or as a player, and drops links to other files inside', async () => {
    const root = makeRoot();
    const sound = silence.toString('base64');
    const xml = `<?xml version="1.0"?><quiz><question type="multichoice"><name><text>Sapaan</text></name>
<questiontext format="html"><text><![CDATA[<a href="@@PLUGINFILE@@/bonjour.mp3">Dengarkan sapaan.</a> Bahasa apa? <a href="@@PLUGINFILE@@/isi.pdf">Isi</a>]]></text><file name="bonjour.mp3" encoding="base64">${sound}</file></questiontext>
<generalfeedback format="html"><text><![CDATA[Begini: <audio controls><source src="@@PLUGINFILE@@/bonjour.mp3"></audio>]]></text></generalfeedback>
<answer fraction="100" format="html"><text>Prancis <![CDATA[<a href="@@PLUGINFILE@@/b.mp3">Suara</a>]]></text><file name="b.mp3" encoding="base64">${sound}</file></answer>
<answer fraction="0" format="html"><text>Inggris</text></answer></question>
<question type="truefalse"><name><text>Palsu</text></name><questiontext format="html"><text><![CDATA[Benar? <a href="@@PLUGINFILE@@/x.mp3">Suara</a>]]></text><file name="x.mp3" encoding="base64">${png}</file></questiontext>
<answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer></question></quiz>`;
    const planned = await plan(root, xml, 'soal.xml');
    expect(planned.outcomes.map(({ outcome, notes }) => [outcome, ...notes])).toEqual([
      [
        'changed',
        'tautan ke berkas "isi.pdf" dihapus',
        'suara belum berjudul; tulis isinya di dalam ![…]',
        'suara ikut: sapaan.mp3, sapaan-2.mp3',
      ],
      ['refused', 'suara "x.mp3" bukan MP3.'],
    ]);
    expect(planned.text).toContain('![Dengarkan sapaan.](sapaan.mp3) Bahasa apa? Isi');
    expect(planned.text).toContain('Begini: ![Dengarkan](sapaan.mp3)');
    expect(planned.text).toContain('{ id: prancis-suara, text: "Prancis ![Suara](sapaan-2.mp3)" }');
    await writeImport(root, planned);
    const { faults } = await readContent(root, todayOn);
    expect(faults.filter(({ severity }) => severity === 'error')).toEqual([]);
    const exported = await exportQuestions(root, { ...target, format: 'moodle-xml' });
    const back = await plan(makeRoot(), exported?.text ?? '', 'kembali.xml');
    expect(back.pictures.map(({ name }) => name)).toEqual(['sapaan.mp3', 'sapaan-2.mp3']);
    expect(back.text).toContain('![Dengarkan sapaan.](sapaan.mp3) Bahasa apa? Isi');
  });

  it('leaves no picture behind when the quiz cannot be written', async () => {
    const root = makeRoot();
    const planned = await plan(root, sewa);
    const folder = join(root, 'content/courses/up-202');
    mkdirSync(join(folder, 'b.png'));
    const pictures = ['a.png', 'b.png'].map((name) => ({ name, bytes: Buffer.from(png, 'base64') }));
    await expect(writeImport(root, { ...planned, pictures })).rejects.toThrow();
    expect(existsSync(join(folder, 'a.png'))).toBe(false);
    expect(readFileSync(join(root, practice), 'utf8')).not.toContain('sewa-dapur');
  });
});

describe('npm run questions', () => {
  const run = (root: string, ...words: readonly string[]) =>
    spawnSync(process.execPath, [join(process.cwd(), 'src/cli/run.mjs'), 'questions', ...words], {
      cwd: root,
      encoding: 'utf8',
    });

  it('reports every question by its line, and writes only without --dry-run', () => {
    const root = makeRoot();
    symlinkSync(join(process.cwd(), 'node_modules'), join(root, 'node_modules'));
    writeFileSync(join(root, 'soal.gift'), `${sewa}\n\nRusak{`);
    const dry = run(root, 'import', 'soal.gift', '--into', 'up-202/biaya', '--dry-run');
    expect(dry.stdout).toContain('soal.gift:1  read  "Sewa dapur" → sewa-dapur');
    expect(dry.stdout).toContain('soal.gift:3  REFUSED');
    expect(dry.stdout).toContain('gift: 2 found, 1 read, 0 changed, 1 refused, 0 skipped.');
    expect(readFileSync(join(root, practice), 'utf8')).not.toContain('sewa-dapur');
    expect(run(root, 'import', 'soal.gift', '--into', 'up-202/biaya').status).toBe(0);
    expect(readFileSync(join(root, practice), 'utf8')).toContain('sewa-dapur');
    const nothing = run(root, 'import', 'soal.gift', '--into', 'up-202/biaya');
    expect([nothing.status, nothing.stdout.includes('Nothing was written.')]).toEqual([1, true]);
  });

  it('exports what it can and names what it cannot', () => {
    const root = makeRoot();
    const gift = run(root, 'export', 'up-202/biaya', '--as', 'gift');
    expect(gift.stdout).toContain('::gas::[markdown]Gas termasuk biaya apa?{');
    expect(run(root, 'export', 'up-202/lain', '--as', 'gift').status).toBe(1);
    expect(run(root, 'export', 'up-202/biaya', '--as', 'pdf').stderr).toContain('npm run questions');
    expect(run(root, 'template').stdout).toMatch(/^\uFEFFid;kind;prompt;/);
  });
});
