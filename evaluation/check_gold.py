#!/usr/bin/env python3
"""Check the gold articles: what they quote stands in the article, and what they refer to exists.

    check_gold.py GOLD_DIR

GOLD_DIR holds *.gold.json with their sources beside them. Checked are the allowed values, the ids, the ends
of relations, and that every quote, condition, question and metadata text is found in the article's words
(segments of a quote in order and close together, claims in reading order). Prints what is wrong and a line of
counts for each article; the exit status is 1 where anything is wrong.
"""

import html.parser
import json
import pathlib
import re
import sys

from article_texts import as_list, plain
from score_articles import score

KINDS = {"fact", "prediction", "value", "policy"}
CERTAINTIES = {"certain", "probable", "possible"}
POLARITIES = {"positive", "negative", "any"}
ROLES = {"thesis", "reason", "evidence", "concession", "context"}
RELATIONS = {"supports", "attacks", "restates", "causes"}
FIELDS = {
    "id",
    "quote",
    "kind",
    "certainty",
    "polarity",
    "holder",
    "condition",
    "condition_optional",
    "time",
    "names",
    "role",
    "restates",
    "optional",
}
TIME = re.compile(
    r"P?(T?[\dX]+[A-Z]+)+|[\dX]{4}(-([A-Z]{2}|[WQH]?[\dX]+))*(T(\d\d(:\d\d)?|[A-Z]{2}))?|T(\d\d(:\d\d)?|[A-Z]{2})"
)
PLACED = ("captions", "credits", "related", "notices", "joined", "byline")
NEAR = 700  # characters within which the segments of one claim stand


class Text(html.parser.HTMLParser):
    """The words of a page, tags, scripts and styles left out."""

    BREAKS = frozenset(
        {"p", "div", "li", "h1", "h2", "h3", "h4", "br", "td", "blockquote", "figcaption", "section"}
    )

    def __init__(self):
        super().__init__()
        self.words, self.hidden = [], 0

    def handle_starttag(self, tag, attrs):
        self.hidden += tag in ("script", "style")
        self.words += [" "] if tag in self.BREAKS else []

    def handle_endtag(self, tag):
        self.hidden -= tag in ("script", "style")
        self.words += [" "] if tag in self.BREAKS else []

    def handle_data(self, data):
        self.words += [] if self.hidden else [data]


def article_words(path, form):
    source = path.read_text(encoding="utf-8")
    if form == "html":
        reader = Text()
        reader.feed(source)
        source = "".join(reader.words)
    if form == "markdown":
        source = re.sub(r"\]\([^)]*\)|!?\[|^#+ |^> ?|\*", "", source, flags=re.M)
    return plain(source)


def find(quote, text, start):
    """Place of the first segment of a quote at or after `start`, or None."""
    first, *rest = [plain(segment) for segment in quote.split(" … ")]
    at = text.find(first, start)
    while at >= 0:
        end = at + len(first)
        for segment in rest:
            following = text.find(segment, end, at + NEAR)
            end = following + len(segment) if following >= 0 else -1
            if end < 0:
                break
        if end >= 0:
            return at
        at = text.find(first, at + 1)
    return None


def wrong_claims(gold, text):
    ids = [claim["id"] for claim in gold["claims"]]
    if ids != list(range(len(ids))):
        yield "ids do not count from 0"
    start = 0
    for claim in gold["claims"]:
        name = f"claim {claim['id']}"
        at = find(claim["quote"], text, start)
        if at is None:
            late = find(claim["quote"], text, 0)
            yield f"{name} is {'not found' if late is None else 'out of reading order'}: {claim['quote']}"
        start = max(start, (at or 0) - NEAR // 2)
        for field in set(claim) - FIELDS:
            yield f"{name}: unknown field {field}"
        for field, allowed in (("kind", KINDS), ("certainty", CERTAINTIES), ("role", ROLES)):
            if (field != "role" and not claim.get(field)) or set(claim.get(field, [])) - allowed:
                yield f"{name}: {field} {claim.get(field)}"
        if claim.get("polarity") not in POLARITIES or not as_list(claim.get("holder")):
            yield f"{name}: polarity or holder"
        if "condition" in claim and plain(claim["condition"]) not in text:
            yield f"{name}: condition not found"
        for value in claim.get("time", []):
            if not all(TIME.fullmatch(one) for one in value.rstrip("?").split("|")):
                yield f"{name}: time {value}"
        if claim.get("restates", ids[0]) not in ids or claim.get("restates") == claim["id"]:
            yield f"{name}: restates {claim['restates']}"


def wrong_links(gold):
    ids, seen = {claim["id"] for claim in gold["claims"]}, set()
    for relation in gold.get("relations", []):
        ends = {relation["from"], *as_list(relation["to"])}
        if (
            ends - ids
            or relation["from"] in as_list(relation["to"])
            or set(as_list(relation["kind"])) - RELATIONS
        ):
            yield f"relation {relation}"
        key = json.dumps(relation, sort_keys=True)
        if key in seen:
            yield f"relation twice: {relation}"
        seen.add(key)
    for one in gold.get("enumeration", []):
        if one not in ids:
            yield f"enumeration {one}"


def wrong_texts(gold, text):
    for question in gold.get("questions", []):
        if plain(question["text"] if isinstance(question, dict) else question) not in text:
            yield f"question not found: {question}"
    for field in PLACED:
        for value in gold["article"].get(field, []):
            if plain(value) not in text:
                yield f"{field} not found: {value}"
    for field in ("title", "standfirst"):
        if plain(gold["article"].get(field)) not in text:
            yield f"{field} not found"


def as_report(gold):
    """The report that says just what the gold says, first choices taken."""
    claims = []
    for claim in gold["claims"]:
        holder = as_list(claim["holder"])[0]
        names = [name.split("|")[0] for name in claim.get("names", [])]
        claims.append(
            {
                "id": claim["id"],
                "text": claim["quote"],
                "standalone": " ".join([*names, claim["quote"]]),
                "holder": {"kind": "author"} if holder == "author" else {"kind": "source", "name": holder},
                "polarity": claim["polarity"].replace("any", "positive"),
                "condition": {"text": claim["condition"]} if "condition" in claim else None,
                "times": [{"value": t.rstrip("?").split("|")[0]} for t in claim.get("time", [])],
                **{f: claim[f][0] for f in ("kind", "certainty", "role") if f in claim},
            }
        )
    relations = [
        {"from": r["from"], "to": as_list(r["to"])[0], "kind": as_list(r["kind"])[0]}
        for r in gold.get("relations", [])
    ]
    relations += [
        {"from": c["id"], "to": c["restates"], "kind": "restates"} for c in gold["claims"] if "restates" in c
    ]
    return {
        "article": gold["article"],
        "claims": claims,
        "relations": relations,
        "questions": [{"text": q["text"] if isinstance(q, dict) else q} for q in gold.get("questions", [])],
    }


def check(path):
    gold = json.loads(path.read_text(encoding="utf-8"))
    text = article_words(path.parent / gold["source"], gold["format"])
    wrong = [*wrong_claims(gold, text), *wrong_links(gold), *wrong_texts(gold, text)]
    if not wrong:
        notes = []
        result = score(gold, as_report(gold), path, notes.append)
        wrong = [f"its own report scores {result['score']:.4f}", *notes] if result["score"] < 1 else []
        optional = result["optional_claims"]
        held = sum("author" not in as_list(c["holder"]) for c in gold["claims"] if not c.get("optional"))
        print(
            f"{gold['id']}: {result['gold_claims']} required claims ({held} held by a source), "
            f"{optional} optional, {len(gold.get('relations', []))} relations, {len(text.split())} words"
        )
    for message in wrong:
        print(f"{gold['id']}: {message}")
    return not wrong


def main():
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    folder = pathlib.Path(sys.argv[1])
    paths = sorted(folder.glob("*.gold.json"))
    if not paths:
        print(f"no *.gold.json in {folder}", file=sys.stderr)
        return 2
    # All are checked, also behind one that is wrong.
    right = [check(path) for path in paths]
    return 0 if all(right) else 1


if __name__ == "__main__":
    sys.exit(main())
