/** How many words a text has: what stands between blanks and holds a letter or a digit. `anak-anak` is one, `÷` is none. */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter((it) => /[\p{L}\p{N}]/u.test(it)).length;
}

/**
 * The sentences of one paragraph or list item, in order. A sentence ends at . ! ? or … before a capital letter, a digit or
 * a quotation mark, and at the end; "Rp12.500", "No. 3" and "dll. yang lain" end none.
 */
export function splitSentences(text: string): readonly string[] {
  const parts = text.split(/(?<=[.!?…]["”’')\]]*)\s+(?=["“‘'([]*[\p{Lu}\p{N}])/u);
  const sentences: string[] = [];
  for (const part of parts) {
    const before = sentences.at(-1);
    if (before !== undefined && abbreviated.test(before)) sentences[sentences.length - 1] = `${before} ${part}`;
    else sentences.push(part);
  }
  return sentences.map((it) => it.trim()).filter((it) => countWords(it) > 0);
}

const abbreviated = /(?:^|[\s("“])(?:No|Kec|Kab|Jl|Ps|Hlm|Drs|Dr|dr|Ir|Tn|Ny|Sdr|Bpk|a\.n|s\.d|dll|dsb|dst)\.$/u;
