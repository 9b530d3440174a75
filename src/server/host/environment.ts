import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { type IsTrustedProxy, parseTrustedProxies } from './client-address.ts';
import { type LogLevel, logLevels } from './log.ts';

/**
 * `DATA_DIR`, else `db/data`: the database, its pepper and the releases. Only for code that Node runs in place (host and
 * commands).
 */
export const dataFolder = process.env.DATA_DIR
  ? resolve(process.env.DATA_DIR)
  : join(import.meta.dirname, '../../../db/data');

/** Everything that this program reads from its environment. */
export interface Environment {
  readonly host: string;
  readonly port: number;
  /** Address that people type, without path: `https://belajar.example`. */
  readonly siteUrl: string | undefined;
  /** Address where certificates are checked, without path; SITE_URL where it is not set. */
  readonly checkUrl: string | undefined;
  readonly databaseUrl: string;
  readonly databaseAuthToken: string | undefined;
  /** Paths of PEM files; both or neither. */
  readonly tls: { readonly cert: string; readonly key: string } | undefined;
  /** Port of the plain address that the house had before TLS. */
  readonly oldHttpPort: number | undefined;
  /** For how many days browsers are told to keep to TLS. */
  readonly hstsDays: number;
  /** Whose word on a client's address is believed; nobody's when it is not set. */
  readonly isTrustedProxy: IsTrustedProxy;
  readonly logLevel: LogLevel;
  /** Folder, on a stick perhaps, that a backup goes to whenever the server is stopped. */
  readonly backupAtStop: string | undefined;
}

const present = z.string().trim().min(1, 'must not be empty');

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a whole number from 0 to 65535')
  .transform(Number)
  .refine((it) => it <= 65_535, 'must be a whole number from 0 to 65535');

const variables = z
  .object({
    HOST: present.default('127.0.0.1'),
    PORT: port.default(4321),
    SITE_URL: present.refine(isSiteUrl, 'must be an address like https://belajar.example, without a path').optional(),
    CHECK_URL: present.refine(isSiteUrl, 'must be an address like https://periksa.example, without a path').optional(),
    DATABASE_URL: present
      .refine(
        (url) => /^(file:.|libsql:\/\/.|https?:\/\/.)/.test(url),
        'must begin with file:, libsql:, http: or https:',
      )
      .default(pathToFileURL(join(dataFolder, 'rumah-belajar.db')).href),
    DATABASE_AUTH_TOKEN: present.optional(),
    TLS_CERT: present.optional(),
    TLS_KEY: present.optional(),
    OLD_HTTP_PORT: port.optional(),
    HSTS_DAYS: z
      .string()
      .regex(/^\d{1,3}$/, 'must be a whole number of days up to 999')
      .transform(Number)
      .default(0),
    TRUSTED_PROXY: present
      .refine(
        (text) => parseTrustedProxies(text) !== undefined,
        'must be addresses or networks like 127.0.0.1, 10.0.0.0/8, with commas between them',
      )
      .optional(),
    LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
    BACKUP_AT_STOP: present.optional(),
  })
  .refine((it) => (it.TLS_CERT === undefined) === (it.TLS_KEY === undefined), {
    message: 'and TLS_KEY must be set together',
    path: ['TLS_CERT'],
  })
  .refine(
    (it) => it.OLD_HTTP_PORT === undefined || (it.TLS_CERT !== undefined && it.SITE_URL?.startsWith('https:') === true),
    { message: 'leads to SITE_URL, which must begin with https: and needs TLS_CERT', path: ['OLD_HTTP_PORT'] },
  )
  .refine((it) => it.OLD_HTTP_PORT === undefined || it.OLD_HTTP_PORT !== it.PORT, {
    message: 'must be another port than PORT',
    path: ['OLD_HTTP_PORT'],
  });

/** @throws one sentence that names every wrong variable and what it must be */
export function readEnvironment(source: Readonly<Record<string, string | undefined>> = process.env): Environment {
  // An empty variable is an unset one: that is how most tools write "not set".
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = variables.safeParse(given);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
    throw new Error(`Wrong environment: ${problems.join('; ')}.`);
  }
  const {
    HOST,
    PORT,
    SITE_URL,
    CHECK_URL,
    DATABASE_URL,
    DATABASE_AUTH_TOKEN,
    TLS_CERT,
    TLS_KEY,
    OLD_HTTP_PORT,
    HSTS_DAYS,
    LOG_LEVEL,
    TRUSTED_PROXY,
    BACKUP_AT_STOP,
  } = parsed.data;
  return {
    host: HOST,
    port: PORT,
    siteUrl: SITE_URL === undefined ? undefined : new URL(SITE_URL).origin,
    checkUrl:
      CHECK_URL === undefined && SITE_URL === undefined ? undefined : new URL(CHECK_URL ?? SITE_URL ?? '').origin,
    databaseUrl: DATABASE_URL,
    databaseAuthToken: DATABASE_AUTH_TOKEN,
    tls: TLS_CERT === undefined || TLS_KEY === undefined ? undefined : { cert: TLS_CERT, key: TLS_KEY },
    oldHttpPort: OLD_HTTP_PORT,
    hstsDays: HSTS_DAYS,
    isTrustedProxy: (TRUSTED_PROXY === undefined ? undefined : parseTrustedProxies(TRUSTED_PROXY)) ?? (() => false),
    logLevel: LOG_LEVEL,
    backupAtStop: BACKUP_AT_STOP,
  };
}

function isSiteUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, pathname, search, hash } = new URL(text);
  return /^https?:$/.test(protocol) && pathname === '/' && search === '' && hash === '';
}
