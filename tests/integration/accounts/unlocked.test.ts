import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSetup } from '#server/people/setup.ts';
import { personMessages } from '#messages/person.ts';
import { signInMessages } from '#messages/sign-in.ts';
import { sendRaw } from '../../support/raw-request.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server?.stop());

const asked = (path: string, host: string) =>
  sendRaw(server.origin, [`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`]);

test('over plain HTTP in a network the sign-in form says that others can read along', async () => {
  const house = '192.168.1.10:4321';
  expect(await asked('/masuk/', house)).toContain(Buffer.from(signInMessages.unlocked).toString('latin1'));
  expect(await asked('/masuk/?staf=ya', house)).toContain(signInMessages.unlockedForStaff);
});

test('on the server’s own machine it says nothing of that', async () => {
  expect(await asked('/masuk/', 'localhost:4321')).not.toContain('tidak terkunci');
  expect(await asked('/masuk/?staf=ya', '127.0.0.1:4321')).not.toContain('tidak terkunci');
});

test('the first coordinator is told what is wrong with a passphrase that is easily guessed', async () => {
  const path = (await openSetup(server.db)) ?? '';
  expect(await asked(path, '192.168.1.10')).toContain(signInMessages.unlockedForStaff);
  const given = { house: 'kuripan', name: 'Wartini', login: 'wartini' };
  const send = async (secret: string): Promise<string> => {
    const kode = new URL(path, server.origin).searchParams.get('kode') ?? '';
    const body = new URLSearchParams({ kode, ...given, secret, secret2: secret });
    return (await server.request('/pengurus/mulai/', { method: 'POST', body })).text();
  };
  expect(await send('aaaaaaaaaaaa')).toContain(personMessages.passphrase_too_simple);
  expect(await send('wartini12345')).toContain(personMessages.passphrase_tells_name);
});
