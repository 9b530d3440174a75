import { noteLeaving } from './left-behind.ts';

/** The plain page for signing out: the page that comes next then knows who left. */
class LeaveForm extends HTMLElement {
  connectedCallback(): void {
    const { person, name } = this.dataset;
    if (person === undefined || name === undefined) return;
    this.querySelector('form')?.addEventListener('submit', () => noteLeaving({ id: person, name }));
  }
}

customElements.define('leave-form', LeaveForm);
