import { lessonReadMessages } from '#messages/lesson.ts';
import { element, holdRoom, part } from '#client/phone/element.ts';
import { isMarkedRead, markRead } from '#client/learning/read-marks.ts';
import { openOutbox } from '#client/outbox/outbox.ts';
import { answerer } from '#client/phone/answerer.ts';
import { phonePerson } from '#client/phone/person.ts';
import { receiptOf, startSync, sync } from '#client/outbox/sync.ts';
import { offerPrinting } from './print-pictures.ts';
import { offerTogether } from './read-together.ts';
import { makeUuid } from '#client/phone/uuid.ts';

/** Marks a lesson as read by way of the outbox; where the phone stores nothing, the form goes the plain way. */
class LessonRead extends HTMLElement {
  /** Whether it was marked on this page. */
  #isMarking = false;

  connectedCallback(): void {
    part(this, 'form').addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#mark();
    });
    this.#look();
    document.addEventListener('own-place', () => this.#look());
    startSync();
  }

  async #mark(): Promise<void> {
    this.#isMarking = true;
    const { course = '', lesson = '', edition = '' } = this.dataset;
    const { person } = answerer();
    const id = makeUuid();
    const answeredAt = new Date().toISOString();
    try {
      const outbox = await openOutbox();
      if (!outbox.durable) throw new Error('not durable');
      await outbox.put({ id, kind: 'lesson-read', answeredAt, course, lesson, edition }, person);
    } catch {
      part<HTMLFormElement>(this, 'form').submit();
      return;
    }
    // What is kept under a name is not for a guest to change.
    if (person === phonePerson()) markRead({ person, course, lesson }, answeredAt);
    this.#showDone();
    this.#tell(person === null ? lessonReadMessages.keptUnnamed : lessonReadMessages.kept, person === null);
    await sync();
    const receipt = receiptOf(id);
    if (receipt) this.#tell(receipt.outcome === 'refused' ? (receipt.message ?? '') : lessonReadMessages.recorded);
  }

  #look(): void {
    const { course = '', lesson = '' } = this.dataset;
    const form = part(this, 'form');
    const isRead = isMarkedRead({ person: phonePerson(), course, lesson });
    if (isRead && !form.hidden) this.#showDone();
    else if (!isRead && form.hidden && !this.#isMarking) {
      form.hidden = false;
      part(this, '.lesson-read-status').textContent = lessonReadMessages.again;
    }
  }

  #showDone(): void {
    holdRoom(this);
    part(this, 'form').hidden = true;
    this.#tell('');
  }

  #tell(words: string, signIn = false): void {
    const status = part(this, '.lesson-read-status');
    status.replaceChildren(`✓ ${lessonReadMessages.done} ${words} `);
    if (signIn) status.append(element('a', { href: '/masuk/?next=%2Fsaya%2F' }, lessonReadMessages.signIn));
    if (phonePerson() !== null && this.querySelector('.lesson-together') === null)
      this.append(offerTogether(this.dataset));
  }
}

customElements.define('lesson-read', LessonRead);
offerPrinting(part(document, '.lesson-print'));
