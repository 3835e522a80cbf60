// A library to preload: the n-th call that writes to a file, or asks for memory, fails.
//   DBX_FAIL_WRITE=N   write, pwrite, fsync, fdatasync, ftruncate on regular files: EIO
//   DBX_FAIL_MALLOC=N  malloc: no memory, this once; counted from the first opening of a file whose
//                      name ends with live.db
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <cstddef>
#include <cstdlib>
#include <string_view>

namespace {

// Counted from the first call on; 0: never.
long wanted(const char* setting) {
  const char* text = std::getenv(setting);
  return text == nullptr ? 0 : std::atol(text);
}

std::atomic<long> writes = 0;
std::atomic<long> allocations = 0;

bool fails_write(int file) {
  static const long at = wanted("DBX_FAIL_WRITE");
  struct stat about {};
  if (at == 0 || ::fstat(file, &about) != 0 || !S_ISREG(about.st_mode)) return false;
  if (++writes != at) return false;
  errno = EIO;
  return true;
}

std::atomic<bool> counts = false;

bool fails_allocation() {
  static const long at = wanted("DBX_FAIL_MALLOC");
  return counts && at != 0 && ++allocations == at;
}

void look_at(const char* path) {
  if (path != nullptr && std::string_view(path).ends_with("live.db")) counts = true;
}

template <class Function>
Function next(const char* name) {
  return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

}  // namespace

extern "C" {

int open(const char* path, int flags, ...) {
  static const auto real = next<int (*)(const char*, int, ...)>("open");
  va_list rest;
  va_start(rest, flags);
  const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  look_at(path);
  return real(path, flags, mode);
}

int open64(const char* path, int flags, ...) {
  static const auto real = next<int (*)(const char*, int, ...)>("open64");
  va_list rest;
  va_start(rest, flags);
  const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  look_at(path);
  return real(path, flags, mode);
}

ssize_t write(int file, const void* bytes, size_t size) {
  static const auto real = next<ssize_t (*)(int, const void*, size_t)>("write");
  return fails_write(file) ? -1 : real(file, bytes, size);
}

ssize_t pwrite(int file, const void* bytes, size_t size, off_t at) {
  static const auto real = next<ssize_t (*)(int, const void*, size_t, off_t)>("pwrite");
  return fails_write(file) ? -1 : real(file, bytes, size, at);
}

ssize_t pwrite64(int file, const void* bytes, size_t size, off64_t at) {
  static const auto real = next<ssize_t (*)(int, const void*, size_t, off64_t)>("pwrite64");
  return fails_write(file) ? -1 : real(file, bytes, size, at);
}

int fsync(int file) {
  static const auto real = next<int (*)(int)>("fsync");
  return fails_write(file) ? -1 : real(file);
}

int fdatasync(int file) {
  static const auto real = next<int (*)(int)>("fdatasync");
  return fails_write(file) ? -1 : real(file);
}

int ftruncate(int file, off_t size) noexcept {
  static const auto real = next<int (*)(int, off_t)>("ftruncate");
  return fails_write(file) ? -1 : real(file, size);
}

int ftruncate64(int file, off64_t size) noexcept {
  static const auto real = next<int (*)(int, off64_t)>("ftruncate64");
  return fails_write(file) ? -1 : real(file, size);
}

// glibc's own, so that finding the real one allocates nothing.
void* __libc_malloc(size_t size);
void* malloc(size_t size) {
  if (!fails_allocation()) return __libc_malloc(size);
  errno = ENOMEM;
  return nullptr;
}

}  // extern "C"
