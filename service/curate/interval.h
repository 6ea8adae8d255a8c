// How sure a measured rate is.

#ifndef CHARLEY_SERVICE_CURATE_INTERVAL_H_
#define CHARLEY_SERVICE_CURATE_INTERVAL_H_

namespace charley::curate {

// Bounds of a rate, 0 to 1.
struct Interval {
  double low = 0;
  double high = 1;
};

// The 95 % score interval of Wilson (1927), without continuity correction, for `credit` out of `n`;
// halves are allowed. The whole of 0 to 1 when `n` is 0.
Interval WilsonInterval(double credit, int n);

}  // namespace charley::curate

#endif  // CHARLEY_SERVICE_CURATE_INTERVAL_H_
