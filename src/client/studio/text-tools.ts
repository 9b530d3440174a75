import { part } from '#client/phone/element.ts';
import { markLines, markTerm, markWords, type Written, writtenAsLesson } from '#domain/studio/blocks/text-marks.ts';

/** Buttons above a block's text that write its marks, and what is pasted there as lessons are written. */
class TextTools extends HTMLElement {
  connectedCallback(): void {
    const field = this.closest('.field')?.querySelector('textarea');
    const { word = '' } = this.dataset;
    if (!field) return;
    const group = part(this, '[role="group"]');
    const choice = part<HTMLSelectElement>(this, 'select');
    const selected = () => ({ text: field.value, from: field.selectionStart, to: field.selectionEnd });
    for (const button of this.querySelectorAll('button')) {
      button.addEventListener('click', () => {
        const { mark } = button.dataset;
        write(
          field,
          mark === 'list' ? markLines(selected()) : markWords(selected(), mark === 'bold' ? '**' : '*', word),
        );
      });
    }
    choice.addEventListener('change', () => {
      if (choice.value !== '') write(field, markTerm(selected(), choice.value, word));
      choice.value = '';
    });
    field.addEventListener('paste', (event) => {
      const pasted = event.clipboardData?.getData('text/plain') ?? '';
      const text = writtenAsLesson(pasted);
      if (text === pasted) return;
      event.preventDefault();
      const { from, to } = selected();
      write(field, { from, to, text, chosen: [from + text.length, from + text.length] });
    });
    group.hidden = false;
  }
}

/** As if it were typed: the browser's own undo takes it back. */
function write(field: HTMLTextAreaElement, { from, to, text, chosen }: Written): void {
  field.focus();
  field.setSelectionRange(from, to);
  // Not a standard any more, and the one way that keeps what was typed before within reach of undo.
  if (!document.execCommand('insertText', false, text)) {
    field.setRangeText(text, from, to);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  field.setSelectionRange(...chosen);
}

customElements.define('text-tools', TextTools);
