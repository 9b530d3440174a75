import { type Answers, readAnswers } from '#domain/answers.ts';
import { drawQuestions, shuffleChoices } from '#domain/draw.ts';
import { reaches } from '#domain/grading.ts';
import { formatNumber } from '#domain/number.ts';
import { earnedPoints, type PublicQuestion, type Question, type Unclear } from '#domain/question.ts';
import type { Receipt } from '#domain/record.ts';
import { quizMessages } from '#messages';
import { element, part } from './element.ts';
import { type NewRecord, openOutbox } from './outbox.ts';
import { phonePerson } from './phone-person.ts';
import { type Draft, draftKey, dropDraft, newDraft, readDraft, writeDraft } from './quiz-draft.ts';
import { alertOf, tellDelivery } from './quiz-result.ts';
import { receiptOf, type SyncState, startSync, sync } from './sync.ts';

/** What the page hands over in its JSON; an assessment's questions come without keys. */
interface QuizData {
  readonly course: string;
  readonly quiz: string;
  readonly mode: 'practice' | 'assessment';
  readonly edition: string;
  readonly pass: number;
  readonly draw: number | null;
  readonly shuffle: boolean;
  readonly questions: readonly (PublicQuestion | Question)[];
}

/**
 * Makes a server-rendered quiz form work without the server: draws, keeps answers while they are given, gives feedback
 * to a practice at once, and hands every attempt to the outbox. Renders no question itself: it moves and hides what the
 * page already holds.
 */
class QuizForm extends HTMLElement {
  #data!: QuizData;
  #form!: HTMLFormElement;
  #list!: HTMLElement;
  #status!: HTMLElement;
  #fields = new Map<string, HTMLFieldSetElement>();
  #person: string | null = null;
  #draft!: Draft;
  #shown: readonly (PublicQuestion | Question)[] = [];
  #mayLackAnswers = false;

  connectedCallback(): void {
    this.#data = JSON.parse(part(this, 'script[type="application/json"]').textContent ?? '') as QuizData;
    this.#form = part(this, 'form');
    this.#list = part(this, '.question-list');
    this.#status = part(this, '.quiz-status');
    for (const field of this.querySelectorAll<HTMLFieldSetElement>('[data-question]')) {
      this.#fields.set(field.dataset.question ?? '', field);
    }
    this.#person = phonePerson();
    this.#form.addEventListener('input', (event) => this.#keep(event));
    this.#form.addEventListener('submit', (event) => void this.#submit(event));
    addEventListener('pageshow', () => this.#guardPerson());
    document.addEventListener('visibilitychange', () => this.#guardPerson());
    startSync();

    const kept = readDraft(this.#key, this.#data.edition);
    const start = this.querySelector('.quiz-start');
    if (start === null || kept) this.#begin(kept);
    start?.addEventListener('click', (event) => {
      event.preventDefault();
      this.#begin(undefined);
      this.#focus(this.#shown[0]?.id);
    });
  }

  get #key(): string {
    return draftKey(this.#person, this.#data.course, this.#data.quiz);
  }

  #begin(kept: Draft | undefined): void {
    this.#draft = kept ?? newDraft(this.#data.edition);
    // A first practice keeps the order of the page: nothing moves under the reader's eyes.
    if (this.#data.mode === 'assessment') this.#arrange();
    else this.#shown = this.#data.questions;
    for (const [question, values] of Object.entries(this.#draft.answers)) this.#fill(question, values);
    this.querySelector('.quiz-start')?.remove();
    this.#form.hidden = false;
  }

  /** Shows the drawn questions, and their choices, in the order that the seed says. */
  #arrange(): void {
    const { questions, draw, shuffle } = this.#data;
    const { seed } = this.#draft;
    const ids = drawQuestions(questions, { draw: draw ?? undefined, shuffle, seed });
    this.#shown = ids.flatMap((id) => questions.find((question) => question.id === id) ?? []);
    this.#list.replaceChildren(...ids.flatMap((id) => this.#fields.get(id) ?? []));
    this.#shown.forEach((question, at) => {
      const field = this.#field(question.id);
      part(field, '.question-number').textContent = quizMessages.question(at + 1);
      if (!shuffle || !('choices' in question)) return;
      const rows = new Map([...field.querySelectorAll('input')].map((input) => [input.value, input.closest('label')]));
      const ordered = shuffleChoices(question.choices, seed, question.id).flatMap(({ id }) => rows.get(id) ?? []);
      part(field, '.choices').append(...ordered);
    });
  }

  #fill(question: string, values: readonly string[]): void {
    for (const input of this.#fields.get(question)?.querySelectorAll('input') ?? []) {
      if (input.type === 'text') input.value = values[0] ?? '';
      else input.checked = values.includes(input.value);
    }
  }

  #values(question: string): readonly string[] {
    return new FormData(this.#form).getAll(`q.${question}`).map(String);
  }

  #keep(event: Event): void {
    const answers = Object.fromEntries(this.#shown.map(({ id }) => [id, this.#values(id)]));
    this.#draft = { ...this.#draft, answers };
    writeDraft(this.#key, this.#draft);
    const question = (event.target as Element).closest<HTMLElement>('[data-question]')?.dataset.question;
    if (question !== undefined) this.#showError(question);
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const answers = readAnswers(this.#shown, (question) => this.#values(question));
    if (!this.#isReady(answers)) return;
    const outbox = await openOutbox();
    const person = this.#person ?? phonePerson();
    const kept = outbox.durable && (await outbox.put(this.#record(answers), person).then(always, never));
    // A phone that stores nothing must not be trusted with an assessment: the form goes the plain way.
    if (!kept && this.#data.mode === 'assessment') return this.#submitPlainly();
    if (!kept) await (await openOutbox()).put(this.#record(answers), person).catch(never);
    dropDraft(this.#key);
    this.#lock();
    if (this.#data.mode === 'practice') this.#showFeedback(answers);
    else this.#tell(element('p', {}, quizMessages.saving));
    await this.#follow(this.#draft.id, person, kept);
  }

  /** Shows what stands in the way of sending; true when nothing does. */
  #isReady({ missing, unclear }: Answers): boolean {
    for (const { id } of this.#shown) this.#showError(id, unclear.get(id));
    const numbers = missing.map((id) => this.#shown.findIndex((question) => question.id === id) + 1);
    const lacks = missing.length > 0 && !this.#mayLackAnswers;
    if (unclear.size === 0 && !lacks) return true;
    const lines = [unclear.size > 0 ? quizMessages.unclear : '', lacks ? quizMessages.missing(numbers) : ''];
    if (lacks) lines.push(quizMessages.missingHelp);
    const box = alertOf({ kind: 'warning', lines: lines.filter((line) => line !== '') });
    if (lacks) {
      const send = element('button', { type: 'button', className: 'button button-quiet' }, quizMessages.sendIncomplete);
      send.addEventListener('click', () => {
        this.#mayLackAnswers = true;
        this.#form.requestSubmit();
      });
      box.append(element('p', {}, send));
    }
    this.#tell(box);
    this.#focus([...unclear.keys()][0] ?? missing[0]);
    return false;
  }

  #showError(question: string, problem?: Unclear): void {
    const field = this.#field(question);
    const error = part(field, '.question-error');
    error.hidden = problem === undefined;
    error.replaceChildren();
    const input = field.querySelector('input[type="text"]');
    input?.removeAttribute('aria-invalid');
    if (problem === undefined) return;
    input?.setAttribute('aria-invalid', 'true');
    if (problem.problem === 'not_a_number') {
      error.append(quizMessages.notANumber);
      return;
    }
    const readings = problem.readings.map((reading) => formatNumber(reading));
    error.append(quizMessages.ambiguous(readings), ' ');
    for (const reading of readings) {
      const choose = element('button', { type: 'button', className: 'button button-quiet' }, reading);
      choose.setAttribute('aria-label', quizMessages.reading(reading));
      choose.addEventListener('click', () => {
        this.#fill(question, [reading]);
        input?.dispatchEvent(new Event('input', { bubbles: true }));
        this.#focus(question);
      });
      error.append(choose, ' ');
    }
  }

  #record({ responses }: Answers): NewRecord {
    const { course, quiz, edition } = this.#data;
    const { id, seed, startedAt } = this.#draft;
    const answeredAt = new Date().toISOString();
    return { id, kind: 'attempt', answeredAt, startedAt, course, quiz, edition, seed, responses };
  }

  #submitPlainly(): void {
    const { id, seed } = this.#draft;
    part<HTMLInputElement>(this.#form, '[name="seed"]').value = seed;
    this.#form.append(element('input', { type: 'hidden', name: 'id', value: id }));
    this.#form.submit();
  }

  /** Tells where the record is, now and whenever that changes. */
  async #follow(id: string, person: string | null, kept: boolean): Promise<void> {
    const tell = (state: SyncState) => {
      if (this.#draft.id !== id) return;
      const receipt = receiptOf(id);
      if (receipt?.grade && this.#data.mode === 'assessment') this.#showGrade(receipt);
      const told = tellDelivery(receipt, state, person);
      const lines = !kept && receipt === undefined ? [quizMessages.notKept] : told.lines;
      this.#status.querySelector('.quiz-delivery')?.remove();
      const box = alertOf({ ...told, lines });
      box.classList.add('quiz-delivery');
      this.#status.querySelector('.quiz-saving')?.remove();
      this.#status.append(box);
      if (receipt) document.removeEventListener('outbox', listen);
    };
    const listen = () => tell('later');
    tell(await sync());
    if (!receiptOf(id)) document.addEventListener('outbox', listen);
  }

  #showFeedback({ responses }: Answers): void {
    let earned = 0;
    let possible = 0;
    for (const question of this.#shown) {
      if (!('key' in question)) continue;
      const response = responses.find((it) => it.question === question.id);
      const points = earnedPoints(question, response?.given);
      earned += points;
      possible += question.points;
      this.#showVerdict(
        question.id,
        response ? quizMessages.verdict(points, question.points) : quizMessages.unanswered,
        points,
      );
    }
    const ratio = possible === 0 ? 0 : earned / possible;
    const good = reaches(ratio, this.#data.pass);
    const lines = [
      quizMessages.grade({ earned, possible, ratio }),
      good ? quizMessages.practicePassed : quizMessages.practiceNotPassed,
    ];
    this.#tell(alertOf({ kind: good ? 'success' : 'info', lines }), this.#againButton());
  }

  #showGrade({ grade }: Receipt): void {
    if (!grade) return;
    for (const { question, earned, possible } of grade.questions) {
      this.#showVerdict(question, quizMessages.verdict(earned, possible), earned);
    }
    const pass = quizMessages.notPassed(this.#data.pass);
    const lines = [quizMessages.grade(grade), grade.passed ? quizMessages.passed : pass];
    this.#tell(alertOf({ kind: grade.passed ? 'success' : 'warning', lines }), this.#againButton());
  }

  #showVerdict(question: string, words: string, earned: number): void {
    const field = this.#fields.get(question);
    if (!field) return;
    field.dataset.verdict = words === quizMessages.right ? 'right' : earned > 0 ? 'partly' : 'wrong';
    part(field, '.question-verdict').textContent = words;
    part(field, '.question-feedback').hidden = false;
  }

  #againButton(): HTMLElement {
    const again = element('button', { type: 'button', className: 'button' }, quizMessages.again);
    again.addEventListener('click', () => this.#again());
    return element('p', { className: 'quiz-again' }, again);
  }

  #again(): void {
    this.#form.reset();
    this.#draft = newDraft(this.#data.edition);
    this.#mayLackAnswers = false;
    for (const field of this.#fields.values()) {
      field.disabled = false;
      delete field.dataset.verdict;
      part(field, '.question-feedback').hidden = true;
      for (const input of field.querySelectorAll('input')) {
        if (input.type === 'text') input.value = '';
        else input.checked = false;
      }
    }
    this.#arrange();
    part(this, '.quiz-actions').hidden = false;
    this.#status.replaceChildren();
    this.#focus(this.#shown[0]?.id);
  }

  #lock(): void {
    for (const field of this.#fields.values()) field.disabled = true;
    part(this, '.quiz-actions').hidden = true;
  }

  #tell(...content: readonly Node[]): void {
    this.#status.replaceChildren(...content);
  }

  #focus(question: string | undefined): void {
    if (question !== undefined) this.#field(question).querySelector('input')?.focus();
  }

  #field(question: string): HTMLFieldSetElement {
    const field = this.#fields.get(question);
    if (!field) throw new Error(`missing question ${question}`);
    return field;
  }

  /** Another person took the phone meanwhile: what the first one typed is not for their eyes. */
  #guardPerson(): void {
    if (this.#person !== null && document.visibilityState === 'visible' && phonePerson() !== this.#person)
      location.reload();
  }
}

const always = () => true;
const never = () => false;

customElements.define('quiz-form', QuizForm);
