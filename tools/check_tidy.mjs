// The walls of the house style: 400 lines a file, 70 lines a function, 100 columns, an opening sentence.
// Usage: node tools/check_tidy.mjs [ROOT]
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join, relative} from 'node:path';

const kFileLines = 400;
const kFunctionLines = 70;
const kColumns = 100;
const root = process.argv[2] ?? '.';
const problems = [];

function* filesBelow(folder) {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, {withFileTypes: true})) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else if (/\.(h|cpp|def|mjs)$/.test(entry.name)) yield path;
  }
}

// In formatted code a function opens with a line that ends in ") {" (or has qualifiers between) and
// closes with a "}" at the same indentation.
function checkFunctions(name, lines) {
  lines.forEach((line, index) => {
    const opening = line.match(/^(\s*)\S.*\)\s*(const|noexcept|override|final|mutable|->.*|\s)*\{$/);
    if (!opening || /^\s*(if|for|while|switch|do|else|namespace|struct|class)\b/.test(line)) return;
    const closing = lines.findIndex((other, at) => at > index && other.startsWith(`${opening[1]}}`));
    const length = closing - index + 1;
    if (length <= kFunctionLines) return;
    problems.push(`${name}:${index + 1}: a function of ${length} lines, ${kFunctionLines} at most`);
  });
}

for (const folder of ['src', 'tests', 'tools', 'bench', 'fuzz']) {
  for (const file of filesBelow(join(root, folder))) {
    const name = relative(root, file);
    const lines = readFileSync(file, 'utf8').replace(/\n$/, '').split('\n');
    if (lines.length > kFileLines) {
      problems.push(`${name}: ${lines.length} lines, ${kFileLines} at most`);
    }
    if (!lines[0].startsWith('//')) problems.push(`${name}:1: no sentence saying what it is for`);
    lines.forEach((line, index) => {
      if ([...line].length <= kColumns) return;
      problems.push(`${name}:${index + 1}: ${[...line].length} columns, ${kColumns} at most`);
    });
    checkFunctions(name, lines);
  }
}
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exit(1);
console.log('tidy: every file, function and line is within the walls');
