// Reads the file, converts it, holds the result against the checks, writes it.
#include "dbx/app/convert.h"

#include <filesystem>

#include "dbx/base/file.h"
#include "dbx/check/check.h"
#include "dbx/convert/convert.h"
#include "dbx/spec/parse.h"

namespace dbx::app {

Result<Conversion> convert(const ConvertRequest& request) {
  DBX_TRY(const convert::Source* source, convert::find_source(request.from, request.file));
  DBX_TRY(const std::string text, read_file(request.file, convert::kBytesMax));
  const bool is_input = request.file == "-";
  const std::string name = is_input ? "standard input" : request.file;
  const std::string warehouse =
      is_input ? "warehouse" : std::filesystem::path(request.file).stem().string();
  DBX_TRY(convert::Converted converted, convert::convert(*source, text, name, warehouse));
  // The converter's promise, held to: a spec with errors would help nobody.
  Diagnostics found = check::check(converted.spec);
  if (has_errors(found)) return fail(std::move(found));
  Conversion conversion{std::move(converted.spec), {}, std::move(converted.notes), {}};
  conversion.yaml = spec::print(conversion.spec);
  if (!conversion.yaml.ends_with('\n')) conversion.yaml += '\n';
  if (!request.out.empty()) {
    DBX_CHECK_OK(write_file(request.out, conversion.yaml));
    conversion.written = request.out;
  }
  return conversion;
}

}  // namespace dbx::app
