// From scores to probabilities and a threshold, by cross-validation.

#ifndef CHARLEY_SERVICE_MATCH_CALIBRATION_H_
#define CHARLEY_SERVICE_MATCH_CALIBRATION_H_

#include <vector>

#include "charley/knowledge/v1/ranker.pb.h"
#include "service/match/scoring_model.h"
#include "service/match/targets.h"
#include "service/match/training_set.h"

namespace charley::match {

// The sharpness from 1 to 32 under whose softmax the labels are likeliest.
float FitSharpness(const std::vector<TrainingMessage>& messages, const std::vector<Scores>& scores,
                   const Targets& targets);

// Fills in a model's sharpness, coverage, threshold and rates, from scores that each message got
// from a classifier that had not seen it.
void Calibrate(const std::vector<TrainingMessage>& messages, const std::vector<Scores>& scores,
               const Targets& targets, knowledge::v1::RankerModel& model);

}  // namespace charley::match

#endif  // CHARLEY_SERVICE_MATCH_CALIBRATION_H_
