// The walls of the house style: 400 lines a file, 70 a function, 100 columns, a first sentence.
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

// In formatted code a function header ends with ") {" (or qualifiers between), begins where that
// parenthesis opens, and has its "}" at the indentation of its first line.
function checkFunctions(name, lines) {
  const ends = /\)\s*(const|noexcept|override|final|mutable|->.*|\s)*\{$/;
  const notFunction =
      /^\s*(\}|if|for|while|switch|do|else|namespace|struct|class|return)\b|^\s*[:}]/;
  const count = (text, character) => text.split(character).length - 1;
  lines.forEach((line, index) => {
    if (!ends.test(line)) return;
    let first = index;
    let open = count(line, ')') - count(line, '(');
    while (open > 0 && first > 0) {
      first -= 1;
      open += count(lines[first], ')') - count(lines[first], '(');
    }
    if (notFunction.test(lines[first])) return;
    const indent = lines[first].match(/^\s*/)[0];
    const closing = lines.findIndex((text, at) => at > index && text.startsWith(`${indent}}`));
    const length = closing - first + 1;
    if (length <= kFunctionLines) return;
    problems.push(`${name}:${first + 1}: a function of ${length} lines, ${kFunctionLines} at most`);
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
