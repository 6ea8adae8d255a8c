"""Xapian as a peer: BM25 over English stems; the nearest 30 training texts vote for their topics.

Of the numbers of votes from 1 to 50, 30 found the topic most often on the tuning sets; the topics' share of the votes,
beside the out-of-scope texts, refused better than any score.
"""

from collections import Counter
from pathlib import Path

import xapian

from peer import Answer, Text, run

VOTES = 30


class XapianPeer:
    def __init__(self) -> None:
        self.terms = xapian.TermGenerator()
        self.terms.set_stemmer(xapian.Stem("en"))

    def document(self, text: str) -> xapian.Document:
        document = xapian.Document()
        self.terms.set_document(document)
        self.terms.index_text(text)
        return document

    def build(self, training: list[Text], model: Path) -> None:
        database = xapian.WritableDatabase(str(model), xapian.DB_CREATE_OR_OVERWRITE)
        for topic, text in training:
            document = self.document(text)
            document.set_data(topic)
            database.add_document(document)
        database.commit()

    def load(self, model: Path) -> None:
        self.database = xapian.Database(str(model))

    def answer(self, text: str) -> Answer:
        stems = [item.term for item in self.document(text).termlist() if item.term.startswith(b"Z")]
        nearest = xapian.Enquire(self.database)
        nearest.set_query(xapian.Query(xapian.Query.OP_OR, stems))
        votes: Counter[str] = Counter()
        for match in nearest.get_mset(0, VOTES):
            votes[match.document.get_data().decode()] += match.weight
        none = votes.pop("", 0)
        if not votes:
            return Answer("", 0)
        return Answer(max(votes, key=votes.__getitem__), 1 - none / (none + votes.total()))


if __name__ == "__main__":
    run(XapianPeer())
