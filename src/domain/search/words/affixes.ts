/** Smallest base that a word may be taken apart to. */
const shortestBase = 3;

/**
 * Every base that a folded word may be built on by Indonesian grammar, without judging whether such a word exists: the
 * word itself, then what is left without particles and possessives, suffixes and up to two prefixes.
 * The spoken language (ng-, nge-, -in) and Javanese (-e, -ne) count. Longer bases come first.
 */
export function possibleBases(word: string): string[] {
  const found = new Set([word]);
  if (!/^[a-z]+$/.test(word)) return [...found];
  for (const form of withoutEndings(word)) {
    for (const base of withoutPrefixes(form, 2)) if (base.length >= shortestBase) found.add(base);
  }
  return [...found].sort((a, b) => b.length - a.length);
}

const particles = /(?:lah|kah|tah|pun)$/;
const possessives = /(?:nya|ku|mu|ne|e)$/;
const suffixes = ['kan', 'an', 'i', 'in'];

function withoutEndings(word: string): Set<string> {
  const bare = word.replace(particles, '');
  const forms = new Set([word, bare, bare.replace(possessives, ''), word.replace(possessives, '')]);
  for (const form of [...forms]) {
    for (const suffix of suffixes) if (form.endsWith(suffix)) forms.add(form.slice(0, -suffix.length));
  }
  return forms;
}

function withoutPrefixes(form: string, depth: number): string[] {
  if (depth === 0 || form.length <= shortestBase) return [form];
  const bases = prefixRules.flatMap(([prefix, restore]) => {
    const match = prefix.exec(form);
    if (match === null) return [];
    const rest = form.slice(match[0].length);
    return restore.map((sound) => sound + rest);
  });
  return [form, ...bases.flatMap((base) => withoutPrefixes(base, depth - 1))];
}

const any = [''];

/** What stands before a base, and the sounds that it may have swallowed. */
const prefixRules: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(?:di|ke|se|ku|kau)(?=..)/, any],
  [/^ter/, any],
  [/^te(?=r)/, any],
  [/^(?:ber|bel(?=ajar)|be(?=[^aiueor]er|r))/, any],
  [/^(?:per|pel(?=ajar))/, any],
  [/^(?:me|pe)(?=[lmnrwy])/, any],
  [/^pe(?=[^aiueo])/, any],
  [/^(?:mem|pem)(?=[aiueo])/, ['p', 'm']],
  [/^(?:mem|pem)(?=[bfvp])/, any],
  [/^(?:men|pen)(?=[aiueo])/, ['t', 'n']],
  [/^(?:men|pen)(?=[cdjszt])/, any],
  [/^(?:meny|peny)(?=[aiueo])/, ['s']],
  [/^(?:meng|peng)(?=[aiueo])/, ['k', '']],
  [/^(?:meng|peng)(?=[ghkqx])/, any],
  [/^(?:menge|penge|nge)(?=[^aiueo][aiueo][^aiueo]$)/, any],
  [/^ny(?=[aiueo])/, ['s', 'c']],
  [/^ng(?=[aiueo])/, ['k', '']],
  [/^ng(?=[ghlr])/, any],
  [/^n(?=[aiueo])/, ['t']],
  [/^n(?=[cdj])/, any],
  [/^m(?=[aiueo])/, ['p']],
  [/^m(?=b)/, any],
];
