const words = `
garam halal pirt cerai perceraian gula kecap bawang cabai kangkung bayam wortel kedelai tahu tempe ikan lele ayam bebek sapi kerbau kucing
anjing burung sawah kolam sungai jembatan gunung pantai hujan banjir gempa petir angin bulan matahari bintang meja kursi lemari kasur bantal
selimut sepatu sandal celana kaus jaket topi payung tas dompet jam kacamata sisir sabun handuk ember sapu lampu kipas kulkas televisi radio
gitar lagu tarian wayang batik kebaya songket masjid gereja pura wihara puasa lebaran natal qurban sedekah infak ceramah khotbah doa zikir
menikah pernikahan mertua menantu sepupu keponakan kakek janda duda selingkuh pacaran jodoh lamaran mahar penghulu
demam batuk pilek flu diare campak cacar asma maag jantung stroke diabetes kolesterol darah tulang gigi mata telinga hidung rambut kulit
membakar menggoreng merebus mengukus memancing menjahit menyapu mengepel mencuci menyetrika menyetir berenang berlari melompat menari menyanyi
melukis memahat menganyam bertani berkebun menanam memupuk panen mencangkul membajak menggembala
sepeda motor mobil truk bus kereta kapal pesawat bandara pelabuhan terminal stasiun jalan trotoar lampu rambu tilang bensin oli ban bengkel
presiden bupati camat lurah pemilu partai kampanye pajak retribusi subsidi anggota dewan tentara hakim jaksa pengacara notaris
matematika fisika kimia biologi sejarah geografi bahasa puisi cerpen novel kamus perpustakaan ijazah wisuda beasiswa kuliah dosen rektor
domba kelinci marmut lebah madu jamur tembakau kopi cengkih lada karet sawit kakao jati sengon bambu rotan
wedhus pitik sapi kebo iwak klambi sarung blangkon keris gamelan lara seneng susah omah pawon kamar
helper agency overtime loan passport salary contract holiday insurance hospital police
`;

/** Words that people may well type and lessons may well lack. */
export const realWords: readonly string[] = [...new Set(words.trim().split(/\s+/))];
