#!/usr/bin/env python3
"""How often the rules of a report are right: the probabilities that reports state, and whether they hold.

    calibrate.py GOLD_DIR REPORT_DIR [GOLD_DIR REPORT_DIR ...] > reliability.tsv
    calibrate.py --check GOLD_DIR REPORT_DIR

The first form counts, over the claims that match a required gold claim, how often the value of each field's rule is
right and how often its runner-up is, and prints a line a rule: field, rule, probability, probability of the runner-up,
number of decisions. Rules with few decisions are drawn towards their field's mean, as if four more decisions of that
mean had been seen. Edits of standalone sentences, field `standalone`, are counted in `edits.tsv` beside this file: reason,
page and claim, whether a reader found the edit right, and why not.

The second form takes the probabilities from the reports and prints as one JSON line, for each field and for bins of the
stated probability, the number of decisions, the mean stated and the share that was right; `error` is the expected
calibration error (Naeini et al. 2015).
"""

import json
import pathlib
import sys

from score_articles import as_list, holder_of, load, match_claims, same_holder, words

PRIOR = 4
BINS = (0.0, 0.6, 0.8, 0.9, 0.95, 1.01)


def right(gold, claim, field, value):
    """Whether a value is right; None where the gold does not say."""
    if field == "holder":
        if value == holder_of(claim).get("kind"):
            return same_holder(gold["holder"], holder_of(claim))
        return value == ("author" if "author" in as_list(gold["holder"]) else "source")
    if field == "polarity":
        return None if gold["polarity"] == "any" else gold["polarity"] == value
    return value in as_list(gold[field]) if gold.get(field) else None


def decisions(gold_dir, report_dir):
    """(field, rule, right, runner-up right, probability) of each decision on a matched claim."""
    for path in sorted(pathlib.Path(gold_dir).glob("*.gold.json")):
        gold = load(path)
        report = load(pathlib.Path(report_dir) / path.name.replace(".gold.json", ".report.json"))
        claims = [c for c in report["claims"] if words(c.get("text", ""))]
        for i, j in match_claims(gold, claims)[0]:
            for evidence in claims[j]["evidence"]:
                field, second = evidence["field"], evidence["runnerUp"]
                if field not in ("kind", "holder", "certainty", "polarity", "role"):
                    continue
                hit = right(gold["claims"][i], claims[j], field, evidence["value"])
                if hit is not None:
                    beside = (
                        bool(second)
                        and not hit
                        and right(gold["claims"][i], claims[j], field, second["value"])
                    )
                    yield field, evidence["rule"], hit, bool(beside), evidence["probability"]


def edits():
    """The edits of standalone sentences that were read one by one, as decisions whose rule is the edit's reason."""
    for line in (pathlib.Path(__file__).parent / "edits.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            reason, _, _, verdict, *_ = line.split("\t")
            yield "standalone", reason, verdict == "yes", False, None


def table(found):
    by_rule, by_field = {}, {}
    for field, rule, hit, beside, _ in found:
        for key, counts in (((field, rule), by_rule), (field, by_field)):
            n, hits, seconds = counts.get(key, (0, 0, 0))
            counts[key] = (n + 1, hits + hit, seconds + beside)
    print(
        "# How often each rule is right on gold articles (edits: on pages read one by one), and its runner-up. Written by `cargo xtask calibrate`."
    )
    print(
        f"# Shares are drawn towards their field's mean by {PRIOR} decisions of that mean, so that few decisions prove little."
    )
    print("# Field, rule, probability, probability of the runner-up, decisions seen.")
    for (field, rule), (n, hits, seconds) in sorted(by_rule.items()):
        all_n, all_hits, all_seconds = by_field[field]
        share = lambda count, whole: (count + PRIOR * whole / all_n) / (n + PRIOR)
        print(f"{field}\t{rule}\t{share(hits, all_hits):.3f}\t{share(seconds, all_seconds):.3f}\t{n}")


def check(found):
    out = {}
    for field in ("kind", "holder", "certainty", "polarity", "role"):
        stated = [(p, hit) for f, _, hit, _, p in found if f == field and p is not None]
        if not stated:
            continue
        out[field], error = {}, 0.0
        for low, high in zip(BINS, BINS[1:]):
            inside = [(p, hit) for p, hit in stated if low <= p < high]
            if inside:
                mean, share = (
                    sum(p for p, _ in inside) / len(inside),
                    sum(hit for _, hit in inside) / len(inside),
                )
                error += len(inside) / len(stated) * abs(mean - share)
                out[field][f"{low:.2f}-{min(high, 1):.2f}"] = {
                    "n": len(inside),
                    "stated": round(mean, 3),
                    "right": round(share, 3),
                }
        out[field]["error"] = round(error, 3)
    print(json.dumps(out))


def main():
    arguments = sys.argv[1:]
    checks = arguments[:1] == ["--check"]
    folders = arguments[1:] if checks else arguments
    if not folders or len(folders) % 2:
        print(__doc__, file=sys.stderr)
        return 2
    found = [d for gold, report in zip(folders[::2], folders[1::2]) for d in decisions(gold, report)]
    if checks:
        check(found)
    else:
        table(found + list(edits()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
