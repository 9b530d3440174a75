import { resultPath } from '#domain/quiz/result-address.ts';
import { ownMessages } from '#messages/own.ts';
import { askOwnFacts } from '#client/people/own-facts.ts';
import { element } from '#client/phone/element.ts';
import { phonePerson } from '#client/phone/person.ts';

/** On the page of a quiz: leads whoever has tried it to what came of it. */
class OwnResults extends HTMLElement {
  connectedCallback(): void {
    if (phonePerson() !== null) void this.#ask();
  }

  async #ask(): Promise<void> {
    const { course = '', quiz = '' } = this.dataset;
    const own = (await askOwnFacts())?.progress[course];
    if (own?.quizzes[quiz] === undefined && own?.held?.[quiz] === undefined) return;
    this.replaceChildren(element('a', { href: resultPath(course, quiz) }, ownMessages.results));
  }
}

customElements.define('own-results', OwnResults);
