// Fits of one pack, two at a time.

#ifndef CHARLEY_SERVICE_CURATE_SIDE_BY_SIDE_H_
#define CHARLEY_SERVICE_CURATE_SIDE_BY_SIDE_H_

#include <cstddef>
#include <vector>

#include "absl/functional/function_ref.h"
#include "knowledge/model_fits.h"

namespace charley::curate {

// A knowledge::RunFits: fit(0), fit(1) and so on, as if one after another. Every other one is
// fitted in a process of its own: liblinear draws from the one sequence of random numbers that a
// process has, so that with threads no pack would come out twice the same. Where no process can be
// made, or it ends without its numbers, this one fits them. Call it while the program has no other
// thread.
std::vector<knowledge::FittedNumbers> FitSideBySide(
    size_t count, absl::FunctionRef<knowledge::FittedNumbers(size_t)> fit);

}  // namespace charley::curate

#endif  // CHARLEY_SERVICE_CURATE_SIDE_BY_SIDE_H_
