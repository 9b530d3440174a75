import { ownCopyMessages as say } from '#messages/own-copy.ts';
import type { PersonalCopy } from './personal-data.ts';

/** A person's copy as one HTML page that needs nothing else, to be read on a phone or printed. */
export function writeReadableCopy(copy: PersonalCopy): string {
  const { person, ...kept } = copy;
  const sections = Object.entries(kept).map(([key, value]) => `<h2>${escapeHtml(labelOf(key))}</h2>\n${write(value)}`);
  return `<!doctype html>
<html lang="id">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(say.title(person.name))}</title>
<h1>${escapeHtml(say.title(person.name))}</h1>
<p>${escapeHtml(say.lead)}</p>
${write(person)}
${sections.join('\n')}
</html>
`;
}

function write(value: unknown): string {
  if (value === null || value === undefined || value === '') return `<p>${say.nothing}</p>`;
  if (Array.isArray(value)) {
    if (value.length === 0) return `<p>${say.nothing}</p>`;
    return `<ol>${value.map((it) => `<li>${write(it)}</li>`).join('\n')}</ol>`;
  }
  if (typeof value === 'object') {
    const rows = Object.entries(value).map(([key, it]) => `<dt>${escapeHtml(labelOf(key))}</dt><dd>${write(it)}</dd>`);
    return `<dl>${rows.join('\n')}</dl>`;
  }
  if (typeof value === 'boolean') return value ? say.yes : say.no;
  return escapeHtml(String(value));
}

function labelOf(key: string): string {
  return Object.hasOwn(say.labels, key) ? say.labels[key as keyof typeof say.labels] : key;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
