const words = `
ada adalah agar akan aku anda antara apa apabila apakah atas atau bagaimana bagaimanakah bagi bahwa banyak beberapa
begini begitu belum berapa berapakah biar bila bisa boleh buat bukan cara caranya dalam dan dapat dari daripada demi
dengan di dia dimana gimana hanya harus hingga ia ialah ini itu iya jadi jangan jika juga kah kalau kalian kami kamu
kapan karena ke kemana kenapa kepada ketika kita lah lagi lain lalu lebih maka mana masih maupun melalui mengapa mereka
misal misalnya nah namun nanti nya oleh pada paling para pas per perlu pernah pun saat saja sama sambil sampai sangat
saya sebab sebagai sebelum seberapa sedang sehingga sejak selain selama seluruh semua seorang seperti serta sesudah
setelah setiap si siapa siapakah sih sini situ sudah supaya tadi tanpa tapi telah tentang terhadap tersebut tetapi tiap
toh tolong tuh untuk waktu walau ya yaitu yakni yang mau ingin ingat kok deh dong lho loh
yg utk dgn dg dr kpd krn sdh udh udah blm sy km bs jg jd klo kalo kl gmn gmana bgmn bgaimana brp brapa knp knpa dmn kmn
sm tp tpi aja pd dlm ttg tsb spt sbg ato jgn hrs skrg gitu gini bgt banget nih tu
tak tdk gak ga nggak ngga enggak kagak ndak
sing karo kanggo piye kepiye pie opo apa iku iki kuwi ning nang yen nek ora wis arep pira piro endi ngendi sapa sopo
kowe awakmu panjenengan kulo kula mboten nopo pripun pinten menawa supados neng lan wae wong ojo kudu nganti ben nggo gawe nggawe
dadi iso isa ae tho tha yo yen bae sek piyee bikin pake pakai soal biar kak mas mbak pak bu
the a an of to in is and
`;

const known: ReadonlySet<string> = new Set(words.split(/\s+/).filter((word) => word !== ''));

/** Words that say how others belong together and are on every page, in the spelling of books, messages and of Java. */
export function isFunctionWord(word: string): boolean {
  return known.has(word);
}

/** What a query is about: its words without function words; all of them when nothing else is left. */
export function contentWords(queryWords: readonly string[]): readonly string[] {
  const left = queryWords.filter((word) => !isFunctionWord(word) && (word.length > 1 || /[^a-z]/.test(word)));
  return left.length > 0 ? left : queryWords;
}
