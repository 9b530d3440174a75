import { type Answers, readAnswers } from '#domain/quiz/answers.ts';
import type { AttemptOwner } from '#domain/quiz/draw/attempt-seed.ts';
import { expandCases, numberQuestions } from '#domain/question/case.ts';
import { type PublicQuestion, withoutKey } from '#domain/question/question.ts';
import type { PublicSimpleQuestion } from '#domain/question/simple.ts';
import { arrangeQuestions } from '#domain/quiz/public-quiz.ts';
import type { QuizData } from '#domain/quiz/quiz-data.ts';
import { quizMessages } from '#messages/quiz.ts';
import { countAttempt, nextSeed } from './attempt-number.ts';
import { element, part } from '#client/phone/element.ts';
import { type Answerer, answerer, watchAnswerer } from '#client/phone/answerer.ts';
import { type Draft, draftKey, newDraft, readDraft, writeDraft } from './draft.ts';
import { answeredEarly } from './early.ts';
import { openFields, type QuizFields } from '#client/quiz/answering/fields.ts';
import { handOver, submitPlainly } from './hand-over.ts';
import { alertOfHindrance } from './hindrance.ts';
import { nextLinks, openResultCard, type ResultCard } from '#client/quiz/result/result-card.ts';
import { followSent } from './sent.ts';
import { startSync } from '#client/outbox/sync.ts';
import { judgePractice } from '#client/quiz/answering/verdicts.ts';
import { newSeed } from '#client/phone/uuid.ts';
import { openWalk, type Walk } from '#client/quiz/answering/walk.ts';

/**
 * Makes a server-rendered quiz form work without the server: draws, keeps answers while they are given, gives feedback
 * to a practice at once, and hands every attempt to the outbox.
 */
class QuizForm extends HTMLElement {
  #data!: QuizData;
  #form!: HTMLFormElement;
  #fields!: QuizFields;
  #walk!: Walk;
  #status!: HTMLElement;
  /** Once it was sent. */
  #card: ResultCard | undefined;
  #who!: Answerer;
  /** Absent until what the phone keeps is read, and while an assessment has not begun. */
  #draft: Draft | undefined;
  #ready!: Promise<void>;
  #questions: readonly PublicQuestion[] = [];
  /** Those of this attempt, in its order. */
  #asked: readonly PublicQuestion[] = [];
  #shown: readonly PublicSimpleQuestion[] = [];
  #numbers: ReadonlyMap<string, string> = new Map();
  #mayLackAnswers = false;
  #sending: Promise<void> | undefined;

  connectedCallback(): void {
    this.#data = JSON.parse(part(this, 'script[type="application/json"]').textContent ?? '') as QuizData;
    const { keys, questions } = this.#data;
    this.#questions = questions ?? keys?.map((question) => withoutKey(question)) ?? [];
    this.#form = part(this, 'form');
    this.#fields = openFields(this.#form);
    this.#walk = openWalk({
      ...{ form: this.#form, data: this.#data, fields: this.#fields },
      findMissing: () => this.#read().missing,
      onChecked: (block, left) => this.#noteChecked(block, left),
      onOver: () => void this.#showResult(),
    });
    this.#status = part(this, '.quiz-status');
    this.#open();
    this.#form.addEventListener('input', (event) => this.#keep(event));
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#submit();
    });
    watchAnswerer(
      () => this.#who,
      () => {
        this.#fields.clear();
        this.#open();
      },
    );
    startSync();

    this.querySelector('.quiz-start')?.addEventListener('click', async (event) => {
      event.preventDefault();
      await this.#ready;
      this.#begin(this.#draft ?? (await this.#newDraft()));
      this.#goTo(this.#shown[0]?.id);
    });
  }

  #noteChecked(block: string, left: number): void {
    if (this.#draft === undefined) return;
    const checked = new Set([...(this.#draft.checked ?? []), block]);
    this.#draft = { ...this.#draft, checked: [...checked] };
    void writeDraft(this.#key, this.#draft);
    // Kept now, not once somebody looks at the result: they may never do.
    if (left === 0) this.#sending = this.#send(this.#draft);
  }

  #open(): void {
    this.#who = answerer();
    this.#ready = this.#resume();
  }

  /** Goes on with the attempt that this phone keeps; a practice begins by itself. */
  async #resume(): Promise<void> {
    const kept = await readDraft(this.#key, this.#data.edition);
    if (kept) this.#begin(kept);
    else if (this.#data.mode === 'practice') this.#begin(newDraft(this.#data.edition, newSeed()));
  }

  get #owner(): AttemptOwner {
    const { course, quiz } = this.#data;
    return { person: this.#who.person ?? '', course, quiz };
  }

  /** Only an assessment draws, and nobody may choose what. */
  async #newDraft(): Promise<Draft> {
    const { mode, edition, drawLessons } = this.#data;
    return newDraft(edition, mode === 'assessment' ? await nextSeed(this.#owner, drawLessons) : newSeed());
  }

  get #key(): string {
    return draftKey(this.#who.place, this.#data.course, this.#data.quiz);
  }

  #begin(draft: Draft): void {
    this.#draft = draft;
    // A first practice keeps the order of the page: nothing moves under the reader's eyes.
    if (this.#data.mode === 'assessment') this.#arrange(draft);
    else this.#ask(this.#questions);
    const early = answeredEarly(this.#fields, this.#shown, draft);
    for (const [question, values] of Object.entries({ ...draft.answers, ...early }))
      this.#fields.fill(question, values);
    if (Object.keys(early).length > 0) this.#keepAnswers(draft);
    this.#walk.start(this.#asked, draft.checked ?? []);
    this.querySelector('.quiz-start')?.remove();
    this.#form.hidden = false;
  }

  #arrange({ seed }: Draft): void {
    this.#ask(arrangeQuestions({ ...this.#data, questions: this.#questions }, seed));
    this.#fields.arrange(this.#asked, this.#numbers);
  }

  #ask(questions: readonly PublicQuestion[]): void {
    this.#asked = questions;
    this.#shown = expandCases(questions);
    this.#numbers = numberQuestions(questions);
  }

  #read(): Answers {
    return readAnswers(this.#shown, (question) => this.#fields.values(question));
  }

  #goTo(question: string | undefined): void {
    if (question !== undefined) this.#walk.goTo(question);
  }

  #keep(event: Event): void {
    if (this.#draft === undefined) return;
    this.#keepAnswers(this.#draft);
    const question = (event.target as Element).closest<HTMLElement>('[data-question]')?.dataset.question;
    if (question !== undefined) this.#fields.showError(question);
    this.#walk.mark();
  }

  #keepAnswers(draft: Draft): void {
    const answers = Object.fromEntries(this.#shown.map(({ id }) => [id, this.#fields.values(id)]));
    this.#draft = { ...draft, answers };
    void writeDraft(this.#key, this.#draft);
  }

  async #submit(): Promise<void> {
    await this.#ready;
    if (this.#draft === undefined || !this.#isReady(this.#read())) return;
    this.#sending = this.#send(this.#draft);
    await this.#showResult();
  }

  /** Hands the attempt over and follows what becomes of it, on a card that is not seen yet. */
  async #send(draft: Draft): Promise<void> {
    const { keys = [], pass, mode, feedback } = this.#data;
    const { responses } = this.#read();
    const person = this.#who.person ?? answerer().person;
    const kept = await handOver({ data: this.#data, draft, key: this.#key, responses, person });
    // A phone that stores nothing must not be trusted with an assessment: the form goes the plain way.
    if (!kept && mode === 'assessment') return submitPlainly(this.#form, draft);
    if (mode === 'assessment') countAttempt(this.#owner, draft.seed);
    this.#fields.lock(this.#shown.map(({ id }) => id));
    const goTo = (question: string) => this.#goTo(question);
    const card = openResultCard(this.#form, { anchorOf: this.#fields.anchor, numbers: this.#numbers, goTo });
    this.#card = card;
    if (mode === 'practice') {
      card.tellOutcome(judgePractice(this.#fields, { keys, pass, feedback, shown: this.#shown, responses }));
      card.offer(...nextLinks(), this.#againButton());
    }
    void followSent(draft.id, {
      ...{ mode, pass, fields: this.#fields, card, person, kept },
      answered: new Set(responses.map(({ question }) => question)),
      whole: `${this.#form.action}?hasil=${draft.id}`,
      againButton: () => this.#againButton(),
      isOver: () => this.#draft?.id !== draft.id,
    });
  }

  async #showResult(): Promise<void> {
    await this.#sending;
    if (this.#card === undefined) return;
    this.#walk.close();
    this.#fields.foldRight();
    this.#status.replaceChildren();
    this.#card.show();
  }

  /** Shows what stands in the way of sending; true when nothing does. */
  #isReady(all: Answers): boolean {
    // Whoever had a question judged without an answer meant it.
    const missing = all.missing.filter((id) => !this.#walk.isChecked(id));
    const answers = { ...all, missing };
    const { partial, unclear } = answers;
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
    this.#status.replaceChildren(
      alertOfHindrance({ answers, lacks, numbers: this.#numbers, anchorOf, goTo, sendAsItIs }),
    );
    this.#goTo([...unclear.keys()][0]);
    return false;
  }

  #againButton(): HTMLElement {
    const again = element('button', { type: 'button', className: 'button button-quiet' }, quizMessages.again);
    again.addEventListener('click', async () => {
      again.disabled = true;
      const draft = await this.#newDraft();
      this.#draft = draft;
      this.#mayLackAnswers = false;
      this.#card?.close();
      this.#card = undefined;
      this.#fields.clear();
      this.#arrange(draft);
      this.#walk.start(this.#asked, []);
      this.#goTo(this.#shown[0]?.id);
    });
    return again;
  }
}

customElements.define('quiz-form', QuizForm);
