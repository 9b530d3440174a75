/** What a quiz in a lesson says while its script is not there; a file of its own because every lesson brings it. */
export const laterMessages = {
  noNetwork:
    'Jaringan sedang putus. Jawaban Anda masih ada di halaman ini, jangan ditutup. Tekan lagi bila jaringan sudah ada.',
} as const;
