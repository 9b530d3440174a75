/** Whether each of the words stands in somebody's name or login, in any order, small and capital letters alike; no words: everybody. */
export function matchesWords(
  { name, login }: { readonly name: string; readonly login: string },
  words: string,
): boolean {
  const text = plain(`${name} ${login}`);
  return plain(words)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** Small letters without the marks on them: people look for "Yusuf" and "Yūsuf" alike. */
function plain(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase('id').trim();
}
