"""How well a peer answered, from its answers and the labels."""

import json
import math
from pathlib import Path
from typing import Any, NamedTuple

ACCEPTED = 0.95  # of the questions in scope

Line = dict[str, Any]


class Rate(NamedTuple):
    right: float
    all: int

    def percent(self) -> float:
        return 100 * self.right / self.all if self.all else 0.0

    def interval(self) -> tuple[float, float]:
        """The 95 % interval in percent, after Wilson 1927."""
        z, n = 1.959964, self.all
        if n == 0:
            return 0.0, 100.0
        share = self.right / n
        centre = share + z * z / (2 * n)
        spread = z * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
        return 100 * (centre - spread) / (1 + z * z / n), 100 * (centre + spread) / (1 + z * z / n)


class Measured(NamedTuple):
    right: Rate  # in scope: the topic's place is accepted
    misspelt: Rate  # the same, with typing errors
    refused: Rate  # out of scope
    accepted: Rate  # in scope: not refused, where `refused` was measured
    median_micros: float
    p99_micros: float
    resident_mib: float
    right_by_file: dict[str, Rate]


def read_lines(path: Path) -> list[Line]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def percentile(values: list[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


class Judge:
    """Holds what is right; knows no peer."""

    def __init__(self, folder: Path) -> None:
        self.labels: dict[str, Line] = {line["id"]: line for line in read_lines(folder / "labels.jsonl")}
        self.places: dict[str, set[int]] = {
            line["topic"]: set(line["paragraphs"]) for line in read_lines(folder / "topics.jsonl")
        }

    def measure(self, answers_file: Path) -> Measured:
        *answers, last = read_lines(answers_file)
        in_scope = self.of_kind(answers, "in_scope", misspelt=False)
        out_of_scope = self.of_kind(answers, "out_of_scope", misspelt=False)
        micros = [a["micros"] for a in answers if not self.labels[a["id"]]["misspelt"]]
        threshold = lowest_accepted(in_scope)
        return Measured(
            right=self.rate(in_scope),
            misspelt=self.rate(self.of_kind(answers, "in_scope", misspelt=True)),
            refused=Rate(sum(is_refused(a, threshold) for a in out_of_scope), len(out_of_scope)),
            accepted=Rate(sum(is_accepted(a, threshold) for a in in_scope), len(in_scope)),
            median_micros=percentile(micros, 0.5),
            p99_micros=percentile(micros, 0.99),
            resident_mib=last["resident_mib"],
            right_by_file=self.rate_by_file(in_scope),
        )

    def rate_by_file(self, answers: list[Line]) -> dict[str, Rate]:
        by_file: dict[str, list[Line]] = {}
        for answer in answers:
            by_file.setdefault(self.labels[answer["id"]]["file"], []).append(answer)
        return {file: self.rate(of_file) for file, of_file in by_file.items()}

    def of_kind(self, answers: list[Line], kind: str, misspelt: bool) -> list[Line]:
        wanted = (kind, misspelt)
        return [a for a in answers if (self.labels[a["id"]]["kind"], self.labels[a["id"]]["misspelt"]) == wanted]

    def rate(self, answers: list[Line]) -> Rate:
        return Rate(sum(map(self.credit, answers)), len(answers))

    def credit(self, answer: Line) -> float:
        accepted = set(self.labels[answer["id"]]["paragraphs"])
        right = any(self.places[topic] & accepted for topic in answer["topics"])
        return (0.5 if answer["reply"] == "clarification" else 1.0) if right else 0.0


def lowest_accepted(in_scope: list[Line]) -> float:
    """The highest score from which 95 % of the questions in scope are accepted."""
    scores = sorted((answer["score"] for answer in in_scope), reverse=True)
    return scores[math.ceil(ACCEPTED * len(scores)) - 1] if scores else 0.0


def is_refused(answer: Line, threshold: float) -> bool:
    return answer["reply"] == "refusal" or bool(answer["reply"] == "answer" and answer["score"] < threshold)


def is_accepted(answer: Line, threshold: float) -> bool:
    return answer["reply"] != "escalation" and not is_refused(answer, threshold)
