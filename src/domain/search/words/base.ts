import { possibleBases } from './affixes.ts';

/** A list of Indonesian words with the forms that grammar makes of them. */
export type KnowsWord = (word: string) => boolean;

/**
 * Finds the base of folded words: of all bases that grammar allows, the one that the list knows and makes most of; the
 * word itself when there is none. `makanan` is `makan` and not `mak`, `pengiriman` is `kirim` and not `irim`.
 */
export function openBases(knows: KnowsWord): (word: string) => string {
  const known = new Map<string, ReadonlySet<string>>();
  const formsOf = (base: string): ReadonlySet<string> => {
    const found = known.get(base) ?? new Set(usualForms(base).filter(knows));
    known.set(base, found);
    return found;
  };
  return (word) => {
    const bare = knows(word) ? word : withoutPossessive(word, knows);
    const fixed = irregular.get(bare);
    if (fixed !== undefined) return fixed;
    let best = bare;
    let bestWeight = knows(bare) ? formsOf(bare).size : 0;
    for (const base of possibleBases(bare)) {
      if (base === bare || !knows(base)) continue;
      const forms = formsOf(base);
      // A word must not speak for itself.
      const weight = irregular.get(base) === base ? Number.POSITIVE_INFINITY : forms.size - (forms.has(bare) ? 1 : 0);
      if (weight > bestWeight && weight >= (base.length === 3 ? 3 : 1)) {
        best = base;
        bestWeight = weight;
      }
    }
    return best;
  };
}

/** Words that look as if they were built on another one, but have a meaning of their own. */
const irregular: ReadonlyMap<string, string> = new Map([
  ...`berangkat menteri pesan beri cari mulai perlu petani negeri beban bunga uang merek rekan delapan ketua kursi tetapi
     kalian kelak kulakan selain masalah sekali sekarang alamat rekening anggaran setuju`
    .split(/\s+/)
    .map((word) => [word, word] as const),
  ...['keberangkatan', 'pemberangkatan', 'memberangkatkan', 'diberangkatkan'].map(
    (word) => [word, 'berangkat'] as const,
  ),
  ['laki', 'laki'],
  ['bermasalah', 'masalah'],
  ['pengusaha', 'usaha'],
  ['mengusahakan', 'usaha'],
  ['berjanji', 'janji'],
  ['bersekolah', 'sekolah'],
  ['beruntung', 'untung'],
  ['merugi', 'rugi'],
  ['menyusut', 'susut'],
  ['ngitung', 'hitung'],
]);

function withoutPossessive(word: string, knows: KnowsWord): string {
  const bare = word.replace(/(?:nya|ku|mu)?(?:lah|kah|pun)?$/, '');
  return bare.length >= 3 && knows(bare) ? bare : word;
}

function usualForms(base: string): string[] {
  const active = activeForm(base);
  const agent = `pe${active.slice(2)}`;
  return [
    ...['', 'kan', 'i'].flatMap((end) => [active + end, `di${base}${end}`]),
    ...[`ber${base}`, `ter${base}`, `${base}an`, `ke${base}an`, `${base}kan`, `${base}i`],
    ...[agent, `${agent}an`, `per${base}an`, `memper${base}`, `memper${base}kan`, `se${base}`],
  ];
}

function activeForm(base: string): string {
  const first = base[0] ?? '';
  const swallowed = { k: 'meng', p: 'mem', t: 'men', s: 'meny' }[first];
  if (swallowed !== undefined) return swallowed + base.slice(1);
  if ('aiueogh'.includes(first)) return `meng${base}`;
  if ('bfv'.includes(first)) return `mem${base}`;
  if ('cdjz'.includes(first)) return `men${base}`;
  return `me${base}`;
}
