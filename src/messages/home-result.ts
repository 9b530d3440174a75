/** Words of the page where trainers take in what people did at home, and of the codes that tell it. */
export const homeResultMessages = {
  title: 'Terima hasil dari rumah',
  lead: 'Peserta yang membawa pulang kursus sebagai berkas mendapat kode hasil dari berkas itu. Ketik atau tempel kodenya di sini, satu kode satu baris.',
  note: 'Yang diterima dihitung sebagai latihan yang sudah dikerjakan. Ujian dan sertifikat tetap hanya dari rumah belajar, karena kode bisa dibuat siapa saja yang memegang berkasnya.',
  codes: 'Kode hasil',
  check: 'Periksa',
  accept: (count: number) => `Terima ${count} hasil`,
  accepted: (count: number) => `${count} hasil diterima.`,
  nothingNew: 'Semua hasil itu sudah pernah diterima.',
  wrong: 'Belum ada yang diterima. Perbaiki dulu baris ini:',
  line: (line: number, problem: string) => `Baris ${line}: ${problem}`,
  problems: {
    slip: 'kodenya salah tulis atau terpotong. Cocokkan tanda demi tanda dengan yang ada di HP peserta.',
    course:
      'kode ini dari kursus yang tidak ada di sini, atau berkasnya sudah lama. Minta peserta mengambil berkas yang baru.',
    number: 'tidak ada peserta dengan nomor kartu itu di rumah belajar ini.',
    assessment: 'kode ini menyebut latihan yang tidak ada di kursus itu.',
  },
  empty: 'Tulis satu kode atau lebih.',
  tooMany: (most: number) => `Sekali kirim paling banyak ${most} kode.`,
  practice: (title: string, percent: string) => `${title}: ${percent}`,
  cardNumber: (number: number) => `kartu nomor ${number}`,
  takenIn: (by: string | undefined) => `di rumah, diterima ${by ?? 'petugas yang sudah tidak ada'}`,
  link: 'Terima hasil dari rumah',
} as const;
