#!/usr/bin/env python3
"""Draw standalone sentences to be judged by a person. Standard library only.

    sample_standalone.py REPORTS [--seed 6] [--count 100] [--reason "condition put back"]

REPORTS: a folder of `<slug>.report.json`, as `cargo xtask predict articles` writes them. Prints for each
drawn claim its slug and id, the words of the claim, the standalone sentence and what it leaves open, in the
order of slugs and claims. The same seed and reports give the same claims. With `--reason` only claims with an
edit of that reason are drawn.
"""

import argparse
import json
import pathlib
import random


def main():
    parser = argparse.ArgumentParser(description="Draw standalone sentences to be judged.")
    parser.add_argument("reports", type=pathlib.Path)
    parser.add_argument("--seed", type=int, default=6)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--reason")
    arguments = parser.parse_args()
    claims = []
    for path in sorted(arguments.reports.glob("*.report.json")):
        report = json.loads(path.read_text(encoding="utf-8"))
        slug = path.name.removesuffix(".report.json")
        for index, claim in enumerate(report["claims"]):
            wanted = arguments.reason is None or arguments.reason in {
                edit["reason"] for edit in claim["edits"]
            }
            if claim["standalone"] and wanted:
                claims.append((slug, index, claim))
    drawn = random.Random(arguments.seed).sample(claims, min(arguments.count, len(claims)))
    for slug, _, claim in sorted(drawn, key=lambda item: item[:2]):
        unresolved = ", ".join(words["text"] for words in claim["unresolved"])
        shown = [
            f"{slug} {claim['id']}",
            claim["text"],
            claim["standalone"],
            f"left open: {unresolved or '-'}",
        ]
        print("\n    ".join(shown))


if __name__ == "__main__":
    main()
