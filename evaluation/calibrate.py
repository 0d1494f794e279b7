#!/usr/bin/env python3
"""How often the rules of a report are right: the probabilities that reports state, and whether they
hold. Standard library only.

    calibrate.py GOLD_DIR REPORT_DIR [GOLD_DIR REPORT_DIR ...] > reliability.tsv
    calibrate.py --check GOLD_DIR REPORT_DIR

The first form counts, over the claims that match a required gold claim, how often the value of each field's
rule is right and how often its runner-up is, and prints a line a rule: field, rule, probability, probability
of the runner-up, number of decisions. Rules with few decisions are drawn towards their field's mean, as if
four more decisions of that mean had been seen. Edits of standalone sentences, field `standalone`, are counted
in `edits.tsv` beside this file: reason, page and claim, whether a reader found the edit right, and why not.

The second form takes the probabilities from the reports and prints as one JSON line, for each field and for
bins of the stated probability, the number of decisions, the mean stated and the share that was right; `error`
is the expected calibration error (Naeini et al. 2015).
"""

import json
import pathlib
import sys
from collections import Counter
from itertools import pairwise
from typing import NamedTuple

from article_alignment import match_claims
from article_attributes import holder_of, same_holder
from article_texts import as_list, words
from measures import mean
from score_articles import load

FIELDS = ("kind", "holder", "certainty", "polarity", "role")
# So many decisions of the field's mean are added to what was seen of each rule.
PRIOR = 4
# Ends of the bins of stated probability; the last one takes in 1.
BINS = (0.0, 0.6, 0.8, 0.9, 0.95, 1.01)
HEADING = f"""\
# How often each rule is right on gold articles (edits: on pages read one by one), and its runner-up. \
Written by `cargo xtask calibrate`.
# Shares are drawn towards their field's mean by {PRIOR} decisions of that mean, so that few decisions \
prove little.
# Field, rule, probability, probability of the runner-up, decisions seen."""


class Decision(NamedTuple):
    """One decision of a rule on a claim that the gold has too."""

    field: str
    rule: str
    right: bool
    runner_up_right: bool
    probability: float | None


def is_right(gold, claim, field, value):
    """Whether a value is right; None where the gold does not say."""
    if field == "holder":
        if value == holder_of(claim).get("kind"):
            return same_holder(gold["holder"], holder_of(claim))
        return value == ("author" if "author" in as_list(gold["holder"]) else "source")
    if field == "polarity":
        return None if gold["polarity"] == "any" else gold["polarity"] == value
    return value in as_list(gold[field]) if gold.get(field) else None


def decisions_on(gold, report):
    """The decisions on the claims of a report that match a required gold claim."""
    claims = [claim for claim in report["claims"] if words(claim.get("text", ""))]
    for i, j in match_claims(gold, claims)[0]:
        wanted, claim = gold["claims"][i], claims[j]
        for evidence in claim["evidence"]:
            field, runner_up = evidence["field"], evidence["runnerUp"]
            right = is_right(wanted, claim, field, evidence["value"]) if field in FIELDS else None
            if right is not None:
                second = bool(runner_up and not right and is_right(wanted, claim, field, runner_up["value"]))
                yield Decision(field, evidence["rule"], right, second, evidence["probability"])


def decisions(gold_dir, report_dir):
    for path in sorted(pathlib.Path(gold_dir).glob("*.gold.json")):
        report = pathlib.Path(report_dir) / path.name.replace(".gold.json", ".report.json")
        yield from decisions_on(load(path), load(report))


def edits():
    """Edits of standalone sentences that were read one by one, as decisions whose rule is the edit's
    reason."""
    for line in pathlib.Path(__file__).with_name("edits.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            reason, _, _, verdict, *_ = line.split("\t")
            yield Decision("standalone", reason, verdict == "yes", False, None)


def towards_field(count, n, field_count, field_n):
    """The share of `count` in `n`, drawn towards the share in the whole field."""
    return (count + PRIOR * field_count / field_n) / (n + PRIOR)


def table(found):
    """The lines of reliability.tsv."""
    seen, right, second = Counter(), Counter(), Counter()
    for decision in found:
        for key in ((decision.field, decision.rule), decision.field):
            seen[key] += 1
            right[key] += decision.right
            second[key] += decision.runner_up_right
    yield HEADING
    for field, rule in sorted(key for key in seen if isinstance(key, tuple)):
        key, n = (field, rule), seen[field, rule]
        first, runner_up = (
            towards_field(counts[key], n, counts[field], seen[field]) for counts in (right, second)
        )
        yield f"{field}\t{rule}\t{first:.3f}\t{runner_up:.3f}\t{n}"


def check(found):
    """Field -> bins of stated probability, and the calibration error."""
    out = {}
    for field in FIELDS:
        stated = [one for one in found if one.field == field and one.probability is not None]
        if not stated:
            continue
        bins, error = {}, 0.0
        for low, high in pairwise(BINS):
            inside = [one for one in stated if low <= one.probability < high]
            if inside:
                probability, share = (
                    mean([one.probability for one in inside]),
                    mean([one.right for one in inside]),
                )
                error += len(inside) / len(stated) * abs(probability - share)
                bins[f"{low:.2f}-{min(high, 1):.2f}"] = {
                    "n": len(inside),
                    "stated": round(probability, 3),
                    "right": round(share, 3),
                }
        out[field] = {**bins, "error": round(error, 3)}
    return out


def main():
    arguments = sys.argv[1:]
    checks = arguments[:1] == ["--check"]
    folders = arguments[1:] if checks else arguments
    if not folders or len(folders) % 2:
        print(__doc__, file=sys.stderr)
        return 2
    found = [
        decision
        for gold, report in zip(folders[::2], folders[1::2], strict=True)
        for decision in decisions(gold, report)
    ]
    if checks:
        print(json.dumps(check(found)))
    else:
        print("\n".join(table([*found, *edits()])))
    return 0


if __name__ == "__main__":
    sys.exit(main())
