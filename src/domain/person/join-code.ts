// A cohort's join code is read out in a room and typed on phones. Its letters are ones whose Indonesian names nobody takes for
// another's: of "be, ce, de, ge, je, pe, te, ve, we, ye" there is one, of "em, en" one, of "ef, es, eks" one, of "a, ha" one.
const letters = 'ABKLMORSUZ';
const codeLength = 6;

/** What people hear or see in place of one of ours. */
const mistaken: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'CDEGJPTVWY'].map((letter) => [letter, 'B'])),
  ...{ H: 'A', N: 'M', F: 'S', X: 'S', Q: 'K', '0': 'O', '1': 'L', I: 'L' },
};

/** Words that nobody wants to read out. */
const unwanted = /ASU|BABU/;

/** Makes a code; `pick` answers a whole number from 0 to below its argument. */
export function makeJoinCode(pick: (below: number) => number): string {
  for (;;) {
    const code = Array.from({ length: codeLength }, () => letters[pick(letters.length)]).join('');
    if (!unwanted.test(code)) return code;
  }
}

/** A code as somebody typed it, with what is easily misheard put right; undefined when it is none. */
export function readJoinCode(text: string): string | undefined {
  const typed = text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s.-]/g, '');
  const code = [...typed].map((sign) => mistaken[sign] ?? sign).join('');
  return code.length === codeLength && [...code].every((letter) => letters.includes(letter)) ? code : undefined;
}

/** As it is read out: in threes. */
export function spokenJoinCode(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`;
}
