/**
 * Writes points between thousands while a number is typed: "1500000" becomes "1.500.000". A point of the writer's own is never
 * moved nor dropped: from then on the number stays as it is written.
 */
export function groupWhileTyping(input: HTMLInputElement, typed: string | null): void {
  const text = input.value;
  if (text === '') delete input.dataset.points;
  if (input.dataset.points === 'own') return;
  const ours = input.dataset.points === 'ours';
  if (typed === '.' || (!ours && text.includes('.'))) {
    input.dataset.points = 'own';
    // Behind the points that were written for them, theirs would be one more.
    if (ours) write(input, withoutOurs(text, (input.selectionStart ?? text.length) - 1));
    return;
  }
  const parts = /^(\d{1,15})(,\d*)?$/.exec(text.replaceAll('.', ''));
  if (parts === null) return;
  const [, whole = '', fraction = ''] = parts;
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, '.');
  if (grouped.includes('.')) input.dataset.points = 'ours';
  else delete input.dataset.points;
  if (grouped + fraction !== text) write(input, grouped + fraction);
}

/** Points that stand right when somebody comes to a number may move; others are the writer's own. */
export function lookAtPoints(input: HTMLInputElement): void {
  const isGrouped = /^\d{1,3}(\.\d{3})+(,\d*)?$/.test(input.value);
  if (isGrouped) input.dataset.points = 'ours';
  else if (input.value.includes('.')) input.dataset.points = 'own';
  else delete input.dataset.points;
}

/** All points go but the one at this place. */
function withoutOurs(text: string, own: number): string {
  return [...text].filter((sign, at) => sign !== '.' || at === own).join('');
}

/** Leaves the caret before as many digits as it stood before. */
function write(input: HTMLInputElement, text: string): void {
  const before = digits(input.value.slice(input.selectionStart ?? input.value.length)).length;
  input.value = text;
  let at = text.length;
  for (let left = before; at > 0 && left > 0; at -= 1) if (digits(text.charAt(at - 1)) !== '') left -= 1;
  input.setSelectionRange(at, at);
}

function digits(text: string): string {
  return text.replace(/[^\d,]/g, '');
}
