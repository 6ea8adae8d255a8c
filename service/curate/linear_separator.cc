#include "service/curate/linear_separator.h"

#include <linear.h>

namespace charley::curate {
namespace {

constexpr double kTolerance = 0.01;  // liblinear's default for this solver

void KeepSilent(const char*) {}

// All sets in liblinear's own layout: each a run of nodes that ends in -1, with the constant, which
// shifts all sums alike, as the feature after the last.
std::vector<feature_node> Nodes(absl::Span<const LabelledSet* const> sets, int feature_count,
                                std::vector<size_t>& starts) {
  std::vector<feature_node> nodes;
  for (const LabelledSet* set : sets) {
    starts.push_back(nodes.size());
    for (const int feature : set->features) nodes.push_back({feature + 1, 1});
    nodes.push_back({feature_count + 1, 1});
    nodes.push_back({-1, 0});
  }
  return nodes;
}

}  // namespace

std::vector<double> Separate(absl::Span<const LabelledSet* const> sets, int feature_count,
                             double cost) {
  std::vector<size_t> starts;
  std::vector<feature_node> nodes = Nodes(sets, feature_count, starts);
  std::vector<feature_node*> rows;
  std::vector<double> labels;
  for (size_t i = 0; i < sets.size(); ++i) {
    rows.push_back(nodes.data() + starts[i]);
    labels.push_back(sets[i]->positive ? 1 : -1);
  }
  problem data{};
  data.l = static_cast<int>(rows.size());
  data.n = feature_count + 1;
  data.y = labels.data();
  data.x = rows.data();
  data.bias = 1;
  parameter options{};
  options.solver_type = L2R_LR;
  options.eps = kTolerance;
  options.C = cost;
  set_print_string_function(&KeepSilent);
  model* fitted = train(&data, &options);
  const double sign = fitted->label[0] == 1 ? 1 : -1;
  std::vector<double> weights(static_cast<size_t>(feature_count));
  for (size_t i = 0; i < weights.size(); ++i) weights[i] = sign * fitted->w[i];
  free_and_destroy_model(&fitted);
  return weights;
}

}  // namespace charley::curate
