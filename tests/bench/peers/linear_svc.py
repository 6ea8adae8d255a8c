"""A plain linear model as a peer: TF-IDF of words (1 and 2) and of characters (2 to 5), one LinearSVC.

The out-of-scope texts are a class of their own. Of LinearSVC (C of 0.3, 1 and 3) and logistic regression this did best
on the tuning sets; the lead over that class refused better than its score alone.
"""

from pathlib import Path

import joblib
import numpy
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import make_pipeline, make_union
from sklearn.svm import LinearSVC

from peer import Answer, Text, run


class LinearPeer:
    def build(self, training: list[Text], model: Path) -> None:
        features = make_union(
            TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True),
            TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True),
        )
        classifier = make_pipeline(features, LinearSVC(C=1, random_state=0))
        joblib.dump(classifier.fit([text for _, text in training], [topic for topic, _ in training]), model)

    def load(self, model: Path) -> None:
        self.classifier = joblib.load(model)
        self.classes: list[str] = self.classifier.classes_.tolist()
        self.none = self.classes.index("")

    def answer(self, text: str) -> Answer:
        scores = self.classifier.decision_function([text])[0]
        none = scores[self.none]
        scores[self.none] = -numpy.inf
        best = int(scores.argmax())
        return Answer(self.classes[best], float(scores[best] - none))


if __name__ == "__main__":
    run(LinearPeer())
