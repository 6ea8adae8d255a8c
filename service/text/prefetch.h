// Asking memory for what is read soon.

#ifndef CHARLEY_SERVICE_TEXT_PREFETCH_H_
#define CHARLEY_SERVICE_TEXT_PREFETCH_H_

namespace charley::text {

// Asks memory for the line of an address, which need not be valid.
inline void Prefetch(const void* address) {
  __builtin_prefetch(address);
  // GCC 12 takes a function whose only effect is a prefetch to have none, and drops its calls. What
  // stands in assembly it does not judge.
  asm volatile("");
}

}  // namespace charley::text

#endif  // CHARLEY_SERVICE_TEXT_PREFETCH_H_
