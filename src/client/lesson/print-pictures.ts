import { lessonPrintMessages } from '#messages/lesson.ts';
import { element } from '#client/phone/element.ts';

/** A button in `place` that prints once every picture is there: the browser's own menu prints whatever has come. */
export function offerPrinting(place: Element): void {
  const print = element('button', { type: 'button', className: 'button button-quiet' }, lessonPrintMessages.print);
  print.addEventListener('click', async () => {
    await bringPictures();
    globalThis.print();
  });
  place.replaceChildren(print);
}

/** Resolves when all pictures are there, or cannot be had. */
async function bringPictures(): Promise<void> {
  const pictures = [...document.querySelectorAll<HTMLImageElement>('.prose img')];
  for (const picture of pictures) picture.loading = 'eager';
  await Promise.allSettled(pictures.map((picture) => picture.decode()));
}
