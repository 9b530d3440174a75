import type { CohortDates } from '#domain/learning/cohort.ts';
import { formatDate, todayOn } from '#domain/local-date.ts';
import { cohortPhoneMessages } from '#messages/cohort-phone.ts';
import { element } from '#client/phone/element.ts';
import { phonePerson } from '#client/phone/person.ts';

/** Beside an assessment: tells who is signed in when their cohort's dates are not now. What is sent all the same is taken. */
class CohortDatesElement extends HTMLElement {
  connectedCallback(): void {
    if (phonePerson() !== null) void this.#ask();
  }

  async #ask(): Promise<void> {
    try {
      const response = await fetch('/api/me', { headers: { Accept: 'application/json' } });
      const { enrollments } = (await response.json()) as {
        enrollments: readonly { course: string; cohort?: CohortDates & { name: string } }[];
      };
      const cohort = enrollments.find(({ course }) => course === this.dataset.course)?.cohort;
      const today = todayOn();
      if (cohort?.opensOn !== undefined && today < cohort.opensOn) {
        this.#tell(cohortPhoneMessages.opens(formatDate(cohort.opensOn), cohort.name));
      } else if (cohort?.closesOn !== undefined && today > cohort.closesOn) {
        this.#tell(cohortPhoneMessages.closed(formatDate(cohort.closesOn), cohort.name));
      }
    } catch {
      // Without a network nothing is known, and the server judges later.
    }
  }

  #tell(words: string): void {
    this.replaceChildren(element('p', { className: 'alert alert-warning' }, words));
  }
}

customElements.define('cohort-dates', CohortDatesElement);
