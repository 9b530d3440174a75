import { once, whenNear } from '#client/phone/near.ts';

const openBox = once(() => import('./keep-box.ts'));

/** Then there is no line to wait for. */
const longestPauseMs = 20_000;

/** On a course's page: keeps the course on this phone. Nothing is there where a browser cannot. */
class KeepCourse extends HTMLElement {
  connectedCallback(): void {
    // On plain HTTP a browser has no worker.
    this.hidden = !('serviceWorker' in navigator);
    if (this.hidden) return;
    whenNear([this], () => this.#show());
  }

  /** A line that fails for a moment is tried again: nothing else on the page would do so. */
  async #show(pauseMs = 1000): Promise<void> {
    try {
      await (await openBox()).showKeepBox(this, this.dataset.course ?? '');
    } catch {
      if (pauseMs < longestPauseMs) setTimeout(() => void this.#show(2 * pauseMs), pauseMs);
    }
  }
}

customElements.define('keep-course', KeepCourse);
