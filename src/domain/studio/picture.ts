/** Whoever adds a picture says so: nobody can be known in it, or all who can have agreed. */
export const peopleInPicture = ['none', 'agreed'] as const;
export type PeopleInPicture = (typeof peopleInPicture)[number];

/** What the pictures and sounds of one draft, and of all drafts of a house, may take up. */
export const mediaLimits = { draftBytes: 5 * 1024 * 1024, houseBytes: 200 * 1024 * 1024 } as const;
