"""What a report says of the article itself, field by field, against the gold. Standard library only."""

import re

from article_texts import overlap, plain, strings, texts
from matching import greedy_pairs
from measures import f1_of_errors

# Word overlap from which an item of a list counts as the same, and from which a title or standfirst does.
SAME_ITEM = 0.6
SAME_TEXT = 0.9


def list_f1(gold, reported):
    """F1 of two lists of texts, paired one to one by their words."""
    options = [
        (-overlap(one, other), i, j)
        for i, one in enumerate(gold)
        for j, other in enumerate(reported)
        if overlap(one, other) >= SAME_ITEM
    ]
    hits = len(greedy_pairs(options))
    return f1_of_errors(hits, len(reported) - hits, len(gold) - hits)


def address(url):
    """A URL without its scheme, "www.", query, fragment and final slash."""
    return re.sub(r"^https?://(www\.)?|[#?].*$|/$", "", plain(url).lower())


def authors(names):
    """The names of a byline, without "by"."""
    return {re.sub(r"^by\s+", "", name, flags=re.IGNORECASE).lower() for name in texts(names)}


def field_score(field, wanted, reported, everything):
    """How right one field is, 0 to 1. `everything`: all texts that the report has on the article."""
    found = texts(reported)
    first = found[0] if found else ""
    if field == "joined":
        # Words that the page's elements part must stand together in some text.
        return sum(any(plain(one) in text for text in everything) for one in wanted) / len(wanted)
    if field == "byline":
        return float(authors(wanted) == authors(reported))
    if field == "published":
        return float(first[:10] == wanted[:10])
    if field == "url":
        return float(address(first) == address(wanted))
    if isinstance(wanted, list):
        return list_f1(wanted, found)
    return float(overlap(wanted, " ".join(found)) >= SAME_TEXT)


def metadata(gold, report):
    """Field -> score, for the fields that the gold states; what it states as empty and the report fills is
    0."""
    article, scores = report.get("article") or {}, {}
    everything = [plain(text) for text in strings(article)]
    for field, wanted in gold.get("article", {}).items():
        if wanted not in (None, "", []):
            scores[field] = field_score(field, wanted, article.get(field), everything)
        elif texts(article.get(field)):
            scores[field] = 0.0
    return scores
