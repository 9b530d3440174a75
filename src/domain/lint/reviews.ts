import { isReviewOverdue, type Review } from '#domain/course/course.ts';
import type { Content } from './content.ts';
import { type Fault, faultAt, type Located, warning } from './fault.ts';

/** Dates of checking that cannot be, and reviews whose day has passed. */
export function lintReviews({ courses, lessons, guides }: Content, todayOn: string): readonly Fault[] {
  return [...courses, ...lessons, ...guides].flatMap((located: Located<{ readonly reviewed: Review }>) => {
    const { reviewed } = located.value;
    if (reviewed.next <= reviewed.on) {
      const message = `tanggal periksa berikutnya (${reviewed.next}) harus sesudah ${reviewed.on}. Perbaiki tanggalnya.`;
      return faultAt(located, ['reviewed', 'next'], 'tanggal-periksa-terbalik', message);
    }
    if (reviewed.on > todayOn) {
      const message = `tanggal diperiksa ${reviewed.on} belum tiba. Isi tanggal pemeriksaan yang sebenarnya.`;
      return faultAt(located, ['reviewed', 'on'], 'tanggal-periksa-belum-tiba', message);
    }
    if (!isReviewOverdue(reviewed, todayOn)) return [];
    const message = `seharusnya diperiksa lagi sebelum ${reviewed.next}. Cocokkan faktanya, lalu perbarui reviewed.`;
    return warning(faultAt(located, ['reviewed', 'next'], 'pemeriksaan-lewat', message));
  });
}
