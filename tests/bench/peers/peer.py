"""What the Python peers of the comparison share: training texts and questions in, answers out.

PEER build TRAINING.jsonl MODEL       learns from lines {"topic", "text"}; topic "": none of the topics
PEER answer MODEL < questions         answers lines {"id", "text", ...} by lines
                                      {"id", "topics", "score", "reply", "micros"}, then {"resident_mib"}
"""

import json
import resource
import sys
import time
from pathlib import Path
from typing import Any, NamedTuple, Protocol

WARM_UP = 200  # questions that are asked twice, untimed at first


class Text(NamedTuple):
    topic: str
    text: str


class Answer(NamedTuple):
    topic: str
    score: float  # the higher, the surer that a topic answers


class Peer(Protocol):
    def build(self, training: list[Text], model: Path) -> None: ...

    def load(self, model: Path) -> None: ...

    def answer(self, text: str) -> Answer: ...


def resident_mib() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 2**20


def answer_questions(peer: Peer) -> None:
    questions: list[dict[str, Any]] = [json.loads(line) for line in sys.stdin]
    for question in questions[:WARM_UP]:
        peer.answer(question["text"])
    for question in questions:
        start = time.process_time_ns()
        topic, score = peer.answer(question["text"])
        micros = (time.process_time_ns() - start) / 1000
        topics = [topic] if topic else []
        print(json.dumps({"id": question["id"], "topics": topics, "score": score, "reply": "answer", "micros": micros}))
    print(json.dumps({"resident_mib": resident_mib()}))


def run(peer: Peer) -> None:
    match sys.argv[1:]:
        case ["build", training, model]:
            lines = Path(training).read_text(encoding="utf-8").splitlines()
            peer.build([Text(**json.loads(line)) for line in lines], Path(model))
        case ["answer", model]:
            peer.load(Path(model))
            answer_questions(peer)
        case _:
            sys.exit(__doc__)
