// Spec -> Diagnostics: what is wrong with a spec's meaning. Every rule is one file under rules/ and
// one line in the table in check.cpp. Findings carry JSON pointers; spec::locate gives them lines.
#pragma once

#include "dbx/base/diagnostic.h"
#include "dbx/spec/spec.h"

namespace dbx::check {

// All findings of all rules, in the order of the rules. Pure, thread-safe.
Diagnostics check(const spec::Spec& spec);

// Warnings become errors (`--strict`).
void make_strict(Diagnostics& diagnostics);

}  // namespace dbx::check
