#!/usr/bin/env python3
"""Learns how surely a name may be written in for a pronoun: src/analysis/coreference/sureness.tsv.
Standard library only.

    sureness.py GOLD.jsonl REFERENCES.jsonl ... [--test GOLD.jsonl REFERENCES.jsonl ...] > sureness.tsv

GOLD: rows of gum-*.jsonl or gap-*.jsonl. REFERENCES: what `cargo xtask predict references` makes of them. A
name is right where the pronoun is a gold mention and the mention that gives the name is of the same gold
cluster; in GAP, which knows two names a row, where it overlaps the right one, and unknown where neither is
right.

Prints the table of weights; to standard error how many names are right among those that are sure and not
doubted, cross-validated by document in ten parts and on the rows behind --test, which take no part, and
whether stated probabilities hold.
"""

import json
import math
import sys
from collections import Counter
from typing import NamedTuple

# The columns of the table.
SORTS = {"it": "it", "they": "they", "he": "he or she", "she": "he or she"}
N_FOLDS = 10
# Strength of the L2 penalty; the constant has none.
PENALTY = 1.0
STEPS = 12
# What a pronoun of GAP, which was chosen for being ambiguous, weighs beside one of GUM.
GAP_WEIGHT = 0.3
# Genres of GUM whose texts forbid commercial use, and those of speech, whose "it" is not that of print.
LEFT_OUT = ("fiction", "whow", "essay", "letter", "podcast", "conversation", "vlog", "court")
THRESHOLDS = (0.5, 0.7, 0.8, 0.85, 0.88, 0.9, 0.92, 0.94, 0.96)


class Case(NamedTuple):
    document: str
    sort: str
    signals: dict
    right: bool
    weight: float
    doubted: bool


def rows(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def inside(inner, outer):
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def smallest(mentions, span):
    """The clusters of the shortest gold mentions around a span, with one of these."""
    around = [mention for mention in mentions if inside(span, mention)]
    length = min((end - start for start, end in around), default=0)
    return [mention for mention in around if mention[1] - mention[0] == length]


def is_cut(text, named, whole):
    """Whether a name is only a part of the gold one: "Pro" of "Vision Pro"."""
    before = text[whole[0] : named[0]].split()
    behind = text[named[1] : whole[1]].split()
    proper = text[named[0] : named[1]][:1].isupper()
    joined = before[-1:] + behind[:1]
    return proper and any(word[:1].isupper() and word not in ("The", "A", "An") for word in joined)


def is_right(text, clusters, reference):
    """`clusters`: gold mention -> its clusters."""
    own = clusters.get(tuple(reference["span"]), set())
    antecedent = tuple(reference["antecedent"])
    around = smallest(clusters, reference["head"])
    same = [mention for mention in [antecedent, *around] if own & clusters.get(mention, set())]
    name = bare(reference["name"])
    # A name may be said of two gold clusters ("Senators"), and of one elsewhere than where it was found.
    ends = f" {name}" if SORTS[reference["pronoun"]] == "he or she" else name
    called = any(
        (phrase := bare(text[start:end])) == name or (phrase.endswith(ends) and ends != name)
        for (start, end), of in clusters.items()
        if own & of
    )
    return called or any(not is_cut(text, reference["named"], mention) for mention in same)


def bare(phrase):
    """Without article, genitive and what stands behind a comma."""
    words = phrase.lower().split(",")[0].removesuffix("'s").removesuffix("’s").removesuffix("'").split()
    return " ".join(words[1:] if words[:1] in (["the"], ["a"], ["an"]) else words)


def is_right_in_gap(row, reference):
    """`None` where the row does not tell."""
    if reference["span"] != row["pronoun"]:
        return None
    start, end = reference["head"]
    sides = [side for side in "ab" if start < row[side][1] and row[side][0] < end]
    named = [side for side in "ab" if row["text"][slice(*row[side])] in reference["name"]]
    if sides or named:
        return any(row[f"{side}_coref"] for side in sides or named)
    return False if row["a_coref"] or row["b_coref"] else None


def cases(gold_path, references_path):
    gold = {row["id"]: row for row in rows(gold_path)}
    found = []
    for prediction in rows(references_path):
        row = gold[prediction["id"]]
        if row.get("genre") in LEFT_OUT:
            continue
        clusters = {}
        for number, cluster in enumerate(row.get("clusters", [])):
            for start, end in cluster["mentions"]:
                clusters.setdefault((start, end), set()).add(number)
        for reference in prediction["pronouns"]:
            if "pronoun" in row:
                right, weight = is_right_in_gap(row, reference), GAP_WEIGHT
            else:
                right, weight = is_right(row["text"], clusters, reference), 1.0
            if right is not None:
                found.append(
                    Case(
                        row["id"],
                        SORTS[reference["pronoun"]],
                        reference["signals"],
                        right,
                        weight,
                        reference["doubt"] is not None,
                    )
                )
    return found


def probability(weights, signals):
    total = sum(weights.get(signal, 0.0) * value for signal, value in signals.items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def solved(matrix, right):
    """The solution of a system of equations, by elimination; the matrix is positive."""
    n = len(right)
    table = [[*line, value] for line, value in zip(matrix, right, strict=True)]
    for pivot in range(n):
        line = table[pivot]
        for other in table[pivot + 1 :]:
            if factor := other[pivot] / line[pivot]:
                for at in range(pivot, n + 1):
                    other[at] -= factor * line[at]
    solution = [0.0] * n
    for at in reversed(range(n)):
        known = sum(table[at][other] * solution[other] for other in range(at + 1, n))
        solution[at] = (table[at][n] - known) / table[at][at]
    return solution


def fitted(learned, penalty=PENALTY):
    """Weights of a logistic regression, by Newton's method."""
    names = sorted({signal for case in learned for signal in case.signals})
    place = {name: at for at, name in enumerate(names)}
    n = len(names)
    weights = [0.0] * n
    data = [
        ([(place[signal], value) for signal, value in case.signals.items()], float(case.right), case.weight)
        for case in learned
    ]
    penalties = [1e-6 if name == "always" else penalty for name in names]
    for _ in range(STEPS):
        gradient = [-strength * weight for strength, weight in zip(penalties, weights, strict=True)]
        curvature = [[0.0] * n for _ in range(n)]
        for at in range(n):
            curvature[at][at] = penalties[at]
        for signals, right, weight in data:
            total = sum(weights[at] * value for at, value in signals)
            stated = 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
            slope = weight * stated * (1 - stated)
            for at, value in signals:
                gradient[at] += weight * (right - stated) * value
                line, scaled = curvature[at], slope * value
                for other, other_value in signals:
                    line[other] += scaled * other_value
        step = solved(curvature, gradient)
        weights = [weight + change for weight, change in zip(weights, step, strict=True)]
        if max(map(abs, step)) < 1e-4:
            break
    return dict(zip(names, weights, strict=True))


def crossed(learned, penalty=PENALTY):
    """Each case with the probability that the other documents' weights give it."""
    documents = sorted({case.document for case in learned})
    fold = {document: at % N_FOLDS for at, document in enumerate(documents)}
    stated = []
    for part in range(N_FOLDS):
        weights = fitted([case for case in learned if fold[case.document] != part], penalty)
        held = [case for case in learned if fold[case.document] == part]
        stated += [(case, probability(weights, case.signals)) for case in held]
    return stated


def told(title, stated):
    n_right = sum(case.right for case, _ in stated)
    print(f"{title}: {n_right} right of {len(stated)}", file=sys.stderr)
    for threshold in THRESHOLDS:
        sure = [case.right for case, probability in stated if probability >= threshold and not case.doubted]
        if sure:
            print(
                f"  sure at {threshold}: {sum(sure)} right of {len(sure)}, {sum(sure) / len(sure):.3f};"
                f" of the right ones {sum(sure) / n_right:.3f}",
                file=sys.stderr,
            )
    bins = Counter(min(9, int(probability * 10)) for _, probability in stated)
    for number, n in sorted(bins.items()):
        held = [(case.right, p) for case, p in stated if min(9, int(p * 10)) == number]
        mean = sum(p for _, p in held) / n
        right = sum(right for right, _ in held) / n
        print(f"  stated {mean:.2f}: {right:.2f} of {n}", file=sys.stderr)


def pairs(paths):
    files = zip(paths[::2], paths[1::2], strict=True)
    return [case for gold, references in files for case in cases(gold, references)]


def main(arguments):
    at = arguments.index("--test") if "--test" in arguments else len(arguments)
    learned, tested = pairs(arguments[:at]), pairs(arguments[at + 1 :])
    sorts = sorted(set(SORTS.values()), key=list(SORTS.values()).index)
    table = {}
    for sort in sorts:
        own = [case for case in learned if case.sort == sort]
        table[sort] = fitted(own)
        held = [case for case in tested if case.sort == sort]
        for part, stated in (
            ("cross-validated", crossed(own)),
            ("test", [(case, probability(table[sort], case.signals)) for case in held]),
        ):
            for corpus, weight in (("GUM", 1.0), ("GAP", GAP_WEIGHT)):
                of_corpus = [(case, p) for case, p in stated if case.weight == weight]
                if of_corpus:
                    told(f"{sort}, {corpus}, {part}", of_corpus)
    print("# What each signal says for a name for a pronoun, in log-odds. Made by training/sureness.py.")
    print("# signal\t" + "\t".join(sorts))
    for signal in sorted({signal for weights in table.values() for signal in weights}):
        print(signal + "".join(f"\t{table[sort].get(signal, 0.0):.3f}" for sort in sorts))


if __name__ == "__main__":
    main(sys.argv[1:])
