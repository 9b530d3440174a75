import { expect, test } from 'vitest';
import { wifiCode } from '#domain/wifi-code.ts';

test.each([
  ['Rumah Belajar', 'sawah hijau', 'WIFI:T:WPA;S:Rumah Belajar;P:sawah hijau;;'],
  ['Terbuka', '', 'WIFI:T:nopass;S:Terbuka;;'],
  ['a;b', 'c:d\\e,f"g', 'WIFI:T:WPA;S:a\\;b;P:c\\:d\\\\e\\,f\\"g;;'],
])('the Wi-Fi %s is written so that a camera reads its own name and password', (name, password, code) => {
  expect(wifiCode(name, password)).toBe(code);
});
