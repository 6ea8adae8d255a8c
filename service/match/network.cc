#include "service/match/network.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <utility>

namespace charley::match {
namespace {

// Chosen on the tuning questions. Twice the units gain half a point and cost a tenth of an answer's
// time; twice the rounds gain nothing.
constexpr size_t kUnits = 24;
constexpr int kRounds = 20;  // over all messages
constexpr float kFirstRate = 0.1F;
constexpr float kFeaturesLeftOut = 0.5F;
constexpr float kUnitsLeftOut = 0.2F;
constexpr float kSmoothing = 0.05F;   // of a label's certainty, spread over all classes
constexpr float kDecay = 0.003F;      // of the inner weights that a message touches
constexpr float kWidestInner = 0.1F;  // of the weights to begin with
constexpr float kLeastSquare = 1e-8F;
constexpr uint32_t kSeed = 1;

// Numbers that are the same on every machine, unlike those of the standard distributions.
class Chance {
 public:
  // In [0, 1).
  float Draw() { return static_cast<float>(engine_() >> 8) / (1U << 24); }
  size_t Below(size_t end) { return engine_() % end; }

 private:
  std::mt19937 engine_{kSeed};
};

// Numbers that are moved against their gradients, each by less the more it has been moved.
class Weights {
 public:
  Weights(size_t size, float widest, Chance& chance) : values_(size), squares_(size, kLeastSquare) {
    for (float& value : values_) value = (2 * chance.Draw() - 1) * widest;
  }

  const float* Row(size_t begin) const { return values_.data() + begin; }
  std::vector<float> Take() && { return std::move(values_); }

  // Moves a row: its gradients are `factor` times those given, besides the decay.
  void Move(size_t begin, absl::Span<const float> gradients, float factor, float rate,
            float decay) {
    float* __restrict values = values_.data() + begin;
    float* __restrict squares = squares_.data() + begin;
    for (size_t i = 0; i < gradients.size(); ++i) {
      const float gradient = factor * gradients[i];
      squares[i] += gradient * gradient;
      values[i] -= rate * (gradient / std::sqrt(squares[i]) + decay * values[i]);
    }
  }

 private:
  std::vector<float> values_;
  std::vector<float> squares_;  // the sum of each number's squared gradients
};

void AddRow(float factor, const float* __restrict row, std::vector<float>& sums) {
  float* __restrict to = sums.data();
  for (size_t i = 0; i < sums.size(); ++i) to[i] += factor * row[i];
}

class Trainer {
 public:
  Trainer(size_t features, size_t classes)
      : classes_(classes),
        inner_(features * kUnits, kWidestInner, chance_),
        outer_(kUnits * classes, std::sqrt(3.0F / kUnits), chance_),
        inner_biases_(kUnits, 0, chance_),
        outer_biases_(classes, 0, chance_),
        units_(kUnits),
        unit_gradients_(kUnits),
        outputs_(classes) {}

  Network Run(const LabelledVectors& data) && {
    std::vector<size_t> order(data.vectors.size());
    std::iota(order.begin(), order.end(), size_t{0});
    const auto steps = static_cast<double>(order.size()) * kRounds;
    double step = 0;
    for (int round = 0; round < kRounds; ++round) {
      for (size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[chance_.Below(i)]);
      for (const size_t at : order) {
        rate_ = kFirstRate * static_cast<float>(1 - step / steps);
        Learn(*data.vectors[at], static_cast<size_t>(data.labels[at]));
        ++step;
      }
    }
    return {{kUnits, std::move(inner_).Take(), std::move(inner_biases_).Take()},
            {classes_, std::move(outer_).Take(), std::move(outer_biases_).Take()}};
  }

 private:
  void Learn(const FeatureVector& vector, size_t label) {
    LeaveOut(vector);
    ComputeUnits();
    ComputeOutputs();
    for (float& output : outputs_) output -= kSmoothing / static_cast<float>(classes_);
    outputs_[label] -= 1 - kSmoothing;  // now the gradients of the outputs
    MoveOuter();
    MoveInner();
  }

  void LeaveOut(const FeatureVector& vector) {
    kept_.clear();
    for (const FeatureValue& value : vector) {
      if (chance_.Draw() < kFeaturesLeftOut) continue;
      kept_.push_back({value.feature, value.value / (1 - kFeaturesLeftOut)});
    }
  }

  void ComputeUnits() {
    std::copy_n(inner_biases_.Row(0), kUnits, units_.begin());
    for (const FeatureValue& value : kept_) {
      AddRow(value.value, inner_.Row(value.feature * kUnits), units_);
    }
    for (float& unit : units_) {
      const bool left_out = chance_.Draw() < kUnitsLeftOut;
      unit = left_out || unit < 0 ? 0 : unit / (1 - kUnitsLeftOut);
    }
  }

  // Probabilities of the classes.
  void ComputeOutputs() {
    std::copy_n(outer_biases_.Row(0), classes_, outputs_.begin());
    for (size_t unit = 0; unit < kUnits; ++unit) {
      AddRow(units_[unit], outer_.Row(unit * classes_), outputs_);
    }
    const float most = *std::max_element(outputs_.begin(), outputs_.end());
    float sum = 0;
    for (float& output : outputs_) {
      output = std::exp(output - most);
      sum += output;
    }
    for (float& output : outputs_) output /= sum;
  }

  void MoveOuter() {
    for (size_t unit = 0; unit < kUnits; ++unit) {
      unit_gradients_[unit] = 0;
      if (units_[unit] == 0) continue;  // it was left out, or below zero, where it is flat
      const size_t row = unit * classes_;
      unit_gradients_[unit] =
          std::inner_product(outputs_.begin(), outputs_.end(), outer_.Row(row), 0.0F) /
          (1 - kUnitsLeftOut);
      outer_.Move(row, outputs_, units_[unit], rate_, 0);
    }
    outer_biases_.Move(0, outputs_, 1, rate_, 0);
  }

  void MoveInner() {
    for (const FeatureValue& value : kept_) {
      inner_.Move(value.feature * kUnits, unit_gradients_, value.value, rate_, kDecay);
    }
    inner_biases_.Move(0, unit_gradients_, 1, rate_, 0);
  }

  const size_t classes_;
  Chance chance_;
  Weights inner_;
  Weights outer_;
  Weights inner_biases_;
  Weights outer_biases_;
  float rate_ = 0;
  // Of the message that is learned from.
  FeatureVector kept_;
  std::vector<float> units_;
  std::vector<float> unit_gradients_;
  std::vector<float> outputs_;
};

}  // namespace

Network TrainNetwork(const LabelledVectors& data, size_t features, size_t classes) {
  return Trainer(features, classes).Run(data);
}

void AddOutputs(const LinearWeights& outer, absl::Span<const float> units, float* scores) {
  float* __restrict to = scores;
  for (size_t i = 0; i < outer.classes; ++i) to[i] += outer.biases[i];
  for (size_t unit = 0; unit < units.size(); ++unit) {
    if (units[unit] <= 0) continue;
    const float* __restrict row = outer.rows.data() + unit * outer.classes;
    for (size_t i = 0; i < outer.classes; ++i) to[i] += units[unit] * row[i];
  }
}

}  // namespace charley::match
