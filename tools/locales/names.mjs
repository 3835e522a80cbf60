// First and last names, the commonest first, with their ASCII forms for e-mail addresses.
import {hashOf, linesOf} from './sources.mjs';

// What the speakers of a language write where there is no umlaut.
const kSpelled = {
  de: {ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue', ß: 'ss'},
  da: {å: 'aa', ø: 'oe', æ: 'ae', Å: 'Aa', Ø: 'Oe', Æ: 'Ae'},
};
kSpelled.nb = kSpelled.da;

function readRanks() {
  const ranks = {};
  for (const line of linesOf('ranks.txt')) {
    const [key, names] = line.split(': ');
    ranks[key] = names.split(' ');
  }
  return ranks;
}

// Japanese names by their readings, the longest entry first.
function readJapanese(name) {
  readings ??= linesOf('readings.txt').flatMap((line) => line.split(' '))
      .map((pair) => pair.split('=')).sort((a, b) => b[0].length - a[0].length);
  const whole = readings.find(([written]) => written === `^${name}`);
  if (whole) return whole[1];
  let rest = name;
  let read = '';
  while (rest !== '') {
    const entry = readings.find(([written]) => rest.startsWith(written));
    read += entry ? entry[1] : rest[0];
    rest = rest.slice(entry ? entry[0].length : 1);
  }
  return read;
}
let readings;

// 'O’Brien' -> 'OBrien', 'Müller' -> 'Mueller' in German: letters and '-' only.
function asciiOf(name, locale, anyAscii) {
  const spelled = kSpelled[locale.slice(0, 2)];
  const text = spelled ? [...name].map((c) => spelled[c] ?? c).join('') : name;
  const ascii = anyAscii(locale === 'ja' ? readJapanese(text) : text);
  return ascii.replace(/[^A-Za-z-]/g, '').replace(/^-+|-+$/g, '') || 'x';
}

// The order of a locale's names: by hand where known, else the census, else a hash.
function ranked(names, known) {
  const rank = new Map(known.map((name, index) => [name, index]));
  const key = (name) => rank.get(name) ?? known.length + hashOf(name);
  return [...new Set(names)].sort((a, b) => key(a) - key(b) || (a < b ? -1 : 1));
}

const listOf = (value) => (Array.isArray(value) ? value : []);

// {path: names} that replace the locale's own lists of names; {} where it has none.
export function namesOf(locale, data, {census, anyAscii}) {
  const ranks = readRanks();
  const english = locale.startsWith('en');
  const lists = {};
  const add = (part, sex, names, ofCensus) => {
    if (names.length === 0) return;
    const kind = part === 'first_name' ? sex : 'last';
    const known = [...(ranks[`${locale} ${kind}`] ?? []), ...(english ? ofCensus : [])];
    const list = ranked(names, known);
    lists[`person.${part}.${sex}`] = list;
    lists[`person.${part}.${sex}.ascii`] = list.map((name) => asciiOf(name, locale, anyAscii));
  };
  const first = data.person?.first_name ?? {};
  const last = data.person?.last_name ?? {};
  const surnames = locale === 'en' ? census.last.slice(0, 1000) : [];
  for (const sex of ['female', 'male']) {
    add('first_name', sex, [...listOf(first[sex]), ...listOf(first.generic)],
        census[`first_${sex}`]);
    add('last_name', sex, [...listOf(last[sex]), ...listOf(last.generic), ...surnames],
        census.last);
  }
  // 'last first' or 'first last', without titles.
  const plain = listOf(data.person?.name)
      .filter(({value}) => /^\{\{person\.(first|last)Name\}\}\s*\{\{person\.(first|last)Name\}\}$/
          .test(value))
      .sort((a, b) => b.weight - a.weight);
  if (plain.length > 0) lists['person.order'] = [plain[0].value];
  return lists;
}
