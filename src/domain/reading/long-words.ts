/**
 * Whether a word takes long to read: more than four syllables or more than twelve letters. Affixes make three and four
 * syllables everyday words in Indonesian (`menghitung`, `pekerjaan`), so limits made for English would mark every second
 * word. Each part of `tanda-tangan` is judged by itself.
 */
export function isLongWord(word: string): boolean {
  return word.split('-').some((part) => countSyllables(part) > 4 || (part.match(/\p{L}/gu) ?? []).length > 12);
}

/** Syllables of an Indonesian word: one for each vowel letter, two vowels at its end (`ai`, `au`, `oi`) being one. */
export function countSyllables(word: string): number {
  const bare = word.toLowerCase().replace(/(a[iu]|oi)$/, 'a');
  return (bare.match(/[aeiou]/g) ?? []).length;
}
