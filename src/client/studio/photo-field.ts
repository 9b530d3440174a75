import { element, part } from '#client/phone/element.ts';
import { formatNumber } from '#domain/number.ts';
import { photoFieldMessages as say } from '#messages/studio-media.ts';

/** Longest side in points and quality, tried in turn until the photo is small enough. */
const attempts = [
  { side: 1280, quality: 0.8 },
  { side: 1280, quality: 0.6 },
  { side: 960, quality: 0.6 },
  { side: 720, quality: 0.5 },
] as const;
const wantedBytes = 120 * 1024;

/**
 * Makes a chosen photo small before it is sent, and shows it. What is drawn anew holds no place, no camera and no thumbnail. The
 * server judges for itself what it gets: without this script the photo goes as it is.
 */
class PhotoField extends HTMLElement {
  connectedCallback(): void {
    const input = part<HTMLInputElement>(this, 'input[type="file"]');
    const status = element('p', { className: 'field-hint' });
    status.setAttribute('role', 'status');
    this.append(status);
    let turn = 0;
    input.addEventListener('change', async () => {
      const mine = ++turn;
      const [file] = input.files ?? [];
      this.querySelector('canvas')?.remove();
      status.textContent = file ? say.working : '';
      input.setCustomValidity(file ? say.working : '');
      if (!file) return;
      const small = await makeSmall(file).catch(() => undefined);
      if (mine !== turn) return;
      input.setCustomValidity(small ? '' : say.failed);
      status.textContent = small ? say.done(sizeOf(file), sizeOf(small.file)) : say.failed;
      if (!small) return;
      const chosen = new DataTransfer();
      chosen.items.add(small.file);
      input.files = chosen.files;
      small.canvas.className = 'photo-shown';
      this.append(small.canvas);
    });
  }
}

customElements.define('photo-field', PhotoField);

interface SmallPhoto {
  readonly file: File;
  readonly canvas: HTMLCanvasElement;
}

async function makeSmall(file: File): Promise<SmallPhoto | undefined> {
  // Turned upright by the browser.
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  let made: SmallPhoto | undefined;
  for (const { side, quality } of attempts) {
    const canvas = draw(picture, side);
    const blob = (await encode(canvas, 'image/webp', quality)) ?? (await encode(canvas, 'image/jpeg', quality));
    if (blob === undefined) continue;
    const name = blob.type === 'image/webp' ? 'foto.webp' : 'foto.jpg';
    made = { file: new File([blob], name, { type: blob.type }), canvas };
    if (blob.size <= wantedBytes) break;
  }
  picture.close();
  return made;
}

function draw(picture: ImageBitmap, longest: number): HTMLCanvasElement {
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  const canvas = element('canvas', {
    width: Math.max(1, Math.round(picture.width * scale)),
    height: Math.max(1, Math.round(picture.height * scale)),
  });
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** Undefined where the browser cannot write that kind: it gives another instead. */
async function encode(canvas: HTMLCanvasElement, type: string, quality: number): Promise<Blob | undefined> {
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, type, quality);
  });
  return blob?.type === type ? blob : undefined;
}

function sizeOf({ size }: Blob): string {
  return `${formatNumber(Math.ceil(size / 1024))} KB`;
}
