#!/usr/bin/env python3
"""List where two programs that read web pages and the expectation differ, and record what a reader finds.
Standard library only.

    judge_pages.py list GOLD_DIR SYSTEM_DIR OTHER_DIR OUT_DIR [--seed N]
    judge_pages.py record GOLD_DIR SYSTEM_DIR OTHER_DIR OUT_DIR > evaluation/pages.tsv

GOLD_DIR, SYSTEM_DIR, OTHER_DIR: as in score_pages.py. `list` writes `OUT_DIR/<slug>.txt` for each page with a
difference: passages (runs of lines) of one of the three bodies of whose 4-gram shingles fewer than half are
in another, in the order of the page, each with the elements that it stands in there; and the values of title,
byline and date, where they differ or nobody gave one, in an order shuffled by the seed. Nothing says who gave
what.

The reader of these writes `OUT_DIR/verdicts.tsv`: slug, item, verdict. An item is a passage ("p3"), some of
its lines ("p3:1-4") or a field; a verdict is "in" or "out", for a field a JSON list of the values that are
right, `[]` where the page states none. Lines of a passage without a verdict of their own go by that of the
passage. `record` prints the table that `score_pages.py --judged` takes: slug, field, verdict, and of a
passage the number of its words, a hash of them and the first few.
"""

import argparse
import json
import random
import re
import sys
from bisect import bisect_right
from collections import namedtuple
from pathlib import Path

import score_pages
from score_pages import FIELDS, MARK, Text, lacks, pages_of, passage_hash, shingles, words_of

FIRST_WORDS = 6
JUDGED = ("title", "byline", "published")
VOID = set("area base br col embed hr img input link meta param source track wbr".split())
Passage = namedtuple("Passage", "lines place path")


class Places(Text):
    """The text of a page and the elements around each piece of it."""

    def __init__(self):
        super().__init__()
        self.stack, self.starts, self.paths, self.length = [], [], [], 0

    def handle_starttag(self, tag, attributes):
        super().handle_starttag(tag, attributes)
        if tag not in VOID:
            told = dict(attributes)
            name = tag + "".join(
                f" {key}={told[key][:40]}" for key in ("id", "class", "hidden", "style") if told.get(key)
            )
            self.stack.append((tag, name))

    def handle_endtag(self, tag):
        super().handle_endtag(tag)
        if any(name == tag for name, _ in self.stack):
            while self.stack.pop()[0] != tag:
                pass

    def handle_data(self, data):
        if not self.skipped:
            self.starts.append(
                sum(map(len, self.parts[self.length :])) + (self.starts[-1] if self.starts else 0)
            )
            self.length = len(self.parts)
            self.paths.append(" > ".join(name for _, name in self.stack[-5:]))
        super().handle_data(data)


def lines_of(text):
    """The lines of a text that have words, marks of notes left out."""
    return [
        line
        for line in (" ".join(MARK.sub(" ", line).split()) for line in text.split("\n"))
        if words_of(line)
    ]


def expected_text(page):
    return score_pages.text_of((page / "expected.html").read_text("utf-8"), collapse=True)


def passages(page, bodies):
    """What one body has and another lacks, in the order of the page."""
    parser = Places()
    parser.feed((page / "source.html").read_bytes().decode("utf-8", "replace"))
    text = "".join(parser.parts)
    stream = [
        (match.group(), match.start())
        for match in re.finditer(r"\w+", MARK.sub(lambda m: " " * len(m.group()), text))
    ]
    source = [word for word, _ in stream]
    known = [(words, shingles(" ".join(words))) for words in (words_of("\n".join(body)) for body in bodies)]
    found, seen = [], set()
    for index, lines in enumerate(bodies):
        run, run_lack = [], None
        for line in [*lines, ""]:
            lack = tuple(
                other
                for other in range(len(bodies))
                if other != index and line and lacks(words_of(line), *known[other])
            )
            key = tuple(words_of(line))
            new = lack and key not in seen
            if run and (not new or lack != run_lack):
                found.append(run)
                run = []
            if new:
                seen.add(key)
                run.append(line)
                run_lack = lack
    out = []
    for run in found:
        place = score_pages.find(words_of(run[0]), source)
        offset = stream[place][1] if place is not None else None
        path = (
            parser.paths[bisect_right(parser.starts, offset) - 1]
            if place is not None
            else "not found in the source"
        )
        out.append(Passage(run, place if place is not None else len(source), path))
    return sorted(out, key=lambda passage: (passage.place, passage.lines))


def disagreements(options):
    """Each page with its passages and the values of its fields, where any differ."""
    for page in pages_of(options.gold):
        systems = [
            json.loads((folder / (page.name + ".json")).read_text("utf-8"))
            for folder in (options.system, options.other)
        ]
        gold = json.loads((page / "expected-metadata.json").read_text("utf-8"))
        bodies = [lines_of(expected_text(page))] + [lines_of(system.get("body") or "") for system in systems]
        fields = {}
        for field in JUDGED:
            key, form = FIELDS[field]
            values = [gold.get(key)] + [system.get(field) for system in systems]
            given = {
                str(sorted(form(value)) if field == "byline" else form(value)) if value else ""
                for value in values
            }
            # Where all three are silent, the page may still say.
            if len(given) > 1 or given == {""}:
                fields[field] = ["; ".join(value) if isinstance(value, list) else value for value in values]
        yield page, passages(page, bodies), fields


def write_lists(options):
    options.out.mkdir(parents=True, exist_ok=True)
    shuffle = random.Random(options.seed)
    n_passages = n_fields = 0
    for page, found, fields in disagreements(options):
        if not found and not fields:
            continue
        n_passages, n_fields = n_passages + len(found), n_fields + len(fields)
        text = []
        for field, values in fields.items():
            values = sorted({json.dumps(value or None, ensure_ascii=False) for value in values})
            shuffle.shuffle(values)
            text.append(f"{field}: " + "  OR  ".join(values))
        for number, passage in enumerate(found, 1):
            text.append(f"\np{number} at {passage.path}")
            text += [f"    {count}. {line}" for count, line in enumerate(passage.lines, 1)]
        (options.out / f"{page.name}.txt").write_text("\n".join(text) + "\n", "utf-8")
    print(f"{n_passages} passages, {n_fields} fields", file=sys.stderr)


def record(options):
    verdicts = {}
    for line in (options.out / "verdicts.tsv").read_text("utf-8").splitlines():
        slug, item, verdict = line.split("\t")
        verdicts[slug, item] = verdict
    missed = 0
    print("slug\tfield\tverdict\twords\thash\topening")
    for page, found, fields in disagreements(options):
        for field in JUDGED:
            verdict = verdicts.get((page.name, field))
            missed += verdict is None and field in fields
            if verdict is not None:
                print(f"{page.name}\t{field}\t{json.dumps(json.loads(verdict), ensure_ascii=False)}\t\t\t")
        for number, passage in enumerate(found, 1):
            of_lines = [verdicts.get((page.name, f"p{number}"))] * len(passage.lines)
            for (slug, item), verdict in verdicts.items():
                lines = re.fullmatch(rf"p{number}:(\d+)(?:-(\d+))?", item)
                if slug == page.name and lines:
                    first, last = int(lines[1]), int(lines[2] or lines[1])
                    of_lines[first - 1 : last] = [verdict] * (last - first + 1)
            missed += of_lines.count(None)
            start = 0
            for end in range(1, len(of_lines) + 1):
                if end == len(of_lines) or of_lines[end] != of_lines[start]:
                    words = words_of(" ".join(passage.lines[start:end]))
                    if of_lines[start]:
                        print(
                            f"{page.name}\tbody\t{of_lines[start]}\t{len(words)}\t{passage_hash(words)}\t"
                            f"{' '.join(words[:FIRST_WORDS])}"
                        )
                    start = end
    if missed:
        print(f"{missed} lines or fields without a verdict", file=sys.stderr)


def main():
    parser = argparse.ArgumentParser(
        description="List where programs that read web pages differ, and record what a reader finds."
    )
    parser.add_argument("what", choices=["list", "record"])
    for name in ("gold", "system", "other", "out"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    (write_lists if options.what == "list" else record)(options)


if __name__ == "__main__":
    main()
