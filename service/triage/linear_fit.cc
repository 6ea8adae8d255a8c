#include "service/triage/linear_fit.h"

#include <linear.h>

#include <algorithm>
#include <cstdlib>

namespace charley::triage {
namespace {

// liblinear's defaults for these solvers.
constexpr double kDualTolerance = 0.1;
constexpr double kPrimalTolerance = 0.01;
constexpr double kCalibrationCost = 1000;  // two numbers need no regularisation

void KeepQuiet(const char*) {}

// Vectors in liblinear's own layout. The slots of a row need not ascend: these solvers do not ask
// for it.
class Problem {
 public:
  Problem(absl::Span<const LabelledVector* const> vectors, size_t slots) : slots_(slots) {
    size_t count = 0;
    for (const LabelledVector* vector : vectors) count += vector->features.size() + 1;
    nodes_.reserve(count);  // so that rows stay where they are
    rows_.reserve(vectors.size());
    labels_.reserve(vectors.size());
    for (const LabelledVector* vector : vectors) {
      rows_.push_back(nodes_.data() + nodes_.size());
      for (const Feature& feature : vector->features) {  // liblinear's numbers begin with 1
        nodes_.push_back({static_cast<int>(feature.slot) + 1, static_cast<double>(feature.value)});
      }
      nodes_.push_back({-1, 0});
      labels_.push_back(vector->urgent ? 1 : -1);
    }
  }

  // The weights by slot.
  std::vector<float> Solve(const parameter& settings) {
    problem data{};
    data.l = static_cast<int>(rows_.size());
    data.n = static_cast<int>(slots_);
    data.y = labels_.data();
    data.x = rows_.data();
    data.bias = -1;
    set_print_string_function(&KeepQuiet);
    std::srand(1);
    model* fitted = train(&data, &settings);
    const double sign = fitted->label[0] == 1 ? 1 : -1;
    std::vector<float> weights(slots_);
    for (size_t i = 0; i < slots_; ++i) weights[i] = static_cast<float>(sign * fitted->w[i]);
    free_and_destroy_model(&fitted);
    return weights;
  }

 private:
  size_t slots_;
  std::vector<feature_node> nodes_;
  std::vector<feature_node*> rows_;
  std::vector<double> labels_;
};

}  // namespace

SlotOrder::SlotOrder(absl::Span<LabelledVector* const> vectors) : order_(kFeatureSlots) {
  for (const LabelledVector* vector : vectors) {
    for (const Feature& feature : vector->features) order_.Count(feature.slot);
  }
  order_.Number();
}

void SlotOrder::Renumber(LabelledVector& vector) const {
  for (Feature& feature : vector.features) feature.slot = order_.NumberOf(feature.slot);
}

std::vector<float> SlotOrder::BySlot(absl::Span<const float> by_number) const {
  std::vector<float> by_slot(kFeatureSlots, 0);
  for (size_t i = 0; i < size(); ++i) by_slot[order_.features()[i]] = by_number[i];
  return by_slot;
}

void Compact(std::vector<Feature>& features) {
  std::sort(features.begin(), features.end(),
            [](const Feature& a, const Feature& b) { return a.slot < b.slot; });
  size_t out = 0;
  for (const Feature& feature : features) {
    if (out > 0 && features[out - 1].slot == feature.slot) {
      features[out - 1].value += feature.value;
    } else {
      features[out++] = feature;
    }
  }
  features.resize(out);
}

std::vector<float> Fit(absl::Span<const LabelledVector* const> vectors, size_t slots, Loss loss,
                       double cost) {
  // Of nothing, liblinear makes a model without weights.
  if (vectors.empty()) return std::vector<float>(slots, 0);
  parameter settings{};
  settings.solver_type = loss == Loss::kLogistic ? L2R_LR : L2R_L2LOSS_SVC_DUAL;
  settings.eps = loss == Loss::kLogistic ? kPrimalTolerance : kDualTolerance;
  settings.C = cost;
  settings.p = 0.1;
  return Problem(vectors, slots).Solve(settings);
}

Calibration Calibrate(absl::Span<const double> margins, const std::vector<bool>& urgent) {
  std::vector<LabelledVector> rows;
  rows.reserve(margins.size());
  for (size_t i = 0; i < margins.size(); ++i) {
    rows.push_back({{{0, 1}, {1, static_cast<float>(margins[i])}}, urgent[i]});
  }
  std::vector<const LabelledVector*> pointers;
  for (const LabelledVector& row : rows) pointers.push_back(&row);
  const std::vector<float> weights = Fit(pointers, 2, Loss::kLogistic, kCalibrationCost);
  return {static_cast<double>(weights[1]), static_cast<double>(weights[0])};
}

}  // namespace charley::triage
