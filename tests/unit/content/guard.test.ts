import { describe, expect, it } from 'vitest';
import { splitLesson } from '#content/files/frontmatter.ts';
import { faultsOf, guard, head } from '../../support/guarded.ts';

describe('what a lesson may hold', () => {
  it.each([
    'Teks **tebal**, *miring*, `kode`, ~~coret~~.\n\n## Judul\n\n### Anak judul\n\n- satu\n- dua\n\n1. satu\n\n> kutipan',
    '| Biaya | Rp |\n| --- | ---: |\n| Gas | 22.000 |',
    '[situs](https://kemnaker.go.id) [surat](mailto:a@b.id) [lain](../hpp/) [atas](#judul) www.bps.go.id',
    '{/* catatan\n untuk penulis */}\n\nTeks {/* di sini */} lagi.',
    '<Note kind="tip" title="Cek">\n\nIsi.\n\n</Note>',
    '<Story title=\'Cerita\'>\n\nIsi <Term id="hpp">HPP</Term>.\n\n</Story>',
    '<Steps>\n\n1. Satu <Contact id="sapa-129" />\n2. Dua\n\n</Steps>',
    'Hubungi <Contact id="sapa-129" /> dulu.\n\n<Contact id="sapa-129" />',
    '<Figure src="a.svg" alt="Sebuah gambar" caption="Keterangan" />',
    '<Quiz id="hpp" />\n\n<Worksheet kind="hpp" />',
    'Harga 5 > 3 dan a & b, "kutip" — tanda, 5 &lt; 10, 5 \\< 10.',
    'Barang ekspor dan impor. Kata import di tengah.',
  ])('takes %j', (prose) => {
    expect(faultsOf(prose)).toEqual([]);
  });

  it('collects components, links and texts with their places in the file', () => {
    const { body } = guard('Kata <Term id="hpp">HPP</Term> dan\n[lain](../lain/).\n\n<Quiz id="hpp" />');
    expect(body?.components).toEqual([
      { name: 'Term', attributes: { id: 'hpp' }, text: 'HPP', line: 4, column: 6 },
      { name: 'Quiz', attributes: { id: 'hpp' }, text: '', line: 7, column: 1 },
    ]);
    expect(body?.links).toEqual([{ address: '../lain/', line: 5, column: 1 }]);
    expect(body?.texts).toEqual([{ kind: 'paragraph', text: 'Kata HPP dan\nlain.', line: 4, column: 1 }]);
  });

  it('collects tables with what stays on one line in each cell', () => {
    const { body } = guard('| Hal | Uang |\n| --- | ---: |\n| Surat izin/keterangan | Rp 1.200 |');
    expect(body?.tables).toEqual([
      {
        line: 4,
        column: 1,
        rows: [
          {
            line: 4,
            column: 1,
            cells: [
              { text: 'Hal', unbreakable: 'Hal' },
              { text: 'Uang', unbreakable: 'Uang' },
            ],
          },
          {
            line: 6,
            column: 1,
            cells: [
              { text: 'Surat izin/keterangan', unbreakable: 'keterangan' },
              { text: 'Rp 1.200', unbreakable: 'Rp 1.200' },
            ],
          },
        ],
      },
    ]);
  });

  it('reads the same prose with both kinds of line ends', () => {
    const unix = guard('<Note kind="tip">\n\nSatu\ndua.\n\n</Note>');
    const windows = guard('<Note kind="tip">\r\n\r\nSatu\r\ndua.\r\n\r\n</Note>', head.replaceAll('\n', '\r\n'));
    expect(windows.faults).toEqual([]);
    expect(windows.body?.source).toBe(unix.body?.source);
    expect(windows.body?.components).toEqual(unix.body?.components);
  });
});

describe('code', () => {
  it.each([
    ['import x from "./x.ts"', 'kode-program'],
    ['import "node:fs"', 'kode-program'],
    ['export const x = 1', 'kode-program'],
    ['export{x} from "y"', 'kode-program'],
    ['Teks.\n\nexport default () => 1', 'kode-program'],
    ['> export const x = 1', 'kode-program'],
    ['<Note kind="tip">\n\nexport const x = 1\n\n</Note>', 'kode-program'],
    ['import kopi dari Wonosobo', 'kode-program'],
    ['Dua {1 + 1}', 'kurung-kurawal'],
    ['{globalThis.x = 1}', 'kurung-kurawal'],
    ['{/* a */ process.exit() /* b */}', 'kurung-kurawal'],
    ['{/* a *//* b */}', 'kurung-kurawal'],
    ['{// a\n}', 'kurung-kurawal'],
    ['{}', 'kurung-kurawal'],
    ['{`1`}', 'kurung-kurawal'],
    ['\\{1}', 'kurung-kurawal'],
    ['`{1}`', 'kurung-kurawal'],
    ['| a |\n| - |\n| {1} |', 'kurung-kurawal'],
    ['[{1}](https://x.id)', 'kurung-kurawal'],
    ['<Term id="x">{1}</Term>', 'kurung-kurawal'],
    ['<Note kind={1}>\n\nx\n\n</Note>', 'kurung-kurawal'],
    ['<Note {...globalThis}>\n\nx\n\n</Note>', 'kurung-kurawal'],
    ['<Note kind="tip" set:html={"<script>"}>\n\nx\n\n</Note>', 'kurung-kurawal'],
    ['{/* tidak ditutup', 'kurung-kurawal'],
    ['[^1]\n\n[^1]: kaki {1}', 'kurung-kurawal'],
  ])('is refused: %j', (prose, name) => {
    expect(faultsOf(prose)).toContain(name);
  });

  it('is refused before a parser can fall over its depth', () => {
    expect(faultsOf(`{${'('.repeat(50_000)}${')'.repeat(50_000)}}`)).toContain('kurung-kurawal');
    expect(faultsOf(`export const a = ${'['.repeat(50_000)}`)).toContain('kode-program');
  });

  it('is looked for in time, however often a comment is opened', () => {
    const begun = performance.now();
    expect(faultsOf('{/* '.repeat(25_000)).length).toBeGreaterThan(0);
    expect(performance.now() - begun).toBeLessThan(5_000);
  });
});

describe('HTML and unknown components', () => {
  it.each([
    ['<div>x</div>', 'html-mentah'],
    ['<script>alert(1)</script>', 'html-mentah'],
    ['a <b>tebal</b>', 'html-mentah'],
    ['<img src="x" onerror="alert(1)" />', 'html-mentah'],
    ['<></>', 'html-mentah'],
    ['<svg:x />', 'komponen-tidak-dikenal'],
    ['<Astro.self />', 'komponen-tidak-dikenal'],
    ['<Fragment set:html="x" />', 'komponen-tidak-dikenal'],
    ['<Constructor />', 'komponen-tidak-dikenal'],
    ['<constructor />', 'html-mentah'],
    ['<hasOwnProperty />', 'komponen-tidak-dikenal'],
    ['<Notes kind="tip">\n\nx\n\n</Notes>', 'komponen-tidak-dikenal'],
    ['<!-- komentar -->', 'komentar-html'],
    ['<https://x.id>', 'tanda-kurang-dari'],
    ['<Term id=hpp>x</Term>', 'tanda-kurang-dari'],
    ['<?php x ?>', 'tanda-kurang-dari'],
    ['x <3', 'tanda-kurang-dari'],
  ])('are refused: %j', (prose, name) => {
    expect(faultsOf(prose)).toContain(name);
  });

  it('names the component that was probably meant', () => {
    expect(guard('<Notes kind="tip">\n\nx\n\n</Notes>').faults[0]?.message).toContain('Maksud Anda <Note>?');
  });
});

describe('attributes and places of components', () => {
  it.each([
    ['<Note>\n\nx\n\n</Note>', 'atribut-kurang'],
    ['<Note kind>\n\nx\n\n</Note>', 'atribut-bukan-tulisan'],
    ['<Note kind="tips">\n\nx\n\n</Note>', 'atribut-salah'],
    ['<Note kind="tip" class="x">\n\nx\n\n</Note>', 'atribut-tidak-dikenal'],
    ['<Note kind="tip" client:load="">\n\nx\n\n</Note>', 'atribut-tidak-dikenal'],
    ['<Note kind="tip" set:html="<script>">\n\nx\n\n</Note>', 'atribut-tidak-dikenal'],
    ['<Note kind="tip" __proto__="x">\n\nx\n\n</Note>', 'atribut-tidak-dikenal'],
    ['<Note kind="tip" kind="danger">\n\nx\n\n</Note>', 'atribut-ganda'],
    ['<Figure src="a.svg" />', 'atribut-kurang'],
    ['<Figure src="a.svg" alt=" " />', 'atribut-kurang'],
    [`<Figure src="a.svg" alt="${'x'.repeat(251)}" />`, 'atribut-terlalu-panjang'],
    ['<Note kind="tip">x</Note>', 'isi-komponen-salah'],
    ['<Note kind="tip"></Note>', 'isi-komponen-salah'],
    ['<Steps>\n\n- satu\n\n</Steps>', 'isi-komponen-salah'],
    ['<Steps>\n\n1. satu\n\nteks\n\n</Steps>', 'isi-komponen-salah'],
    ['<Quiz id="x">\n\nisi\n\n</Quiz>', 'isi-komponen-salah'],
    ['<Term id="x">HPP</Term>', 'komponen-salah-tempat'],
    ['Teks <Quiz id="x" /> di sini', 'komponen-salah-tempat'],
    ['- <Quiz id="x" />', 'komponen-salah-tempat'],
    ['<Note kind="tip">\n\n<Quiz id="x" />\n\n</Note>', 'komponen-salah-tempat'],
    ['<Note kind="tip">\n\n<Story title="x">\n\ny\n\n</Story>\n\n</Note>', 'komponen-salah-tempat'],
    ['<Note kind="tip">\n\n## Judul\n\n</Note>', 'judul-di-dalam-komponen'],
    ['<Note kind="tip">\n\nx', 'komponen-belum-ditutup'],
    ['x\n\n</Note>', 'komponen-belum-dibuka'],
    ['<Note kind="tip">\n\nx\n\n</Story>', 'komponen-belum-dibuka'],
  ])('are held to their table: %j', (prose, name) => {
    expect(faultsOf(prose)).toContain(name);
  });

  it('all faults of a file come in one run', () => {
    const names = faultsOf('# Judul\n\n<Note>\n\nx\n\n</Note>\n\n<div />\n\n![a](b.png)');
    expect(names).toEqual(['judul-halaman', 'atribut-kurang', 'html-mentah', 'gambar-markdown']);
  });
});

describe('links', () => {
  it.each([
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](  javascript:alert(1) )',
    '[x](<java script:alert(1)>)',
    '[x](<\tjavascript:alert(1)>)',
    '[x](java&#x73;cript:alert(1))',
    '[x](&#9;javascript:alert(1))',
    '[x](java&Tab;script:alert(1))',
    '[x](java&NewLine;script:alert(1))',
    '[x](javascript&colon;alert(1))',
    '[x](&#1;javascript:alert(1))',
    '[x](data:text/html,x)',
    '[x](vbscript:x)',
    '[x](file:///etc/passwd)',
    '[x](blob:x)',
    '[x](//jahat.id)',
    '[x](\\\\jahat.id)',
    '[x](/\\jahat.id)',
    '[x](&bsol;&bsol;jahat.id)',
    '[x][y]\n\n[y]: javascript:alert(1)',
    '[y]\n\n[y]: <data:text/html,x> "judul"',
    '[y]: javascript:tak-dipakai',
    'Teks [![x](https://a.id/b.png)](javascript:x)',
    '[x](constructor:x)',
    '[x](\u202ehttps://x.id)',
  ])('with a scheme that runs code or an unclear address are refused: %j', (prose) => {
    expect(faultsOf(prose)).toContain('tautan-tidak-aman');
  });
});

describe('Markdown that pages cannot show', () => {
  it.each([
    ['# Judul', 'judul-halaman'],
    ['Judul\n===', 'judul-halaman'],
    ['### Langsung', 'judul-melompat'],
    ['## A\n\n#### B', 'judul-terlalu-dalam'],
    ['![a](b.ts)', 'gambar-markdown'],
    ['![a][b]\n\n[b]: c.ts', 'gambar-markdown'],
    ['```js\nx\n```', 'blok-kode'],
    ['a[^1]\n\n[^1]: b', 'catatan-kaki'],
    ['- [ ] tugas', 'daftar-centang'],
    ['| a | b | c | d | e |\n| - | - | - | - | - |', 'tabel-terlalu-lebar'],
    [`${'> '.repeat(60)}a`, 'susunan-terlalu-dalam'],
  ])('is refused: %j', (prose, name) => {
    expect(faultsOf(prose)).toContain(name);
  });
});

describe('frontmatter', () => {
  it.each([
    'Tanpa bagian atas',
    '+++\nlayout = "./x.astro"\n+++\n',
    '\n---\ntitle: x\n---\n',
    '--- \ntitle: x\n---\n',
    '---title: x\n---\n',
    '---\ntitle: x\n--- layout\n',
    '---\ntitle: x\n---x\nlayout: y\n---\n',
    '---\ntitle: x\n+++\nlayout: y\n---\n',
    '---\ntitle: x\n',
    '\uFEFF---\ntitle: x\n---\n',
  ])('that could be read in two ways is refused: %j', (text) => {
    expect(splitLesson(text)).toBeUndefined();
  });

  it.each(['---\ntitle: x\n---\n', '---\r\ntitle: x\r\n---\r\nisi', '---\ntitle: x\n---'])(
    'is blanked out as the compiler gets it: %j',
    (text) => {
      const parts = splitLesson(text);
      expect(parts?.body.length).toBe(text.length);
      expect(parts?.body.slice(parts?.bodyOffset)).toBe(text.slice(parts?.bodyOffset));
      expect(parts?.body.slice(0, parts?.bodyOffset).trim()).toBe('');
      expect(parts?.frontmatter.trim()).toBe('title: x');
    },
  );
});
