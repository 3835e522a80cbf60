// Tables that reference each other in a ring cannot be filled unless one link may be empty.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "dbx/base/text.h"
#include "dbx/check/context.h"

namespace dbx::check {
namespace {

bool may_be_empty(const TableView& view, const spec::ForeignKey& key) {
  return std::any_of(key.columns.begin(), key.columns.end(), [&](const std::string& name) {
    const spec::Column* column = view.find_column(name);
    return column != nullptr && column->nullable;
  });
}

// Depth-first search with an explicit stack (a chain of 10,000 tables must not overflow the real
// one).
class CycleSearch {
 public:
  explicit CycleSearch(Context& context) : context_(context) {}

  void run() {
    for (const TableView& view : context_.tables()) {
      if (state_[&view] == State::kNew) visit(view);
    }
  }

 private:
  enum class State { kNew, kOnPath, kDone };
  struct Frame {
    const TableView* view;
    std::size_t next_key = 0;
  };

  void visit(const TableView& start) {
    std::vector<Frame> path = {{&start}};
    state_[&start] = State::kOnPath;
    while (!path.empty()) {
      Frame& frame = path.back();
      const auto& keys = frame.view->table->foreign_keys;
      if (frame.next_key == keys.size()) {
        state_[frame.view] = State::kDone;
        path.pop_back();
        continue;
      }
      const std::size_t index = frame.next_key++;
      const TableView* parent = context_.find_table(keys[index].references.table);
      if (parent == nullptr || may_be_empty(*frame.view, keys[index])) continue;
      if (state_[parent] == State::kOnPath) {
        report(path, *parent, index);
      } else if (state_[parent] == State::kNew) {
        state_[parent] = State::kOnPath;
        path.push_back({parent});
      }
    }
  }

  void report(const std::vector<Frame>& path, const TableView& parent, std::size_t key_index) {
    std::vector<std::string> names;
    bool inside = false;
    for (const Frame& frame : path) {
      inside = inside || frame.view == &parent;
      if (inside) names.push_back(frame.view->table->name);
    }
    names.push_back(parent.table->name);
    context_
        .error(Code::kForeignKeyCycle,
               fmt::format("{}/foreign_keys/{}/references", path.back().view->pointer, key_index),
               fmt::format("a ring of foreign keys that may not be empty: {}",
                           text::join(names, " -> ")))
        .hint = "make one of them 'optional: true'";
  }

  Context& context_;
  std::map<const TableView*, State> state_;
};

}  // namespace

void check_foreign_key_cycles(Context& context) { CycleSearch(context).run(); }

}  // namespace dbx::check
