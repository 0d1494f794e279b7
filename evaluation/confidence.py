#!/usr/bin/env python3
"""How sure a claim is: learns the weights of `src/claim/confidence.tsv` from claims that readers judged.

    confidence.py JUDGED SIGNS > confidence.tsv
    confidence.py --check JUDGED SIGNS

JUDGED is `judged.jsonl` beside this file: `{"page", "text", "standalone", "holder", "polarity", "codes",
"serious"}`, a line a claim. SIGNS is what `cargo xtask predict signs PAGES` writes of the same pages; a claim
that this version says otherwise takes no part. A claim is right where its words, holder, polarity, condition
and sentence are (codes of README.md, `HARD` below). The weights are those of a logistic regression with a
ridge penalty over the standardised signs.

The second form holds the pages out in turn (ten folds, no page in two) and prints as Markdown how the stated
probability stands to the share that was right, and how many of the surer claims mislead.
"""

import json
import pathlib
import sys
from collections import defaultdict
from itertools import pairwise

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold

HARD = frozenset(
    ("Bcut", "Bmore", "Buns", "Bgar", "Bnon", "Bdup", "H", "Hmiss", "Hname", "P", "D", "Sref", "Sgram", "Sf")
)
# Inverse strength of the penalty, chosen on the pages held out.
STRENGTH = 0.03
N_FOLDS = 10
BINS = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)
SHARES = (0.5, 0.7, 0.9, 1.0)
HEADING = """\
# How each sign of doubt changes the log-odds that a claim is right for one unit of its measure, and its mean.
# Learned by `cargo xtask confidence` from claims that readers judged; what is not named weighs nothing."""


def rows_of(path):
    lines = pathlib.Path(path).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def key_of(claim):
    """What a reader saw of a claim; a verdict holds as long as nothing of it changes."""
    return tuple(claim[field] for field in ("page", "text", "standalone", "holder", "polarity"))


def joined(judged, signs):
    """(verdict, signs) of the judged claims that this version still says so."""
    known = defaultdict(list)
    for claim in signs:
        known[key_of(claim)].append(claim["signs"])
    return [(one, known[key_of(one)][0]) for one in judged if key_of(one) in known]


def is_right(verdict):
    return not HARD & set(verdict["codes"])


def fit(measures, right):
    """(log-odds at the mean, weight of each sign in its own unit)."""
    mean, spread = measures.mean(0), measures.std(0)
    spread[spread == 0] = 1
    model = LogisticRegression(C=STRENGTH, max_iter=5000).fit((measures - mean) / spread, right)
    return model.intercept_[0], model.coef_[0] / spread


def chance(model, mean, measures):
    bias, weights = model
    return 1 / (1 + np.exp(-(bias + (measures - mean) @ weights)))


def held_out(measures, right, pages):
    """The probability of each claim by a model that has seen no claim of its page."""
    stated = np.zeros(len(right))
    folds = GroupKFold(min(N_FOLDS, len(set(pages))))
    for seen, unseen in folds.split(measures, right, pages):
        model = fit(measures[seen], right[seen])
        stated[unseen] = chance(model, measures[seen].mean(0), measures[unseen])
    return stated


def table(names, measures, right):
    """The lines of confidence.tsv."""
    bias, weights = fit(measures, right)
    yield HEADING
    yield f"bias\t{bias:.4f}\t0"
    for name, weight, mean in zip(names, weights, measures.mean(0), strict=True):
        yield f"{name}\t{weight:.4f}\t{mean:.4f}"


def report(stated, right, serious):
    """The lines of confidence.md behind its heading."""
    yield f"{len(right)} claims; right {right.mean():.3f}, misleading {serious.mean():.3f}."
    yield f"Area under the curve {roc_auc_score(right, stated):.3f} for right,"
    yield f"{roc_auc_score(~serious, stated):.3f} for not misleading.\n"
    yield "| stated | claims | mean stated | right | misleading |\n| --- | --- | --- | --- | --- |"
    for low, high in pairwise(BINS):
        inside = (stated >= low) & (stated < high)
        if inside.any():
            shares = (stated[inside].mean(), right[inside].mean(), serious[inside].mean())
            numbers = " | ".join(f"{share:.2f}" for share in shares)
            yield f"| {low:.1f}-{min(high, 1):.1f} | {inside.sum()} | {numbers} |"
    yield "\n| surest | misleading |\n| --- | --- |"
    order = np.argsort(-stated, kind="stable")
    for share in SHARES:
        surest = order[: round(share * len(order))]
        yield f"| {share:.0%} | {serious[surest].mean():.3f} |"


def main():
    arguments = [one for one in sys.argv[1:] if one != "--check"]
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    pairs = joined(*map(rows_of, arguments))
    names = list(pairs[0][1])
    measures = np.array([[signs[name] for name in names] for _, signs in pairs])
    right = np.array([is_right(verdict) for verdict, _ in pairs])
    if "--check" in sys.argv:
        pages = [verdict["page"] for verdict, _ in pairs]
        serious = np.array([verdict["serious"] for verdict, _ in pairs])
        lines = report(held_out(measures, right, pages), right, serious)
    else:
        lines = table(names, measures, right)
    print("\n".join(lines))
    return 0


if __name__ == "__main__":
    sys.exit(main())
