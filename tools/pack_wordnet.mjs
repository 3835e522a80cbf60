// Packs what dbx needs of WordNet: which words are nouns, verbs or adjectives, what kind of thing a
// noun mostly means, and irregular forms. Usage: node pack_wordnet.mjs FOLDER OUTPUT
// FOLDER: dict files of WordNet 3.0 (Debian: wordnet-base). Same files in, same bytes out.
//
// Output, little endian: "DBXW", u32 count of words, u32 count of forms, then u32 offsets (count
// + 1) of both tables in order, then their rows in byte order of the word:
//   word: u8 lexicographer file of the commonest noun sense (3..28; 30 a building, 31
//         an organisation; 0: no noun), u8 parts of speech
//         (1 noun, 2 verb, 4 adjective, 8 adverb; 16: more often a verb than a noun;
//         32: an act or event in one of its three commonest noun senses), the word
//   form: u8 length of the form, the form, its base ("mice" "mouse"; "seen" "see")
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';

const [folder, output] = process.argv.slice(2);
const lines = (name) => readFileSync(join(folder, name), 'latin1').split('\n');
const isWord = (text) => /^[a-z]{2,24}$/.test(text);

// Number of times each (word, part of speech) was met in tagged text.
const counts = new Map();
for (const line of lines('cntlist.rev')) {
  const [key, , count] = line.split(' ');
  if (!key?.includes('%')) continue;
  const [word, sense] = key.split('%');
  const at = `${word} ${sense[0]}`;
  counts.set(at, (counts.get(at) ?? 0) + Number(count));
}
const countOf = (word, pos) => counts.get(`${word} ${pos}`) ?? 0;

// Meanings below these are places one goes to and organisations, whatever file they stand in: the
// first meaning of the word named.
const kinds = [[30, ['structure', 'facility', 'establishment']], [31, ['organization']]];
const nounFiles = new Map();  // offset of a noun's meaning -> lexicographer file, or kind
const parents = new Map();
for (const line of lines('data.noun')) {
  const [offset, file] = line.split(' ', 2);
  if (!/^\d{8}$/.test(offset)) continue;
  nounFiles.set(offset, Number(file));
  parents.set(offset, [...line.matchAll(/ @i? (\d{8}) n/g)].map((match) => match[1]));
}
const firstMeaning = new Map();
for (const line of lines('index.noun')) {
  const fields = line.trim().split(/\s+/);
  const first = fields.find((field) => /^\d{8}$/.test(field));
  if (first) firstMeaning.set(fields[0], first);
}
const isBelow = (offset, tops, depth = 0) => depth < 20 && (tops.has(offset) ||
  (parents.get(offset) ?? []).some((parent) => isBelow(parent, tops, depth + 1)));
for (const [kind, names] of kinds) {
  const tops = new Set(names.map((name) => firstMeaning.get(name)));
  for (const offset of nounFiles.keys()) if (isBelow(offset, tops)) nounFiles.set(offset, kind);
}

const words = new Map();
const entry = (word) => {
  if (!words.has(word)) words.set(word, {file: 0, parts: 0});
  return words.get(word);
};
const parts = [['noun', 1], ['verb', 2], ['adj', 4], ['adv', 8]];
for (const [part, bit] of parts) {
  for (const line of lines(`index.${part}`)) {
    const fields = line.trim().split(/\s+/);
    if (!isWord(fields[0])) continue;
    const held = entry(fields[0]);
    held.parts |= bit;
    if (part !== 'noun') continue;
    const first = fields.find((field) => /^\d{8}$/.test(field));
    held.file = nounFiles.get(first) ?? 0;
    const senses = fields.filter((field) => /^\d{8}$/.test(field)).slice(0, 3);
    if (senses.some((sense) => [4, 11].includes(nounFiles.get(sense)))) held.parts |= 32;
  }
}
for (const [word, held] of words) {
  if ((held.parts & 3) === 3 && countOf(word, 2) > countOf(word, 1)) held.parts |= 16;
}

const forms = new Map();
for (const name of ['noun.exc', 'verb.exc']) {
  for (const line of lines(name)) {
    const [form, base] = line.trim().split(' ');
    if (isWord(form ?? '') && isWord(base ?? '') && form !== base && !forms.has(form)) {
      forms.set(form, base);
    }
  }
}

const inOrder = (map) => [...map].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
const wordRows = inOrder(words).map(([word, {file, parts: bits}]) =>
  Buffer.concat([Buffer.from([file, bits]), Buffer.from(word)]));
const formRows = inOrder(forms).map(([form, base]) =>
  Buffer.concat([Buffer.from([form.length]), Buffer.from(form + base)]));
const number = (value) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
const offsets = (rows) => {
  let at = 0;
  return [...rows.map((row) => number((at += row.length) - row.length)), number(at)];
};
writeFileSync(output, Buffer.concat([Buffer.from('DBXW'), number(wordRows.length),
  number(formRows.length), ...offsets(wordRows), ...offsets(formRows), ...wordRows, ...formRows]));
