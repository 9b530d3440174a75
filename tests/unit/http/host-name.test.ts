import { expect, test } from 'vitest';
import { isLoopbackHost, isOwnHost } from '#server/http/host-name.ts';

const names = new Set(['belajar.example', 'periksa.example']);

test.each(['localhost', 'localhost:4321', 'laptop.localhost', '127.0.0.1:4321', '127.1', '[::1]:4321'])(
  '%s is this very machine',
  (host) => expect(isLoopbackHost(host)).toBe(true),
);

test.each(['192.168.1.10', 'belajar.example', 'localhost.jahat.example', '127.0.0.1.jahat.example', '[fe80::1]'])(
  '%s may be another machine',
  (host) => expect(isLoopbackHost(host)).toBe(false),
);

test.each(['belajar.example', 'Periksa.Example:443', '10.0.0.2:4321', '[2001:db8::1]', 'localhost:4321'])(
  'a request for %s is for us',
  (host) => expect(isOwnHost(host, names)).toBe(true),
);

test.each(['jahat.example', 'belajar.example.jahat.example', 'xbelajar.example', '10.0.0.2.jahat.example'])(
  'a request for %s is for somebody else',
  (host) => {
    expect(isOwnHost(host, names)).toBe(false);
    expect(isOwnHost(host, undefined)).toBe(true);
  },
);
