import type { RefusalCode } from '#domain/refusal.ts';
import { consentMessages } from './consent.ts';
import { refusalMessages } from './refusal.ts';

/** Words of coming into a cohort by its code. */
export const joinMessages = {
  title: 'Gabung dengan kode',
  typeCode: 'Ketik kode enam huruf dari pelatih Anda.',
  code: 'Kode gabung',
  codeHint: 'Enam huruf, misalnya SAL MOK',
  goOn: 'Lanjut',
  into: (cohort: string, course: string, house: string) => `Angkatan ${cohort}: ${course}, di ${house}.`,
  known: 'Sudah punya nama masuk? Masuk dulu, lalu bergabung.',
  name: 'Nama Anda',
  nameHint: 'Seperti Anda mau disebut, misalnya Siti Aminah',
  pin: 'Pilih PIN (enam angka)',
  isAnother: 'Saya orang lain: nama kami memang sama',
  join: 'Gabung',
  joinAs: (name: string) => `Gabung sebagai ${name}`,
  notYou: 'Bukan Anda? Keluar dulu',
  tellCode:
    'Bacakan atau tunjukkan kode ini. Peserta membuka alamat di bawah, mengetik kode, nama, dan PIN pilihannya.',
  address: (page: string) => `Alamat: ${page}`,
  qr: 'Kode QR untuk bergabung',
  since: (day: string, joined: number) => `Berlaku sejak ${day}. ${joined} orang bergabung dengan kode ini.`,
  noCode: 'Angkatan ini belum punya kode gabung.',
  cohortClosed: 'Angkatan ini sudah ditutup: kode gabung tidak bisa dibuat.',
  make: 'Buat kode',
  renew: 'Ganti kode',
  close: 'Tutup kode',
  renewWhy: 'Kode lama langsung tidak berlaku. Yang sudah bergabung tetap di angkatan ini.',
  print: 'Cetak',
} as const;

/** What is wrong with a join form: beside which field it stands (empty: above all) and what it says. */
export interface JoinProblem {
  readonly field: 'kode' | 'name' | 'secret' | 'consent' | 'guardian' | '';
  readonly text: string;
}

const problems: Readonly<Record<string, JoinProblem>> = {
  code: { field: 'kode', text: 'Kode ini tidak dikenal. Periksa lagi keenam hurufnya, atau tanyakan kepada pelatih.' },
  code_closed: { field: 'kode', text: 'Kode ini sudah ditutup. Minta kode yang baru kepada pelatih.' },
  consent_missing: { field: 'consent', text: consentMessages.missing },
  guardian_wrong: {
    field: 'guardian',
    text: 'Nama orang tua, wali, atau pembaca paling panjang 100 huruf, tanpa tanda aneh.',
  },
  name_known: {
    field: 'name',
    text: 'Nama ini sudah ada di rumah belajar ini. Bila itu Anda, masuk saja dengan nama masuk di kartu Anda. Bila Anda orang lain, tambahkan pembeda (misalnya nama dusun), atau centang di bawah.',
  },
  already_added: { field: '', text: 'Anda sudah bergabung dari halaman ini. Masuk dengan nama masuk dan PIN Anda.' },
  newcomers: {
    field: '',
    text: 'Hari ini sudah sangat banyak yang bergabung dengan kode ini. Minta pelatih mendaftarkan Anda.',
  },
  other_house: { field: '', text: 'Kode ini milik rumah belajar lain. Minta pengurus memindahkan Anda dulu.' },
  not_participant: {
    field: '',
    text: 'Kode ini untuk peserta. Pelatih dan pengurus membuka angkatan dari halaman pelatih.',
  },
};

export function sayJoinProblem(code: RefusalCode, detail = '', waitSeconds?: string): JoinProblem {
  const known = Object.hasOwn(problems, detail) ? problems[detail] : undefined;
  if (known !== undefined) return known;
  const minutes = Math.max(1, Math.ceil(Number(waitSeconds ?? 60) / 60));
  return code === 'too_many'
    ? { field: '', text: `Terlalu banyak kode salah dari sini. Coba lagi ${minutes} menit lagi.` }
    : { field: '', text: refusalMessages[code] };
}
