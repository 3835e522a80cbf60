// Who may include whom: reads the DEPS of every dbx_library() in src/dbx/CMakeLists.txt, and fails
// on any #include "dbx/<folder>/..." that they do not name. Usage: check_layers.mjs [ROOT]
import {readdirSync, readFileSync} from 'node:fs';
import {join, relative} from 'node:path';

const root = process.argv[2] ?? '.';
const source = join(root, 'src/dbx');

function readLayers() {
  const text = readFileSync(join(source, 'CMakeLists.txt'), 'utf8').replace(/#.*/g, '');
  const layers = new Map();
  for (const [, body] of text.matchAll(/dbx_library\(([^)]*)\)/g)) {
    const words = body.trim().split(/\s+/);
    const dependencies = new Set();
    let section = '';
    for (const word of words.slice(1)) {
      if (word === 'DEPS' || word === 'LINK') section = word;
      else if (section === 'DEPS') dependencies.add(word);
    }
    layers.set(words[0], dependencies);
  }
  return layers;
}

function* filesBelow(folder) {
  for (const entry of readdirSync(folder, {withFileTypes: true})) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else if (/\.(h|cpp|def)$/.test(entry.name)) yield path;
  }
}

const layers = readLayers();
const problems = [];
for (const entry of readdirSync(source, {withFileTypes: true})) {
  if (entry.isDirectory() && !layers.has(entry.name)) {
    problems.push(`src/dbx/${entry.name}: no dbx_library(${entry.name} ...) declares this folder`);
  }
}
for (const [folder, allowed] of layers) {
  for (const file of filesBelow(join(source, folder))) {
    readFileSync(file, 'utf8').split('\n').forEach((line, index) => {
      const included = line.match(/^\s*#\s*include\s*"dbx\/(\w+)\//)?.[1];
      if (!included || included === folder || allowed.has(included)) return;
      problems.push(`${relative(root, file)}:${index + 1}: ${folder} may not include ${included}`);
    });
  }
}
for (const problem of problems) console.error(problem);
if (problems.length > 0) {
  console.error('The layer table is src/dbx/CMakeLists.txt; ARCHITECTURE.md says why it is so.');
  process.exit(1);
}
console.log(`layers: ${layers.size} folders, every include is allowed`);
