import { element, part } from '#client/phone/element.ts';

/** So long after the last key the server is given the text, and the preview is made of it. */
const pauseMs = 1_500;
/** Below this the preview is a page of its own. */
const hasRoom = '(min-width: 64em)';

/**
 * The preview of a lesson in a frame beside its text. What is shown there runs in an origin of its own, by the frame's
 * sandbox and by the page's own policy.
 */
class PreviewBeside extends HTMLElement {
  #timer = 0;
  #shows = 0;
  #frame: HTMLIFrameElement | undefined;
  /** Whether what loads in the frame was asked for here, not by a touch inside. */
  #isAsked = false;

  connectedCallback(): void {
    const room = matchMedia(hasRoom);
    const open = (): void => {
      if (room.matches && this.#frame === undefined) this.#open();
    };
    room.addEventListener('change', open);
    open();
  }

  #open(): void {
    const section = part(this, 'section');
    const frame = element('iframe', { title: part(section, 'h2').textContent ?? '' });
    frame.sandbox.add('allow-scripts');
    // A link in the lesson leads to a page that stands in no frame: the lesson comes back.
    frame.addEventListener('load', () => {
      if (!this.#isAsked) this.#show();
      this.#isAsked = false;
    });
    this.#frame = frame;
    section.addEventListener('change', () => this.#show());
    section.hidden = false;
    this.#show();
    section.append(frame);
    if (this.dataset.follows === undefined) return;
    const field = document.querySelector<HTMLTextAreaElement>('keep-writing textarea');
    field?.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => void this.#refresh(field.form), pauseMs);
    });
  }

  /** Without a network the last preview stays. */
  async #refresh(form: HTMLFormElement | null): Promise<void> {
    if (form === null) return;
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
    body.set('act', 'preview');
    const sent = await fetch(form.action, { method: 'POST', body, redirect: 'manual' }).catch(() => undefined);
    if (sent?.type === 'opaqueredirect') this.#show();
  }

  #show(): void {
    if (this.#frame === undefined) return;
    this.#isAsked = true;
    const theme = part<HTMLInputElement>(this, 'input:checked').value;
    const { src, place } = this.dataset;
    // The number makes it another address: else only the place in the page would change.
    this.#frame.src = `${src}?warna=${theme}&ke=${++this.#shows}${place ? `#${place}` : ''}`;
  }
}

customElements.define('preview-beside', PreviewBeside);
