#include "service/answer/reply_parts.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "charley/v1/assistant.pb.h"
#include "service/answer/numbers.h"
#include "service/answer/reply_writer.h"
#include "service/answer/suggestions.h"

namespace charley::answer {

using v1::AskResponse;

void ReplyParts::List::Add(absl::string_view value) {
  bytes_.append(value.data(), value.size());
  ends_.push_back(bytes_.size());
}

void ReplyParts::List::AddField(int field, absl::string_view value) {
  ReplyWriter writer;
  writer.Add(field, value);
  Add(std::move(writer).Take());
}

absl::string_view ReplyParts::List::operator[](int index) const {
  const auto at = static_cast<size_t>(index);
  const size_t begin = at == 0 ? 0 : ends_[at - 1];
  return absl::string_view(bytes_).substr(begin, ends_[at] - begin);
}

ReplyParts::ReplyParts(const knowledge::v1::Pack& pack, const std::string& version,
                       const Catalogue& catalogue) {
  ReplyWriter versioned;
  versioned.Add(AskResponse::kPackVersionFieldNumber, version);
  pack_version_ = std::move(versioned).Take();
  for (const knowledge::v1::Topic& topic : pack.topics()) {
    answers_.Add(catalogue.ComposeAnswer(topic).SerializeAsString());
    suggestions_.AddField(AskResponse::kSuggestionsFieldNumber, Suggest(topic).SerializeAsString());
  }
  for (const auto& entry : pack.small_talk()) {
    v1::SmallTalk small_talk;
    small_talk.set_text(entry.text());
    small_talk_.AddField(AskResponse::kSmallTalkFieldNumber, small_talk.SerializeAsString());
  }
  const auto& manifest = pack.manifest();
  for (int region = -1; region < pack.regions_size(); ++region) {
    const Numbers numbers(pack, region);
    v1::NotCovered not_covered;
    not_covered.set_text(numbers.Fill(manifest.not_covered()));
    not_covered_.AddField(AskResponse::kNotCoveredFieldNumber, not_covered.SerializeAsString());
    left_out_.AddField(AskResponse::kLeftOutFieldNumber, numbers.Fill(manifest.left_out()));
    const std::string safety_net = numbers.Fill(manifest.safety_net());
    safety_nets_.AddField(AskResponse::kSafetyNetFieldNumber, safety_net);
    general_safety_nets_.AddField(
        AskResponse::kSafetyNetFieldNumber,
        absl::StrCat(safety_net, " ", numbers.Fill(manifest.information_card())));
  }
}

}  // namespace charley::answer
