import { type Fault, faultIn, fileStart } from '#domain/lint/fault.ts';

/** What the parser could not read, as an author can mend it. The parser's sentence begins with line and column. */
export function syntaxFault(file: string, error: unknown): Fault {
  const text = error instanceof Error ? error.message : String(error);
  const [, line, column] = /^(\d+):(\d+):/.exec(text) ?? [];
  const place = line === undefined ? fileStart : { line: Number(line), column: Number(column) };
  const { name, message } = remedy(text);
  return faultIn(file, place, name, message);
}

function remedy(text: string): Pick<Fault, 'name' | 'message'> {
  const unclosed = /Expected a closing tag for `<([^`>]*)>`/.exec(text)?.[1];
  if (unclosed !== undefined) {
    return {
      name: 'komponen-belum-ditutup',
      message: `<${unclosed}> belum ditutup. Tambahkan </${unclosed}> sesudah isinya, di baris sendiri.`,
    };
  }
  const unopened = /Unexpected closing tag `<\/([^`>]*)>`/.exec(text)?.[1];
  if (unopened !== undefined) {
    return {
      name: 'komponen-belum-dibuka',
      message: `</${unopened}> tidak punya pasangan. Hapus, atau periksa pembukanya di atas.`,
    };
  }
  if (text.includes('Unexpected character `!`')) {
    return { name: 'komentar-html', message: 'tanda <! tidak dipakai. Untuk komentar tulis {/* … */}.' };
  }
  if (text.includes('`<`') || text.includes('JSX tag')) {
    return {
      name: 'tanda-kurang-dari',
      message:
        'tanda < hanya untuk komponen seperti <Note kind="tip">, dengan tanda kutip pada tiap isinya. Untuk angka tulis "kurang dari".',
    };
  }
  return {
    name: 'mdx-tidak-terbaca',
    message: 'susunan di sekitar baris ini tidak terbaca. Periksa komponen, tanda kutip, dan baris kosongnya.',
  };
}
