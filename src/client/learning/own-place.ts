import { ownMessages } from '#messages/own.ts';
import { askOwnFacts, keptFacts, type OwnFacts } from '#client/people/own-facts.ts';
import { element, holdRoom } from '#client/phone/element.ts';
import { phonePerson } from '#client/phone/person.ts';
import { keepText, keptText } from '#client/phone/text.ts';
import { showCards } from './course-cards.ts';
import { showCourse } from './course-place.ts';
import { markRead, type ReadLesson } from './read-marks.ts';
import { keepReadingPlace } from './reading-place.ts';
import { findResume } from './resume.ts';

const [, course, page] = /^\/kursus\/([^/]+)\/(?:([^/]+)\/)?$/.exec(location.pathname) ?? [];
let shownFor: string | undefined;

/** Writes into the page what its reader has done and where they go on: at once what the phone knows, then what the server says. */
export async function showOwnPlace(person: string | null): Promise<void> {
  // Somebody else took the phone meanwhile: what the first one did is not for their eyes.
  if (shownFor !== undefined) return location.reload();
  if (person === null) return;
  shownFor = person;
  const link = document.querySelector<HTMLAnchorElement>('a.resume');
  if (link !== null) return pointToPlace(link, person);
  if (location.pathname === '/saya/') return;
  const kept = keptFacts(person);
  if (kept !== undefined) show(person, kept);
  if (course !== undefined && page !== undefined && document.querySelector('lesson-read') !== null) {
    keepReadingPlace({ course, lesson: page }, () => (phonePerson() === person ? person : null));
  }
  const facts = await askOwnFacts();
  if (facts?.viewer?.id === person && phonePerson() === person) show(person, facts);
}

function show(person: string, facts: OwnFacts): void {
  showCards(facts);
  if (course !== undefined) {
    const { lessonsRead = [], again = {} } = facts.progress[course] ?? {};
    for (const lesson of lessonsRead) {
      const changedAt = again[lesson];
      if (changedAt === undefined) markRead({ person, course, lesson }, 'tercatat');
      else reopen({ person, course, lesson }, changedAt);
    }
    showCourse({ person, course, facts });
    document.dispatchEvent(new CustomEvent('own-place'));
  }
  const resume = findResume(person, facts.resume);
  if (resume === undefined) return;
  const link = element('a', { className: 'button resume', href: resume.href }, ownMessages.resume(resume.title));
  const lead = document.querySelector<HTMLElement>('.welcome .lead');
  if (lead === null) return;
  holdRoom(lead);
  lead.replaceChildren(link);
}

/** Takes the mark of a lesson away that became something else, once for each change: what is marked here afterwards stays. */
function reopen(read: ReadLesson, changedAt: number): void {
  const key = `dibaca-lagi/${read.person}/${read.course}/${read.lesson}`;
  if (keptText(key) === String(changedAt)) return;
  keepText(key, String(changedAt));
  markRead(read, undefined);
}

/** The server knows the step, the phone the place in it. */
function pointToPlace(link: HTMLAnchorElement, person: string): void {
  const step = { href: link.pathname, title: '', at: Number(link.dataset.resume) };
  const { href, title } = findResume(person, step) ?? step;
  link.href = href;
  if (title !== '') link.textContent = ownMessages.resume(title);
}
