import { element, part } from '#client/phone/element.ts';
import { shareCourseMessages as say } from '#messages/share-course.ts';

/** On a course's page: sends the course's file on by the phone's own way of sharing, where there is one. */
class ShareCourse extends HTMLElement {
  #file: File | undefined;

  connectedCallback(): void {
    // On plain HTTP and on most desks there is none: the link and a sentence stay.
    const kind = { type: 'text/html' };
    if (!navigator.canShare?.({ files: [new File([''], 'a.html', kind)] })) return;
    const status = element('p', {});
    status.setAttribute('role', 'status');
    const button = element('button', { type: 'button', className: 'button' }, say.share);
    button.addEventListener('click', async () => {
      button.disabled = true;
      status.textContent = say.preparing;
      status.textContent = await this.#share();
      button.disabled = false;
    });
    part(this, '.actions').prepend(button);
    part(this, '.share-by-hand').replaceWith(status);
  }

  /** Answers what to say afterwards. */
  async #share(): Promise<string> {
    try {
      this.#file ??= await this.#fetchFile();
    } catch {
      return say.shareFailed;
    }
    try {
      await navigator.share({ files: [this.#file] });
      return '';
    } catch (error) {
      // Fetching took longer than a tap counts for; who changed their mind needs no word.
      return error instanceof DOMException && error.name === 'NotAllowedError' ? say.shareNow : '';
    }
  }

  async #fetchFile(): Promise<File> {
    const answered = await fetch(part<HTMLAnchorElement>(this, 'a[download]').href);
    if (!answered.ok) throw new Error(String(answered.status));
    return new File([await answered.blob()], this.dataset.file ?? '', { type: 'text/html' });
  }
}

customElements.define('share-course', ShareCourse);
