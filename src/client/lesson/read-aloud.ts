import { readAloudMessages } from '#messages/lesson.ts';
import { element } from '#client/phone/element.ts';

/**
 * A button that reads aloud: beside a heading its section, where an Indonesian voice is found; at the head of a lesson
 * (`data-whole`) all of it, and where there is no voice it says so.
 */
class ReadAloud extends HTMLElement {
  connectedCallback(): void {
    if (!('speechSynthesis' in globalThis)) return;
    this.#offer();
    // Voices may arrive late.
    speechSynthesis.addEventListener?.('voiceschanged', () => this.#offer());
  }

  get #isWhole(): boolean {
    return this.dataset.whole !== undefined;
  }

  #offer(): void {
    if (this.firstChild || (!this.#isWhole && !findVoice())) return;
    const button = element('button', { type: 'button', className: 'button button-quiet' }, this.#label());
    button.setAttribute('aria-pressed', 'false');
    button.addEventListener('click', () => this.#press(button));
    this.append(button);
  }

  #label(): string {
    return this.#isWhole ? readAloudMessages.startWhole : readAloudMessages.start;
  }

  #press(button: HTMLButtonElement): void {
    const voice = findVoice();
    if (speaking?.button === button) stop();
    else if (voice) speak({ button, label: this.#label() }, voice, this.#parts());
    else {
      const told = element('p', {}, readAloudMessages.noVoice);
      told.setAttribute('role', 'status');
      button.replaceWith(told);
    }
  }

  #parts(): readonly Element[] {
    const roots = this.#isWhole ? document.querySelectorAll('.gist, .prose') : sectionAfter(this);
    const all = [...roots].flatMap((root) => [root, ...root.querySelectorAll(spoken)]);
    return all.filter((it) => it.matches(spoken) && !it.querySelector(spoken) && !it.closest(silent));
  }
}

const spoken = 'h2, h3, p, li, th, td, figcaption';
/** Forms and buttons are not read. */
const silent = 'quiz-form, work-sheet, form, .practice, .worksheet';

/** The heading of a section and what follows it up to the next one. */
function sectionAfter(place: Element): readonly Element[] {
  const head = place.closest('.section-head') ?? place;
  const section = [head];
  for (let at = head.nextElementSibling; at && !at.matches('.section-head'); at = at.nextElementSibling)
    section.push(at);
  return section;
}

function findVoice(): SpeechSynthesisVoice | undefined {
  return speechSynthesis.getVoices().find(({ lang }) => /^(?:id|in)\b/i.test(lang.replace('_', '-')));
}

interface Speaking {
  readonly button: HTMLButtonElement;
  readonly label: string;
}

let speaking: Speaking | undefined;
let marked: HTMLElement | undefined;

function speak(by: Speaking, voice: SpeechSynthesisVoice, parts: readonly Element[]): void {
  stop();
  speaking = by;
  by.button.textContent = readAloudMessages.stop;
  by.button.setAttribute('aria-pressed', 'true');
  // One utterance a paragraph: Android falls silent in long ones.
  for (const part of parts) {
    const text = (part.textContent ?? '').replace(/\s+/g, ' ').trim();
    if (text === '') continue;
    const utterance = new SpeechSynthesisUtterance(text);
    Object.assign(utterance, { voice, lang: voice.lang, rate: 0.9 });
    utterance.onstart = () => speaking === by && mark(part as HTMLElement);
    utterance.onend = () => {
      if (part === parts.at(-1) && speaking === by) stop();
    };
    speechSynthesis.speak(utterance);
  }
}

/** Shows what is being read. */
function mark(part: HTMLElement | undefined): void {
  marked?.style.removeProperty('background');
  marked = part;
  part?.style.setProperty('background', 'var(--kunyit-soft)');
  part?.scrollIntoView({ block: 'nearest' });
}

function stop(): void {
  mark(undefined);
  if (speaking) {
    speaking.button.textContent = speaking.label;
    speaking.button.setAttribute('aria-pressed', 'false');
    speaking = undefined;
  }
  speechSynthesis.cancel();
}

addEventListener('pagehide', () => speaking && stop());

customElements.define('read-aloud', ReadAloud);
