// Runs before anything else: what makes the file readable where no script runs goes away where one does.

for (const hint of document.querySelectorAll('.without-script')) hint.remove();
for (const fold of document.querySelectorAll('.key-fold')) {
  const feedback = fold.parentElement;
  fold.replaceWith(...[...fold.children].filter(({ tagName }) => tagName !== 'SUMMARY'));
  feedback?.setAttribute('hidden', '');
}
