#include "service/match/one_versus_rest.h"

#include <linear.h>

#include <cstdlib>
#include <memory>

#include "knowledge/fit_order.h"

namespace charley::match {
namespace {

// How much errors cost beside the size of the weights; from 0.2 to 1 accuracy is the same.
constexpr double kCost = 0.5;
constexpr double kTolerance = 0.1;  // liblinear's default for the dual solver
constexpr double kLogisticCost = 10;
constexpr double kLogisticTolerance = 1e-4;

struct FreeModel {
  void operator()(model* trained) const { free_and_destroy_model(&trained); }
};
using TrainedModel = std::unique_ptr<model, FreeModel>;

void KeepSilent(const char*) {}

// A problem in liblinear's own layout.
class Problem {
 public:
  explicit Problem(int features) : features_(features) {}

  void Start(double label) {
    starts_.push_back(nodes_.size());
    labels_.push_back(label);
  }
  void Add(int feature, double value) { nodes_.push_back({feature + 1, value}); }
  void End() {
    nodes_.push_back({features_ + 1, 1.0});  // the constant
    nodes_.push_back({-1, 0.0});
  }

  // Errors on messages labelled 1 cost `ones` times as much as others.
  TrainedModel Train(int solver, double cost, double tolerance, double ones = 1) {
    std::vector<feature_node*> rows;
    rows.reserve(starts_.size());
    for (const size_t start : starts_) rows.push_back(nodes_.data() + start);
    problem data{};
    data.l = static_cast<int>(labels_.size());
    data.n = features_ + 1;
    data.y = labels_.data();
    data.x = rows.data();
    data.bias = 1;
    parameter options{};
    options.solver_type = solver;
    options.C = cost;
    options.eps = tolerance;
    int weighed = 1;
    options.nr_weight = 1;
    options.weight_label = &weighed;
    options.weight = &ones;
    set_print_string_function(&KeepSilent);
    std::srand(1);
    return TrainedModel(train(&data, &options));
  }

 private:
  int features_;
  std::vector<feature_node> nodes_;
  std::vector<size_t> starts_;
  std::vector<double> labels_;
};

}  // namespace

namespace {

knowledge::FitOrder OrderOf(const LabelledVectors& data, size_t features) {
  knowledge::FitOrder order(features);
  for (const FeatureVector* vector : data.vectors) {
    for (const FeatureValue& value : *vector) order.Count(value.feature);
  }
  order.Number();
  return order;
}

Problem ProblemOf(const LabelledVectors& data, const knowledge::FitOrder& order) {
  Problem problem(static_cast<int>(order.size()));
  for (size_t i = 0; i < data.vectors.size(); ++i) {
    problem.Start(data.labels[i]);
    for (const FeatureValue& value : *data.vectors[i]) {
      problem.Add(static_cast<int>(order.NumberOf(value.feature)),
                  static_cast<double>(value.value));
    }
    problem.End();
  }
  return problem;
}

}  // namespace

LinearWeights TrainOneVersusRest(const LabelledVectors& data, size_t features, size_t classes) {
  const knowledge::FitOrder order = OrderOf(data, features);
  const TrainedModel trained = ProblemOf(data, order).Train(L2R_L2LOSS_SVC_DUAL, kCost, kTolerance);
  LinearWeights weights;
  weights.classes = classes;
  weights.rows.assign(features * classes, 0.0F);
  weights.biases.assign(classes, -1.0F);  // a class without messages is never chosen
  const auto present = static_cast<size_t>(trained->nr_class);
  // With two classes liblinear keeps one column: that of the class that it saw first.
  const size_t columns = present == 2 ? 1 : present;
  for (size_t column = 0; column < present; ++column) {
    const auto label = static_cast<size_t>(trained->label[column]);
    const float sign = present == 2 && column == 1 ? -1.0F : 1.0F;
    const auto at = [&](size_t number) {
      return sign * static_cast<float>(trained->w[number * columns + column % columns]);
    };
    for (size_t i = 0; i < order.size(); ++i) {
      weights.rows[order.features()[i] * classes + label] = at(i);
    }
    weights.biases[label] = at(order.size());
  }
  return weights;
}

LinearWeights TrainBalanced(const LabelledVectors& data, size_t features) {
  double ones = 0;
  for (const int label : data.labels) ones += label == 1 ? 1 : 0;
  const double zeros = static_cast<double>(data.labels.size()) - ones;
  const knowledge::FitOrder order = OrderOf(data, features);
  const TrainedModel trained =
      ProblemOf(data, order).Train(L2R_L2LOSS_SVC_DUAL, kCost, kTolerance, zeros / ones);
  const float sign = trained->label[0] == 1 ? 1.0F : -1.0F;
  LinearWeights weights;
  weights.classes = 1;
  weights.rows.assign(features, 0.0F);
  const auto at = [&](size_t number) { return sign * static_cast<float>(trained->w[number]); };
  for (size_t i = 0; i < order.size(); ++i) weights.rows[order.features()[i]] = at(i);
  weights.biases.push_back(at(order.size()));
  return weights;
}

LinearWeights Join(const LinearWeights& left, const LinearWeights& right) {
  LinearWeights both;
  both.classes = left.classes + right.classes;
  const size_t features = left.rows.size() / left.classes;
  both.rows.reserve(features * both.classes);
  for (size_t feature = 0; feature < features; ++feature) {
    for (const LinearWeights* side : {&left, &right}) {
      const auto begin = side->rows.begin() + static_cast<std::ptrdiff_t>(feature * side->classes);
      both.rows.insert(both.rows.end(), begin, begin + static_cast<std::ptrdiff_t>(side->classes));
    }
  }
  both.biases = left.biases;
  both.biases.insert(both.biases.end(), right.biases.begin(), right.biases.end());
  return both;
}

std::vector<float> Decide(const LinearWeights& weights, const FeatureVector& vector) {
  std::vector<float> scores = weights.biases;
  for (const FeatureValue& value : vector) {
    const float* row = weights.rows.data() + value.feature * weights.classes;
    for (size_t i = 0; i < weights.classes; ++i) scores[i] += value.value * row[i];
  }
  return scores;
}

std::vector<double> TrainLogistic(const std::vector<std::vector<double>>& rows,
                                  const std::vector<bool>& labels) {
  const size_t width = rows.front().size();
  Problem problem(static_cast<int>(width));
  for (size_t i = 0; i < rows.size(); ++i) {
    problem.Start(labels[i] ? 1 : -1);
    for (size_t j = 0; j < width; ++j) problem.Add(static_cast<int>(j), rows[i][j]);
    problem.End();
  }
  const TrainedModel trained = problem.Train(L2R_LR, kLogisticCost, kLogisticTolerance);
  const double sign = trained->label[0] == 1 ? 1 : -1;
  std::vector<double> coefficients(trained->w, trained->w + width + 1);
  for (double& coefficient : coefficients) coefficient *= sign;
  return coefficients;
}

}  // namespace charley::match
