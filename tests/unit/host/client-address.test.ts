import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clientAddressOf, parseTrustedProxies } from '#server/host/client-address.ts';

const isTrusted = (text: string) => parseTrustedProxies(text) ?? (() => false);

test.each([
  ['10.0.0.1', '', '10.0.0.1'],
  ['10.0.0.1', '203.0.113.7', '203.0.113.7'],
  ['10.0.0.1', '198.51.100.1, 203.0.113.7', '203.0.113.7'],
  ['10.0.0.1', '198.51.100.1, 203.0.113.7, 10.0.0.2', '203.0.113.7'],
  ['::ffff:10.0.0.1', '203.0.113.7:51234', '203.0.113.7'],
  ['10.0.0.1', '[2001:db8::7]:443', '2001:db8::7'],
  ['10.0.0.1', 'unknown', '10.0.0.1'],
  ['10.0.0.1', '203.0.113.7, rubbish', '10.0.0.1'],
  ['203.0.113.9', '198.51.100.1', '203.0.113.9'],
])('of a request from %s with X-Forwarded-For "%s" the client is %s', (socket, forwarded, client) => {
  expect(clientAddressOf(socket, forwarded, isTrusted('10.0.0.0/8, ::1'))).toBe(client);
});

test('nobody is believed where no proxy is named', () => {
  fc.assert(
    fc.property(fc.ipV4(), fc.string(), (socket, forwarded) => {
      expect(clientAddressOf(socket, forwarded, () => false)).toBe(socket);
    }),
  );
});

test.each(['', '10.0.0', '10.0.0.0/33', '10.0.0.0/8/8', 'proxy.example', '10.0.0.0/x', '::1/129', '10.0.0.1,'])(
  '"%s" names no proxies',
  (text) => {
    expect(parseTrustedProxies(text)).toBeUndefined();
  },
);
