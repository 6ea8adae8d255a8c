#include "service/curate/side_by_side.h"

#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <utility>

#include "absl/types/optional.h"
#include "service/triage/features.h"

namespace charley::curate {
namespace {

using triage::Weights;

constexpr size_t kBytes = triage::kFeatureSlots * sizeof(float);

// Memory for the weights of a fit that this process and one that it makes share.
class SharedWeights {
 public:
  SharedWeights()
      : memory_(mmap(nullptr, kBytes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0)) {}
  SharedWeights(const SharedWeights&) = delete;
  SharedWeights& operator=(const SharedWeights&) = delete;
  ~SharedWeights() {
    if (is_mapped()) munmap(memory_, kBytes);
  }

  bool is_mapped() const { return memory_ != MAP_FAILED; }
  float* data() const { return static_cast<float*>(memory_); }

 private:
  void* const memory_;
};

// One fit in a process of its own.
class ForkedFit {
 public:
  // Starts it, if it can.
  explicit ForkedFit(absl::FunctionRef<Weights()> fit) {
    if (!shared_.is_mapped()) return;
    child_ = fork();
    if (child_ != 0) return;
    const Weights weights = fit();
    std::copy(weights.begin(), weights.end(), shared_.data());
    _exit(0);  // without what the program does at its end
  }

  // Waits for its weights. None: it was not started, or failed.
  absl::optional<Weights> Wait() {
    int status = 0;
    if (child_ <= 0 || waitpid(child_, &status, 0) != child_ || status != 0) return absl::nullopt;
    return Weights(shared_.data(), shared_.data() + triage::kFeatureSlots);
  }

 private:
  const SharedWeights shared_;
  pid_t child_ = -1;
};

}  // namespace

std::vector<Weights> FitSideBySide(size_t count, absl::FunctionRef<Weights(size_t)> fit) {
  std::vector<Weights> fitted;
  while (fitted.size() + 1 < count) {
    const size_t first = fitted.size();
    ForkedFit second([&] { return fit(first + 1); });
    fitted.push_back(fit(first));
    absl::optional<Weights> weights = second.Wait();
    fitted.push_back(weights.has_value() ? *std::move(weights) : fit(first + 1));
  }
  if (fitted.size() < count) fitted.push_back(fit(fitted.size()));
  return fitted;
}

}  // namespace charley::curate
