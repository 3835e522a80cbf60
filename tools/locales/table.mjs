// The bytes of the table (the reader is src/dbx/seed/locale/table.cpp, which explains the layout).
// Little-endian; a string is referred to by its offset in the pool.
import {compareBytes} from './sources.mjs';

export class Table {
  constructor() {
    this.pool = [];
    this.size = 0;
    this.offsets = new Map();
    this.entries = [];
    this.begins = new Map();  // of lists, by their contents
    this.lists = [];
    this.locales = [];
    this.places = [];
  }

  text(value) {
    const known = this.offsets.get(value);
    if (known !== undefined) return known;
    const bytes = Buffer.from(value);
    if (bytes.length > 0xffff) throw new Error(`a text of ${bytes.length} bytes`);
    const offset = this.size;
    this.offsets.set(value, offset);
    this.pool.push(Buffer.from([bytes.length & 255, bytes.length >> 8]), bytes);
    this.size += 2 + bytes.length;
    return offset;
  }

  // Where the list begins; equal lists share their entries.
  entriesOf(items) {
    const contents = items.join('\0');
    const known = this.begins.get(contents);
    if (known !== undefined) return known;
    const begin = this.entries.length;
    this.begins.set(contents, begin);
    for (const item of items) this.entries.push(this.text(item));
    return begin;
  }

  // lists: {path: [text, ...]}; home: of Places.of(), or nothing; chain: indices of locales
  addLocale(name, title, chain, lists, home) {
    const first = this.lists.length;
    for (const path of Object.keys(lists).sort(compareBytes)) {
      this.lists.push([this.text(path), this.entriesOf(lists[path]), lists[path].length]);
    }
    const firstPlace = this.places.length;
    for (const place of home?.places ?? []) {
      this.places.push([place.city, place.state, place.zone, place.postal]
          .map((text) => this.text(text))
          .concat([place.population, place.latitude, place.longitude]));
    }
    const country = home?.country;
    const padded = [...chain, 255, 255, 255, 255].slice(0, 4);
    this.locales.push([this.text(name), this.text(title),
      padded.reduce((sum, index, at) => sum + index * 256 ** at, 0),
      first, this.lists.length - first, firstPlace, this.places.length - firstPlace,
      ...['code', 'name', 'currency', 'calling', 'region'].map((key) =>
        this.text(country?.[key] ?? ''))]);
  }

  bytes() {
    const words = (rows) => {
      const flat = rows.flat();
      const out = Buffer.alloc(flat.length * 4);
      flat.forEach((value, index) => out.writeUInt32LE(value >>> 0, index * 4));
      return out;
    };
    const pool = Buffer.concat(this.pool);
    const entries = Buffer.alloc(this.entries.length * 3);  // offsets of three bytes
    this.entries.forEach((value, index) => entries.writeUIntLE(value, index * 3, 3));
    const sections = [words(this.locales), words(this.lists), entries, words(this.places), pool];
    const header = Buffer.alloc(8 + sections.length * 8);
    header.write('DBXLOC01', 0, 'latin1');
    let offset = header.length;
    sections.forEach((section, index) => {
      header.writeUInt32LE(offset, 8 + index * 8);
      header.writeUInt32LE(section.length, 12 + index * 8);
      offset += section.length;
    });
    return Buffer.concat([header, ...sections]);
  }
}
