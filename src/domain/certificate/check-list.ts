import type { CertificateEnding } from './certificate.ts';
import { readStatement, type SignedStatement, type Statement } from './statement.ts';

/** What a checker has to know besides the paper; `/periksa/daftar.json`. Names nobody. */
export interface CheckList {
  /** The server's day, `YYYY-MM-DD`: a phone's clock may be years off. */
  readonly on: string;
  /** Ed25519 keys in base64url. What a closed one signed counts only when its number is among `only`. */
  readonly keys: readonly { readonly key: string; readonly only?: readonly string[] }[];
  /** Certificates that hold no longer, by number; `on` is the local day. */
  readonly ended: Readonly<Record<string, { readonly why: CertificateEnding; readonly on: string }>>;
  /** Names of houses, courses and paths by the ids that statements carry. */
  readonly names: Readonly<Record<string, string>>;
}

export type Verdict =
  | { readonly kind: 'valid'; readonly statement: Statement }
  | { readonly kind: 'ended'; readonly statement: Statement; readonly why: CertificateEnding; readonly on: string }
  /** `unreadable`: cut short, or no statement. `unsigned`: changed, or signed by nobody we know. `unlisted`: signed with a lost key. */
  | { readonly kind: 'invalid'; readonly why: 'unreadable' | 'unsigned' | 'unlisted' };

/** Whether the signature over a statement was made with `key` (base64url). */
export type Verify = (read: SignedStatement, key: string) => Promise<boolean>;

/** Judges what a QR code carries, or the whole address that it leads to. */
export async function judgeCode(code: string, list: CheckList, verify: Verify): Promise<Verdict> {
  const read = readStatement(code.split('#').at(-1) ?? '');
  if (read === undefined) return { kind: 'invalid', why: 'unreadable' };
  const { statement } = read;
  for (const { key, only } of list.keys) {
    if (!(await verify(read, key))) continue;
    if (only !== undefined && !only.includes(statement.id)) return { kind: 'invalid', why: 'unlisted' };
    const end = list.ended[statement.id];
    return end === undefined ? { kind: 'valid', statement } : { kind: 'ended', statement, ...end };
  }
  return { kind: 'invalid', why: 'unsigned' };
}
