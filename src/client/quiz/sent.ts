import type { Receipt } from '#domain/learning/record.ts';
import type { QuizMode } from '#domain/quiz/quiz.ts';
import { quizMessages } from '#messages/quiz.ts';
import { element } from '#client/phone/element.ts';
import { receiptOf, type SyncState, sync } from '#client/outbox/sync.ts';
import type { QuizFields } from '#client/quiz/answering/fields.ts';
import { tellDelivery } from '#client/quiz/result/result.ts';
import { nextLinks, type ResultCard } from '#client/quiz/result/result-card.ts';
import { tellGrade } from '#client/quiz/answering/verdicts.ts';

/** An attempt that was handed to the outbox, and where its fate is told. */
export interface Sent {
  readonly mode: QuizMode;
  readonly pass: number;
  readonly fields: QuizFields;
  readonly card: ResultCard;
  readonly person: string | null;
  /** Whether it will survive closing the page. */
  readonly kept: boolean;
  /** Ids of the questions with a response. */
  readonly answered: ReadonlySet<string>;
  /** Address of the attempt's own page, once it is recorded. */
  readonly whole: string;
  readonly againButton: () => HTMLElement;
  /** Whether the form has gone on to another attempt. */
  readonly isOver: () => boolean;
}

/** Tells on the card where the record is and what it came to, now and whenever that changes. */
export async function followSent(id: string, sent: Sent): Promise<void> {
  const tell = (state: SyncState) => {
    const receipt = receiptOf(id);
    if (receipt) document.removeEventListener('outbox', listen);
    if (sent.isOver()) return;
    const told = tellDelivery(receipt, state, sent.person);
    const lines = !sent.kept && receipt === undefined ? [quizMessages.notKept] : told.lines;
    sent.card.tellDelivery({ ...told, lines });
    if (sent.mode === 'assessment') tellAssessment(receipt, sent);
    if (receipt) sent.card.offer(...waysOn(receipt, sent));
  };
  const listen = () => tell('later');
  tell(await sync());
  if (!receiptOf(id)) document.addEventListener('outbox', listen);
}

function tellAssessment(receipt: Receipt | undefined, { card, fields, pass, answered }: Sent): void {
  if (receipt?.grade) {
    card.tellOutcome(tellGrade(fields, receipt.grade, { pass, answered }));
    fields.foldRight();
  } else card.tellOutcome({ kind: 'info', title: quizMessages.sentOff(receipt?.outcome), lines: [] });
}

/** Where to go on once the server has answered. Of an assessment that is its result page, which knows what comes next. */
function waysOn({ outcome }: Receipt, { mode, whole: href, person, againButton }: Sent): readonly HTMLElement[] {
  const isPractice = mode === 'practice';
  const words = isPractice ? quizMessages.wholeResult : quizMessages.wholeExamResult;
  const whole = element('a', { href, className: `button${isPractice ? ' button-quiet' : ''}` }, words);
  const results = outcome === 'refused' || person === null ? [] : [whole];
  return isPractice ? [...nextLinks(), againButton(), ...results] : [...results, againButton()];
}
