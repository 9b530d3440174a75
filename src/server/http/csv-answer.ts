import { showRefusal } from './refusals.ts';

/** A CSV file to be saved, which no store keeps. */
export function csvAnswer(name: string, text: string): Response {
  return new Response(text, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store',
    },
  });
}

/** One sentence in place of a file. @throws whatever is no Refusal */
export function refuseFile(error: unknown): Response {
  const { status, message } = showRefusal(error);
  return new Response(`${message}\n`, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}
