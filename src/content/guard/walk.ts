import type { FaultName } from '#domain/fault/names.ts';
import type { MdastNode } from 'satteri';
import { findHiddenSign } from '#domain/hidden-signs.ts';
import type { ComponentUse, LinkUse, TableRow, TableUse, TextUse } from '#domain/lint/content.ts';
import { type Fault, faultIn, type Place } from '#domain/lint/fault.ts';
import { readLink } from '#domain/lint/lesson/links.ts';
import { placeAt } from '#content/files/text-file.ts';
import { checkComponent, isComponent } from './component.ts';
import { isComment } from './hast.ts';
import { findBareLess, swallowedSigns } from './swallowed.ts';

const depthLimit = 40;

export interface Prose {
  readonly components: ComponentUse[];
  readonly links: LinkUse[];
  readonly texts: TextUse[];
  readonly tables: TableUse[];
  readonly faults: Fault[];
}

/** What stands around a node. */
interface Surroundings {
  readonly depth: number;
  /** The nearest component around, if any. */
  readonly component: string | undefined;
  readonly parent: MdastNode;
}

/**
 * Collects what a lesson's tree uses and every node that may not be there. Comes back empty-handed rather than throwing.
 * `source` is what the tree was made from.
 */
export function walkProse(file: string, root: MdastNode, source: string): Prose {
  const prose: Prose = { components: [], links: [], texts: [], tables: [], faults: [] };
  const report = (node: MdastNode, name: FaultName, message: string): void => {
    prose.faults.push(faultIn(file, placeOf(node), name, message));
  };
  let lastHeading = 1;

  const check = (node: MdastNode, around: Surroundings): 'descend' | 'stop' => {
    const plain = around.depth > depthLimit ? tooDeep : forbidden[node.type];
    if (plain) {
      report(node, ...plain);
      return 'stop';
    }
    const swallowed = swallowedSigns(node, source);
    if (swallowed !== undefined) report(node, 'tanda-hilang', swallowed);
    const less = findBareLess(node, source);
    if (less !== undefined) prose.faults.push(faultIn(file, placeAt(source, less), 'tanda-kurang-dari', bareLess));
    if (node.type === 'text' && findHiddenSign(node.value) !== undefined) report(node, 'tanda-kendali', hiddenSign);
    if (isComponent(node)) {
      const { use, faults } = checkComponent(node, around);
      for (const { name, message } of faults) report(node, name, message);
      if (use) prose.components.push({ ...use, text: textOf(node), ...placeOf(node) });
    } else if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') {
      if (!isComment(node.value)) report(node, 'kurung-kurawal', 'hanya komentar {/* … */} yang boleh di dalam { }.');
    } else if (node.type === 'heading') {
      const problem = headingProblem(node.depth, lastHeading, around.component);
      if (problem) report(node, ...problem);
      lastHeading = node.depth;
    } else if (node.type === 'link' || node.type === 'definition') {
      prose.links.push({ address: node.url, ...placeOf(node) });
      const problem = linkProblem(node.url);
      if (problem) report(node, 'tautan-tidak-aman', problem);
    } else if (node.type === 'listItem' && typeof node.checked === 'boolean') {
      report(node, 'daftar-centang', 'daftar centang [ ] tidak didukung. Pakai daftar biasa.');
    } else if (node.type === 'table') {
      prose.tables.push({ rows: rowsOf(node), ...placeOf(node) });
      if ((node.children[0]?.children.length ?? 0) > 4) {
        report(node, 'tabel-terlalu-lebar', 'tabel paling banyak 4 kolom, supaya terbaca di ponsel. Bagi tabelnya.');
      }
    } else if (!known.has(node.type)) {
      report(
        node,
        'susunan-tidak-dikenal',
        `bagian jenis "${node.type}" tidak boleh di pelajaran. Tulis dengan cara lain.`,
      );
      return 'stop';
    }
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      prose.texts.push({ kind: node.type, text: textOf(node), ...placeOf(node) });
    }
    return 'descend';
  };
  const visit = (node: MdastNode, around: Surroundings): void => {
    if (check(node, around) === 'stop' || !('children' in node)) return;
    const component = isComponent(node) ? (node.name ?? undefined) : around.component;
    for (const child of node.children as MdastNode[])
      visit(child, { depth: around.depth + 1, component, parent: node });
  };

  visit(root, { depth: 0, component: undefined, parent: root });
  return prose;
}

const known = new Set([
  ...['root', 'paragraph', 'text', 'strong', 'emphasis', 'delete', 'break', 'inlineCode', 'list', 'listItem'],
  ...['table', 'tableRow', 'tableCell', 'blockquote', 'thematicBreak', 'linkReference'],
]);
const bareLess = 'tanda < hanya untuk komponen seperti <Note kind="tip">. Untuk angka tulis "kurang dari".';
const hiddenSign = 'ada tanda yang tidak terlihat di sini. Hapus lalu ketik ulang barisnya.';
const tooDeep = ['susunan-terlalu-dalam', 'isi bersusun terlalu dalam. Ratakan.'] as const;

const forbidden: Readonly<Record<string, readonly [name: FaultName, message: string]>> = {
  mdxjsEsm: ['kode-program', 'import dan export tidak boleh. Komponen sudah tersedia tanpa diimpor.'],
  image: ['gambar-markdown', 'gambar ditulis dengan <Figure src="…" alt="…" />, bukan ![…](…).'],
  imageReference: ['gambar-markdown', 'gambar ditulis dengan <Figure src="…" alt="…" />, bukan ![…][…].'],
  code: ['blok-kode', 'blok kode ``` tidak dipakai di pelajaran. Tulis sebagai teks, daftar, atau tabel.'],
  html: ['html-mentah', 'tag HTML tidak boleh. Pakai Markdown atau komponen yang tersedia.'],
  footnoteReference: ['catatan-kaki', 'catatan kaki tidak didukung. Tulis keterangannya di dalam kalimat.'],
  footnoteDefinition: ['catatan-kaki', 'catatan kaki tidak didukung. Tulis keterangannya di dalam kalimat.'],
  yaml: ['frontmatter-salah', 'garis --- pembuka hanya boleh satu kali, di baris pertama berkas.'],
  toml: ['frontmatter-salah', 'bagian atas ditulis dengan YAML di antara garis ---, bukan +++.'],
};

function headingProblem(
  depth: number,
  last: number,
  component: string | undefined,
): readonly [name: FaultName, message: string] | undefined {
  if (component !== undefined) {
    return [
      'judul-di-dalam-komponen',
      `judul tidak boleh di dalam <${component}>. Pakai atribut title atau huruf tebal.`,
    ];
  }
  if (depth === 1) return ['judul-halaman', 'judul # satu dibuat halaman dari "title". Pakai ## untuk judul bagian.'];
  if (depth > 3) return ['judul-terlalu-dalam', 'judul paling dalam ###. Pakai ### atau huruf tebal.'];
  return depth > last + 1
    ? ['judul-melompat', 'judul ### harus di bawah sebuah judul ##. Pakai ## di sini.']
    : undefined;
}

function linkProblem(address: string): string | undefined {
  const target = readLink(address, '/');
  if (target.kind !== 'unsafe') return undefined;
  return {
    hidden_signs: 'alamat tautan memuat spasi, garis miring terbalik, atau tanda tersembunyi. Ketik ulang alamatnya.',
    scheme: 'tautan hanya boleh diawali https://, http://, mailto:, tel:, atau menuju halaman situs ini.',
    other_site: 'alamat // tidak jelas menuju ke mana. Awali dengan https://.',
  }[target.reason];
}

/** Cells with what stays on one line: a word, or all of a right-aligned figure (see LessonCell). */
function rowsOf(table: Extract<MdastNode, { type: 'table' }>): readonly TableRow[] {
  return table.children.map((row, at) => ({
    ...placeOf(row),
    cells: row.children.map((cell, column) => {
      const text = textOf(cell).trim();
      const isFigure = at > 0 && table.align?.[column] === 'right';
      const pieces = isFigure ? [text] : text.split(/[\s/–-]+/);
      return { text, unbreakable: pieces.reduce((a, b) => (b.length > a.length ? b : a), '') };
    }),
  }));
}

function textOf(node: MdastNode): string {
  if ('value' in node && (node.type === 'text' || node.type === 'inlineCode'))
    return node.value.replaceAll('\r\n', '\n');
  if (node.type === 'break') return '\n';
  return 'children' in node ? (node.children as MdastNode[]).map(textOf).join('') : '';
}

function placeOf(node: MdastNode): Place {
  const { line, column } = node.position?.start ?? { line: 1, column: 1 };
  return { line, column };
}
