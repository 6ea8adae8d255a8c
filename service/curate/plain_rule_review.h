// Whether rules that decide alone are as plain as they should be.

#ifndef CHARLEY_SERVICE_CURATE_PLAIN_RULE_REVIEW_H_
#define CHARLEY_SERVICE_CURATE_PLAIN_RULE_REVIEW_H_

#include <string>
#include <vector>

#include "charley/knowledge/v1/pack.pb.h"
#include "knowledge/check.h"
#include "knowledge/labelled_messages.h"
#include "service/answer/engine.h"

namespace charley::curate {

// A rule that needs no support raises whatever holds its words. It is told of when it raises at
// least this many ordinary messages, and this share of them, that nothing else would have raised.
// In November 2026 "offing", whose stem is "of", and other phrases of one rule raised 34 of 23,443.
inline constexpr int kFewestRaised = 5;
inline constexpr double kMostRaisedShare = 0.0004;

// The messages of a pack's training that nothing urgent is told in.
knowledge::LabelledMessages OrdinaryMessagesOf(const knowledge::v1::Pack& authored);

// Warns of rules that raise too many of `ordinary` alone, in the pack's order, with the words of
// one message that met the rule.
std::vector<knowledge::Problem> ReviewPlainRules(const answer::Engine& engine,
                                                 const knowledge::LabelledMessages& ordinary);

}  // namespace charley::curate

#endif  // CHARLEY_SERVICE_CURATE_PLAIN_RULE_REVIEW_H_
