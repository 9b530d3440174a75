import type { APIRoute } from 'astro';
import { todayOn } from '#domain/local-date.ts';
import { isConfirmed } from '#server/accounts/auth.ts';
import { requireRole } from '#server/accounts/guards.ts';
import { confirmPath, signInPath } from '#server/accounts/next-path.ts';
import { refuseFile } from '#server/http/csv-answer.ts';
import { seeOther } from '#server/http/forms.ts';
import { listStatements } from '#server/reports/xapi.ts';

export const prerender = false;

/** What the house's participants did in a month (`?bulan=`, else this one) as xAPI statements, a JSON line each; people are numbers. */
export const GET: APIRoute = async ({ locals, request, url }) => {
  const { db, secure, viewer } = locals;
  if (!viewer) return seeOther(signInPath(url.pathname + url.search));
  try {
    requireRole(locals, 'coordinator');
    if (!(await isConfirmed(db, request.headers.get('Cookie'), secure)))
      return seeOther(confirmPath(url.pathname + url.search));
    const month = url.searchParams.get('bulan') ?? todayOn().slice(0, 7);
    let text = '';
    for await (const lines of await listStatements(locals, viewer, { site: url.origin, month })) text += lines;
    return new Response(text, {
      headers: {
        'Content-Type': 'application/jsonl; charset=utf-8',
        'Content-Disposition': `attachment; filename="catatan-${viewer.house}-${month}.jsonl"`,
        'Cache-Control': 'no-store',
      },
    });
  } catch (error) {
    return refuseFile(error);
  }
};
