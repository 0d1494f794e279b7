"""The words of claims, titles and names, and how much two texts share. Standard library only."""

import re
from collections import Counter

from measures import f1_of_counts


def plain(text):
    """Typographic quotes, dashes and white space made uniform."""
    text = (text or "").translate(str.maketrans("‘’‛“”„–—−\u00a0", "'''\"\"\"--- "))
    return re.sub(r"\s+", " ", text).strip()


def words(text):
    return re.findall(r"[^\W_]+", plain(text).lower())


def overlap(one, other):
    """Bag-of-words F1 of two texts or word lists: each word counts as often as it stands in both."""
    one, other = (words(text) if isinstance(text, str) else text for text in (one, other))
    return bag_f1(Counter(one), Counter(other))


def bag_f1(one, other):
    return f1_of_counts((one & other).total(), one.total(), other.total())


def as_list(value):
    """Gold fields hold one value or a list of those that are accepted."""
    if value is None:
        return []
    return list(value) if isinstance(value, (list, tuple)) else [value]


def strings(value):
    """Every string inside a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from strings(inner)


def texts(value):
    """A metadata list as plain strings, each once; items may be strings or objects."""
    items = []
    for item in as_list(value):
        if isinstance(item, dict):
            item = item.get("text") or item.get("name") or item.get("title") or ""
        if item and plain(item) and plain(item) not in items:
            items.append(plain(item))
    return items
