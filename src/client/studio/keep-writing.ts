import { instantWords } from '#client/phone/instant.ts';
import { type KeptWriting, keepWriting, readWriting, writingKey } from './kept-writing.ts';

/** So long after the last key the text is kept. */
const pauseMs = 400;

/**
 * Keeps what is typed into a draft on this phone until the server has it: through a closed page, a lost network and an ended
 * sign-in. Without script the server keeps what was sent, as ever.
 */
class KeepWriting extends HTMLElement {
  #timer = 0;

  connectedCallback(): void {
    const { forget } = this.dataset;
    if (forget !== undefined) keepWriting(writingKey(this.dataset.person ?? '', forget), undefined);
    const field = this.querySelector('textarea');
    const base = this.querySelector<HTMLInputElement>('input[name="base"]');
    const { person, place } = this.dataset;
    if (field === null || base === null || person === undefined || place === undefined || field.readOnly) return;
    const key = writingKey(person, place);
    const kept = readWriting(key);
    if (kept !== undefined && this.#isKnown(kept, field.defaultValue, base.value)) keepWriting(key, undefined);
    else if (kept !== undefined) this.#restore(kept, { key, field, base });
    const keep = (): void => {
      clearTimeout(this.#timer);
      if (isSame(field.value, field.defaultValue)) return;
      keepWriting(key, { text: field.value, base: base.value, at: Date.now() });
      this.#show('data-kept');
    };
    field.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(keep, pauseMs);
    });
    let isDropped = false;
    field.form?.addEventListener('submit', ({ submitter }) => {
      isDropped = submitter instanceof HTMLButtonElement && submitter.value === 'drop';
      if (isDropped) keepWriting(key, undefined);
      else keep();
    });
    addEventListener('pagehide', () => isDropped || keep());
  }

  /** Whether the server has the text: as it stands, or joined with what somebody else had saved. */
  #isKnown({ text, base }: KeptWriting, server: string, serverBase: string): boolean {
    return isSame(text, server) || (this.dataset.done === 'merged' && base !== serverBase);
  }

  #restore(
    kept: KeptWriting,
    { key, field, base }: { key: string; field: HTMLTextAreaElement; base: HTMLInputElement },
  ): void {
    const [server, serverBase] = [field.defaultValue, base.value];
    [field.value, base.value] = [kept.text, kept.base];
    const notice = this.#show('data-restored');
    const time = notice?.querySelector('time');
    if (time) time.textContent = instantWords(kept.at);
    notice?.querySelector('button')?.addEventListener('click', () => {
      [field.value, base.value] = [server, serverBase];
      keepWriting(key, undefined);
      notice.hidden = true;
      field.focus();
    });
  }

  #show(name: string): HTMLElement | undefined {
    const notice = this.querySelector<HTMLElement>(`[${name}]`);
    if (notice !== null) notice.hidden = false;
    return notice ?? undefined;
  }
}

/** Browsers and files end lines in different ways, and files end in a line. */
function isSame(one: string, other: string): boolean {
  const plain = (text: string): string => text.replaceAll('\r\n', '\n').trimEnd();
  return plain(one) === plain(other);
}

customElements.define('keep-writing', KeepWriting);
