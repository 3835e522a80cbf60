// In the product: nothing. A file of its own, so that a program that defines fault() itself does
// not link this one.
#include "dbx/base/fault.h"

namespace dbx {

void fault(std::string_view) {}

}  // namespace dbx
