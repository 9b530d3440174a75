import type { MdastNode } from 'satteri';
import { isLostStar, lostStar } from '#domain/lint/stars.ts';

/**
 * Why signs that the author wrote will not be seen, because Markdown has a use of its own for them; undefined when all will
 * be. `source` is the text that the node's offsets count in.
 */
export function swallowedSigns(node: MdastNode, source: string): string | undefined {
  const from = node.position?.start.offset;
  const to = node.position?.end.offset;
  if (from === undefined || to === undefined) return undefined;
  const written = source.slice(from, to);
  switch (node.type) {
    case 'emphasis':
    case 'strong': {
      const marks = node.type === 'strong' ? 2 : 1;
      const between = written.slice(marks, -marks);
      return isLostStar(source.slice(0, from), between, source.slice(to)) ? lostStar : undefined;
    }
    case 'delete':
      return written.startsWith('~~')
        ? undefined
        : 'tanda ~ di sini tidak tampil: yang di antaranya menjadi tercoret. Tulis "sampai" atau "kira-kira".';
    case 'blockquote':
      return /^>[ \t]*(?:Rp\.?\s*)?\d/.test(written)
        ? 'tanda > di awal baris tidak tampil: barisnya menjadi kutipan. Tulis "lebih dari".'
        : undefined;
    case 'listItem':
      return /^\+[ \t]+(?:Rp\.?\s*)?\d/.test(written)
        ? 'tanda + di awal baris tidak tampil: barisnya menjadi butir daftar. Tulis "ditambah", atau pakai - untuk daftar.'
        : undefined;
    case 'thematicBreak':
      return written.startsWith('_')
        ? 'garis ___ menjadi garis pemisah, bukan tempat menulis. Tulis "(diisi sendiri)", atau pakai --- untuk garis.'
        : undefined;
    case 'heading':
      return /\s#+\s*$/.test(written)
        ? 'tanda # di akhir judul tidak tampil. Tulis dengan kata, misalnya "nomor 2".'
        : undefined;
    default:
      return undefined;
  }
}

/** Offset of a bare `<` in a text node; `&lt;` and `\<` say what they mean. */
export function findBareLess(node: MdastNode, source: string): number | undefined {
  const from = node.position?.start.offset;
  if (node.type !== 'text' || from === undefined) return undefined;
  const found = /(?<!\\)</.exec(source.slice(from, node.position?.end.offset));
  return found === null ? undefined : from + found.index;
}
