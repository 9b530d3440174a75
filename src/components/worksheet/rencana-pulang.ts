import { decisions } from '#domain/worksheet/rencana-pulang.ts';
import { rupiah, type Sheet, text, tick } from './sheet.ts';

export const rencanaPulang: Sheet = {
  title: 'Rencana pulang dua belas bulan',
  parts: [
    {
      part: 'fields',
      fields: [
        { name: 'date', label: 'Hari terakhir bekerja', cell: text },
        { name: 'monthsLeft', label: 'Masih berapa bulan lagi?', cell: { kind: 'number', unit: 'bulan' } },
        {
          name: 'decision',
          label: 'Keputusan keluarga',
          cell: {
            kind: 'choice',
            choices: [
              { value: decisions.home, label: 'pulang' },
              { value: decisions.extend, label: 'memperpanjang' },
            ],
          },
        },
      ],
    },
    {
      part: 'grid',
      title: 'Jadwal mundur',
      corner: 'Langkah',
      columns: [
        { name: 'date', label: 'Tanggal', cell: text },
        { name: 'done', label: 'Sudah', cell: tick },
      ],
      rows: [
        { name: 'talk', label: 'Bulan ke-12: bicara dengan keluarga' },
        { name: 'folder', label: 'Bulan ke-9: siapkan map' },
        { name: 'claims', label: 'Bulan ke-6: hitung hak yang belum dibayar' },
        { name: 'notice', label: 'Bulan ke-3: tanyakan cara memberi tahu majikan' },
        { name: 'forms', label: 'Bulan ke-1: formulir, lapor ke Perwakilan RI' },
        { name: 'bag', label: 'Minggu terakhir: map di tas tangan, foto ke rumah' },
      ],
    },
    {
      part: 'ticks',
      title: 'Map delapan bukti',
      items: [
        { name: 'contract', label: 'Kontrak dan perpanjangannya' },
        { name: 'slips', label: 'Slip upah atau tanda terima' },
        { name: 'bank', label: 'Catatan bank' },
        { name: 'insurance', label: 'Kartu asuransi' },
        { name: 'taxes', label: 'Nomor pajak dan pensiun' },
        { name: 'letter', label: 'Surat selesai bekerja', hint: 'Sering lupa diminta' },
        { name: 'addresses', label: 'Alamat majikan dan agen' },
        { name: 'friends', label: 'Nomor dua teman' },
      ],
    },
    {
      part: 'fields',
      title: 'Uang untuk bulan pertama',
      fields: [
        { name: 'monthly', label: 'Keperluan rumah sebulan', cell: rupiah },
        { name: 'safeMonths', label: 'Ingin aman berapa bulan?', cell: { kind: 'number', unit: 'bulan', value: '3' } },
        { name: 'saved', label: 'Sudah disisihkan', hint: 'Bukan modal usaha.', cell: rupiah },
      ],
    },
    {
      part: 'results',
      title: 'Sudah sampai mana?',
      results: [
        { name: 'steps', label: 'Langkah, dari 6', format: 'whole' },
        { name: 'proofs', label: 'Bukti di map, dari 8', format: 'whole' },
        { name: 'target', label: 'Uang bulan pertama', how: 'keperluan × bulan aman', format: 'rp' },
        { name: 'missing', label: 'Kurangnya', how: 'uang bulan pertama − yang disisihkan', format: 'rp' },
        { name: 'perMonth', label: 'Sisihkan tiap bulan', how: 'kurangnya ÷ bulan yang tersisa', format: 'rp' },
      ],
    },
  ],
  words: {
    extend: {
      tone: 'care',
      words: 'Perpanjangan harus tertulis, di depan pejabat Perwakilan RI. Tanpa itu sulit membuktikan isinya.',
    },
    due: {
      tone: 'care',
      words:
        '{due} langkah sudah waktunya dan belum dicentang. Terlambat sedikit masih lebih baik daripada tidak sama sekali.',
    },
    proofs_complete: { tone: 'good', words: 'Kedelapan bukti sudah di map. Foto semuanya dan kirim ke rumah.' },
    saved: { tone: 'good', words: 'Uang untuk bulan pertama sudah ada. Simpan terpisah sampai tiba.' },
    zero: { tone: 'care', words: 'Kurang dari satu bulan: sisihkan dari upah terakhir.' },
  },
  summary: '{steps} dari 6 langkah, {proofs} dari 8 bukti, kurang {missing|rp}.',
};
