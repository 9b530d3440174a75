// Words of `npm run person`, in English: operators read them.

export const usage = `npm run person -- add --house HOUSE --role participant|trainer|coordinator --name "NAME" [--login LOGIN]
npm run person -- import FILE --house HOUSE [--dry-run] [--same ROWS|all] [--another ROWS|all]
npm run person -- reset LOGIN [--new-pepper]
npm run person -- list
npm run person -- copy LOGIN
npm run person -- rename LOGIN --name "NAME"
npm run person -- erase LOGIN --yes
npm run person -- keeper LOGIN
npm run person -- merge LOGIN --into LOGIN --dry-run|--yes
npm run person -- move LOGIN --house HOUSE [--offer] [--dry-run]
The secret (a PIN of six digits, or a passphrase of 12 signs or more) is read from standard input; without one it is made.`;

/** What is wrong and what to do, by the detail of a refusal. */
export const problems: Readonly<Record<string, string>> = {
  house_unknown: 'There is no such house: not in content/houses.yaml, and the keeper has added none of this id.',
  login_invalid: 'A login has 3 to 32 of a-z, 0-9, dot, underscore, hyphen.',
  login_taken: 'This login is taken: choose another one.',
  login: 'There is nobody with this login, or not any more.',
  name_empty: 'Give a name: --name "Siti Aminah".',
  name_too_long: 'A name has at most 100 signs.',
  name_forbidden_signs: 'The name holds invisible signs: type it again.',
  pin_not_six_digits: 'The PIN of a participant has six digits.',
  pin_too_simple: 'This PIN is too easy to guess.',
  passphrase_too_short: 'The passphrase of a trainer or coordinator has 12 signs or more.',
  passphrase_too_long: 'A passphrase has at most 128 signs.',
  keeper_role: 'Only a coordinator whose account is open keeps the server.',
  merge_unknown:
    'There is no account of this login in the same house: two accounts become one inside a house, so move one first.',
  merge_same: 'Both logins are one account already.',
  merge_staff: 'Only accounts of participants become one.',
  offer_house: 'Give another house, one that there is: --house HOUSE.',
  offer_staff: 'Only participants move. Staff get a new account in the other house.',
  account_shut: 'This account is shut.',
  person_changed: 'Somebody changed this account just now: look again, and give the command once more.',
  list_empty: 'There is nobody in this file.',
  list_too_long: 'At most 2000 people at once: divide the file.',
};
