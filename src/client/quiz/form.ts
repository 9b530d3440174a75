import { type Answers, readAnswers } from '#domain/quiz/answers.ts';
import type { AttemptOwner } from '#domain/quiz/attempt-seed.ts';
import { expandCases, numberQuestions } from '#domain/question/case.ts';
import { type PublicQuestion, withoutKey } from '#domain/question/question.ts';
import type { PublicSimpleQuestion } from '#domain/question/simple.ts';
import { arrangeQuestions } from '#domain/quiz/public-quiz.ts';
import type { QuizData } from '#domain/quiz/quiz-data.ts';
import { quizMessages } from '#messages/quiz.ts';
import { countAttempt, nextSeed } from './attempt-number.ts';
import { element, part } from '#client/phone/element.ts';
import { type NewRecord, openOutbox } from '#client/outbox/outbox.ts';
import { phonePerson } from '#client/phone/person.ts';
import { type Draft, draftKey, dropDraft, newDraft, readDraft, writeDraft } from './draft.ts';
import { openFields, type QuizFields } from './fields.ts';
import { alertOfHindrance } from './hindrance.ts';
import { nextLinks, openResultCard, type ResultCard } from './result-card.ts';
import { openScreens, type QuizScreens } from './screens.ts';
import { followSent } from './sent.ts';
import { startSync } from '#client/outbox/sync.ts';
import { judgePractice } from './verdicts.ts';
import { newSeed } from '#client/phone/uuid.ts';

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
  /** Once it was sent. */
  #card: ResultCard | undefined;
  #person: string | null = null;
  /** Absent until what the phone keeps is read, and while an assessment has not begun. */
  #draft: Draft | undefined;
  #ready!: Promise<void>;
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
    this.#ready = this.#resume();
    this.#form.addEventListener('input', (event) => this.#keep(event));
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#submit();
    });
    addEventListener('pageshow', () => this.#guardPerson());
    document.addEventListener('visibilitychange', () => this.#guardPerson());
    startSync();

    this.querySelector('.quiz-start')?.addEventListener('click', async (event) => {
      event.preventDefault();
      await this.#ready;
      this.#begin(this.#draft ?? (await this.#newDraft()));
      this.#goTo(this.#shown[0]?.id);
    });
  }

  /** Goes on with the attempt that this phone keeps; a practice begins by itself. */
  async #resume(): Promise<void> {
    const kept = await readDraft(this.#key, this.#data.edition);
    if (kept) this.#begin(kept);
    else if (this.#data.mode === 'practice') this.#begin(newDraft(this.#data.edition, newSeed()));
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
    const asked = this.#data.mode === 'assessment' ? this.#arrange(draft) : this.#show(this.#questions);
    for (const [question, values] of Object.entries(draft.answers)) this.#fields.fill(question, values);
    this.#screens?.start(asked, this.#read().missing);
    this.querySelector('.quiz-start')?.remove();
    this.#form.hidden = false;
  }

  #arrange({ seed }: Draft): readonly PublicQuestion[] {
    const { draw, drawGroups, shuffle } = this.#data;
    const arranged = this.#show(arrangeQuestions({ questions: this.#questions, draw, drawGroups, shuffle }, seed));
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
    if (this.#draft === undefined) return;
    const answers = Object.fromEntries(this.#shown.map(({ id }) => [id, this.#fields.values(id)]));
    this.#draft = { ...this.#draft, answers };
    void writeDraft(this.#key, this.#draft);
    const question = (event.target as Element).closest<HTMLElement>('[data-question]')?.dataset.question;
    if (question !== undefined) this.#fields.showError(question);
    this.#screens?.mark(this.#read().missing);
  }

  async #submit(): Promise<void> {
    await this.#ready;
    const [answers, draft] = [this.#read(), this.#draft];
    if (draft === undefined || !this.#isReady(answers)) return;
    const person = this.#person ?? phonePerson();
    const kept = await this.#put(draft, answers, person);
    // A phone that stores nothing must not be trusted with an assessment: the form goes the plain way.
    if (!kept && this.#data.mode === 'assessment') return this.#submitPlainly(draft);
    if (this.#data.mode === 'assessment') countAttempt(this.#owner, draft.seed);
    this.#fields.lock();
    this.#screens?.close();
    part(this, '.quiz-actions').hidden = true;
    this.#tell();
    this.#card = this.#openCard();
    const { keys = [], pass } = this.#data;
    const { responses } = answers;
    if (this.#data.mode === 'practice') {
      this.#card.tellOutcome(judgePractice(this.#fields, { keys, pass, shown: this.#shown, responses }));
      this.#card.offer(...nextLinks(), this.#againButton());
    }
    await followSent(draft.id, {
      ...{ mode: this.#data.mode, pass, fields: this.#fields, card: this.#card, person, kept },
      answered: new Set(responses.map(({ question }) => question)),
      whole: `${this.#form.action}?hasil=${draft.id}`,
      againButton: () => this.#againButton(),
      isOver: () => this.#draft?.id !== draft.id,
    });
  }

  #openCard(): ResultCard {
    const goTo = (question: string) => this.#goTo(question);
    return openResultCard(this.#form, { anchorOf: this.#fields.anchor, numbers: this.#numbers, goTo });
  }

  /** Hands the attempt to the outbox, in place of the draft; true when it will survive closing the page. */
  async #put({ id, seed, startedAt }: Draft, { responses }: Answers, person: string | null): Promise<boolean> {
    const { course, quiz, edition } = this.#data;
    const at = { answeredAt: new Date().toISOString(), startedAt };
    const record: NewRecord = { id, kind: 'attempt', ...at, course, quiz, edition, seed, responses };
    const outbox = await openOutbox();
    if (!outbox.durable && this.#data.mode === 'assessment') return false;
    try {
      await outbox.put(record, person, this.#key);
    } catch {
      if (this.#data.mode === 'practice') await outbox.hold(record, person);
      return false;
    }
    if (!outbox.durable) await dropDraft(this.#key);
    return outbox.durable;
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

  #submitPlainly({ id, seed }: Draft): void {
    part<HTMLInputElement>(this.#form, '[name="seed"]').value = seed;
    this.#form.append(element('input', { type: 'hidden', name: 'id', value: id }));
    this.#form.submit();
  }

  #againButton(): HTMLElement {
    const again = element('button', { type: 'button', className: 'button button-quiet' }, quizMessages.again);
    again.addEventListener('click', async () => {
      again.disabled = true;
      const draft = await this.#newDraft();
      this.#draft = draft;
      this.#mayLackAnswers = false;
      this.#card?.close();
      this.#fields.clear();
      const asked = this.#arrange(draft);
      part(this, '.quiz-actions').hidden = false;
      this.#screens?.start(asked, this.#read().missing);
      this.#goTo(this.#shown[0]?.id);
    });
    return again;
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
