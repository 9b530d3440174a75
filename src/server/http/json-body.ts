/** The list that a JSON body holds in one field; undefined when the body is anything else. */
export async function readJsonList(request: Request, field: string): Promise<readonly unknown[] | undefined> {
  if (!/^application\/json\b/i.test(request.headers.get('Content-Type') ?? '')) return undefined;
  let body: unknown;
  try {
    body = await request.json();
  } catch {
    return undefined;
  }
  const list = typeof body === 'object' && body !== null ? Reflect.get(body, field) : undefined;
  return Array.isArray(list) ? list : undefined;
}
