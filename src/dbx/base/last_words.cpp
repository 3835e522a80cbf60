// Only async-signal-safe calls: the heap may be what broke, the stack may be full.
#include "dbx/base/last_words.h"

#include <signal.h>
#include <unistd.h>

#include <string_view>

namespace dbx {
namespace {

constexpr int kSignals[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};
constexpr std::string_view kWords =
    "error[internal]: a fault in dbx or a library ended it at once\n"
    "  hint: the database settles itself when it is next opened; `dbx status` shows how far it "
    "came\n";

alignas(16) char signal_stack[64 * 1024];

void on_fault(int signal) {
  static_cast<void>(!write(STDERR_FILENO, kWords.data(), kWords.size()));
  raise(signal);  // the handler is gone by SA_RESETHAND: this time it ends the process
}

}  // namespace

void say_last_words() {
  const stack_t stack{signal_stack, 0, sizeof signal_stack};
  sigaltstack(&stack, nullptr);
  struct sigaction action = {};
  action.sa_handler = on_fault;
  action.sa_flags = static_cast<int>(SA_ONSTACK | SA_RESETHAND | SA_NODEFER);
  for (const int signal : kSignals) sigaction(signal, &action, nullptr);
}

}  // namespace dbx
