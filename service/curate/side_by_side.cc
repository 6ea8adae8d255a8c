#include "service/curate/side_by_side.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include "absl/types/optional.h"

namespace charley::curate {
namespace {

using knowledge::FittedNumbers;

bool WriteAll(int file, const FittedNumbers& numbers) {
  const char* bytes = reinterpret_cast<const char*>(numbers.data());
  size_t left = numbers.size() * sizeof(float);
  while (left > 0) {
    const ssize_t written = write(file, bytes, left);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes += written;
    left -= static_cast<size_t>(written);
  }
  return true;
}

// Reads to the end.
FittedNumbers ReadAll(int file) {
  std::vector<char> bytes;
  std::array<char, 65536> part{};
  for (;;) {
    const ssize_t count = read(file, part.data(), part.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) break;
    bytes.insert(bytes.end(), part.begin(), part.begin() + count);
  }
  FittedNumbers numbers(bytes.size() / sizeof(float));
  if (!numbers.empty()) {
    std::memcpy(numbers.data(), bytes.data(), numbers.size() * sizeof(float));
  }
  return numbers;
}

// One fit in a process of its own, which sends its numbers through a pipe.
class ForkedFit {
 public:
  // Starts it, if it can.
  explicit ForkedFit(absl::FunctionRef<FittedNumbers()> fit) {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) return;
    numbers_ = ends[0];
    child_ = fork();
    if (child_ == 0) _exit(WriteAll(ends[1], fit()) ? 0 : 1);  // without what the program does last
    close(ends[1]);
  }
  ForkedFit(const ForkedFit&) = delete;
  ForkedFit& operator=(const ForkedFit&) = delete;
  ~ForkedFit() {
    if (numbers_ >= 0) close(numbers_);
  }

  // Waits for its numbers. None: it was not started, or failed.
  absl::optional<FittedNumbers> Wait() {
    if (child_ <= 0) return absl::nullopt;
    FittedNumbers numbers = ReadAll(numbers_);
    int status = 0;
    if (waitpid(child_, &status, 0) != child_ || status != 0) return absl::nullopt;
    return numbers;
  }

 private:
  int numbers_ = -1;
  pid_t child_ = -1;
};

}  // namespace

std::vector<FittedNumbers> FitSideBySide(size_t count,
                                         absl::FunctionRef<FittedNumbers(size_t)> fit) {
  std::vector<FittedNumbers> fitted;
  while (fitted.size() + 1 < count) {
    const size_t first = fitted.size();
    ForkedFit second([&] { return fit(first + 1); });
    fitted.push_back(fit(first));
    absl::optional<FittedNumbers> numbers = second.Wait();
    fitted.push_back(numbers.has_value() ? *std::move(numbers) : fit(first + 1));
  }
  if (fitted.size() < count) fitted.push_back(fit(fitted.size()));
  return fitted;
}

}  // namespace charley::curate
