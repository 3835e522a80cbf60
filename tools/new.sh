#!/usr/bin/env bash
# ./dev new KIND NAME: the skeleton of a rule, generator, command or format, and what is left to do.
set -euo pipefail
cd "$(dirname "$0")/.."
kind=${1:-}
name=${2:-}
if ! [[ $name =~ ^[a-z][a-z0-9_]*$ ]]; then
  echo "usage: ./dev new rule|generator|command|format NAME   (NAME in snake_case)" >&2
  exit 2
fi

write() { # file, contents
  [ ! -e "$1" ] || { echo "new: $1 exists" >&2; exit 1; }
  mkdir -p "$(dirname "$1")"
  printf '%s\n' "$2" >"$1"
  echo "wrote $1"
}

case $kind in
  rule)
    write "src/dbx/check/rules/$name.cpp" "// One sentence: what a spec must be like, and why.
#include \"dbx/check/context.h\"

namespace dbx::check {

void check_$name(Context& context) {
  for (const TableView& view : context.tables()) {
    static_cast<void>(view);
  }
}

}  // namespace dbx::check"
    write "tests/check/cases/$name/spec.yml" "version: 1"
    echo "next: declare check_$name in src/dbx/check/context.h, add its line in check.cpp, its code in"
    echo "base/codes.def with docs/codes/<code>.md, complete the case, then ./dev accept check"
    ;;
  command)
    write "src/dbx/cli/commands/$name.cpp" "// dbx $name: one sentence.
#include \"dbx/cli/commands.h\"

namespace dbx::cli {
namespace {

Outcome run(Environment&) { return {}; }

Action declare(CLI::App&) { return run; }

}  // namespace

Command ${name}_command() {
  return {\"$name\", \"what it does\", \"  dbx $name\", declare};
}

}  // namespace dbx::cli"
    echo "next: declare ${name}_command in src/dbx/cli/commands.h, add its line in commands.cpp, a case"
    echo "under tests/cli/cases"
    ;;
  generator | format)
    folder=$([ "$kind" = generator ] && echo seed/generators || echo export/formats)
    sample=$(ls "src/dbx/$folder"/*.cpp | head -n 1)
    write "src/dbx/$folder/$name.cpp" "// One sentence: what it makes, and the source of its formula. Shape: $sample"
    echo "next: follow $sample, add its line to the registry of src/dbx/${folder%%/*}, and a test"
    ;;
  *)
    echo "new: no kind '$kind'; there are rule, generator, command and format" >&2
    exit 2
    ;;
esac
