import type { BankEntry, BankFile, DraftQuestion } from '#content/exchange/entry.ts';

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

/** Each entry on one line: its line, its key in words, and what was changed. */
export function summarise(entries: readonly BankEntry[]): readonly string[] {
  return entries.map((it) => {
    if (!('question' in it)) return tell([it])[0] ?? '';
    const changes = it.changes.length === 0 ? '' : ` (${it.changes.join('; ')})`;
    return `${it.line} ${keyOf(it.question)}${changes}`;
  });
}

function keyOf(question: DraftQuestion): string {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return question.choices.flatMap(({ id, text }) => ([question.key].flat().includes(id) ? text : [])).join(' + ');
    case 'true-false':
      return question.key ? 'benar' : 'salah';
    case 'number':
      return `${question.key} ± ${question.tolerance}`;
    case 'short-text':
      return question.accepted.join(' / ');
    case 'cloze':
      return Object.values(question.blanks)
        .map((blank) => ('choices' in blank ? blank.key : blank.accepted.join(' / ')))
        .join(', ');
    default:
      return question.kind;
  }
}
