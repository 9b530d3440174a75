import type { FaultName } from '#domain/fault/names.ts';
import { isMap, isNode, isPair, isScalar, LineCounter, type Node, parseDocument, visit } from 'yaml';
import { yamlRules } from './yaml-rules.ts';
import type { z } from 'zod';
import { type Fault, faultAt, faultIn, type Located, type Place } from '#domain/lint/fault.ts';
import { type IssueFault, issueFault } from '#content/schema/issue.ts';
import { findMisread } from './yaml-signs.ts';

type Path = readonly (string | number)[];

/**
 * Reads YAML that is plain data: maps, lists, text, numbers, true and false. Anchors, aliases and tags are refused, for
 * no lesson needs them and Astro's own YAML parser may read them in another way. `firstLine` is the line of the file that
 * the text begins on.
 */
export function parseYaml<Schema extends z.ZodType>(
  schema: Schema,
  { file, text, firstLine = 1 }: { readonly file: string; readonly text: string; readonly firstLine?: number },
): { readonly located?: Located<z.output<Schema>>; readonly faults: readonly Fault[] } {
  if (isTooDeep(text)) {
    const message = 'isi bersusun terlalu dalam. Ratakan, atau periksa kurung yang belum ditutup.';
    return { faults: [faultIn(file, { line: firstLine, column: 1 }, 'yaml-terlalu-dalam', message)] };
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, ...yamlRules });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1) + firstLine - 1, column: Math.max(col, 1) };
  };
  const fault = (offset: number, name: FaultName, message: string): Fault =>
    faultIn(file, placeAt(offset), name, message);

  const [error] = document.errors;
  if (error) return { faults: [fault(error.pos[0], 'yaml-tidak-terbaca', yamlMessage(error.code))] };
  const fancy = findFancy(document.contents);
  if (fancy) {
    const message =
      'tanda &, *, !, dan << milik YAML tidak dipakai di sini. Tulis di antara tanda kutip, atau ulangi isinya.';
    return { faults: [fault(fancy.range?.[0] ?? 0, 'yaml-tidak-sederhana', message)] };
  }

  const misread = findMisread(document, text).map(({ offset, name, message }) => fault(offset, name, message));
  if (misread.length > 0) return { faults: misread };

  const placeOf = (path: Path): Place => placeAt(offsetOf(document.contents, path));
  const value: unknown = document.toJS();
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return { located: { value: parsed.data, file, placeOf }, faults: [] };
  const faults = withoutEchoes(parsed.error.issues.map(issueFault));
  return { faults: faults.map(({ path, name, message }) => faultAt({ file, placeOf }, path, name, message)) };
}

/** Leaves out that a field is missing where the fault of a misspelt field names it already. */
function withoutEchoes(faults: readonly IssueFault[]): readonly IssueFault[] {
  const [missing, others] = [true, false].map((it) => faults.filter(({ name }) => (name === 'isian-kurang') === it));
  const isEcho = ({ path }: IssueFault): boolean => {
    const parent = path.slice(0, -1).join('/');
    const meant = `Maksud Anda "${path.at(-1)}"?`;
    return (others ?? []).some((it) => it.path.slice(0, -1).join('/') === parent && it.message.includes(meant));
  };
  return [...(others ?? []), ...(missing ?? []).filter((it) => !isEcho(it))];
}

/** Whether brackets or list marks nest deeper than any content does: the parser would take long, or fall over. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [sign] of text.matchAll(/[[\]{}]/g)) {
    depth += sign === '[' || sign === '{' ? 1 : -1;
    if (depth > 50) return true;
  }
  return /^[ \t]*(?:[-?:][ \t]+){20}/m.test(text) || /^[ \t]{200}/m.test(text);
}

/** Offset of the field at a path (of its name, in a map), or of the nearest thing above it. */
function offsetOf(contents: Node | null, path: Path): number {
  let offset = contents?.range?.[0] ?? 0;
  let node: unknown = contents;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (!pair) break;
      if (isNode(pair.key) && pair.key.range) offset = pair.key.range[0];
      node = pair.value;
    } else {
      node = isNode(node) && 'items' in node ? (node.items as unknown[])[Number(step)] : undefined;
      if (!isNode(node) || !node.range) break;
      offset = node.range[0];
    }
  }
  return offset;
}

/** The first node that is more than plain data. */
function findFancy(contents: Node | null): Node | undefined {
  let found: Node | undefined;
  visit(contents, {
    Alias: (_key, node) => {
      found = node;
      return visit.BREAK;
    },
    Node: (_key, node) => {
      if (!('anchor' in node && node.anchor) && !node.tag) return undefined;
      found = node;
      return visit.BREAK;
    },
    Pair: (_key, pair) => {
      if (isPair(pair) && isScalar(pair.key) && pair.key.value !== '<<') return undefined;
      found = isNode(pair.key) ? pair.key : (contents ?? undefined);
      return visit.BREAK;
    },
  });
  return found;
}

/** What to do about an error of the YAML parser. */
function yamlMessage(code: string): string {
  const remedies: Readonly<Record<string, string>> = {
    DUPLICATE_KEY: 'isian ini ditulis dua kali. Hapus salah satu.',
    TAB_AS_INDENT: 'ada tanda Tab di awal baris. Ganti dengan spasi.',
    BAD_INDENT: 'jarak dari kiri tidak sama dengan baris di atasnya. Samakan jumlah spasinya.',
    MISSING_CHAR: 'ada tanda penutup atau titik dua yang kurang di sekitar baris ini.',
    BLOCK_AS_IMPLICIT_KEY: 'tulisan memuat titik dua. Tulis di antara tanda kutip "…".',
    MULTIPLE_DOCS: 'ada garis --- di tengah berkas. Hapus garis itu.',
  };
  return remedies[code] ?? 'susunan YAML salah di sekitar baris ini. Periksa spasi, titik dua, dan tanda kutip.';
}
