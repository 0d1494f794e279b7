"""Precision, recall, F1 and averages of them, as several scorers need them. Nothing found gives 0, never an
error."""


def ratio(part, whole):
    return part / whole if whole else 0.0


def mean(values):
    return ratio(sum(values), len(values))


def f1(precision, recall):
    """The harmonic mean of precision and recall."""
    return ratio(2 * precision * recall, precision + recall)


def f1_of_counts(hits, n_gold, n_predicted):
    """F1 where a hit counts the same on both sides."""
    return ratio(2 * hits, n_gold + n_predicted)


def f1_of_errors(hits, n_extra, n_missed):
    """F1 from what was right, what was found but is not there, and what is there but was not found."""
    return ratio(2 * hits, 2 * hits + n_extra + n_missed)


def mean_of_known(values):
    """The mean of the values that are not None; None where there are none."""
    known = [value for value in values if value is not None]
    return mean(known) if known else None


def precision_recall_f1(hits, n_predicted, n_gold):
    """As printed: p, r and f1. `hits` may be a sum of partial agreements."""
    precision, recall = ratio(hits, n_predicted), ratio(hits, n_gold)
    return {"p": precision, "r": recall, "f1": f1(precision, recall)}


def classes(gold, predicted, labels=None):
    """Scores of two equally long lists of labels, over the given labels or those that the gold has.

    `macro_f1` is the plain mean of the classes' F1, `weighted_f1` the mean weighted by how many gold rows
    each has.
    """
    labels = labels or sorted(set(gold))
    per_class = {}
    for label in labels:
        hits = sum(one == other == label for one, other in zip(gold, predicted, strict=True))
        per_class[label] = precision_recall_f1(hits, predicted.count(label), gold.count(label))
    right = sum(one == other for one, other in zip(gold, predicted, strict=True))
    return {
        "macro_f1": mean([scores["f1"] for scores in per_class.values()]),
        "weighted_f1": ratio(
            sum(scores["f1"] * gold.count(label) for label, scores in per_class.items()), len(gold)
        ),
        "accuracy": ratio(right, len(gold)),
        "per_class": per_class,
    }
