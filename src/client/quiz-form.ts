import { type Answers, readAnswers } from '#domain/answers.ts';
import { reaches } from '#domain/grading.ts';
import { expandCases, numberQuestions } from '#domain/question/case.ts';
import {
  earnedPoints,
  type PublicQuestion,
  type PublicSimpleQuestion,
  type Question,
  withoutKey,
} from '#domain/question.ts';
import { arrangeQuestions } from '#domain/quiz.ts';
import type { ReceiptGrade } from '#domain/record.ts';
import { quizMessages } from '#messages';
import { element, part } from './element.ts';
import { type NewRecord, openOutbox } from './outbox.ts';
import { phonePerson } from './phone-person.ts';
import { type Draft, draftKey, dropDraft, newDraft, readDraft, writeDraft } from './quiz-draft.ts';
import { openFields, type QuizFields } from './quiz-fields.ts';
import { alertOf, tellDelivery } from './quiz-result.ts';
import { receiptOf, type SyncState, startSync, sync } from './sync.ts';

/** What the page hands over in its JSON: keys in a practice, questions without them in an assessment. */
interface QuizData {
  readonly course: string;
  readonly quiz: string;
  readonly mode: 'practice' | 'assessment';
  readonly edition: string;
  readonly pass: number;
  readonly draw: number | null;
  readonly shuffle: boolean;
  readonly keys?: readonly Question[];
  readonly questions?: readonly PublicQuestion[];
}

/**
 * Makes a server-rendered quiz form work without the server: draws, keeps answers while they are given, gives feedback
 * to a practice at once, and hands every attempt to the outbox.
 */
class QuizForm extends HTMLElement {
  #data!: QuizData;
  #form!: HTMLFormElement;
  #fields!: QuizFields;
  #status!: HTMLElement;
  #delivery = element('div', { className: 'quiz-delivery' });
  #person: string | null = null;
  #draft!: Draft;
  #questions: readonly PublicQuestion[] = [];
  #shown: readonly PublicSimpleQuestion[] = [];
  #numbers: ReadonlyMap<string, string> = new Map();
  #mayLackAnswers = false;

  connectedCallback(): void {
    this.#data = JSON.parse(part(this, 'script[type="application/json"]').textContent ?? '') as QuizData;
    const { keys, questions } = this.#data;
    this.#questions = questions ?? keys?.map((question) => withoutKey(question)) ?? [];
    this.#form = part(this, 'form');
    this.#fields = openFields(this.#form);
    this.#status = part(this, '.quiz-status');
    this.#person = phonePerson();
    this.#form.addEventListener('input', (event) => this.#keep(event));
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#submit();
    });
    addEventListener('pageshow', () => this.#guardPerson());
    document.addEventListener('visibilitychange', () => this.#guardPerson());
    startSync();

    const kept = readDraft(this.#key, this.#data.edition);
    const start = this.querySelector('.quiz-start');
    if (start === null || kept) this.#begin(kept);
    start?.addEventListener('click', (event) => {
      event.preventDefault();
      this.#begin(undefined);
      this.#fields.focus(this.#shown[0]?.id);
    });
  }

  get #key(): string {
    return draftKey(this.#person, this.#data.course, this.#data.quiz);
  }

  #begin(kept: Draft | undefined): void {
    this.#draft = kept ?? newDraft(this.#data.edition);
    // A first practice keeps the order of the page: nothing moves under the reader's eyes.
    if (this.#data.mode === 'assessment') this.#arrange();
    else this.#show(this.#questions);
    for (const [question, values] of Object.entries(this.#draft.answers)) this.#fields.fill(question, values);
    this.querySelector('.quiz-start')?.remove();
    this.#form.hidden = false;
  }

  #arrange(): void {
    const { draw, shuffle } = this.#data;
    const arranged = arrangeQuestions({ questions: this.#questions, draw, shuffle }, this.#draft.seed);
    this.#show(arranged);
    this.#fields.arrange(arranged, this.#numbers);
  }

  #show(questions: readonly PublicQuestion[]): void {
    this.#shown = expandCases(questions);
    this.#numbers = numberQuestions(questions);
  }

  #keep(event: Event): void {
    const answers = Object.fromEntries(this.#shown.map(({ id }) => [id, this.#fields.values(id)]));
    this.#draft = { ...this.#draft, answers };
    writeDraft(this.#key, this.#draft);
    const question = (event.target as Element).closest<HTMLElement>('[data-question]')?.dataset.question;
    if (question !== undefined) this.#fields.showError(question);
  }

  async #submit(): Promise<void> {
    const answers = readAnswers(this.#shown, (question) => this.#fields.values(question));
    if (!this.#isReady(answers)) return;
    const person = this.#person ?? phonePerson();
    const kept = await this.#put(answers, person);
    // A phone that stores nothing must not be trusted with an assessment: the form goes the plain way.
    if (!kept && this.#data.mode === 'assessment') return this.#submitPlainly();
    dropDraft(this.#key);
    this.#fields.lock();
    part(this, '.quiz-actions').hidden = true;
    if (this.#data.mode === 'practice') this.#showFeedback(answers);
    else this.#tell(element('p', {}, quizMessages.saving));
    await this.#follow(this.#draft.id, person, kept);
  }

  /** Hands the attempt to the outbox; true when it will survive closing the page. */
  async #put({ responses }: Answers, person: string | null): Promise<boolean> {
    const { course, quiz, edition } = this.#data;
    const { id, seed, startedAt } = this.#draft;
    const at = { answeredAt: new Date().toISOString(), startedAt };
    const record: NewRecord = { id, kind: 'attempt', ...at, course, quiz, edition, seed, responses };
    try {
      const outbox = await openOutbox();
      if (!outbox.durable && this.#data.mode === 'assessment') return false;
      await outbox.put(record, person);
      return outbox.durable;
    } catch {
      return false;
    }
  }

  /** Shows what stands in the way of sending; true when nothing does. */
  #isReady({ missing, partial, unclear }: Answers): boolean {
    const lacks = missing.length > 0 && !this.#mayLackAnswers;
    for (const { id } of this.#shown) {
      this.#fields.showError(id, unclear.get(id) ?? (lacks && partial.includes(id) ? 'partial' : undefined));
    }
    if (unclear.size === 0 && !lacks) return true;
    const box = alertOf({ kind: 'warning', lines: unclear.size > 0 ? [quizMessages.unclear] : [] });
    if (lacks) {
      const send = element('p', {}, this.#incompleteButton());
      const words = partial.length > 0 ? quizMessages.unfinished : quizMessages.missing;
      box.append(this.#linkMissing(words, missing), element('p', {}, quizMessages.missingHelp), send);
    }
    this.#tell(box);
    this.#fields.focus([...unclear.keys()][0]);
    return false;
  }

  /** "Belum dijawab: soal 3, 7." with a link to each. */
  #linkMissing(words: string, missing: readonly string[]): HTMLElement {
    const links = missing.flatMap((id, at) => {
      const link = element('a', { href: `#${this.#fields.anchor(id)}` }, this.#numbers.get(id) ?? '');
      link.addEventListener('click', () => this.#fields.focus(id));
      return at === 0 ? [' ', link] : [', ', link];
    });
    return element('p', {}, words, ...links, '.');
  }

  #incompleteButton(): HTMLElement {
    const send = element('button', { type: 'button', className: 'button button-quiet' }, quizMessages.sendIncomplete);
    send.addEventListener('click', () => {
      this.#mayLackAnswers = true;
      void this.#submit();
    });
    return send;
  }

  #submitPlainly(): void {
    const { id, seed } = this.#draft;
    part<HTMLInputElement>(this.#form, '[name="seed"]').value = seed;
    this.#form.append(element('input', { type: 'hidden', name: 'id', value: id }));
    this.#form.submit();
  }

  /** Tells where the record is, now and whenever that changes. */
  async #follow(id: string, person: string | null, kept: boolean): Promise<void> {
    let graded = false;
    const tell = (state: SyncState) => {
      if (this.#draft.id !== id) return;
      const receipt = receiptOf(id);
      if (receipt?.grade && this.#data.mode === 'assessment' && !graded) this.#showGrade(receipt.grade);
      graded ||= receipt?.grade !== undefined;
      const told = tellDelivery(receipt, state, person);
      const lines = !kept && receipt === undefined ? [quizMessages.notKept] : told.lines;
      this.#delivery.replaceChildren(alertOf({ ...told, lines }));
      if (graded || this.#data.mode === 'practice') this.#status.append(this.#delivery);
      else this.#tell(this.#delivery, ...(receipt ? [this.#againButton()] : []));
      if (receipt) document.removeEventListener('outbox', listen);
    };
    const listen = () => tell('later');
    tell(await sync());
    if (!receiptOf(id)) document.addEventListener('outbox', listen);
  }

  #showFeedback({ responses }: Answers): void {
    let earned = 0;
    let possible = 0;
    const keys = new Map(expandCases(this.#data.keys ?? []).map((question) => [question.id, question]));
    for (const { id } of this.#shown) {
      const question = keys.get(id);
      if (!question) continue;
      const response = responses.find((it) => it.question === id);
      const points = earnedPoints(question, response?.given);
      earned += points;
      possible += question.points;
      this.#showVerdict(id, points, question.points, response === undefined);
    }
    const ratio = possible === 0 ? 0 : earned / possible;
    const good = reaches(ratio, this.#data.pass);
    const words = good ? quizMessages.practicePassed : quizMessages.practiceNotPassed;
    const lines = [quizMessages.grade({ earned, possible, ratio }), words];
    this.#tell(alertOf({ kind: good ? 'success' : 'info', lines }), this.#againButton());
  }

  #showGrade(grade: ReceiptGrade): void {
    for (const { question, earned, possible } of grade.questions) this.#showVerdict(question, earned, possible, false);
    const lines = [
      quizMessages.grade(grade),
      grade.passed ? quizMessages.passed : quizMessages.notPassed(this.#data.pass),
    ];
    this.#tell(alertOf({ kind: grade.passed ? 'success' : 'warning', lines }), this.#againButton());
  }

  #showVerdict(question: string, earned: number, possible: number, unanswered: boolean): void {
    const words = unanswered ? quizMessages.unanswered : quizMessages.verdict(earned, possible);
    this.#fields.showVerdict(question, words, earned >= possible ? 'right' : earned > 0 ? 'partly' : 'wrong');
  }

  #againButton(): HTMLElement {
    const again = element('button', { type: 'button', className: 'button' }, quizMessages.again);
    again.addEventListener('click', () => {
      this.#draft = newDraft(this.#data.edition);
      this.#mayLackAnswers = false;
      this.#fields.clear();
      this.#arrange();
      part(this, '.quiz-actions').hidden = false;
      this.#tell();
      this.#fields.focus(this.#shown[0]?.id);
    });
    return element('p', { className: 'quiz-again' }, again);
  }

  #tell(...content: readonly Node[]): void {
    this.#status.replaceChildren(...content);
  }

  /** Another person took the phone meanwhile: what the first one typed is not for their eyes. */
  #guardPerson(): void {
    const changed = this.#person !== null && phonePerson() !== this.#person;
    if (changed && document.visibilityState === 'visible') location.reload();
  }
}

customElements.define('quiz-form', QuizForm);
