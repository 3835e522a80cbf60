// The registry of commands: one line each, in the order of the help.
#include "dbx/cli/commands.h"

namespace dbx::cli {

std::span<const Command> commands() {
  static const Command kCommands[] = {
      demo_command(),     init_command(),    design_command(),      convert_command(),
      validate_command(), edit_command(),    diagram_command(),     plan_command(),
      impact_command(),   apply_command(),   approve_command(),     rollback_command(),
      drift_command(),    sandbox_command(), status_command(),      inspect_command(),
      seed_command(),     report_command(),  orchestrate_command(), ask_command(),
      teach_command(),    eval_command(),    suggest_command(),     runs_command(),
      schema_command(),   explain_command(), explain_row_command(),
  };
  return kCommands;
}

}  // namespace dbx::cli
