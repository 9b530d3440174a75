import { rupiah, type Sheet, text } from './sheet.ts';

export const rencana30Hari: Sheet = {
  title: 'Rencana 30 hari',
  parts: [
    {
      part: 'fields',
      fields: [
        { name: 'goal', label: 'Tujuan kecil kami', cell: text },
        { name: 'target', label: 'Target', cell: rupiah },
        { name: 'place', label: 'Tempat dan jam menyimpan', cell: text },
        {
          name: 'start',
          label: 'Mulai hari ke-',
          hint: 'Tulis 1, atau hari saat Anda benar-benar mulai.',
          cell: { kind: 'number', value: '1' },
        },
      ],
    },
    {
      part: 'ticks',
      title: 'Centang setelah uangnya masuk',
      boxes: true,
      items: Array.from({ length: 30 }, (_, at) => ({ name: `day${at + 1}`, label: String(at + 1) })),
    },
    {
      part: 'fields',
      title: 'Periksa pada hari 10, 20, dan 30',
      fields: [
        { name: 'today', label: 'Hari ini hari ke-', cell: { kind: 'number' } },
        {
          name: 'counted',
          label: 'Uang yang terhitung',
          hint: 'Hitung isi kalengnya. Bila kosong, dihitung dari centangnya.',
          cell: rupiah,
        },
      ],
    },
    {
      part: 'results',
      title: 'Hasil hitungan',
      results: [
        { name: 'perDay', label: 'Tiap hari', how: 'target ÷ hari yang ada, bulatkan ke atas', format: 'rp' },
        { name: 'perWeek', label: 'Atau tiap minggu', how: 'target ÷ 4', format: 'rp' },
        { name: 'ticked', label: 'Kotak tercentang', format: 'whole' },
        { name: 'collected', label: 'Sudah terkumpul', format: 'rp' },
        { name: 'expected', label: 'Seharusnya sampai hari ini', format: 'rp' },
        { name: 'missing', label: 'Kurang sampai target', how: 'target − terkumpul', format: 'rp' },
        {
          name: 'catchUp',
          label: 'Rencana kejar tiap hari',
          how: 'kurangnya ÷ sisa hari, bulatkan ke atas',
          format: 'rp',
        },
      ],
    },
  ],
  words: {
    not_a_day: { tone: 'care', words: 'Tulis hari 1 sampai 30, tidak sebelum hari mulai.' },
    done: { tone: 'good', words: 'Target tercapai. Pindahkan uangnya, atau pakai untuk tujuannya.' },
    on_track: { tone: 'good', words: 'Tepat rencana. Masih {daysLeft} hari.' },
    catch_up: {
      tone: 'care',
      words: 'Masih {daysLeft} hari. Dengan {catchUp|rp} tiap hari, target tercapai. Tidak perlu berhenti.',
    },
    ended: { tone: 'care', words: 'Hari ke-30. Terkumpul {collected|rp}. Lanjut, ubah, atau berhenti?' },
  },
  summary: '{perDay|rp} tiap hari, terkumpul {collected|rp}.',
};
