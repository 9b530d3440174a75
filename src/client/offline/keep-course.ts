import { once, whenNear } from '#client/phone/near.ts';

const openBox = once(() => import('./keep-box.ts'));

/** On a course's page: keeps the course on this phone. Nothing is there where a browser cannot. */
class KeepCourse extends HTMLElement {
  connectedCallback(): void {
    // On plain HTTP a browser has no worker.
    this.hidden = !('serviceWorker' in navigator);
    if (this.hidden) return;
    whenNear([this], async () => (await openBox()).showKeepBox(this, this.dataset.course ?? ''));
  }
}

customElements.define('keep-course', KeepCourse);
