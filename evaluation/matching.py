"""What of the gold belongs to what was predicted: greedy pairs, words inside spans, sets of words."""

import re


def greedy_pairs(options):
    """One-to-one pairs (row, column) of options (key, row, column): the smallest key first, then the first
    row."""
    pairs, rows, columns = [], set(), set()
    for _, row, column in sorted(options):
        if row not in rows and column not in columns:
            rows.add(row)
            columns.add(column)
            pairs.append((row, column))
    return pairs


def word_spans(text):
    """[start, end) of every run of letters and digits; quotes and other punctuation are left out."""
    return [match.span() for match in re.finditer(r"\w+", text)]


def covered(spans, words):
    """Indices of the words (given by their spans) that lie by more than half inside one of the spans."""
    return {
        index
        for index, (word_start, word_end) in enumerate(words)
        for start, end in spans
        if min(word_end, end) - max(word_start, start) > (word_end - word_start) / 2
    }


def overlap_f1(one, other):
    """F1 of two sets; two empty sets agree fully."""
    if not one and not other:
        return 1.0
    return 2 * len(one & other) / (len(one) + len(other))
