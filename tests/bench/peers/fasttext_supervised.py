"""fastText as a peer: a supervised model over words and character 2- to 5-grams, one label for each topic and one for none.

Of a dozen settings these did best on the tuning sets. One thread and a seed, so that each run learns the same.
"""

import json
import re
from pathlib import Path
from tempfile import NamedTemporaryFile

import fasttext

from peer import Answer, Text, run


def words(text: str) -> str:
    return " ".join(re.findall(r"[\w']+|\?", text.lower()))


class FastTextPeer:
    def build(self, training: list[Text], model: Path) -> None:
        topics = sorted({topic for topic, _ in training})
        with NamedTemporaryFile("w", suffix=".txt") as file:
            for topic, text in training:
                file.write(f"__label__{topics.index(topic)} {words(text)}\n")
            file.flush()
            learned = fasttext.train_supervised(
                file.name, lr=0.3, epoch=200, dim=50, minn=2, maxn=5, bucket=200000, thread=1, seed=1, verbose=0
            )
        learned.save_model(str(model))
        model.with_suffix(".topics").write_text(json.dumps(topics))

    def load(self, model: Path) -> None:
        self.model = fasttext.load_model(str(model))
        self.topics: list[str] = json.loads(model.with_suffix(".topics").read_text())

    def answer(self, text: str) -> Answer:
        labels, shares = self.model.predict(words(text), k=len(self.topics))
        ranked = {
            self.topics[int(label[len("__label__") :])]: float(share)
            for label, share in zip(labels, shares, strict=True)
        }
        none = ranked.pop("", 0.0)
        return Answer(max(ranked, key=ranked.__getitem__), 1 - none)


if __name__ == "__main__":
    run(FastTextPeer())
