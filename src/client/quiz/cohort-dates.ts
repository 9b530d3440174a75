import { formatDate, todayOn } from '#domain/local-date.ts';
import { cohortPhoneMessages } from '#messages/cohort-phone.ts';
import { askOwnFacts } from '#client/people/own-facts.ts';
import { element } from '#client/phone/element.ts';
import { phonePerson } from '#client/phone/person.ts';

/** Beside an assessment: tells who is signed in when their cohort's dates are not now. What is sent all the same is taken. */
class CohortDatesElement extends HTMLElement {
  connectedCallback(): void {
    if (phonePerson() !== null) void this.#ask();
  }

  async #ask(): Promise<void> {
    // Without a network nothing is known, and the server judges later.
    const facts = await askOwnFacts();
    const cohort = facts?.enrollments.find(({ course }) => course === this.dataset.course)?.cohort;
    const today = todayOn();
    if (cohort?.opensOn !== undefined && today < cohort.opensOn) {
      this.#tell(cohortPhoneMessages.opens(formatDate(cohort.opensOn), cohort.name));
    } else if (cohort?.closesOn !== undefined && today > cohort.closesOn) {
      this.#tell(cohortPhoneMessages.closed(formatDate(cohort.closesOn), cohort.name));
    }
  }

  #tell(words: string): void {
    this.replaceChildren(element('p', { className: 'alert alert-warning' }, words));
    // Not what is advised just now.
    const start = document.querySelector('.quiz-start a');
    start?.classList.add('button-quiet');
    start?.replaceChildren(cohortPhoneMessages.startAnyway);
  }
}

customElements.define('cohort-dates', CohortDatesElement);
