// Looks the format up and writes the text.
#include "dbx/app/diagram.h"

#include "dbx/app/spec_file.h"
#include "dbx/base/file.h"
#include "dbx/export/export.h"

namespace dbx::app {

Result<Diagram> diagram(const std::string& spec, const std::string& format,
                        const std::string& out) {
  DBX_TRY(const exporting::Format* chosen, exporting::find_format(format));
  Diagnostics notes;
  DBX_TRY(const spec::Spec loaded, load_spec(spec, notes));
  Diagram diagram{format, chosen->write(loaded), {}};
  if (!out.empty()) {
    DBX_CHECK_OK(write_file(out, diagram.text));
    diagram.written = out;
  }
  return diagram;
}

}  // namespace dbx::app
