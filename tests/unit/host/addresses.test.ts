import { expect, test } from 'vitest';
import { listAddresses, originOf } from '#server/host/addresses.ts';

test('the address that people are told to type stands alone', () => {
  expect(listAddresses('https://belajar.example', 'http://0.0.0.0:4321')).toEqual(['https://belajar.example']);
});

test('a host of all networks is reached by those of this machine, one of itself by nobody else', () => {
  expect(listAddresses(undefined, 'http://127.0.0.1:4321')).toEqual([]);
  expect(listAddresses(undefined, 'http://192.168.1.10:4321')).toEqual(['http://192.168.1.10:4321']);
  const all = listAddresses(undefined, 'http://0.0.0.0:4321');
  for (const address of all) expect(address).toMatch(/^http:\/\/(?!127\.)[\d.]+:4321$/);
});

test('an address of version 6 stands in brackets', () => {
  expect(originOf({ secure: true, host: '::1', port: 4321 })).toBe('https://[::1]:4321');
});
