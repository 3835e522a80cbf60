// Build tool: pack_yaml OUT FOLDER FILES... Packs YAML files of FOLDER into a list of {name: file,
// tree: its contents, packed by itself} (yaml/pack.h), so that they can be unpacked one by one. A
// file that does not parse fails the build.
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

#include "dbx/yaml/pack.h"

namespace {

int fail(const std::string& message) {
  std::fprintf(stderr, "pack_yaml: %s\n", message.c_str());
  return 1;
}

}  // namespace

int main(int count, char** arguments) {
  using dbx::yaml::Node;
  if (count < 3) return fail("usage: pack_yaml OUT FOLDER FILES...");
  const std::string folder = std::string(arguments[2]) + "/";
  Node files = dbx::yaml::sequence();
  for (int i = 3; i < count; ++i) {
    const std::string path = arguments[i];
    std::ifstream in(path, std::ios::binary);
    if (!in) return fail("cannot read " + path);
    auto document = dbx::yaml::parse({std::istreambuf_iterator<char>(in), {}}, path);
    if (!document) {
      const dbx::Diagnostic& problem = document.error().at(0);
      return fail(path + ":" + std::to_string(problem.where.line) + ": " + problem.message);
    }
    Node file = dbx::yaml::mapping();
    const bool is_inside = path.compare(0, folder.size(), folder) == 0;
    add(file, "name", dbx::yaml::scalar(is_inside ? path.substr(folder.size()) : path));
    add(file, "tree", dbx::yaml::scalar(dbx::yaml::pack(document->root)));
    files.children.push_back(std::move(file));
  }
  std::ofstream out(arguments[1], std::ios::binary);
  const std::string bytes = dbx::yaml::pack(files);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return out.flush() ? 0 : fail(std::string("cannot write ") + arguments[1]);
}
