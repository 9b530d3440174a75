import type { APIRoute } from 'astro';
import { isConfirmed } from '#server/accounts/auth.ts';
import { confirmPath, signInPath } from '#server/accounts/next-path.ts';
import { refuseFile } from '#server/http/csv-answer.ts';
import { seeOther } from '#server/http/forms.ts';
import { takeBackup } from '#server/machine/backups.ts';
import { requireKeeper } from '#server/people/keepers.ts';

export const prerender = false;

/** The newest backup that was made in the browser, encrypted to the recovery sheet. */
export const GET: APIRoute = async ({ locals, request }) => {
  const { db, secure, viewer } = locals;
  if (!viewer) return seeOther(signInPath('/pengurus/mesin/'));
  try {
    await requireKeeper(locals, viewer);
    if (!(await isConfirmed(db, request.headers.get('Cookie'), secure)))
      return seeOther(confirmPath('/pengurus/mesin/'));
    const { name, sizeBytes, stream } = await takeBackup(locals, viewer);
    return new Response(stream, {
      headers: {
        'Content-Type': 'application/octet-stream',
        'Content-Length': String(sizeBytes),
        'Content-Disposition': `attachment; filename="${name}"`,
        'Cache-Control': 'no-store',
      },
    });
  } catch (error) {
    return refuseFile(error);
  }
};
