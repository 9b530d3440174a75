import { Refusal } from '#domain/refusal.ts';

/** The fields of a posted HTML form. @throws Refusal invalid, when the body is none */
export async function readForm(request: Request): Promise<FormData> {
  const type = request.headers.get('Content-Type') ?? '';
  if (!/^(?:application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) throw new Refusal('invalid');
  try {
    return await request.formData();
  } catch {
    throw new Refusal('invalid');
  }
}

/** The text of one field; empty when it is missing or a file. */
export function textField(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/** The answer to a form that went through: go and look at `path`. */
export function seeOther(path: string, cookies: readonly string[] = []): Response {
  const headers = new Headers({ Location: path, 'Cache-Control': 'no-store' });
  for (const cookie of cookies) headers.append('Set-Cookie', cookie);
  return new Response(null, { status: 303, headers });
}

/** Gives the headers of a page that is refused or signs somebody in. */
export function addHeaders(
  response: { readonly headers: Headers },
  headers: Readonly<Record<string, string>>,
  cookies: readonly string[] = [],
): void {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  for (const cookie of cookies) response.headers.append('Set-Cookie', cookie);
}
