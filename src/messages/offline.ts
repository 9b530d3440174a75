export const offlineMessages = {
  common: 'Halaman umum',
  search: 'Pencarian',
  mediaOf: (title: string) => `Suara dan foto: ${title}`,
};
