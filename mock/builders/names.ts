/** A name as its owner writes it, and in the letters of an email address. */
interface Spelling {
  native: string
  latin: string
}

/** The names of one language, and the mobile numbers that go with them. */
export interface Locale {
  /** BCP 47. */
  language: string
  /** How many of every hundred contacts have it; those of all locales add up to 100. */
  percent: number
  /** E.164 without the last three digits. */
  mobile: string
  first: readonly Spelling[]
  last: readonly Spelling[]
}

const LETTERS: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  æ: 'ae',
  đ: 'd',
  ı: 'i',
  þ: 'th',
}

/** The name in lower-case ASCII letters and single hyphens, for addresses of all kinds. */
export function slug(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[ßøłæđıþ]/g, (letter) => LETTERS[letter] ?? '')
    .replace(/[\u0300-\u036f'’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

/** Reads `Lucía, Íñigo` and, for other scripts, `Ελένη=eleni, Νίκος=nikos`. */
function spellings(list: string): Spelling[] {
  return list.split(', ').map((entry) => {
    const [native = entry, latin = slug(native)] = entry.split('=')
    return { native, latin }
  })
}

function locale(language: string, percent: number, mobile: string, first: string, last: string) {
  return { language, percent, mobile, first: spellings(first), last: spellings(last) }
}

/**
 * The languages of a shop that sells all over Europe. Mobile numbers are of blocks kept for fiction
 * where a country has one.
 */
export const LOCALES: readonly Locale[] = [
  locale(
    'es',
    18,
    '+34600000',
    'Lucía, José, Íñigo, Begoña, Martín, Nuria, Álvaro, Inés, Andrés, Candela, Joaquín, Rocío',
    'Muñoz, García, Ibáñez, Peña, de la Cruz, Núñez, López, Ordóñez, Vázquez, Sáenz de Tejada, Marín, Güell',
  ),
  locale(
    'de',
    18,
    '+4915228817',
    'Jürgen, Käthe, Lukas, Anneliese, Björn, Sören, Greta, Matthias, Ursula, Hans-Peter, Leonie, Tobias',
    'Müller, Groß, Schäfer, Weiß, von der Heide, Köhler, Brandt, Jäger, Lüdtke, Strauß, Voigt, Öttinger',
  ),
  locale(
    'fr',
    13,
    '+33639980',
    'Chloé, Gaël, Hélène, Jean-François, Anaïs, Étienne, Noëlle, Rémi, Solène, Benoît, Maëlys, Loïc',
    'Lefèvre, d’Amboise, Bérenger, Le Goff, Châtelain, Garçon, Noël, Dubois, L’Hôte, Maréchal, Prévost, Rivière',
  ),
  locale(
    'it',
    10,
    '+393200000',
    'Niccolò, Giulia, Matteo, Chiara, Lorenzo, Eleonora, Davide, Bianca, Tommaso, Agnese',
    'D’Angelo, Rossi, Bertolò, De Luca, Forlì, Mazzini, Pellegrini, Dall’Acqua, Ferrò, Moretti',
  ),
  locale(
    'en',
    10,
    '+447700900',
    'Ada, Rowan, Siobhán, Bill, Maeve, Callum, Zoë, Isla, Dylan, Niamh',
    'O’Brien, Ashworth, Ní Dhomhnaill, Pemberton, Fitzgerald, Macleod, St John-Smythe, Hughes, Treharne, Lovage',
  ),
  locale(
    'pl',
    8,
    '+48500000',
    'Łukasz, Małgorzata, Zofia, Paweł, Agnieszka, Stanisław, Żaneta, Michał, Grażyna, Tomasz',
    'Wójcik, Łęcka, Dąbrowski, Śliwa, Zając, Grześkowiak, Żurek, Gołąb, Kącki, Piątek',
  ),
  locale(
    'nb',
    7,
    '+4740000',
    'Øyvind, Åse, Ingrid, Håkon, Sølvi, Lars, Bjørg, Torbjørn, Kåre, Ragnhild',
    'Ødegård, Ås, Bjørnstad, Sæther, Nygård, Lund, Strømme, Kjær, Solbakken, Haugen',
  ),
  locale(
    'pt',
    5,
    '+351910000',
    'João, Inês, Gonçalo, Conceição, Tomás, Beatriz, Simão, Leonor',
    'Gonçalves, Simões, Guimarães, Falcão, Conceição, Magalhães, Lourenço, Brandão',
  ),
  locale(
    'el',
    4,
    '+306900000',
    'Ελένη=eleni, Νίκος=nikos, Αλέξανδρος=alexandros, Δήμητρα=dimitra, Γιώργος=giorgos, Ζωή=zoi',
    'Παπαδοπούλου=papadopoulou, Οικονόμου=oikonomou, Γεωργίου=georgiou, Αγγελής=angelis, Κωστόπουλος=kostopoulos',
  ),
  locale(
    'bg',
    3,
    '+359880000',
    'Иван=ivan, Мария=maria, Георги=georgi, Цветелина=tsvetelina, Юлия=yulia, Стоян=stoyan',
    'Петров=petrov, Йорданова=yordanova, Щерев=shterev, Живкова=zhivkova, Димитров=dimitrov',
  ),
  locale(
    'zh',
    2,
    '+33639981',
    '伟=wei, 秀英=xiuying, 静=jing, 小明=xiaoming, 丽=li',
    '王=wang, 李=li, 张=zhang, 欧阳=ouyang, 陈=chen',
  ),
  locale(
    'ja',
    2,
    '+447700900',
    'さくら=sakura, 健太=kenta, 美咲=misaki, 大輔=daisuke, ユキ=yuki',
    '佐藤=sato, 髙橋=takahashi, 渡邉=watanabe, 鈴木=suzuki, 小林=kobayashi',
  ),
]
