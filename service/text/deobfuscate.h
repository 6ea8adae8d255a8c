// Undoes the small disguises of letters: "c4nt br34the", "c h e s t", "sw*llen".

#ifndef CHARLEY_SERVICE_TEXT_DEOBFUSCATE_H_
#define CHARLEY_SERVICE_TEXT_DEOBFUSCATE_H_

#include <string>

namespace charley::text {

// Removes apostrophes that stand between two letters: "can't" becomes "cant". In place, linear.
void DropApostrophes(std::string& normalized);

// Spells "cannot" and "can not" as "cant". In place, linear.
void ShortenCannot(std::string& normalized);

// Reads digits and signs between letters as the letters they stand for, joins letters that are
// spaced out one by one, drops stars inside words, and shortens runs of three or more of one letter
// to two. Numbers with units ("20mg", "b12") stay. In place, linear.
void UndoObfuscation(std::string& normalized);

}  // namespace charley::text

#endif  // CHARLEY_SERVICE_TEXT_DEOBFUSCATE_H_
