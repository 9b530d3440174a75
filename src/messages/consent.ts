/** What people agree to. Whoever changes a word gives the text the next edition: what was agreed to before stays told by its own. */
export const consentText = {
  edition: '1',
  points: [
    'Rumah belajar menyimpan nama saya, pelajaran yang saya baca, jawaban, dan nilai saya.',
    'Yang melihatnya hanya saya, pelatih, dan pengurus rumah belajar ini. Majikan, perekrut, dan perusahaan penempatan tidak.',
    'Saya boleh melihat, membetulkan, mengambil, dan menghapus data saya kapan saja, dan boleh berhenti tanpa alasan.',
  ],
} as const;

/** Words around it. */
export const consentMessages = {
  title: 'Persetujuan',
  agree: 'Saya mengerti dan setuju',
  missing:
    'Centang “Saya mengerti dan setuju” bila Anda setuju. Tanpa itu nama Anda tidak disimpan; pelajaran tetap bisa dibaca.',
  guardian: 'Umur Anda di bawah 18 tahun? Nama orang tua atau wali yang mengizinkan',
  helper: 'Ada yang membacakan untuk Anda? Namanya',
} as const;
