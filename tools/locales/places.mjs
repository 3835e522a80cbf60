// The places of a locale: its country's largest cities under the names that the locale has for
// them, with state, time zone and the postal codes that are used there.
import {hashOf, linesOf, pairsOf} from './sources.mjs';

const kPlacesMax = 150;  // a locale

// Postcode areas of the United Kingdom's cities; only these are used.
const kAreas = Object.fromEntries(
    ('London SW,Birmingham B,Glasgow G,Liverpool L,Leeds LS,Sheffield S,Edinburgh EH,Bristol BS,' +
     'Manchester M,Leicester LE,Coventry CV,Cardiff CF,Belfast BT,Nottingham NG,Bradford BD,' +
     'Hull HU,Newcastle upon Tyne NE,Stoke-on-Trent ST,Southampton SO,Derby DE,Portsmouth PO,' +
     'Brighton BN,Plymouth PL,Northampton NN,Reading RG,Luton LU,Bolton BL,Aberdeen AB,' +
     'Bournemouth BH,Norwich NR,Swindon SN,Swansea SA,Milton Keynes MK,Middlesbrough TS,' +
     'Sunderland SR,Peterborough PE,Wolverhampton WV,Dundee DD,York YO,Oxford OX,Cambridge CB,' +
     'Ipswich IP,Exeter EX,Gloucester GL,Blackpool FY,Newport NP,Wrexham LL')
        .split(',').map((pair) => [pair.slice(0, pair.lastIndexOf(' ')), pair.split(' ').at(-1)]));
// The first letters of a Canadian province's postal codes.
const kLetters = {
  'Ontario': 'KLMNP', 'Quebec': 'GHJ', 'British Columbia': 'V', 'Alberta': 'T', 'Manitoba': 'R',
  'Saskatchewan': 'S', 'Nova Scotia': 'B', 'New Brunswick': 'E', 'Newfoundland and Labrador': 'A',
  'Prince Edward Island': 'C',
};
const kZonesByState = [
  ['Pacific/Honolulu', 'Hawaii'],
  ['America/Anchorage', 'Alaska'],
  ['America/Los_Angeles', 'California,Nevada,Oregon,Washington'],
  ['America/Phoenix', 'Arizona'],
  ['America/Denver', 'Colorado,Idaho,Montana,New Mexico,Utah,Wyoming'],
  ['America/Chicago', 'Alabama,Arkansas,Illinois,Iowa,Kansas,Louisiana,Minnesota,Mississippi,' +
      'Missouri,Nebraska,North Dakota,Oklahoma,South Dakota,Tennessee,Texas,Wisconsin'],
  ['America/Vancouver', 'British Columbia'],
  ['America/Edmonton', 'Alberta'],
  ['America/Regina', 'Saskatchewan'],
  ['America/Winnipeg', 'Manitoba'],
  ['America/Halifax', 'Nova Scotia,New Brunswick,Prince Edward Island'],
  ['America/St_Johns', 'Newfoundland and Labrador'],
  ['Australia/Melbourne', 'Victoria'],
  ['Australia/Brisbane', 'Queensland'],
  ['Australia/Adelaide', 'South Australia'],
  ['Australia/Perth', 'Western Australia'],
  ['Australia/Hobart', 'Tasmania'],
  ['Australia/Darwin', 'Northern Territory'],
  ['America/Manaus', 'Amazonas,Roraima,Rondônia'],
  ['America/Cuiaba', 'Mato Grosso'],
  ['America/Campo_Grande', 'Mato Grosso do Sul'],
  ['America/Rio_Branco', 'Acre'],
  ['America/Tijuana', 'Baja California'],
  ['America/Hermosillo', 'Sonora'],
  ['America/Cancun', 'Quintana Roo'],
  ['Atlantic/Canary', 'Canarias'],
  ['Atlantic/Madeira', 'Madeira'],
  ['Atlantic/Azores', 'Açores'],
];
// Where it is east of so many degrees.
const kZonesByLongitude = {
  RU: [[130, 'Asia/Vladivostok'], [111, 'Asia/Yakutsk'], [98, 'Asia/Irkutsk'],
    [88, 'Asia/Krasnoyarsk'], [75.9, 'Asia/Novosibirsk'], [68.9, 'Asia/Omsk'],
    [54, 'Asia/Yekaterinburg'], [49.3, 'Europe/Samara'], [23, 'Europe/Moscow'],
    [0, 'Europe/Kaliningrad']],
  ID: [[125, 'Asia/Jayapura'], [114.7, 'Asia/Makassar'], [0, 'Asia/Jakarta']],
};

function zoneOf(country, state, longitude) {
  const byLongitude = kZonesByLongitude[country.code];
  if (byLongitude) return byLongitude.find(([east]) => longitude / 1e5 >= east)[1];
  const byState = kZonesByState.find(([, states]) => states.split(',').includes(state));
  const manyZones = ['US', 'CA', 'AU', 'BR', 'MX', 'ES', 'PT'].includes(country.code);
  return manyZones && byState ? byState[0] : country.zone;
}

// '#' a digit, '?' a letter. A city's codes begin alike; an American state's lie in its range.
function postalOf(country, city, state, zips) {
  const hash = hashOf(city.name);
  if (country.code === 'US') {
    const [low, high] = zips[city.region] ?? [];
    if (low === undefined) return country.postal;
    const prefix = low + hash % (high - low + 1);
    return `${String(prefix).padStart(3, '0')}##`;
  }
  if (country.code === 'GB') return `${kAreas[city.name].padEnd(2, '#')}# #??`;
  if (country.code === 'CA') {
    const letters = kLetters[state] ?? 'X';
    return letters[hash % letters.length] + country.postal.slice(1);
  }
  let digits = 0;
  return country.postal.replace(/#/g, (sign) => {
    digits += 1;
    return digits === 1 ? String(1 + hash % 9) : digits === 2 ? String((hash >>> 8) % 10) : sign;
  });
}

// {state code: [lowest, highest three digits]} out of 'number.int({"min": 90001,"max": 96162})'
function zipsOf(locales) {
  const zips = {};
  for (const [state, value] of Object.entries(locales.en_US.location.postcode_by_state)) {
    const text = [].concat(value)[0];
    const [low, high] = text.match(/\d{3,}/g).map((n) => Math.floor(Number(n) / 100));
    zips[state] = high > low + 1 ? [low + 1, high - 1] : [low, high];
  }
  zips.NY = [100, 149];  // the package has one code only
  return zips;
}

export class Places {
  constructor(sources) {
    this.sources = sources;
    this.countries = Object.fromEntries(linesOf('countries.txt').map((line) => {
      const [code, name, currency, calling, region, zone, postal] = line.split('|');
      return [code, {code, name, currency, calling, region, zone, postal}];
    }));
    this.homes = Object.fromEntries(linesOf('locales.txt').map((line) => {
      const [locale, country, name] = line.split('|');
      return [locale, {country, name}];
    }));
    this.native = pairsOf('cities.txt');
    this.states = pairsOf('states.txt');
    this.zips = zipsOf(sources.locales);
    this.cities = {};
    for (const city of sources.cities) {
      if (city.feature === 'PPLX' || !(city.country in this.countries)) continue;
      if (city.country === 'GB' && !(city.name in kAreas)) continue;
      (this.cities[city.country] ??= []).push(city);
    }
    for (const list of Object.values(this.cities)) {
      list.sort((a, b) => b.population - a.population || a.longitude - b.longitude);
    }
  }

  key(name) {
    return this.sources.anyAscii(name).toLowerCase().replace(/[^a-z]/g, '');
  }

  // The largest city of the name.
  find(country, name) {
    const wanted = this.key(name);
    return this.cities[country].find((city) => this.key(city.name) === wanted);
  }

  // {region code: name}
  statesOf(country) {
    const states = {};
    for (const [state, seat] of this.states[country] ?? []) {
      const city = this.find(country, seat);
      if (city === undefined) console.error(`pack: no city ${seat} in ${country}`);
      else states[city.region] = state;
    }
    if (country === 'US') {
      const {state, state_abbr: codes} = this.sources.locales.en.location;
      codes.forEach((code, index) => states[code] = state[index]);
      states.DC = 'District of Columbia';
    }
    return states;
  }

  // {key of a city: {name, state}} in the locale's own writing
  namesOf(locale) {
    const names = new Map();
    for (const name of this.sources.locales[locale].location?.city_name ?? []) {
      names.set(this.key(name), {name});
    }
    for (const [geo, written] of this.native[locale] ?? []) {
      const [name, state] = written.split('/');
      names.set(this.key(geo), {name, state});
    }
    return names;
  }

  // The locale's home country and places, the largest first; nothing where it has no country.
  of(locale) {
    const home = this.homes[locale];
    if (home === undefined) return undefined;
    const country = this.countries[home.country];
    const states = this.statesOf(country.code);
    const names = this.namesOf(locale);
    const latin = this.sources.locales[locale].metadata.script === 'Latn';
    const seats = new Map();
    for (const city of this.cities[country.code] ?? []) {
      if (/^PPL[AC]$/.test(city.feature) && !seats.has(city.region)) seats.set(city.region, city);
    }
    const written = (city) => names.get(this.key(city.name)) ?? (latin ? {name: city.name} : null);
    const places = [];
    const seen = new Set();
    for (const city of this.cities[country.code] ?? []) {
      const own = written(city);
      if (own === null || city.population < 1000 || seen.has(own.name)) continue;
      seen.add(own.name);
      const seat = seats.get(city.region);
      const state = (own.state ?? (latin && states[city.region])) ||
          (seat && written(seat)?.name) || own.name;
      places.push({
        city: own.name, state, population: city.population,
        latitude: city.latitude, longitude: city.longitude,
        zone: zoneOf(country, state, city.longitude),
        postal: postalOf(country, city, state, this.zips),
      });
      if (places.length === kPlacesMax) break;
    }
    return {country: {...country, name: home.name}, places};
  }
}
