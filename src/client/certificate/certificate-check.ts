import { type CheckList, judgeCode, type Verdict } from '#domain/certificate/check-list.ts';
import { readableNumber } from '#domain/certificate/certificate.ts';
import { formatDate } from '#domain/local-date.ts';
import { certificateCheckMessages as say } from '#messages/certificate-check.ts';
import { element, part } from '#client/phone/element.ts';
import { keepText, keptText } from '#client/phone/text.ts';
import { verify } from './verify.ts';

interface Detector {
  detect(image: ImageBitmap): Promise<readonly { readonly rawValue: string }[]>;
}

const keptAt = 'periksa/daftar';

/** Checks certificates on the phone: what stands behind `#` in the address, what is pasted, and what a picture shows. */
class CertificateCheck extends HTMLElement {
  #list: Promise<CheckList | undefined> | undefined;

  connectedCallback(): void {
    part(this, 'form').hidden = false;
    // Also without a code to check yet: the network may be gone when there is one.
    this.#list = loadList();
    part(this, 'form').addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#check(part<HTMLTextAreaElement>(this, 'textarea').value);
    });
    part(this, 'input').addEventListener('change', () => void this.#readPicture());
    addEventListener('hashchange', () => this.#checkAddress());
    this.#checkAddress();
  }

  #checkAddress(): void {
    if (location.hash.length > 1) void this.#check(location.hash);
  }

  async #readPicture(): Promise<void> {
    const [file] = part<HTMLInputElement>(this, 'input').files ?? [];
    if (file === undefined) return;
    const { BarcodeDetector } = globalThis as { BarcodeDetector?: new (options: object) => Detector };
    if (BarcodeDetector === undefined) return this.#tell(say.noReader);
    try {
      const [found] = await new BarcodeDetector({ formats: ['qr_code'] }).detect(await createImageBitmap(file));
      if (found === undefined) this.#tell(say.noCode);
      else await this.#check(found.rawValue);
    } catch {
      this.#tell(say.noReader);
    }
  }

  async #check(code: string): Promise<void> {
    const list = await this.#list;
    if (list === undefined) {
      this.#list = loadList();
      return this.#tell(say.noList);
    }
    this.#show(await judgeCode(code, list, verify), list);
  }

  #show(verdict: Verdict, { on, names }: CheckList): void {
    const words: HTMLElement[] = [element('h2', {}, say.titles[verdict.kind]), element('p', {}, say.why(verdict))];
    if (verdict.kind !== 'invalid') {
      const { name, subject, house, completedOn, percent, id } = verdict.statement;
      const rows = [
        name,
        names[subject] ?? subject,
        names[house] ?? house,
        formatDate(completedOn),
        say.percent(percent),
      ];
      const list = [...rows, readableNumber(id)].flatMap((text, at) => [
        element('dt', {}, say.rows[at] ?? ''),
        element('dd', {}, text),
      ]);
      words.push(element('dl', { className: 'check-rows' }, ...list), element('p', {}, say.compare));
    }
    this.#tell(...words, element('p', { className: 'muted' }, say.listOf(on)));
    part(this, '[role]').dataset.verdict = verdict.kind;
  }

  #tell(...words: readonly (Node | string)[]): void {
    const status = part(this, '[role]');
    delete status.dataset.verdict;
    status.className = 'check-verdict';
    status.replaceChildren(...words);
    status.scrollIntoView({ block: 'nearest' });
  }
}

/** The list of today, else the one that this phone kept; undefined when there is neither. */
async function loadList(): Promise<CheckList | undefined> {
  try {
    const answer = await fetch('/periksa/daftar.json');
    if (!answer.ok) throw new Error(String(answer.status));
    const text = await answer.text();
    const list = JSON.parse(text) as CheckList;
    keepText(keptAt, text);
    return list;
  } catch {
    const kept = keptText(keptAt);
    return kept === undefined ? undefined : (JSON.parse(kept) as CheckList);
  }
}

customElements.define('certificate-check', CertificateCheck);
