import { readAloudMessages } from '#messages/lesson.ts';
import { element } from '#client/phone/element.ts';

/** A button beside a section's heading that reads the section aloud; nothing where no Indonesian voice is found. */
class ReadAloud extends HTMLElement {
  connectedCallback(): void {
    if (!('speechSynthesis' in globalThis)) return;
    this.#offer();
    // Voices may arrive late.
    speechSynthesis.addEventListener?.('voiceschanged', () => this.#offer());
  }

  #offer(): void {
    const voice = speechSynthesis.getVoices().find(({ lang }) => /^(?:id|in)\b/i.test(lang.replace('_', '-')));
    if (!voice || this.firstChild) return;
    const button = element('button', { type: 'button', className: 'button button-quiet' }, readAloudMessages.start);
    button.setAttribute('aria-pressed', 'false');
    button.addEventListener('click', () => (speaking === button ? stop() : speak(button, voice, this.#paragraphs())));
    this.append(button);
  }

  /** The section's text: what follows this heading up to the next one; forms and buttons are not read. */
  #paragraphs(): readonly string[] {
    const head = this.closest('.section-head') ?? this;
    const texts = [head.querySelector('h2')?.textContent ?? ''];
    for (let at = head.nextElementSibling; at && !at.classList.contains('section-head'); at = at.nextElementSibling) {
      if (at.matches('quiz-form, work-sheet, form') || at.querySelector('form')) continue;
      texts.push(
        ...[...at.querySelectorAll('p, li, th, td, h3')].filter(isLeaf).map(({ textContent }) => textContent ?? ''),
      );
      if (at.matches('p, h3')) texts.push(at.textContent ?? '');
    }
    return texts.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '');
  }
}

let speaking: HTMLButtonElement | undefined;

function speak(button: HTMLButtonElement, voice: SpeechSynthesisVoice, paragraphs: readonly string[]): void {
  stop();
  speaking = button;
  button.textContent = readAloudMessages.stop;
  button.setAttribute('aria-pressed', 'true');
  // One utterance a paragraph: Android falls silent in long ones.
  paragraphs.forEach((text, at) => {
    const utterance = new SpeechSynthesisUtterance(text);
    Object.assign(utterance, { voice, lang: voice.lang, rate: 0.9 });
    utterance.onend = () => {
      if (at === paragraphs.length - 1 && speaking === button) stop();
    };
    speechSynthesis.speak(utterance);
  });
}

function stop(): void {
  if (speaking) {
    speaking.textContent = readAloudMessages.start;
    speaking.setAttribute('aria-pressed', 'false');
    speaking = undefined;
  }
  speechSynthesis.cancel();
}

function isLeaf(node: Element): boolean {
  return node.querySelector('p, li, td') === null;
}

addEventListener('pagehide', () => speaking && stop());

customElements.define('read-aloud', ReadAloud);
