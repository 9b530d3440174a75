import { expect, test } from 'vitest';
import { readEnvironment } from '#server/host/environment.ts';

test('with nothing set everything has a value that works on one laptop', () => {
  expect(readEnvironment({ PORT: '', HOST: undefined })).toEqual({
    host: '127.0.0.1',
    port: 4321,
    siteUrl: undefined,
    checkUrl: undefined,
    databaseUrl: expect.stringMatching(/^file:.*db\/data\/rumah-belajar\.db$/),
    databaseAuthToken: undefined,
    tls: undefined,
    oldHttpPort: undefined,
    hstsDays: 0,
    isTrustedProxy: expect.any(Function),
    logLevel: 'info',
    backupAtStop: undefined,
  });
  expect(readEnvironment({}).isTrustedProxy('127.0.0.1')).toBe(false);
});

test('what is set is taken', () => {
  const environment = readEnvironment({
    HOST: '0.0.0.0',
    PORT: '8080',
    SITE_URL: 'https://belajar.example/',
    DATABASE_URL: 'libsql://db.example',
    DATABASE_AUTH_TOKEN: 'x',
    TLS_CERT: 'c.pem',
    TLS_KEY: 'k.pem',
    LOG_LEVEL: 'warn',
  });
  expect(environment).toMatchObject({
    siteUrl: 'https://belajar.example',
    checkUrl: 'https://belajar.example',
    tls: { cert: 'c.pem', key: 'k.pem' },
    port: 8080,
  });
});

test.each([
  [{ PORT: '80a' }, /PORT must be a whole number/],
  [{ PORT: '70000' }, /PORT must be a whole number/],
  [{ PORT: '-1' }, /PORT must be a whole number/],
  [{ SITE_URL: 'belajar.example' }, /SITE_URL must be an address/],
  [{ SITE_URL: 'https://belajar.example/kursus' }, /SITE_URL must be an address/],
  [{ DATABASE_URL: 'postgres://x' }, /DATABASE_URL must begin with file:/],
  [{ TLS_CERT: 'c.pem' }, /TLS_CERT and TLS_KEY must be set together/],
  [{ OLD_HTTP_PORT: '4321' }, /OLD_HTTP_PORT leads to SITE_URL, which must begin with https:/],
  [
    { PORT: '443', OLD_HTTP_PORT: '443', SITE_URL: 'https://belajar.example', TLS_CERT: 'c.pem', TLS_KEY: 'k.pem' },
    /OLD_HTTP_PORT must be another port than PORT/,
  ],
  [{ HSTS_DAYS: 'setahun' }, /HSTS_DAYS must be a whole number of days/],
  [{ LOG_LEVEL: 'loud' }, /LOG_LEVEL must be one of/],
  [{ PORT: 'x', LOG_LEVEL: 'y' }, /PORT .*; LOG_LEVEL /],
])('%o is refused with one sentence that names it', (source, words) => {
  expect(() => readEnvironment(source)).toThrow(words);
  expect(() => readEnvironment(source)).toThrow(/^Wrong environment: [^\n]+\.$/);
});
