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

}  // namespace

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

std::vector<float> Fit(absl::Span<const LabelledVector* const> vectors, Loss loss, double cost) {
  std::vector<float> weights(kFeatureSlots, 0);
  if (vectors.empty()) return weights;  // of nothing, liblinear makes a model without weights
  std::vector<feature_node> nodes;
  std::vector<size_t> starts;
  std::vector<double> labels;
  for (const LabelledVector* vector : vectors) {
    starts.push_back(nodes.size());
    for (const Feature& feature : vector->features) {
      nodes.push_back({static_cast<int>(feature.slot) + 1, static_cast<double>(feature.value)});
    }
    nodes.push_back({-1, 0});
    labels.push_back(vector->urgent ? 1 : -1);
  }
  std::vector<feature_node*> row_pointers;
  row_pointers.reserve(starts.size());
  for (const size_t start : starts) row_pointers.push_back(nodes.data() + start);
  problem data{};
  data.l = static_cast<int>(row_pointers.size());
  data.n = static_cast<int>(kFeatureSlots);
  data.y = labels.data();
  data.x = row_pointers.data();
  data.bias = -1;
  parameter settings{};
  settings.solver_type = loss == Loss::kLogistic ? L2R_LR : L2R_L2LOSS_SVC_DUAL;
  settings.eps = loss == Loss::kLogistic ? kPrimalTolerance : kDualTolerance;
  settings.C = cost;
  settings.p = 0.1;
  set_print_string_function(&KeepQuiet);
  std::srand(1);
  model* fitted = train(&data, &settings);
  const double sign = fitted->label[0] == 1 ? 1 : -1;
  for (size_t slot = 0; slot < weights.size(); ++slot) {
    weights[slot] = static_cast<float>(sign * fitted->w[slot]);
  }
  free_and_destroy_model(&fitted);
  return weights;
}

Calibration Calibrate(absl::Span<const double> margins, const std::vector<bool>& urgent) {
  std::vector<LabelledVector> rows;
  rows.reserve(margins.size());
  for (size_t i = 0; i < margins.size(); ++i) {
    rows.push_back({{{0, 1}, {1, static_cast<float>(margins[i])}}, urgent[i]});
  }
  std::vector<const LabelledVector*> pointers;
  for (const LabelledVector& row : rows) pointers.push_back(&row);
  const std::vector<float> weights = Fit(pointers, Loss::kLogistic, kCalibrationCost);
  return {static_cast<double>(weights[1]), static_cast<double>(weights[0])};
}

}  // namespace charley::triage
