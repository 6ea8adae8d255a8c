"""The look of the benchmarks' plots, and how they are written: the same figures give the same bytes."""

from pathlib import Path
from typing import Any

import matplotlib

matplotlib.use("svg")
matplotlib.rcParams.update(
    {
        "svg.fonttype": "none",  # text stays text: small files
        "svg.hashsalt": "charley",
        "font.family": "sans-serif",
        "font.sans-serif": ["DejaVu Sans"],
        "font.size": 9,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.titlesize": 10,
        "axes.titleweight": "bold",
        "axes.titlelocation": "left",
        "axes.axisbelow": True,
        "grid.color": "#d8d8d8",
        "grid.linewidth": 0.6,
        "figure.facecolor": "white",  # legible on a dark page too
        "savefig.facecolor": "white",
    }
)

# Told apart by people who are colour-blind, and in grey (Okabe and Ito 2008).
OURS, OTHERS, SECOND = "#0072b2", "#a6a6a6", "#d55e00"


def save(figure: Any, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path, format="svg", metadata={"Date": None, "Creator": None})
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join(line.rstrip() for line in lines) + "\n", encoding="utf-8")
