/** The lessons of the file, between what it begins with and the help numbers. */
export const sections: readonly HTMLElement[] = [...document.querySelectorAll<HTMLElement>('main > section')];
