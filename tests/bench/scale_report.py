"""Writes the tables and the plots of scale.sh.

scale_report.py WORK_FOLDER COMPILED_TOPICS...
"""

import sys
from pathlib import Path
from typing import NamedTuple

from matplotlib import pyplot
from matplotlib.axes import Axes
from matplotlib.ticker import NullLocator

import plots
from machine import described
from measure import percentile, read_lines

TABLE = Path("tests/bench/results/scale.md")
PLOT = Path("docs/images/scale.svg")


class Matching(NamedTuple):
    """One line of scale_matching."""

    topics: int
    words_seconds: float
    start_seconds: float
    median_micros: float
    p99_micros: float
    found_percent: float
    resident_mib: float


class Whole(NamedTuple):
    """A pack that was compiled, served and asked."""

    topics: int
    build_seconds: float
    build_processor_seconds: float
    pack_mib: float
    start_seconds: float
    start_processor_seconds: float
    resident_mib: float
    median_micros: float
    p99_micros: float
    answered_percent: float  # by the topic that the question was made for


class Bar(NamedTuple):
    what: str
    measured: float
    limit: float
    unit: str

    def row(self) -> str:
        verdict = "met" if self.measured < self.limit else "**missed**"
        return f"| {self.what} | under {self.limit:g} {self.unit} | {self.measured:.3g} {self.unit} | {verdict} |"


def matching_of(line: str) -> Matching:
    topics, *figures = line.strip().strip("|").split("|")
    return Matching(int(topics), *map(float, figures))


def whole_of(work: Path, topics: int) -> Whole:
    folder = work / str(topics)
    start, start_processor, resident_kib = (folder / "start").read_text().split()
    answers = read_lines(folder / "answers.jsonl")[:-1]
    micros = [answer["micros"] for answer in answers]
    return Whole(
        topics,
        float((folder / "build.clock").read_text()),
        float((folder / "build.processor").read_text()),
        (folder / "pack.db").stat().st_size / 2**20,
        float(start),
        float(start_processor),
        int(resident_kib) / 1024,
        percentile(micros, 0.5),
        percentile(micros, 0.99),
        100 * sum(answer["topics"] == [answer["id"]] for answer in answers) / len(answers),
    )


def bars(matching: list[Matching], whole: list[Whole]) -> list[Bar]:
    small, large = (next(row for row in matching if row.topics == topics) for topics in (5000, 50_000))
    found = [
        Bar("matching: p99", large.p99_micros / 1000, 1, "ms"),
        Bar("matching: median over that of 5,000 topics", large.median_micros / small.median_micros, 3, "times"),
    ]
    by_topics = {row.topics: row for row in whole}
    if 50_000 not in by_topics:
        return found
    served = by_topics[50_000]
    found += [
        Bar("compiled by `charley-curate build`", served.build_seconds, 60, "s"),
        Bar("`charleyd` started, until it is ready", served.start_seconds, 3, "s"),
        Bar("`charleyd`, resident", served.resident_mib / 1024, 1, "GiB"),
        Bar("whole answer: p99", served.p99_micros / 1000, 1, "ms"),
    ]
    if 5000 in by_topics:
        ratio = served.median_micros / by_topics[5000].median_micros
        found.append(Bar("whole answer: median over that of 5,000 topics", ratio, 3, "times"))
    return found


def matching_row(row: Matching) -> str:
    return (
        f"| {row.topics:,} | {row.start_seconds:.2f} | {row.median_micros:.0f} | {row.p99_micros:.0f} "
        f"| {row.found_percent:.1f} | {row.resident_mib:.0f} |"
    )


def whole_row(row: Whole) -> str:
    return (
        f"| {row.topics:,} | {row.build_seconds:.1f} ({row.build_processor_seconds:.1f}) | {row.pack_mib:.0f} "
        f"| {row.start_seconds:.2f} ({row.start_processor_seconds:.2f}) | {row.resident_mib:.0f} | {row.median_micros:.0f} | {row.p99_micros:.0f} "
        f"| {row.answered_percent:.1f} |"
    )


def table(matching: list[Matching], whole: list[Whole]) -> str:
    lines = "\n".join
    return f"""# Scale

Written by `bash tests/bench/scale.sh`: {described()}.

| 50,000 topics | bar | measured | |
|---|---|---|---|
{lines(bar.row() for bar in bars(matching, whole))}

## Matching

Reading and matching of 4,000 questions inside the process, by the index of examples (packs of more than 1,000 topics have no ranker). Times are processor time.

| topics | start, s | median, µs | p99, µs | topic found, % | resident, MiB |
|---:|---:|---:|---:|---:|---:|
{lines(map(matching_row, matching))}

## The whole way

The cramps pack with generated topics in place of its own, so that triage, its training and its words are real: compiled by `charley-curate build`, loaded by `charleyd` until its ready line (both by the
clock, in brackets processor time), and asked the same questions inside a process, triage and reply included.
A question is answered rightly by the topic that it was made for; the rest was refused, asked back or answered by another.
Packs of up to 1,000 topics learn a ranker too, which takes longer the more topics there are: `--compile "500 1000"` shows it.

| topics | built, s | pack, MiB | started, s | resident, MiB | median, µs | p99, µs | answered rightly, % |
|---:|---:|---:|---:|---:|---:|---:|---:|
{lines(map(whole_row, whole))}

Topics have 12 examples each, with words that follow Zipf's law, from a seeded generator: [generate_pack.h](../generate_pack.h).

![Growth from 100 to 50,000 topics](../../../docs/images/scale.svg)
"""


def draw_line(axes: Axes, rows: list[Matching] | list[Whole], field: str, name: str, color: str, style: str) -> None:
    axes.plot(
        [row.topics for row in rows],
        [getattr(row, field) for row in rows],
        style,
        color=color,
        label=name,
        markersize=4,
    )


def prepare(axes: Axes, title: str, bar: float | None) -> None:
    axes.set_xscale("log")
    axes.set_yscale("log")
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_formatter("{x:,g}")
        axis.set_minor_locator(NullLocator())
    if bar is not None:
        axes.axhline(bar, color=plots.SECOND, linewidth=1, linestyle=(0, (4, 3)))
    axes.grid()
    axes.set_xlabel("topics")
    axes.set_title(title)
    axes.legend(frameon=False)


def draw(matching: list[Matching], whole: list[Whole]) -> None:
    figure, (times, memory, starts) = pyplot.subplots(1, 3, figsize=(11, 3.6), layout="constrained")
    draw_line(times, matching, "p99_micros", "matching, p99", plots.OURS, "o--")
    draw_line(times, matching, "median_micros", "matching, median", plots.OURS, "o-")
    draw_line(times, whole, "p99_micros", "whole answer, p99", "black", "s--")
    draw_line(times, whole, "median_micros", "whole answer, median", "black", "s-")
    prepare(times, "Time of a question, µs (bar: 1,000)", 1000)
    draw_line(memory, matching, "resident_mib", "matching", plots.OURS, "o-")
    draw_line(memory, whole, "resident_mib", "charleyd", "black", "s-")
    prepare(memory, "Resident memory, MiB (bar: 1,024)", 1024)
    draw_line(starts, whole, "build_seconds", "compiled (bar: 60)", "black", "s--")
    draw_line(starts, whole, "start_seconds", "charleyd ready (bar: 3)", "black", "s-")
    draw_line(starts, matching, "start_seconds", "matching's index", plots.OURS, "o-")
    prepare(starts, "Build and start, s", None)
    plots.save(figure, PLOT)


def main() -> None:
    work = Path(sys.argv[1])
    matching = [matching_of(line) for line in (work / "matching").read_text().splitlines()]
    whole = [whole_of(work, int(topics)) for topics in sys.argv[2:]]
    text = table(matching, whole)
    TABLE.parent.mkdir(parents=True, exist_ok=True)
    TABLE.write_text(text, encoding="utf-8")
    draw(matching, whole)
    print(text)
    print(f"Written to {TABLE} and {PLOT}")


main()
