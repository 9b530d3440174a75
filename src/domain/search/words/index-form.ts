/** Which kind of prefix was taken off: it decides which suffixes may follow. */
type Prefix = 'none' | 'active' | 'noun' | 'per' | 'ber';

interface Work {
  word: string;
  /** Vowels left: a word must keep some. */
  measure: number;
  prefix: Prefix;
}

/**
 * What Pagefind's index for Indonesian makes of a folded word: affixes are taken off by letters alone, no list of words is
 * asked. Words of the same form are one to it. A test holds that the built index agrees.
 * @see F. Z. Tala, A Study of Stemming Effects on Information Retrieval in Bahasa Indonesia (2003)
 */
export function indexForm(word: string): string {
  const work: Work = { word, measure: word.match(/[aeiou]/g)?.length ?? 0, prefix: 'none' };
  if (work.measure <= 2) return word;
  cutEnd(work, /(?:kah|lah|pun)$/);
  if (work.measure <= 2) return work.word;
  cutEnd(work, /(?:ku|mu|nya)$/);
  if (work.measure <= 2) return work.word;
  if (cutFirstPrefix(work)) {
    const before = work.measure;
    if (before > 2) cutSuffix(work);
    if (work.measure !== before && work.measure > 2) cutSecondPrefix(work);
  } else {
    cutSecondPrefix(work);
    if (work.measure > 2) cutSuffix(work);
  }
  return work.word;
}

function cutEnd(work: Work, ending: RegExp): boolean {
  const shorter = work.word.replace(ending, '');
  if (shorter === work.word) return false;
  work.word = shorter;
  work.measure -= 1;
  return true;
}

function cutStart(work: Work, start: RegExp, prefix: Prefix, instead = ''): boolean {
  const match = start.exec(work.word);
  if (match === null) return false;
  work.word = instead + work.word.slice(match[0].length);
  work.measure -= 1;
  work.prefix = prefix;
  return true;
}

function cutFirstPrefix(work: Work): boolean {
  return (
    cutStart(work, /^meny(?=[aeiou])/, 'active', 's') ||
    cutStart(work, /^peny(?=[aeiou])/, 'noun', 's') ||
    cutStart(work, /^mem(?=[aeiou])/, 'active', 'p') ||
    cutStart(work, /^pem(?=[aeiou])/, 'noun', 'p') ||
    cutStart(work, /^(?:meng|mem|men|me|di|ter)/, 'active') ||
    cutStart(work, /^(?:peng|pem|pen|ke)/, 'noun')
  );
}

function cutSecondPrefix(work: Work): boolean {
  return (
    cutStart(work, /^pel(?=ajar)/, 'per') ||
    cutStart(work, /^(?:per|pe)/, 'per') ||
    cutStart(work, /^bel(?=ajar)/, 'ber') ||
    cutStart(work, /^ber/, 'ber') ||
    cutStart(work, /^be(?=[^aiueo]er)/, 'ber')
  );
}

function cutSuffix(work: Work): boolean {
  const { word, prefix } = work;
  if (word.endsWith('kan') && prefix !== 'noun' && prefix !== 'per') return cutEnd(work, /kan$/);
  if (word.endsWith('an') && prefix !== 'active') return cutEnd(work, /an$/);
  return prefix !== 'noun' && prefix !== 'ber' && cutEnd(work, /(?<!s)i$/);
}
