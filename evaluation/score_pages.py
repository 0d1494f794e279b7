#!/usr/bin/env python3
"""Score what is read from web pages. Standard library only.

    score_pages.py GOLD_DIR SYSTEM_DIR [--half looked_at|only_scored] [--list]

GOLD_DIR: a folder a page with `expected.html` and `expected-metadata.json` as in mozilla/readability's test-pages.
SYSTEM_DIR: `<slug>.json` with {body, title, byline, published, standfirst, site, language}; a page left out has none of
them; `_speed.json` there, with {pages_per_second}, is passed on. Prints one JSON line, fractions of 1.

`body`: precision and recall of 4-gram shingles of words as in scrapinghub/article-extraction-benchmark, each the mean
over the pages, and F1 of the two means. `f1_per_page` is the mean of each page's own F1.
Fields: share of the pages whose expectation states the field on which the system says the same, in lower case, accents
and marks apart: of a title the words, and those that the
expectation has behind a dash or bar may be missing (the name of the site, which is no part of a title), of a byline the set of names without "by", of a date the day in its own zone, of
a language its first part. `invented_*`: share of the pages whose expectation states none on which the system gives one.
The expectations were made by Readability and then reviewed: they lean to it, its slips included.

Pages are parted by a hash of their name into a half that the rules were written by (`looked_at`) and one that was
only scored.
"""
import argparse, hashlib, json, re, unicodedata
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

BLOCKS = set("address article aside blockquote br caption center dd details div dl dt fieldset figcaption figure footer "
             "form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul".split())


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


def text_of(html):
    parser = Text()
    parser.feed(html)
    return "".join(parser.parts)


def shingles(text, n=4):
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[i:i + n]) for i in range(max(1, len(words) - n + 1)))


def overlap(gold, system):
    """Precision and recall; two empty texts agree."""
    gold, system = shingles(gold), shingles(system)
    gold.pop((), None)
    system.pop((), None)
    if not gold and not system:
        return 1.0, 1.0
    hit = sum((gold & system).values())
    return (hit / sum(system.values()) if system else 0.0), (hit / sum(gold.values()) if gold else 0.0)


def f1(precision, recall):
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


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


def title(said, gold):
    """A title agrees with and without the site's name behind it."""
    parts = re.split(r"\s[-|–—·:»@]+\s", gold)
    return plain(said) in {plain(" ".join(parts[:n])) for n in range(1, len(parts) + 1)}


FIELDS = {
    "title": ("title", plain),
    "byline": ("byline", names),
    "published": ("publishedTime", day),
    "site": ("siteName", plain),
    "language": ("lang", lambda value: plain(value).split(" ")[0]),
    "standfirst": ("excerpt", plain),
}


def half(slug):
    return "looked_at" if hashlib.sha256(slug.encode()).digest()[0] % 2 == 0 else "only_scored"


def score(pages, system_dir, listed):
    precisions, recalls, each = [], [], []
    right, stated, invented, unstated = Counter(), Counter(), Counter(), Counter()
    for page in pages:
        path = system_dir / (page.name + ".json")
        system = json.loads(path.read_text("utf-8")) if path.exists() else {}
        gold = json.loads((page / "expected-metadata.json").read_text("utf-8"))
        p, r = overlap(text_of((page / "expected.html").read_text("utf-8")), system.get("body") or "")
        precisions.append(p)
        recalls.append(r)
        each.append(f1(p, r))
        wrong = []
        for field, (key, form) in FIELDS.items():
            said = system.get(field)
            if gold.get(key):
                stated[field] += 1
                same = bool(said) and (title(said, gold[key]) if field == "title" else form(said) == form(gold[key]))
                right[field] += same
                if not same:
                    wrong.append(f"{field}: {said!r}, expected {gold[key]!r}")
            elif field not in ("standfirst", "language"):
                unstated[field] += 1
                invented[field] += bool(said)
        if listed:
            print(f"{f1(p, r):.3f} p {p:.3f} r {r:.3f} {page.name}")
            for line in wrong:
                print("      " + line)
    mean = lambda values: sum(values) / len(values) if values else 0.0
    precision, recall = mean(precisions), mean(recalls)
    out = {"pages": len(pages), "body_f1": f1(precision, recall), "body_precision": precision, "body_recall": recall,
           "body_f1_per_page": mean(each)}
    out.update({field: right[field] / stated[field] for field in FIELDS if stated[field]})
    out.update({f"invented_{field}": invented[field] / unstated[field] for field in FIELDS if unstated[field]})
    return {key: round(value, 4) if isinstance(value, float) else value for key, value in out.items()}


def main():
    ap = argparse.ArgumentParser(description="Score what is read from web pages.")
    ap.add_argument("gold", type=Path)
    ap.add_argument("system", type=Path)
    ap.add_argument("--half", choices=["looked_at", "only_scored"], help="score one half alone")
    ap.add_argument("--list", action="store_true", help="print each page and its wrong fields")
    a = ap.parse_args()
    pages = sorted(page for page in a.gold.iterdir() if (page / "expected.html").exists())
    if a.half:
        print(json.dumps(score([page for page in pages if half(page.name) == a.half], a.system, a.list)))
        return
    out = score(pages, a.system, a.list)
    speed = a.system / "_speed.json"
    out.update(json.loads(speed.read_text("utf-8")) if speed.exists() else {})
    for name in ("looked_at", "only_scored"):
        out[name] = score([page for page in pages if half(page.name) == name], a.system, False)
    print(json.dumps(out))


if __name__ == "__main__":
    main()
