// dbx: from a sentence to a running warehouse, and from a question to an answer.
#include <string>
#include <vector>

#include "dbx/base/last_words.h"
#include "dbx/cli/run.h"

int main(int argc, char** argv) {
  dbx::say_last_words();
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  return dbx::cli::run(arguments);
}
