import type { BankEntry, BankFile } from '#content/exchange/entry.ts';

export function entriesOf(file: BankFile): readonly BankEntry[] {
  if ('problem' in file) throw new Error(file.problem);
  return file.entries;
}

/** What became of each entry, on one line each. */
export function tell(entries: readonly BankEntry[]): readonly string[] {
  return entries.map((it) => {
    if ('skipped' in it) return `${it.line} skipped ${it.skipped}`;
    if ('refused' in it) return `${it.line} refused ${it.refused}`;
    return `${it.line} ${it.question.kind}`;
  });
}

export function firstOf(file: BankFile) {
  const [entry] = entriesOf(file);
  if (entry === undefined || !('question' in entry)) throw new Error(JSON.stringify(entry));
  return entry;
}
