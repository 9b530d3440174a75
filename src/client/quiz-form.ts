import { type Answers, readAnswers } from '#domain/answers.ts';
import type { AttemptOwner } from '#domain/attempt-seed.ts';
import { reaches } from '#domain/grading.ts';
import { expandCases, numberQuestions } from '#domain/question/case.ts';
import {
  earnedPoints,
  type PublicQuestion,
  type PublicSimpleQuestion,
  type Question,
  withoutKey,
} from '#domain/question.ts';
import { arrangeQuestions, type QuizScreen } from '#domain/quiz.ts';
import type { ReceiptGrade } from '#domain/record.ts';
import { quizMessages } from '#messages';
import { countAttempt, nextSeed } from './attempt-number.ts';
import { element, part } from './element.ts';
import { type NewRecord, openOutbox } from './outbox.ts';
import { phonePerson } from './phone-person.ts';
import { type Draft, draftKey, dropDraft, newDraft, readDraft, writeDraft } from './quiz-draft.ts';
import { openFields, type QuizFields } from './quiz-fields.ts';
import { alertOfHindrance } from './quiz-hindrance.ts';
import { alertOf, tellDelivery } from './quiz-result.ts';
import { openScreens, type QuizScreens } from './quiz-screens.ts';
import { receiptOf, type SyncState, startSync, sync } from './sync.ts';
import { newSeed } from './uuid.ts';

/** What the page hands over in its JSON: keys in a practice, questions without them in an assessment. */
interface QuizData {
  readonly course: string;
  readonly quiz: string;
  readonly mode: 'practice' | 'assessment';
  readonly edition: string;
  readonly pass: number;
  readonly draw: number | null;
  readonly shuffle: boolean;
  readonly screen: QuizScreen;
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
  /** Where one question is seen at a time. */
  #screens: QuizScreens | undefined;
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
    if (this.#data.screen === 'one') this.#screens = openScreens(this.#form);
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
    if (kept) this.#begin(kept);
    else if (start === null) this.#begin(newDraft(this.#data.edition, newSeed()));
    start?.addEventListener('click', async (event) => {
      event.preventDefault();
      this.#begin(await this.#newDraft());
      this.#goTo(this.#shown[0]?.id);
    });
  }

  get #owner(): AttemptOwner {
    const { course, quiz } = this.#data;
    return { person: this.#person ?? '', course, quiz };
  }

  /** Only an assessment draws, and nobody may choose what. */
  async #newDraft(): Promise<Draft> {
    const { mode, edition } = this.#data;
    return newDraft(edition, mode === 'assessment' ? await nextSeed(this.#owner) : newSeed());
  }

  get #key(): string {
    return draftKey(this.#person, this.#data.course, this.#data.quiz);
  }

  #begin(draft: Draft): void {
    this.#draft = draft;
    // A first practice keeps the order of the page: nothing moves under the reader's eyes.
    const asked = this.#data.mode === 'assessment' ? this.#arrange() : this.#show(this.#questions);
    for (const [question, values] of Object.entries(draft.answers)) this.#fields.fill(question, values);
    this.#screens?.start(asked, this.#read().missing);
    this.querySelector('.quiz-start')?.remove();
    this.#form.hidden = false;
  }

  #arrange(): readonly PublicQuestion[] {
    const { draw, shuffle } = this.#data;
    const arranged = this.#show(arrangeQuestions({ questions: this.#questions, draw, shuffle }, this.#draft.seed));
    this.#fields.arrange(arranged, this.#numbers);
    return arranged;
  }

  #show(questions: readonly PublicQuestion[]): readonly PublicQuestion[] {
    this.#shown = expandCases(questions);
    this.#numbers = numberQuestions(questions);
    return questions;
  }

  #read(): Answers {
    return readAnswers(this.#shown, (question) => this.#fields.values(question));
  }

  #goTo(question: string | undefined): void {
    if (question === undefined) return;
    this.#screens?.show(question);
    this.#fields.focus(question);
  }

  #keep(event: Event): void {
    const answers = Object.fromEntries(this.#shown.map(({ id }) => [id, this.#fields.values(id)]));
    this.#draft = { ...this.#draft, answers };
    writeDraft(this.#key, this.#draft);
    const question = (event.target as Element).closest<HTMLElement>('[data-question]')?.dataset.question;
    if (question !== undefined) this.#fields.showError(question);
    this.#screens?.mark(this.#read().missing);
  }

  async #submit(): Promise<void> {
    const answers = this.#read();
    if (!this.#isReady(answers)) return;
    const person = this.#person ?? phonePerson();
    const kept = await this.#put(answers, person);
    // A phone that stores nothing must not be trusted with an assessment: the form goes the plain way.
    if (!kept && this.#data.mode === 'assessment') return this.#submitPlainly();
    dropDraft(this.#key);
    if (this.#data.mode === 'assessment') countAttempt(this.#owner, this.#draft.seed);
    this.#fields.lock();
    this.#screens?.close();
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
  #isReady(answers: Answers): boolean {
    const { missing, partial, unclear } = answers;
    const lacks = missing.length > 0 && !this.#mayLackAnswers;
    for (const { id } of this.#shown) {
      this.#fields.showError(id, unclear.get(id) ?? (lacks && partial.includes(id) ? 'partial' : undefined));
    }
    if (unclear.size === 0 && !lacks) return true;
    const sendAsItIs = () => {
      this.#mayLackAnswers = true;
      void this.#submit();
    };
    const goTo = (question: string) => this.#goTo(question);
    const { anchor: anchorOf } = this.#fields;
    this.#tell(alertOfHindrance({ answers, lacks, numbers: this.#numbers, anchorOf, goTo, sendAsItIs }));
    this.#goTo([...unclear.keys()][0]);
    return false;
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
    again.addEventListener('click', async () => {
      again.disabled = true;
      this.#draft = await this.#newDraft();
      this.#mayLackAnswers = false;
      this.#fields.clear();
      const asked = this.#arrange();
      part(this, '.quiz-actions').hidden = false;
      this.#screens?.start(asked, this.#read().missing);
      this.#tell();
      this.#goTo(this.#shown[0]?.id);
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
