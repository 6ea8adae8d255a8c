"""Writes the table and the plots of side_by_side.sh.

side_by_side_report.py WORK_FOLDER PACK QUESTIONS...
"""

import sys
from pathlib import Path
from typing import NamedTuple

from matplotlib import pyplot
from matplotlib.axes import Axes
from matplotlib.ticker import NullLocator

import plots
from machine import described
from measure import Judge, Measured

TABLE = Path("tests/bench/results/side_by_side.md")
PLOT = Path("docs/images/side_by_side.svg")

SERVED = "charley-served"
NAMES = {
    "charley": "Charley, best topic",
    SERVED: "Charley, as served",
    "linear-svc": "words and characters, LinearSVC",
    "fts5-porter": "SQLite FTS5 bm25, porter",
    "fts5-trigram": "SQLite FTS5 bm25, trigram",
    "xapian": "Xapian BM25, stems",
    "fasttext": "fastText, supervised",
    "node-nlp": "node-nlp",
}

# In the plot of costs: a short name, and where it stands beside its point.
LABELS = {
    "charley": ("Charley", (-7, 0), "right"),
    SERVED: ("Charley, as served", (5, -8), "left"),
    "linear-svc": ("LinearSVC", (7, 0), "left"),
    "fts5-porter": ("FTS5 porter", (-7, 0), "right"),
    "fts5-trigram": ("FTS5 trigram", (-7, 0), "right"),
    "xapian": ("Xapian", (-7, 0), "right"),
    "fasttext": ("fastText", (7, 4), "left"),
    "node-nlp": ("node-nlp", (-7, 0), "right"),
}


class Row(NamedTuple):
    name: str
    measured: Measured
    build_seconds: float

    def is_ours(self) -> bool:
        return self.name.startswith("charley")


def rows_of(work: Path) -> list[Row]:
    judge = Judge(work)
    build = {name: float((work / f"{name}.seconds").read_text()) for name in NAMES if name != SERVED}
    build[SERVED] = build["charley"]
    return [Row(name, judge.measure(work / f"{name}.answers.jsonl"), build[name]) for name in NAMES]


def table_row(row: Row) -> str:
    m = row.measured
    low, high = m.right.interval()
    cells = [
        NAMES[row.name],
        f"{m.right.percent():.1f} ({low:.1f} to {high:.1f})",
        f"{m.misspelt.percent():.1f}",
        f"{m.right.percent() - m.misspelt.percent():.1f}",
        f"{m.refused.percent():.1f}",
        f"{m.accepted.percent():.1f}",
        f"{m.median_micros:.0f}",
        f"{m.p99_micros:.0f}",
        f"{m.resident_mib:.0f}",
        f"{row.build_seconds:.1f}",
    ]
    return f"| {' | '.join(cells)} |"


def file_row(row: Row) -> str:
    cells = [f"{rate.percent():.1f} of {rate.all}" for rate in row.measured.right_by_file.values()]
    return f"| {' | '.join([NAMES[row.name], *cells])} |"


def file_table(rows: list[Row]) -> str:
    files = [Path(file).name for file in rows[0].measured.right_by_file]
    lines = [f"| right, in scope, % | {' | '.join(f'`{file}`' for file in files)} |", "|---" * (len(files) + 1) + "|"]
    return "\n".join(lines + [file_row(row) for row in rows])


def speed_line(rows: list[Row]) -> str:
    median = {row.name: row.measured.median_micros for row in rows}
    matched, served = (median["fts5-porter"] / median[name] for name in ("charley", SERVED))
    return (
        f"Charley's best topic takes {matched:.0f} times less time than FTS5 bm25 (porter) on the same texts, "
        f"and its whole reply, triage included, {served:.0f} times less; the bar is 50."
    )


def table(rows: list[Row], pack: str, questions: list[str]) -> str:
    right, refused = rows[0].measured.right, rows[0].measured.refused
    head = "| | right, in scope, % | misspelt, % | lost, points | refused, out of scope, % | accepted, in scope, % "
    head += "| median, µs | p99, µs | memory, MiB | build, s |"
    return f"""# Side by side

Written by `bash tests/bench/side_by_side.sh`: {described()}. Pack `{pack}`;
questions of {", ".join(f"`{file}`" for file in questions)}: {right.all} in scope, {refused.all} out of scope.

{head}
|---|---|---|---|---|---|---|---|---|---|
{chr(10).join(map(table_row, rows))}

{speed_line(rows)}

Files named `tuning` are those on which thresholds and settings were chosen, Charley's and the others'; those named `test` are scored and not studied.

{file_table(rows)}

- **Right**: one of the first two places that the best topic cites is one that a reader accepted; nothing is refused. In brackets the 95 % interval (Wilson).
- **Misspelt**: the same with one typing error in each word of 5 letters or more; every method reads the same misspelt words.
- **Refused**: the share of questions out of scope that fall below the threshold of each method's own score from which 95 % of those in scope are accepted (more
  where scores are equal). The threshold is set on these very questions, for every method alike. Where more than 5 % of those in scope get a method's lowest score, it can refuse nothing.
- **As served** is the reply that a patient gets: triage goes first, thresholds are those of the pack, and a clarification that offers the right topic counts half.
  An escalation neither answers nor refuses.
- **Median, p99**: processor time of one question inside the method's process, in plain spelling. **Memory**: resident, of a process that only answers, its language's runtime
  included. **Build**: processor time of learning from the pack's texts; Charley's learns triage too.
- All learn from the same texts: titles, examples, conversations, out-of-scope questions, small talk. Charley also reads the answers, and learns every third text
  misspelt by the same generator; so does the linear model. Out-of-scope texts and misspelt copies made node-nlp worse, and the copies did not help the rest: they go without.
- The settings of the other methods were chosen on the tuning sets, where several were tried: [peers](../peers).

![Bars and points of the table above](../../../docs/images/side_by_side.svg)
"""


def draw_rates(axes: Axes, rows: list[Row], title: str, values: list[float], ours: str) -> None:
    colors = [ours if row.is_ours() else plots.OTHERS for row in rows]
    bars = axes.barh(range(len(rows)), values, height=0.62, color=colors)
    axes.bar_label(bars, fmt="%.0f", padding=2)
    axes.set_yticks(range(len(rows)), [NAMES[row.name] for row in rows])
    axes.invert_yaxis()
    axes.set_xlim(0, 108)
    axes.grid(axis="x")
    axes.set_title(title)


def draw_costs(axes: Axes, rows: list[Row]) -> None:
    for row in rows:
        point = (row.measured.median_micros, row.measured.resident_mib)
        name, offset, side = LABELS[row.name]
        axes.plot(*point, "o", color=plots.OURS if row.is_ours() else plots.OTHERS)
        axes.annotate(name, point, offset, textcoords="offset points", ha=side, va="center")
    for axis, scale in ((axes.xaxis, axes.set_xscale), (axes.yaxis, axes.set_yscale)):
        scale("log")
        axis.set_major_formatter("{x:,.0f}")
        axis.set_minor_locator(NullLocator())
    axes.set_xlim(0.3, 100_000)
    axes.set_ylim(5, 500)
    axes.grid()
    axes.set_xlabel("median time of a question, µs")
    axes.set_title("Resident memory, MiB")


def draw(rows: list[Row]) -> None:
    figure, (right, refused, costs) = pyplot.subplots(
        1, 3, figsize=(11, 3.6), width_ratios=(1, 1, 1.5), layout="constrained"
    )
    draw_rates(right, rows, "Right, in scope, %", [row.measured.right.percent() for row in rows], plots.OURS)
    draw_rates(
        refused, rows, "Refused, out of scope, %", [row.measured.refused.percent() for row in rows], plots.SECOND
    )
    refused.tick_params(labelleft=False)
    draw_costs(costs, rows)
    plots.save(figure, PLOT)


def main() -> None:
    work, pack, *questions = sys.argv[1:]
    rows = rows_of(Path(work))
    text = table(rows, pack, questions)
    TABLE.parent.mkdir(parents=True, exist_ok=True)
    TABLE.write_text(text, encoding="utf-8")
    draw(rows)
    print(text)
    print(f"Written to {TABLE} and {PLOT}")


main()
