/**
 * What a phone's camera joins a Wi-Fi by; without a password for an open one.
 * @see https://github.com/zxing/zxing/wiki/Barcode-Contents#wi-fi-network-config-android-ios-11
 */
export function wifiCode(name: string, password: string): string {
  const safe = (text: string) => text.replaceAll(/[\\;,:"]/g, (sign) => `\\${sign}`);
  return password === '' ? `WIFI:T:nopass;S:${safe(name)};;` : `WIFI:T:WPA;S:${safe(name)};P:${safe(password)};;`;
}
