import type { FaultName } from '#domain/fault/names.ts';
import { type Fault, faultIn } from '#domain/lint/fault.ts';
import { placeAt } from '#content/files/text-file.ts';

/** Braces that open no comment, and lines that would be program code: judged by their letters, before anything parses. */
export function findForbiddenSource(file: string, body: string): readonly Fault[] {
  const fault = (offset: number, name: FaultName, message: string): Fault => {
    return faultIn(file, placeAt(body, offset), name, message);
  };
  const braces = [...blankComments(body).matchAll(/[{}]/g)].map(({ index }) =>
    fault(
      index,
      'kurung-kurawal',
      'tanda { } tidak dipakai di pelajaran, kecuali komentar {/* … */}. Hapus, atau tulis dengan kata.',
    ),
  );
  // Wherever a line begins: at its edge, in a quotation, in a list.
  const starts = /^[ \t]*(?:(?:[>*+-]|\d{1,9}[.)])[ \t]*)*(import|export)(?![\p{L}\p{N}_-])/gmu;
  const code = [...body.matchAll(starts)].map(({ 0: start, 1: word = '', index }) =>
    fault(
      index + start.length - word.length,
      'kode-program',
      `baris tidak boleh diawali kata "${word}", karena dibaca sebagai kode. Ubah susunan kalimatnya.`,
    ),
  );
  return [...braces, ...code];
}

/** The same text, lines and length, with every comment as spaces. */
function blankComments(body: string): string {
  let blanked = '';
  let from = 0;
  for (;;) {
    const opens = body.indexOf('{/*', from);
    const closes = opens < 0 ? -1 : body.indexOf('*/', opens + 3);
    if (closes < 0) return blanked + body.slice(from);
    const whole = body[closes + 2] === '}';
    const comment = body.slice(opens, closes + (whole ? 3 : 2));
    blanked += body.slice(from, opens) + (whole ? comment.replace(/[^\r\n]/g, ' ') : comment);
    from = opens + comment.length;
  }
}
