#!/usr/bin/env python3
"""Score what is read from web pages.

    score_pages.py GOLD_DIR SYSTEM_DIR [--judged pages.tsv] [--half looked_at|only_scored] [--list]

GOLD_DIR: a folder a page with `expected.html` and `expected-metadata.json` as in mozilla/readability's
test-pages.
SYSTEM_DIR: `<slug>.json` with {body, title, byline, published, standfirst, site, language}; a page left out
has none of them; `_speed.json` there, with {pages_per_second}, is passed on. Prints one JSON line, fractions
of 1.

`body`: precision and recall of 4-gram shingles of words as in scrapinghub/article-extraction-benchmark, each
the mean over the pages, and F1 of the two means. `f1_per_page` is the mean of each page's own F1.
Fields: share of the pages whose expectation states the field on which the system says the same, in lower
case, accents and marks apart. Of a title the words are compared, and those that the expectation has behind a
dash or bar may be missing (the name of the site, which is no part of a title), of a byline the set of names
without "by", of a date the day in its own zone, of a language its first part.
`invented_*`: share of the pages whose expectation states none on which the system gives one.
The expectations were made by Readability and then reviewed: they lean to it, its slips included.

Pages are parted by a hash of their name into a half that the rules were written by (`looked_at`) and one that
was only scored.

With `--judged` the expectations are first corrected by what a reader found (see README.md): passages judged
out leave the body and those judged in are put where `source.html` has them, marks of notes are left out of
all texts, and a field is right if it says one of the values judged right. What was not judged counts by the
expectation.
"""

import argparse
import csv
import hashlib
import json
import re
import unicodedata
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import jsonl
from measures import f1, mean

BLOCKS = set(
    "address article aside blockquote br caption center dd details div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead "
    "tr ul".split()
)

# So many words in a row are compared.
SHINGLE = 4
# Lines of fewer words, such as "Share this", are left where they stand alone.
SHORTEST_LINE = 3
# Marks of notes and of editing, which no text is scored with once it is judged by a reader.
MARK = re.compile(r"\[\s*(?:\d{1,3}|[a-z]|(?:note|nb|n) \d+|citation needed|edit)\s*\]", re.IGNORECASE)


class Text(HTMLParser):
    """The text of a page, blocks parted by a line end."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.parts, self.skipped = [], 0

    def handle_starttag(self, tag, attributes):
        self.skipped += tag in ("script", "style")
        if tag in BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag):
        self.skipped -= tag in ("script", "style") and self.skipped > 0
        if tag in BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data):
        if not self.skipped:
            self.parts.append(data)


def text_of(html, collapse=False):
    """The text of a page; collapsed, a block that the source breaks is one line."""
    parser = Text()
    parser.feed(html)
    parts = parser.parts
    return "".join(part if part == "\n" or not collapse else re.sub(r"\s+", " ", part) for part in parts)


def words_of(text):
    return re.findall(r"\w+", text)


def shingles(text, n=SHINGLE):
    words = words_of(text)
    return Counter(tuple(words[i : i + n]) for i in range(max(1, len(words) - n + 1)))


def overlap(gold, system):
    """Precision and recall; two empty texts agree."""
    gold, system = shingles(gold), shingles(system)
    gold.pop((), None)
    system.pop((), None)
    if not gold and not system:
        return 1.0, 1.0
    hit = sum((gold & system).values())
    return (hit / sum(system.values()) if system else 0.0), (hit / sum(gold.values()) if gold else 0.0)


def passage_hash(words):
    return hashlib.sha256(" ".join(words).encode()).hexdigest()[:12]


def find(words, text, start=0):
    """Where a run of words starts in a list of words."""
    for place in range(start, len(text) - len(words) + 1):
        if text[place] == words[0] and text[place : place + len(words)] == words:
            return place
    return None


def lacks(words, text, known):
    """Whether fewer than half of the shingles of a passage, or not all of a short one, are in a text with
    these shingles."""
    if len(words) < SHINGLE:
        return find(words, text) is None
    given = shingles(" ".join(words))
    return sum(gram in known for gram in given) * 2 < len(given)


def without_passages(lines, judged):
    """The lines (lists of words) that no passage judged out has."""
    out = {(row["hash"], int(row["words"])) for row in judged if row["verdict"] == "out"}
    longest = max((n_words for _, n_words in out), default=0)
    kept, removed = [True] * len(lines), []
    for start in range(len(lines)):
        words = []
        for end in range(start, len(lines)):
            words = words + lines[end]
            if (passage_hash(words), len(words)) in out:
                kept[start : end + 1] = [False] * (end + 1 - start)
                removed += [line for line in lines[start : end + 1] if len(line) >= SHORTEST_LINE]
            if len(words) > longest:
                break
    # Lines of such a passage that stand alone elsewhere are out there too.
    return [line for line, keep in zip(lines, kept, strict=True) if keep and line not in removed]


def place_of(row, source):
    """Where a passage that was judged stands among the words of the source, or None."""
    opening, n_words = row["opening"].split(), int(row["words"])
    place = find(opening, source)
    while place is not None and passage_hash(source[place : place + n_words]) != row["hash"]:
        place = find(opening, source, place + 1)
    return place


def with_passages(body, source, judged):
    """The words of the body and of the passages judged in, each behind the last words before it that the body
    has."""
    body = list(body)
    for row in judged:
        place = place_of(row, source) if row["verdict"] == "in" else None
        if place is None:
            continue
        passage = source[place : place + int(row["words"])]
        if lacks(passage, body, shingles(" ".join(body))):
            after = 0
            for end in range(place, SHINGLE - 1, -1):
                found = find(source[end - SHINGLE : end], body)
                if found is not None:
                    after = found + SHINGLE
                    break
            body[after:after] = passage
    return body


def corrected(expected, source, judged):
    """The words of the body that a page should have. `expected`, `source`: HTML; `judged`: rows on its
    body."""
    lines = [words_of(MARK.sub(" ", line)) for line in text_of(expected, collapse=True).split("\n")]
    body = [word for line in without_passages([line for line in lines if line], judged) for word in line]
    return with_passages(body, words_of(MARK.sub(" ", text_of(source))), judged)


def plain(text):
    text = unicodedata.normalize("NFKD", text)
    text = "".join(c for c in text if not unicodedata.combining(c)).lower()
    return " ".join(re.findall(r"\w+", text))


def names(value):
    """The set of names in a byline, however joined."""
    parts = value if isinstance(value, list) else [value]
    joined = " , ".join(str(part) for part in parts)
    found = set()
    for part in re.split(r",|;|\n|\||/|&|\band\b|\bwith\b|\bund\b|\bet\b", joined):
        name = re.sub(r"^(written |words |posted |von |par |por )?(by )?", "", plain(part))
        if name:
            found.add(name)
    return found


def day(value):
    found = re.search(r"(\d{4})-(\d{2})-(\d{2})", str(value))
    return found.group(0) if found else plain(str(value))


def same_title(said, gold):
    """A title agrees with and without the site's name behind it."""
    parts = re.split(r"\s[-|–—·:»@]+\s", gold)
    return plain(said) in {plain(" ".join(parts[:n])) for n in range(1, len(parts) + 1)}


# Our field -> the key of the expectation, and the form in which the two are compared.
FIELDS = {
    "title": ("title", plain),
    "byline": ("byline", names),
    "published": ("publishedTime", day),
    "site": ("siteName", plain),
    "language": ("lang", lambda value: plain(value).split(" ")[0]),
    "standfirst": ("excerpt", plain),
}
# A text always has a language, and a standfirst may be taken from it where the page states none.
NEVER_INVENTED = ("standfirst", "language")


def pages_of(folder):
    return sorted(page for page in folder.iterdir() if (page / "expected.html").exists())


def read_judged(path):
    """The rows of the table of a reader, by page."""
    judged = {}
    with path.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            judged.setdefault(row["slug"], []).append(row)
    return judged


def half(slug):
    return "looked_at" if hashlib.sha256(slug.encode()).digest()[0] % 2 == 0 else "only_scored"


def body_score(page, system, judged):
    """Precision and recall of the body of a page; `judged`: rows on its body, or None where none are asked
    for."""
    expected, body = (page / "expected.html").read_text("utf-8"), system.get("body") or ""
    if judged is None:
        return overlap(text_of(expected), body)
    source = (page / "source.html").read_bytes().decode("utf-8", "replace")
    return overlap(" ".join(corrected(expected, source, judged)), MARK.sub(" ", body))


def agrees(field, said, value):
    if not said:
        return False
    form = FIELDS[field][1]
    return same_title(said, value) if field == "title" else form(said) == form(value)


def score(pages, system_dir, listed=False, judged=None):
    """`judged`: page -> rows of the reader's table. `listed`: print each page and what is wrong in it."""
    precisions, recalls, f1_scores = [], [], []
    right, stated, invented, unstated = Counter(), Counter(), Counter(), Counter()
    for page in pages:
        path = system_dir / (page.name + ".json")
        system = json.loads(path.read_text("utf-8")) if path.exists() else {}
        gold = json.loads((page / "expected-metadata.json").read_text("utf-8"))
        rows = (judged or {}).get(page.name, [])
        of_body = [row for row in rows if row["field"] == "body"]
        judged_values = {row["field"]: json.loads(row["verdict"]) for row in rows if row["field"] != "body"}
        precision, recall = body_score(page, system, None if judged is None else of_body)
        precisions.append(precision)
        recalls.append(recall)
        f1_scores.append(f1(precision, recall))
        wrong = []
        for field, (key, _) in FIELDS.items():
            said = system.get(field)
            values = judged_values.get(field, [gold[key]] if gold.get(key) else [])
            if values:
                is_right = any(agrees(field, said, value) for value in values)
                stated[field] += 1
                right[field] += is_right
                if not is_right:
                    wrong.append(f"{field}: {said!r}, expected {' or '.join(map(repr, values))}")
            elif field not in NEVER_INVENTED:
                unstated[field] += 1
                invented[field] += bool(said)
        if listed:
            print(f"{f1_scores[-1]:.3f} p {precision:.3f} r {recall:.3f} {page.name}")
            for line in wrong:
                print("      " + line)
    precision, recall = mean(precisions), mean(recalls)
    return {
        "pages": len(pages),
        "body_f1": f1(precision, recall),
        "body_precision": precision,
        "body_recall": recall,
        "body_f1_per_page": mean(f1_scores),
        **{field: right[field] / stated[field] for field in FIELDS if stated[field]},
        **{f"invented_{field}": invented[field] / unstated[field] for field in FIELDS if unstated[field]},
    }


def main():
    parser = argparse.ArgumentParser(description="Score what is read from web pages.")
    parser.add_argument("gold", type=Path)
    parser.add_argument("system", type=Path)
    parser.add_argument("--judged", type=Path, help="table of what a reader found")
    parser.add_argument("--half", choices=["looked_at", "only_scored"], help="score one half alone")
    parser.add_argument("--list", action="store_true", help="print each page and its wrong fields")
    options = parser.parse_args()
    pages = pages_of(options.gold)
    judged = read_judged(options.judged) if options.judged else None
    halves = {
        name: [page for page in pages if half(page.name) == name] for name in ("looked_at", "only_scored")
    }
    if options.half:
        jsonl.print_scores(score(halves[options.half], options.system, options.list, judged))
        return
    out = score(pages, options.system, options.list, judged)
    speed = options.system / "_speed.json"
    out |= json.loads(speed.read_text("utf-8")) if speed.exists() else {}
    for name, part in halves.items():
        out[name] = score(part, options.system, False, judged)
    jsonl.print_scores(out)


if __name__ == "__main__":
    main()
