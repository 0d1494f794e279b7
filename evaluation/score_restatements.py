#!/usr/bin/env python3
"""How often claims that are alike say the same, by tenths of likeness. Standard library only.

    score_restatements.py [restatements.tsv]

The list has a pair of claims a line: page, earlier claim, later claim, likeness, "yes" where a reader found that the later
one restates the earlier one, and whether the reader judged without seeing the likeness.
"""
import collections
import pathlib
import sys


def main():
    default = pathlib.Path(__file__).with_name("restatements.tsv")
    lines = (pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else default).read_text(encoding="utf-8").splitlines()
    tenths = collections.defaultdict(lambda: [0, 0])
    for line in lines:
        if not line.startswith("#"):
            _, _, _, likeness, verdict, _ = line.split("\t")
            tenths[min(int(float(likeness) * 10), 9)][verdict == "yes"] += 1
    print("| likeness | pairs | restatements |\n| --- | --- | --- |")
    for tenth in sorted(tenths, reverse=True):
        no, yes = tenths[tenth]
        print(f"| .{tenth} to {'1' if tenth == 9 else f'.{tenth + 1}'} | {no + yes} | {yes} |")


if __name__ == "__main__":
    main()
