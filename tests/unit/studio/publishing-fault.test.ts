import { expect, test } from 'vitest';
import { readPublishingFault, writePublishingFault } from '#domain/studio/publishing-fault.ts';

test('a fault of a file is read back as its part, its line and a sentence', () => {
  const line = writePublishingFault('content/courses/up-202/hpp-keripik.mdx', 12, 'kata "x: y" salah.\nUbah.');
  expect(line).not.toContain('\n');
  expect(readPublishingFault(line)).toEqual({
    part: { kind: 'lesson', course: 'up-202', id: 'hpp-keripik' },
    line: 12,
    message: 'Kata "x: y" salah. Ubah.',
  });
});

test.each([
  ['disk_full: penyimpanan penuh.', 'Penyimpanan penuh.'],
  ['halaman-terlalu-berat: Pendekkan.', 'Pendekkan.'],
  ['content/houses.yaml:3 salah.', 'Content/houses.yaml:3 salah.'],
  ['', ''],
])('what is about no part of a course (%j) is a sentence alone', (text, message) => {
  expect(readPublishingFault(text)).toEqual({ message });
});
