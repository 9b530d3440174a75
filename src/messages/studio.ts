import type { DraftPart } from '#domain/studio/draft-path.ts';
import type { DraftState } from '#domain/studio/draft.ts';
import { entryMessages } from './entry.ts';

const partKinds = { lesson: 'Pelajaran', quiz: 'Kuis', picture: 'Gambar', sound: 'Rekaman' } as const;

/** Words of the pages on which staff write, read and publish lessons. */
export const studioMessages = {
  title: 'Naskah',
  lead: 'Di sini pelajaran ditulis, dibaca orang kedua, lalu diterbitkan. Yang belum terbit tidak terlihat oleh peserta.',
  begin: 'Mulai naskah',
  waiting: 'Menunggu Anda baca',
  own: 'Naskah Anda',
  others: 'Naskah lain di rumah belajar ini',
  published: 'Baru terbit',
  none: 'Belum ada naskah. Mulai satu: pilih pelajaran yang ingin Anda perbaiki, atau tulis yang baru.',
  changedBase: 'Isi bawaan berubah',
  changedBaseWhy:
    'Pelajaran ini pernah diubah di rumah belajar, dan isi bawaannya kini juga berubah. Yang terbit tetap tulisan rumah belajar. Bandingkan, lalu buat naskah bila perlu.',
  states: {
    written: 'sedang ditulis',
    'reading-asked': 'minta dibaca',
    read: 'sudah dibaca',
    'publish-asked': 'sedang diterbitkan',
    published: 'terbit',
    failed: 'belum bisa terbit',
    'undo-asked': 'sedang dibatalkan',
    undone: 'dibatalkan',
    discarded: 'dibuang',
  } satisfies Readonly<Record<DraftState, string>>,
  stateLine: (state: string, by: string | undefined, when: string) => `${state}, ${by ?? 'oleh seseorang'}, ${when}`,
  somebody: 'seseorang',
  noSuchDraft: 'Naskah tidak ada',
  toList: 'Ke daftar naskah',
  baru: {
    title: 'Mulai naskah',
    change: 'Ubah pelajaran yang ada',
    fresh: 'Tulis pelajaran baru',
    course: 'Kursus',
    lesson: 'Pelajaran',
    pick: 'Pilih pelajaran',
    name: 'Nama untuk alamat',
    nameHint: 'Huruf kecil, angka, dan tanda hubung, misalnya buku-kas. Nama ini tidak bisa diganti lagi.',
    lessonTitle: 'Judul pelajaran',
    lists: 'Ubah istilah atau jawaban pencarian',
    list: 'Daftar',
    start: 'Mulai',
  },
  newCourse: {
    title: 'Kursus baru',
    open: 'Tulis kursus baru',
    lead: 'Naskahnya berisi keterangan kursus, pelajaran pertama dengan latihannya, dan ujian. Isinya Anda tulis sesudah ini; kursus terlihat orang setelah semuanya selesai dan dibaca orang kedua.',
  },
  draft: {
    parts: 'Isi naskah',
    write: 'Tulis',
    preview: 'Pratinjau',
    differences: 'Lihat yang berubah',
    otherParts: 'Ubah bagian lain dari kursus ini',
    otherLists: 'Istilah dan jawaban pencarian',
    noParts: 'Belum ada yang disimpan.',
    picture: 'Gambar',
    sound: 'Rekaman',
    lesson: (title: string) => `Pelajaran ${title}`,
    quiz: (title: string) => `Kuis ${title}`,
    course: 'Daftar pelajaran kursus',
    remarks: 'Catatan pembaca',
    noRemarks: 'Belum ada catatan.',
    note: 'Catatan',
    noteHint: 'Apa yang perlu diperbaiki, dan di bagian mana.',
    addRemark: 'Kirim catatan',
    askReading: 'Minta dibaca',
    read: 'Sudah saya baca',
    readHint: 'Baca dulu semua yang berubah. Dengan tombol ini Anda ikut bertanggung jawab atas isinya.',
    publish: 'Terbitkan',
    publishAlone: 'Terbitkan tanpa pembaca kedua',
    aloneHint:
      'Tidak ada orang lain di rumah belajar ini yang bisa membacanya. Baca sekali lagi semua yang berubah. Di riwayat akan tertulis: tanpa pembaca kedua.',
    undo: 'Batalkan terbitan',
    undoHint: 'Pelajaran kembali seperti sebelum naskah ini terbit.',
    discard: 'Buang naskah',
    faults: 'Belum bisa terbit. Perbaiki dulu:',
    withdraw: 'Tarik pelajaran',
    withdrawHint:
      'Pelajaran dan latihannya keluar dari kursus setelah naskah ini terbit. Catatan peserta dan sertifikat tetap ada. Nama alamatnya tidak dipakai lagi.',
    archive: 'Arsipkan kursus ini',
    archiveHint:
      'Setelah naskah ini terbit, tidak ada yang bisa mulai kursus ini atau membuka angkatan baru. Semua masih bisa membacanya, yang sudah ikut bisa menyelesaikannya, dan kursus bisa dibuka lagi.',
    reopen: 'Buka lagi kursus ini',
    reopenHint: 'Kursus ini diarsipkan. Setelah naskah ini terbit, orang bisa mulai lagi.',
    lessonToWithdraw: 'Pelajaran yang ditarik',
    stillNeeded: 'Belum bisa ditarik: masih diperlukan',
    withdrawn: 'ditarik',
    whatNext: 'Langkah berikutnya',
    writeFirst: 'Tulis dulu, lalu simpan. Sesudah itu naskah ini bisa dibaca orang lain.',
    ownText: 'Naskah ini Anda tulis sendiri, jadi orang lain yang membacanya.',
    moved: 'Yang terbit berubah sejak naskah ini dimulai',
    movedWhy: 'Buka bagian itu, lalu gabungkan dengan yang terbit sekarang.',
  },
  editor: {
    asText: 'Tulis sebagai teks',
    help: 'Tulis dengan Markdown. Kotak ditulis seperti <Note kind="tip">.',
    field: 'Tulisan',
    save: 'Simpan',
    showPreview: 'Lihat pratinjau',
    beside: 'Pratinjau di HP',
    besideHint: 'Begini nanti di HP peserta. Berubah sebentar sesudah Anda berhenti mengetik.',
    themes: { legend: 'Warna pratinjau', light: 'Terang', dark: 'Gelap' },
    addPicture: 'Tambah gambar',
    addSound: 'Rekaman',
    keptHere: 'Tulisan Anda dijaga di HP atau komputer ini sampai tersimpan.',
    restored: 'Tulisan Anda yang belum tersimpan dikembalikan dari HP atau komputer ini. Ditulis',
    dropRestored: 'Pakai yang tersimpan di naskah',
    chooseSources: 'Pilih sumber',
    saved: 'Tersimpan.',
    savedMerged: 'Tersimpan. Tulisan orang lain yang disimpan sementara itu ikut digabungkan.',
    kept: 'Belum tersimpan di naskah, tetapi tulisan Anda tidak hilang: ada di kotak di bawah ini.',
    work: (when: string) => `Ini tulisan Anda yang belum disimpan, dari ${when}.`,
    dropWork: 'Buang tulisan yang belum disimpan',
    wrong: (count: number) => `${count} hal perlu diperbaiki`,
    advice: (count: number) => `${count} saran`,
    atLine: (line: number) => `Baris ${line}`,
    writing: (names: readonly string[]) =>
      `${names.join(' dan ')} juga sedang menulis di sini. Yang berubah digabungkan saat disimpan.`,
    conflict: 'Orang lain menyimpan bagian yang sama',
    conflictWhy:
      'Dua orang mengubah bagian yang sama. Di bawah ini tulisan Anda, lalu tulisan yang sudah tersimpan. Gabungkan di kotak pertama, lalu simpan.',
    theirs: 'Yang sudah tersimpan',
    closed: 'Naskah ini tidak bisa diubah lagi. Mulai naskah baru untuk mengubah pelajaran.',
    merge: 'Gabungkan dengan yang terbit',
    mergeFailed: 'Naskah ini dan yang terbit mengubah bagian yang sama. Gabungkan sendiri di kotak ini, lalu simpan.',
    live: 'Yang terbit sekarang',
  },
  differences: {
    title: 'Yang berubah',
    none: 'Tidak ada yang berubah.',
    before: 'Sebelumnya',
    after: 'Menjadi',
    added: 'Ditambahkan',
    removed: 'Dihapus',
    removedFile: 'Berkas ini dihapus.',
    newFile: 'Berkas baru',
  },
  previewFaults: {
    title: 'Belum bisa ditampilkan',
    lead: 'Perbaiki ini dulu, lalu buka lagi pratinjaunya.',
    back: 'Kembali menulis',
  },
  publishing: {
    title: 'Terbit',
    waiting: 'Menunggu giliran untuk diterbitkan.',
    building: 'Sedang diterbitkan, kira-kira satu menit. Anda boleh menutup halaman ini.',
    published: 'Sudah terbit.',
    undone: 'Sudah dibatalkan.',
    failed: 'Belum bisa terbit. Situs tidak berubah.',
    later: 'Komputer ini tidak bisa membuat halaman. Naskah disimpan sebagai siap terbit.',
    look: 'Lihat pelajarannya',
    toDraft: 'Ke naskah',
    stopped:
      'Pembuatan halaman terhenti di komputer rumah belajar sebelum selesai. Coba terbitkan lagi; bila terulang, nyalakan ulang komputernya.',
    partOf: (part: DraftPart | undefined) =>
      part === undefined
        ? ''
        : part.kind === 'course'
          ? 'Daftar pelajaran kursus'
          : part.kind === 'list'
            ? entryMessages.part(part.id)
            : `${partKinds[part.kind]} ${part.id}`,
  },
  history: {
    title: 'Riwayat',
    none: 'Belum pernah diubah di rumah belajar. Yang terbit adalah isi bawaan.',
    line: (what: string, by: string | undefined, house: string, when: string) =>
      `${what} oleh ${by ?? 'seseorang'}, ${house}, ${when}`,
    published: 'Diterbitkan',
    undone: 'Dibatalkan',
    alone: 'tanpa pembaca kedua',
  },
  /** By the detail of a refusal. */
  problems: {
    course_unknown: 'Pilih kursusnya.',
    lesson_unknown: 'Pilih pelajaran yang akan diubah.',
    name_shape: 'Nama hanya boleh huruf kecil, angka, dan tanda hubung, misalnya buku-kas.',
    name_too_long: 'Nama terlalu panjang. Paling banyak 60 huruf.',
    name_reserved: 'Nama ini sudah dipakai situs. Pilih nama lain.',
    name_taken: 'Nama ini sudah atau pernah dipakai. Pilih nama lain.',
    title_empty: 'Tulis judul pelajarannya.',
    title_too_long: 'Judul terlalu panjang. Paling banyak 70 huruf.',
    course_list: 'Daftar pelajaran kursus ini tidak terbaca. Minta bantuan pengelola situs.',
    note_empty: 'Tulis catatannya dulu.',
    note_too_long: 'Catatan terlalu panjang. Paling banyak 2.000 huruf.',
    not_now: 'Itu tidak bisa dilakukan dengan naskah ini sekarang. Lihat keadaannya di bawah.',
    not_read: 'Naskah ini belum dibaca orang kedua. Minta pelatih lain atau pengurus membacanya dulu.',
    needs_second: 'Naskah ini memuat ujian. Ujian selalu dibaca orang kedua sebelum terbit.',
    see_results:
      'Naskah ini mengubah kunci yang sudah dijawab orang. Buka “Lihat yang berubah”, baca nilai yang berubah, lalu terbitkan dari sana.',
    only_coordinator: 'Menilai ulang dilakukan pengurus.',
    say_alone: 'Baca sekali lagi semua yang berubah, lalu terbitkan dari halaman itu.',
    own_text: 'Anda ikut menulis naskah ini. Mintalah orang lain membacanya.',
    moved: 'Pelajaran ini berubah sejak naskah dimulai. Gabungkan dulu dengan yang terbit sekarang.',
    draft_changed: 'Orang lain lebih cepat: naskah ini baru saja berubah. Lihat keadaannya sekarang.',
    draft_closed: 'Naskah ini tidak bisa diubah lagi. Mulai naskah baru.',
    quiz_as_text: 'Kuis ini tidak bisa diubah lewat formulir. Ubah sebagai teks.',
    still_needed: 'Pelajaran ini belum bisa ditarik. Lihat sebabnya di bawah.',
    last_lesson: 'Kursus perlu paling sedikit satu pelajaran, jadi yang ini tidak bisa ditarik.',
    questions_empty: 'Pilih berkas soal, atau tempel soalnya.',
    questions_too_large: 'Berkas lebih dari 200 KB. Bagi menjadi beberapa berkas.',
    questions_changed:
      'Kuis ini berubah sejak berkas diperiksa; mungkin soal tadi sudah masuk. Lihat daftar soalnya, lalu periksa berkasnya lagi bila perlu.',
    list_unreadable: 'Daftar ini belum terbaca. Minta bantuan pengelola situs.',
    source_unknown: 'Sumber itu tidak ada. Cari lagi.',
    no_head: 'Bagian atas pelajaran ini belum benar, jadi sumbernya belum bisa dipilih. Perbaiki dulu sebagai teks.',
    list_unknown: 'Pilih daftar yang akan diubah.',
    act_unknown: 'Pilih apa yang akan dilakukan.',
    block_changed: 'Bagian ini berubah sejak Anda membukanya. Lihat yang sekarang, lalu ulangi perubahan Anda.',
    block_empty: 'Tulis isinya dulu, atau hapus bagian ini.',
    nothing_to_undo: 'Tidak ada perubahan yang bisa diurungkan.',
  },
} as const;

/** What a refusal of the studio means; undefined for one that is not its own. */
export function sayStudioProblem(detail: string | undefined): string | undefined {
  const { problems } = studioMessages;
  return detail !== undefined && Object.hasOwn(problems, detail)
    ? problems[detail as keyof typeof problems]
    : undefined;
}
