/** Somebody as a list names them. */
interface Named {
  readonly name: string;
  readonly login: string;
}

const collator = new Intl.Collator('id', { numeric: true });

/** Order of names as people look for them: capital and small letters are the same, 10 comes after 9; then by login. */
export function compareNames(a: Named, b: Named): number {
  return collator.compare(a.name, b.name) || collator.compare(a.login, b.login);
}
