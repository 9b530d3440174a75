import type { Receipt } from '#domain/learning/record.ts';
import { quizMessages } from '#messages/quiz.ts';
import { element } from '#client/phone/element.ts';
import type { SyncState } from '#client/outbox/sync.ts';

/** What a form says once it was to be sent. */
export interface Told {
  readonly kind: 'info' | 'success' | 'warning';
  readonly lines: readonly string[];
  /** Whether signing in is the next thing to do. */
  readonly signIn?: boolean;
}

/** What to tell about a record: the server's word when there is one, else where the record is now. */
export function tellDelivery(receipt: Receipt | undefined, state: SyncState, person: string | null): Told {
  if (receipt?.outcome === 'refused') return { kind: 'warning', lines: [receipt.message ?? quizMessages.kept] };
  if (receipt !== undefined) return { kind: 'success', lines: [quizMessages.recorded, ...flagLines(receipt)] };
  if (person === null) return { kind: 'info', lines: [quizMessages.keptUnnamed], signIn: true };
  if (state === 'stopped') return { kind: 'info', lines: [quizMessages.keptStopped], signIn: true };
  return { kind: 'info', lines: [quizMessages.kept] };
}

/** Tells it as an alert, with the way to sign in where that is next. */
export function alertOf({ kind, lines, signIn }: Told): HTMLElement {
  return element('div', { className: `alert alert-${kind}` }, ...linesOf(lines), ...(signIn ? [signInLink()] : []));
}

export function linesOf(lines: readonly string[]): readonly HTMLElement[] {
  return lines.map((line) => element('p', {}, line));
}

export function signInLink(): HTMLElement {
  const link = element('a', { href: '/masuk/?next=%2Fsaya%2F', className: 'button' }, quizMessages.signIn);
  return element('p', {}, link);
}

function flagLines({ flags = [] }: Receipt): readonly string[] {
  return flags.map((flag) => quizMessages.flags[flag]);
}
