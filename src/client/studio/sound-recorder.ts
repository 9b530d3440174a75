import { element, part } from '#client/phone/element.ts';
import { soundLimits } from '#domain/studio/sound.ts';
import { recorderMessages as say } from '#messages/studio-sound.ts';

/** What browsers record; the first that this one can. */
const types = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'];
/** Speech stays clear, and ninety seconds stay below the limit. */
const bitsPerSecond = 24_000;

/**
 * Records into the form's own field for a file. Where there is no microphone (plain HTTP, an old browser) it says why; the
 * field takes a file of the phone's recorder as ever.
 */
class SoundRecorder extends HTMLElement {
  readonly #status = element('p', { className: 'field-hint' });
  readonly #button = element('button', { type: 'button', className: 'button button-quiet' }, say.start);
  #running: MediaRecorder | undefined;

  connectedCallback(): void {
    this.#status.setAttribute('role', 'status');
    const type = globalThis.MediaRecorder && types.find((it) => MediaRecorder.isTypeSupported(it));
    if (!globalThis.isSecureContext) this.#status.textContent = say.insecure;
    else if (!type || !navigator.mediaDevices) this.#status.textContent = say.unable;
    else {
      this.#button.addEventListener('click', () => {
        if (this.#running) this.#running.stop();
        else void this.#record(type);
      });
      this.prepend(this.#button);
    }
    this.#button.after(this.#status);
    if (!this.#status.isConnected) this.prepend(this.#status);
  }

  disconnectedCallback(): void {
    this.#running?.stop();
  }

  async #record(mimeType: string): Promise<void> {
    const stream = await navigator.mediaDevices
      .getUserMedia({ audio: { channelCount: 1, noiseSuppression: true } })
      .catch(() => undefined);
    if (!stream) {
      this.#status.textContent = say.refused;
      return;
    }
    const recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: bitsPerSecond });
    const pieces: Blob[] = [];
    const begun = performance.now();
    const seconds = () => Math.round((performance.now() - begun) / 1000);
    const clock = setInterval(() => {
      this.#status.textContent = say.recording(seconds());
      if (seconds() >= soundLimits.seconds && recorder.state === 'recording') recorder.stop();
    }, 500);
    recorder.addEventListener('dataavailable', ({ data }) => pieces.push(data));
    recorder.addEventListener('stop', () => {
      clearInterval(clock);
      for (const track of stream.getTracks()) track.stop();
      this.#running = undefined;
      this.#button.textContent = say.again;
      this.#status.textContent = say.done(seconds());
      this.#take(new Blob(pieces, { type: mimeType }));
    });
    this.querySelector('audio')?.remove();
    recorder.start();
    this.#running = recorder;
    this.#button.textContent = say.stop;
    this.#status.textContent = say.recording(0);
  }

  /** Puts what was recorded where a chosen file would be, and lets it be heard. */
  #take(sound: Blob): void {
    const chosen = new DataTransfer();
    chosen.items.add(new File([sound], 'rekaman', { type: sound.type }));
    part<HTMLInputElement>(this, 'input[type="file"]').files = chosen.files;
    const player = element('audio', { controls: true, src: URL.createObjectURL(sound) });
    player.setAttribute('aria-label', say.playback);
    this.#status.after(player);
  }
}

customElements.define('sound-recorder', SoundRecorder);
