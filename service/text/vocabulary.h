// The words that a pack knows.

#ifndef CHARLEY_SERVICE_TEXT_VOCABULARY_H_
#define CHARLEY_SERVICE_TEXT_VOCABULARY_H_

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "service/text/spelling.h"
#include "service/text/word_table.h"

namespace charley::text {

// Two words that were typed as one, and their worth beside a Correction's. 0: there are none.
struct Joined {
  WordId first = kNoWord;
  WordId second = kNoWord;
  float worth = 0;
};

// Every normalised word form of a pack and of its dictionary, with its stem. Domain words are those
// that the pack itself uses: unknown words are corrected to them alone; words of the dictionary are
// known to be no typing errors. Immutable once built; thread-safe. Ids are dense, from 0, and the
// same for the same additions in the same order.
class Vocabulary {
 public:
  // Collects words. `AddText` and `AddDomainWord` count how often a domain word is used: the
  // commoner one wins a correction.
  class Builder {
   public:
    // Adds every word of a text, after ReadMessage, as domain words.
    void AddText(absl::string_view raw);
    // Adds one normalised form as a domain word that is used `uses` times.
    void AddDomainWord(absl::string_view form, uint32_t uses = 1);
    // Adds one normalised form that is a real word of the language.
    void AddDictionaryWord(absl::string_view form);
    // The domain words added so far, a line each: the form, a space, its uses.
    std::string DomainWords() const;
    // Adds what DomainWords gave, in its order. False: the lines are not its own.
    bool AddDomainWords(absl::string_view lines);
    // Ends the building.
    Vocabulary Build() &&;

   private:
    struct Entry {
      uint32_t uses = 0;
      bool domain = false;
    };
    WordId Intern(absl::string_view form);
    // The parts of Build.
    void AddSpelling(Vocabulary& vocabulary) const;
    void AddWords(Vocabulary& vocabulary) const;

    std::vector<std::string> forms_;
    std::vector<Entry> entries_;
    absl::flat_hash_map<std::string, WordId> ids_;
  };

  // The word of a normalised form, if it is known.
  KnownWord Find(absl::string_view form) const { return words_->Find(form); }
  // The domain word that a form which Find does not know was most likely meant to be: at most one
  // edit (Damerau) away for 4 to 7 letters, two for longer ones.
  Correction Correct(absl::string_view form) const { return spelling_.Nearest(form); }
  // The two domain words that an unknown form is most likely made of ("chestpain").
  Joined Split(absl::string_view form) const;

  StemId Stem(WordId word) const { return words_->Stem(word); }
  // The id of a stem's own spelling ("swell" for "swollen" does not hold: it is Snowball's), or
  // kNoStem.
  StemId FindStem(absl::string_view stem) const;
  // A hash of each stem's spelling, by stem id: the same in every vocabulary, unlike the ids.
  std::vector<uint64_t> StemHashes() const;
  bool IsDomain(WordId word) const { return domain_[word]; }
  absl::string_view Form(WordId word) const { return words_->Form(word); }
  size_t size() const { return words_->size(); }
  size_t stem_count() const { return stem_ids_.size(); }

 private:
  std::unique_ptr<const WordTable> words_;
  std::vector<bool> domain_;
  std::vector<uint32_t> uses_;  // by word; none of those after the last domain word
  float total_uses_ = 0;
  absl::flat_hash_map<std::string, StemId> stem_ids_;
  Spelling spelling_;
};

}  // namespace charley::text

#endif  // CHARLEY_SERVICE_TEXT_VOCABULARY_H_
