/** The text that a new lesson begins with: what must be filled in says so. `on` and `next` are days. */
export function newLesson({ id, title, on, next }: { id: string; title: string; on: string; next: string }): string {
  return `---
title: ${JSON.stringify(title)}
summary: "Tulis satu kalimat: apa yang bisa dilakukan pembaca sesudah pelajaran ini."
minutes: 15
intinya:
  - "Kalimat pertama."
  - "Kalimat kedua."
  - "Kalimat ketiga."
sources: []
reviewed:
  on: ${on}
  next: ${next}
---

Mulailah dengan satu keadaan yang dikenal pembaca.

## Bagian pertama

Tulis satu contoh yang dikerjakan sampai selesai.

## Langkah minggu ini

1. Tulis satu hal kecil yang bisa dicoba di rumah.

<Quiz id="${id}" />
`;
}

/** The practice of a new lesson, with one question of each simple kind. */
export function newPractice(title: string): string {
  return `title: ${JSON.stringify(`Latihan: ${title}`)}
mode: practice
pass: 0.6
shuffle: true
questions:
  - id: soal-1
    kind: single
    prompt: "Tulis pertanyaannya."
    choices:
      - id: benar
        text: "Jawaban yang benar."
      - id: keliru
        text: "Jawaban yang sering keliru."
    key: benar
    rationale: "Tulis mengapa jawaban itu benar."
`;
}
