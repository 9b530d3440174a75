import { element, part } from '#client/phone/element.ts';
import { keepText, keptText } from '#client/phone/text.ts';
import { mostSteps, practiceMark, writeResultCode } from '#domain/learning/result-code.ts';
import { takeHomeMessages as say } from '#messages/take-home.ts';
import { qrDrawing } from './qr-drawing.ts';
import { bestRatios } from './results.ts';

// The code by which the results of a file come home: shown, sent as a text, or held before another phone's camera.

const { course = '', code: courseCode = '', practices = '' } = document.body.dataset;
const ids = practices.split(' ');
const numberKey = 'bawa-pulang/nomor';

const form = part<HTMLFormElement>(document, '.result-form');
const made = part(document, '.result-made');
const field = part<HTMLInputElement>(form, 'input');
form.hidden = false;
field.value = keptText(numberKey) ?? '';
form.addEventListener('submit', (event) => {
  event.preventDefault();
  const number = Number(field.value);
  const best = bestRatios(course);
  const steps = ids.map((id) => {
    const ratio = best[id];
    // What somebody wrote into the phone's store by hand is no result.
    return typeof ratio === 'number' && ratio >= 0 && ratio <= 1 ? Math.floor(ratio * mostSteps) : undefined;
  });
  const count = steps.filter((it) => it !== undefined).length;
  if (!Number.isInteger(number) || number < 1 || number > 65_535)
    made.replaceChildren(element('p', {}, say.wrongNumber));
  else if (count === 0) made.replaceChildren(element('p', {}, say.noResults));
  else {
    keepText(numberKey, field.value);
    show(writeResultCode({ mark: practiceMark(course, ids), number, steps }), count);
  }
});

function show(code: string, count: number): void {
  const text = say.resultText(courseCode, code);
  const ways = [
    element('a', { className: 'button', href: `https://wa.me/?text=${encodeURIComponent(text)}` }, say.byWhatsApp),
    element('a', { className: 'button button-quiet', href: `sms:?body=${encodeURIComponent(text)}` }, say.bySms),
  ];
  made.replaceChildren(
    element('p', {}, say.resultOf(count)),
    element('p', { className: 'result-code' }, code),
    element('p', { className: 'actions' }, ...ways),
    qrDrawing(code, say.qr),
  );
}
