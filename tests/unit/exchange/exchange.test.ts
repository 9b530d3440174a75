import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '#content/edition.ts';
import { readGift } from '#content/exchange/gift/read.ts';
import { readMoodleXml } from '#content/exchange/moodle-xml/read.ts';
import { bankLimits, readBank } from '#content/exchange/read-file.ts';
import { readAiken } from '#content/exchange/aiken.ts';
import { readCsvRows } from '#content/exchange/table/csv.ts';
import { csvTemplate, readCsvQuestions } from '#content/exchange/table/read.ts';
import type { BankEntry, BankFile } from '#content/exchange/entry.ts';
import { writeGift } from '#content/exchange/gift/write.ts';
import { htmlToMarkdown } from '#content/exchange/text/html.ts';
import { writeMoodleXml } from '#content/exchange/moodle-xml/write.ts';
import { placeEntries } from '#content/exchange/quiz/place.ts';
import type { Question } from '#domain/question/question.ts';
import type { SimpleQuestion } from '#domain/question/simple.ts';
import { questionKinds } from '#domain/question/question.ts';

function entriesOf(file: BankFile): readonly BankEntry[] {
  if ('problem' in file) throw new Error(file.problem);
  return file.entries;
}

/** What became of each entry, on one line each. */
function tell(entries: readonly BankEntry[]): readonly string[] {
  return entries.map((it) => {
    if ('skipped' in it) return `${it.line} skipped ${it.skipped}`;
    if ('refused' in it) return `${it.line} refused ${it.refused}`;
    return `${it.line} ${it.question.kind}`;
  });
}

function firstOf(file: BankFile) {
  const [entry] = entriesOf(file);
  if (entry === undefined || !('question' in entry)) throw new Error(JSON.stringify(entry));
  return entry;
}

describe('what goes out comes in again', () => {
  const text = fc
    .string({
      unit: fc.constantFrom(...'abcdefgh ABC 0123,.%&<>"\'{}=~#:\\/()[]+-–×÷Rpé→?!'),
      minLength: 1,
      maxLength: 40,
    })
    .map((it) =>
      it
        .replace(/[[\]`*]/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((it) => it !== '' && !it.startsWith('%') && !/@@|&&|->/.test(it));
  const id = fc.string({ unit: fc.constantFrom(...'abcdefgh'), minLength: 1, maxLength: 8 });
  const items = (min: number, max: number) =>
    fc
      .uniqueArray(fc.record({ id, text }), { minLength: min, maxLength: max, selector: (it) => it.id })
      .filter((all) => new Set(all.map((it) => it.text)).size === all.length);
  const base = { prompt: text, rationale: text, points: fc.integer({ min: 1, max: 5 }) };
  const optional = fc.record(
    { hint: text, source: fc.constantFrom('B-HPP-1', 'M-LAW-4'), read: fc.constant('biaya') },
    { requiredKeys: [] },
  );
  const simple: fc.Arbitrary<SimpleQuestion> = fc
    .oneof(
      fc
        .record({ ...base, kind: fc.constant('single' as const), choices: items(2, 6) })
        .map((it) => ({ ...it, key: it.choices[0]?.id ?? '' })),
      fc
        .record({
          ...base,
          kind: fc.constant('multiple' as const),
          choices: items(3, 6),
          right: fc.integer({ min: 1, max: 3 }),
        })
        .map(({ right, ...it }) => ({ ...it, key: it.choices.slice(0, right).map((choice) => choice.id) })),
      fc.record({ ...base, kind: fc.constant('true-false' as const), key: fc.boolean() }),
      fc.record({
        ...base,
        kind: fc.constant('number' as const),
        unit: fc.constantFrom('Rp', '%', 'bungkus'),
        key: fc.integer({ min: -1e6, max: 1e6 }).map((it) => it / 100 + 0),
        tolerance: fc.integer({ min: 0, max: 500 }).map((it) => it / 10),
      }),
      fc.record({
        ...base,
        kind: fc.constant('short-text' as const),
        accepted: fc.uniqueArray(
          text.filter((it) => !/^[-\d]/.test(it)),
          { minLength: 1, maxLength: 4 },
        ),
        slip: fc.boolean(),
      }),
      fc.record({
        ...base,
        kind: fc.constant('order' as const),
        items: items(3, 6),
        marking: fc.constantFrom('neighbours' as const, 'places' as const),
      }),
      fc
        .record({ ...base, kind: fc.constant('match' as const), left: items(2, 4), right: items(5, 6) })
        .map(({ left, right, ...it }) => ({
          ...it,
          pairs: left.map((item, at) => ({ left: item, right: right[at] ?? item })),
          extra: right.slice(left.length),
        })),
      fc
        .record({
          ...base,
          kind: fc.constant('cloze' as const),
          choices: items(2, 4),
          accepted: text,
          slip: fc.boolean(),
        })
        .map(({ choices, accepted, slip, ...it }) => ({
          ...it,
          text: 'Paspor dipegang [[siapa]] di [[mana]].',
          blanks: {
            siapa: { choices: choices.map((choice) => choice.text.trim()), key: choices[0]?.text ?? '' },
            mana: { accepted: [accepted], slip },
          },
        })),
    )
    .chain((it) => optional.map((more) => ({ id: 'x', ...it, ...more }) as SimpleQuestion));
  const questions: fc.Arbitrary<readonly Question[]> = fc
    .array(
      fc.oneof(
        { weight: 4, arbitrary: simple },
        fc.record({
          kind: fc.constant('case' as const),
          id,
          story: text,
          rationale: text,
          questions: fc.array(simple, { minLength: 2, maxLength: 4 }),
        }),
      ),
      { minLength: 1, maxLength: 4 },
    )
    .map((all) =>
      all.map((it, at): Question => {
        // Two that ask the same in the same words would be taken for one.
        if (it.kind !== 'case') return { ...it, id: `soal-${at}`, prompt: `Soal ${at}: ${it.prompt}` };
        return {
          ...it,
          id: `kasus-${at}`,
          story: `Cerita ${at}: ${it.story}`,
          questions: it.questions.map((sub, which) => ({ ...sub, id: `bagian-${which}` })),
        };
      }),
    );

  const same = (read: readonly BankEntry[], meant: readonly Question[]) => {
    const { placed } = placeEntries([], read);
    expect(placed.map(({ question }) => canonicalJson(question))).toEqual(meant.map(canonicalJson));
    expect(read.flatMap((it) => ('changes' in it ? it.changes : tell([it])))).toEqual([]);
  };

  it('through Moodle XML, whatever the kind', () => {
    fc.assert(fc.property(questions, (all) => same(entriesOf(readMoodleXml(writeMoodleXml(all).text)), all)));
  });

  it('through GIFT, all but orders and gaps, which it names', () => {
    const hasNoForm = (it: Question) => it.kind === 'order' || it.kind === 'cloze';
    fc.assert(
      fc.property(questions, (all) => {
        const { text: gift, left } = writeGift(all);
        expect(left.length).toBe(
          all.flatMap((it) => (it.kind === 'case' ? it.questions : [it])).filter(hasNoForm).length,
        );
        const whole = all.filter((it) => !(it.kind === 'case' ? it.questions.some(hasNoForm) : hasNoForm(it)));
        const read = entriesOf(readGift(gift)).filter((it) =>
          whole.some(({ id: own }) => it.name === own || it.name.startsWith(`${own}/`)),
        );
        same(read, whole);
      }),
    );
  });
});

describe('GIFT', () => {
  it('leaves no gap for a stray sign behind a whole sentence, and one where a word is missing', () => {
    const promptOf = (text: string) => firstOf(readGift(text)).question.prompt;
    expect(promptOf('Berapa pi (3 angka)? {#3.142:0.001}.')).toBe('Berapa pi (3 angka)?');
    expect(promptOf('Air itu basah.{T}";')).toBe('Air itu basah.');
    expect(promptOf('Ibu kota Jawa Tengah adalah {=Semarang}.')).toBe('Ibu kota Jawa Tengah adalah _____.');
    expect(promptOf('Sewa termasuk {=biaya tetap ~biaya variabel} di dapur.')).toBe('Sewa termasuk _____ di dapur.');
  });

  it('reads a number that is followed by what is said to everybody else', () => {
    expect(firstOf(readGift('Angka 1 sampai 5?{#3:2~#Salah}')).question).toMatchObject({ key: 3, tolerance: 2 });
  });

  it('is read question by question, each by its line, and a broken one costs only itself', () => {
    const file = readGift(
      [
        '// Contoh',
        '::Satu::Sewa termasuk biaya apa?{=Biaya tetap ~Biaya variabel####Sama tiap bulan.}',
        '',
        'Rusak {=a ~b',
        '',
        '$CATEGORY: usaha',
        '',
        'Dua tambah dua?{#=4:0.5#Ya}',
        '',
        'Ceritakan.{}',
        '',
        'Ini keterangan saja.',
        '',
        'Ibu kota?{=Jakarta}',
      ].join('\n'),
    );
    expect(tell(entriesOf(file))).toEqual([
      '2 single',
      '4 refused susunan GIFT tidak terbaca di baris 4, huruf ke-13. Periksa kurung { } dan tanda = ~ #.',
      '6 skipped kategori usaha',
      '8 number',
      '10 refused jenis soal "essay" tidak ada di sini.',
      '12 skipped keterangan, bukan soal',
      '14 short-text',
    ]);
  });

  it.each([
    ['Pilih.{~%50%a ~%50%b ~%-50%c ~%-50%d####x}', { kind: 'multiple', key: ['a', 'b'] }, []],
    [
      'Pilih.{~%50%a ~%50%b ~c####x}',
      { kind: 'multiple', key: ['a', 'b'] },
      ['bobot pilihan disamakan: yang benar bernilai sama, yang salah mengurangi sebanyak itu'],
    ],
    ['Pilih.{=a ~%50%b ~c####x}', { kind: 'single', key: 'a' }, ['nilai sebagian untuk pilihan lain dihapus']],
    ['Pi?{#3.131..3.132####x}', { kind: 'number', key: 3.1315, tolerance: 0.0005 }, []],
    [
      'Bumi bulat.{T#Salah, lihat lagi.#Betul.}',
      { kind: 'true-false', key: true, rationale: 'Betul.' },
      ['umpan balik untuk jawaban salah dihapus'],
    ],
    [
      'Apa?{=Buku kas =%50%buku####x}',
      { kind: 'short-text', accepted: ['Buku kas'] },
      ['jawaban bernilai sebagian dihapus'],
    ],
    ['Pasangkan.{=a -> 1 =b -> 2 = -> 3####x}', { kind: 'match', extra: [{ id: '3', text: '3' }] }, []],
    ['Apa?{=a ~b}', { rationale: 'Pembahasan belum ditulis.' }, ['pembahasan belum ada; tulis rationale-nya']],
  ])('%s says what it keeps and what it changes', (gift, question, changes) => {
    const entry = firstOf(readGift(gift));
    expect(entry.question).toMatchObject(question);
    expect(entry.changes).toEqual(changes);
  });

  it('of hostile length is refused, not worked on', () => {
    const started = performance.now();
    const file = readGift(`q{${'=a '.repeat(1_000_000)}}\n\nBaik?{T}`);
    expect(tell(entriesOf(file))).toEqual(['1 refused soal lebih dari 20000 huruf.', '3 true-false']);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe('Aiken', () => {
  it('is read by line, and what is no question is refused where it begins', () => {
    const text =
      'Sewa?\nA. Tetap\nB) Variabel\nANSWER: A\n\nTanpa jawaban?\nA. x\nB. y\n\nLain?\nA. x\nB. y\nANSWER: C\n\nA. x\nANSWER: A\n';
    expect(tell(readAiken(text))).toEqual([
      '1 single',
      '6 refused baris ANSWER: tidak ada.',
      '10 refused jawaban C tidak ada di antara pilihan.',
      '15 refused tidak ada pertanyaan di atas pilihannya.',
    ]);
  });
});

describe('CSV', () => {
  it('of the template holds one good question of every kind but case', () => {
    const read = readBank(Buffer.from(csvTemplate()), 'soal.csv');
    const entries = entriesOf(read);
    expect(entries.map((it) => ('question' in it ? it.question.kind : tell([it])))).toEqual(
      questionKinds.filter((kind) => kind !== 'case'),
    );
    expect(entries.flatMap((it) => ('changes' in it ? it.changes : []))).toEqual([]);
  });

  it.each([
    ['id;kind;prompt;choice_1;choice_2;key\n;single;Apa?;a;b;2', '2 single'],
    ['kind\tprompt\tkey\ntrue-false\tApa?\tSALAH', '2 true-false'],
    ['kind,prompt,key,tolerance\nnumber,Berapa?,"12,5",0', '2 number'],
    [
      'kind,prompt,key,tolerance\nnumber,Berapa?,"1,250",0',
      '2 refused kunci "1,250" bukan angka yang jelas. Tulis misalnya 12500 atau 12,5.',
    ],
    ['kind,prompt,key\nnumber,Berapa?,12', '2 refused tolerance kosong atau bukan angka. Isi 0 bila harus tepat.'],
    ['kind,prompt,choice_1,choice_2,key\nsingle,Apa?,a,b,3', '2 refused kunci "3" bukan nomor pilihan (1 sampai 2).'],
    [
      'kind,prompt\nesai,Apa?',
      '2 refused jenis soal "esai" tidak ada. Pilih: single, multiple, true-false, number, short-text, order, match, atau cloze.',
    ],
  ])('%j becomes %s', (text, told) => {
    expect(tell(entriesOf(readCsvQuestions(text)))).toEqual([told]);
  });

  it('with a column that nobody knows is no file of questions', () => {
    expect(readCsvQuestions('kind,prompt,jawaban\nsingle,x,y')).toMatchObject({
      line: 1,
      problem: expect.stringContaining('kolom "jawaban" tidak dikenal'),
    });
  });

  it('counts lines also behind cells of several lines', () => {
    const read = readCsvRows('a,b\n"satu\ndua",x\ny,"z ""z"""\n');
    expect(read).toEqual({
      rows: [
        { line: 1, cells: ['a', 'b'] },
        { line: 2, cells: ['satu\ndua', 'x'] },
        { line: 4, cells: ['y', 'z "z"'] },
      ],
    });
    expect(readCsvRows('a,"b')).toEqual({ line: 1, problem: 'tanda kutip " dibuka tetapi tidak ditutup.' });
  });
});

describe('Moodle XML', () => {
  const quiz = (body: string) => `<?xml version="1.0"?>\n<quiz>\n${body}\n</quiz>`;

  it('brings its pictures along', () => {
    const entry = firstOf(
      readMoodleXml(
        quiz(`<question type="truefalse"><name><text>A</text></name>
<questiontext format="html"><text><![CDATA[<p>Lihat <img src="@@PLUGINFILE@@/a%20b.png" alt="Tungku"/></p>]]></text>
<file name="a b.png" encoding="base64">iVBORw0KGgo=</file></questiontext>
<answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer></question>`),
      ),
    );
    expect(entry.question.prompt).toBe('Lihat ![Tungku](@@PLUGINFILE@@/a%20b.png)');
    expect(entry.pictures.map(({ name, bytes }) => [name, bytes.length])).toEqual([['a b.png', 8]]);
  });

  it.each([
    ['<!DOCTYPE quiz [<!ENTITY a "x">]><quiz></quiz>', 'XML rusak: DOCTYPE tidak diterima.'],
    [quiz('<question type="truefalse"><name><text>&a;</text></name></question>'), 'XML rusak: '],
    ['<quiz><question>', 'XML rusak: '],
    ['<soal></soal>', 'ini bukan Moodle XML: unsur luarnya <soal>, bukan <quiz>.'],
    [`<quiz>${'<a>'.repeat(100)}`, 'XML rusak: bersusun terlalu dalam.'],
  ])('%j is no file of questions', (text, problem) => {
    expect(readMoodleXml(text)).toMatchObject({ problem: expect.stringContaining(problem) });
  });

  it('names the kinds that are not here', () => {
    const read = readMoodleXml(
      quiz(
        '<question type="essay"><name><text>E</text></name></question>\n<question type="category"><category><text>$course$/x</text></category></question>',
      ),
    );
    expect(tell(entriesOf(read))).toEqual([
      '3 refused jenis soal "essay" tidak ada di sini.',
      '4 skipped kategori $course$/x',
    ]);
  });
});

describe('a question file', () => {
  it('is known by its name or its first signs', () => {
    const formatOf = (text: string, name: string) => readBank(Buffer.from(text), name).format;
    expect(formatOf('a{T}', 'x.txt')).toBe('gift');
    expect(formatOf('a?\nA. x\nB. y\nANSWER: A', 'x.txt')).toBe('aiken');
    expect(formatOf('<?xml version="1.0"?><quiz/>', 'x.txt')).toBe('moodle-xml');
    expect(formatOf('kind,prompt', 'x.csv')).toBe('csv');
  });

  it('that is too large, too long or not UTF-8 is refused as a whole', () => {
    expect(readBank(Buffer.alloc(bankLimits.sizeBytes + 1, 'a'), 'x.gift')).toMatchObject({
      problem: 'berkas lebih dari 5 MB. Bagi menjadi beberapa berkas.',
    });
    expect(readBank(Buffer.from('Apa{T}\n\n'.repeat(501)), 'x.gift')).toMatchObject({
      line: 1001,
      problem: expect.stringContaining('ada 501 soal'),
    });
    expect(readBank(Buffer.from([0x61, 0xff]), 'x.gift')).toMatchObject({
      problem: expect.stringContaining('bukan UTF-8'),
    });
  });

  it('of any content is read without falling over', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('gift', 'aiken', 'moodle-xml', 'csv'),
        fc.string({ unit: fc.constantFrom(...'a{}=~#%:\\->T\n"<>/!&;,1|[]') }),
        (format, text) => {
          expect(() => readBank(Buffer.from(text), 'x', format as 'gift')).not.toThrow();
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('HTML', () => {
  it.each([
    ['<p>Satu <b>dua </b>&amp; <i>tiga</i></p><p>empat</p>', 'Satu **dua** & *tiga*\n\nempat', []],
    ['a<br>b<ul><li>c</li><li>d</li></ul>', 'a\nb\n\n- c\n- d', []],
    ['<a href="https://x.id">x</a> <a name="y">y</a>', '[x](https://x.id) y', []],
    [
      '<span style="color:red">x</span><script>alert(1)</script>',
      'x',
      ['bagian <script> dihapus', 'warna dan gaya tulisan dihapus'],
    ],
    ['<table><tr><td>a</td><td>b</td></tr></table>', 'a | b', ['tabel menjadi baris tulisan']],
    ['3 &lt; 4 &#8594; &nosuch;', '3 < 4 → &nosuch;', []],
  ])('%s becomes Markdown', (html, text, losses) => {
    expect(htmlToMarkdown(html)).toEqual({ text, losses });
  });

  it('of hostile length takes no long time', () => {
    const started = performance.now();
    for (const part of ['<p>', '<!--', '<b>', '<script>', '&', '<a href='])
      htmlToMarkdown(part.repeat(20_000 / part.length));
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
