#!/usr/bin/env python3
"""How often claims that are alike say the same, by tenths of likeness.

    score_restatements.py [restatements.tsv]

The list has a pair of claims a line: page, earlier claim, later claim, likeness, "yes" where a reader found
that the later one restates the earlier one, and whether the reader judged without seeing the likeness.
"""

import pathlib
import sys
from collections import Counter


def by_tenths(lines):
    """(tenth, pairs, restatements), the most alike first; a likeness of 1 counts with those from .9."""
    pairs, restatements = Counter(), Counter()
    for line in lines:
        if not line.startswith("#"):
            _, _, _, likeness, verdict, _ = line.split("\t")
            tenth = min(int(float(likeness) * 10), 9)
            pairs[tenth] += 1
            restatements[tenth] += verdict == "yes"
    return [(tenth, pairs[tenth], restatements[tenth]) for tenth in sorted(pairs, reverse=True)]


def main():
    path = sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).with_name("restatements.tsv")
    print("| likeness | pairs | restatements |\n| --- | --- | --- |")
    for tenth, n_pairs, n_restatements in by_tenths(
        pathlib.Path(path).read_text(encoding="utf-8").splitlines()
    ):
        end = "1" if tenth == 9 else f".{tenth + 1}"
        print(f"| .{tenth} to {end} | {n_pairs} | {n_restatements} |")


if __name__ == "__main__":
    main()
