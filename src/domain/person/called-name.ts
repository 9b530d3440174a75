/** What somebody is called in short: "Wartini" of "Bu Wartini", "M. Yusuf" of "H. M. Yusuf". */
export function calledName(name: string): string {
  const [first = '', second] = calledWords(name);
  return second !== undefined && /^\p{L}\.?$/u.test(first) ? `${first} ${second}` : first;
}

/** One or two capitals that stand for a name: "SA" of "Siti Aminah", "N" of "Nur'aini". */
export function initialsOf(name: string): string {
  const words = calledWords(name);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends
    .map((word = '') => (/\p{L}|\p{N}/u.exec(word)?.[0] ?? [...word][0] ?? '').toLocaleUpperCase('id'))
    .join('');
}

/** The words of a name without forms of address; all of them where there is nothing else. */
export function calledWords(name: string): readonly string[] {
  const words = name.trim().split(/\s+/);
  const called = words.filter((word) => !isFormOfAddress(word));
  return called.length > 0 ? called : words;
}

/** What stands before a name in Java, and what a pilgrim or somebody with a degree writes there; also with a dot. */
function isFormOfAddress(word: string): boolean {
  return formsOfAddress.includes(` ${word.toLowerCase().replaceAll(/[^a-z]/g, '')} `);
}

const formsOfAddress =
  ' bu ibu pak bapak mbak mba mas mbah mbok bang kang teh yu lik bulik paklik pakde bude budhe kak dik adik om tante' +
  ' nyai kyai kiai gus ning haji hajah hj h ustaz ustazah ustad ustadzah ustadz sdr sdri saudara saudari' +
  ' ny nn tn dr drs dra ir prof rr rm ';
