/** Goes on by itself after the one letter that a field takes, so that a sheet is typed in without looking up. */
class PaperEntry extends HTMLElement {
  connectedCallback(): void {
    const fields = [...this.querySelectorAll<HTMLInputElement>('.paper-answer input')];
    for (const [at, field] of fields.entries()) {
      if (field.dataset.once === undefined) continue;
      field.addEventListener('input', (event) => {
        const isTyped = event instanceof InputEvent && event.inputType === 'insertText';
        if (isTyped && field.value.length === 1) fields[at + 1]?.select();
      });
    }
  }
}

customElements.define('paper-entry', PaperEntry);
