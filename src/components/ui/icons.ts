/** A family of icons on a grid of 24: one line, round ends. Each is the path of its line. */
export const icons = {
  kursus: 'M12 6C9 4 6 4 3 5v14c3-1 6-1 9 1 3-2 6-2 9-1V5c-3-1-6-1-9 1v14',
  cari: 'M18 11a7 7 0 1 1-14 0 7 7 0 0 1 14 0zM16 16l5 5',
  bantuan: 'M5 4h4l2 5-3 2a12 12 0 0 0 5 5l2-3 5 2v4C12 21 3 12 5 4z',
  saya: 'M16 8a4 4 0 1 1-8 0 4 4 0 0 1 8 0zM4 21c0-9 16-9 16 0',
  pelajaran: 'M6 3h9l4 4v14H6zM15 3v4h4M9 12h7M9 16h7',
  waktu: 'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0zM12 7v5l4 2',
  'berangkat-minggu-ini': 'M4 6h16v14H4zM4 11h16M8 3v5M16 3v5M12 14v3h2',
  berangkat: 'M2 13l6 1 5-7 3-1-2 9 6 2 1 2-8-1-5 4-2-1 2-4-5-1z',
  pulang: 'M3 12l9-8 9 8M6 10v10h12V10M10 20v-6h4v6',
  keluarga:
    'M11 7a3 3 0 1 1-6 0 3 3 0 0 1 6 0zM20 9a2 2 0 1 1-4 0 2 2 0 0 1 4 0zM2 20c0-10 12-10 12 0M15 15c4-3 7 0 7 5',
  koperasi: 'M12 4v17M7 21h10M4 7h16M4 7l-3 7h6zM20 7l-3 7h6zM1 14c0 4 6 4 6 0M17 14c0 4 6 4 6 0',
  petugas: 'M5 4h14v17H5zM9 2h6v4H9zM8 11l1 1 2-2M8 16l1 1 2-2M14 11h2M14 16h2',
  jalur: 'M8 20a3 3 0 1 1-3-3c8 0 2-9 10-9M21 6a3 3 0 1 1-6 0 3 3 0 0 1 6 0z',
} as const;

export type IconName = keyof typeof icons;

/** The icon of a path; one that has none has that of a way. */
export function pathIcon(path: string): IconName {
  return Object.hasOwn(icons, path) ? (path as IconName) : 'jalur';
}
