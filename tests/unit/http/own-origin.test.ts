import { expect, test } from 'vitest';
import { isOwnOrigin } from '#server/http/own-origin.ts';

const host = 'belajar.example:4321';

test('a request from our own page is ours, by Origin, by Sec-Fetch-Site or by Referer', () => {
  expect(isOwnOrigin({ host, origin: `http://${host}` }, false, undefined)).toBe(true);
  expect(isOwnOrigin({ host, origin: `http://${host.toUpperCase()}` }, false, undefined)).toBe(true);
  expect(isOwnOrigin({ host, 'sec-fetch-site': 'same-origin' }, false, undefined)).toBe(true);
  expect(isOwnOrigin({ host, 'sec-fetch-site': 'none' }, false, undefined)).toBe(true);
  expect(isOwnOrigin({ host, referer: `http://${host}/masuk/` }, false, undefined)).toBe(true);
});

test('behind a proxy that ends TLS, SITE_URL or the browser’s own word makes it ours', () => {
  const origin = 'https://belajar.example';
  expect(isOwnOrigin({ host: '10.0.0.2:4321', origin }, false, origin)).toBe(true);
  expect(isOwnOrigin({ host: 'belajar.example', origin, 'sec-fetch-site': 'same-origin' }, false, undefined)).toBe(
    true,
  );
  expect(isOwnOrigin({ host: 'belajar.example', origin }, false, undefined)).toBe(false);
});

test.each([
  ['nothing at all', {}],
  ['another origin', { origin: 'https://jahat.example' }],
  ['another port', { origin: 'http://belajar.example:9999' }],
  ['another scheme', { origin: `https://${host}` }],
  ['null', { origin: 'null' }],
  ['no address', { origin: 'apa saja' }],
  ['a sister site', { origin: `http://${host}`, 'sec-fetch-site': 'same-site' }],
  ['a cross-site request', { 'sec-fetch-site': 'cross-site' }],
  ['a foreign Referer', { referer: 'https://jahat.example/' }],
  ['an unreadable Referer', { referer: 'x' }],
  ['a foreign Origin beside a good Referer', { origin: 'https://jahat.example', referer: `http://${host}/` }],
])('%s is not ours', (_, headers) => {
  expect(isOwnOrigin({ host, ...headers }, false, undefined)).toBe(false);
});
