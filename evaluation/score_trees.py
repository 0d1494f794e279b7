#!/usr/bin/env python3
"""Where trees go wrong: by the length of the sentence, by genre, by relation.

    score_trees.py GOLD.conllu SYSTEM.conllu

Reads what score_syntax.py reads, and aligns words as it does. Prints one JSON line, fractions of 1:
  las_by_length     of the words of gold sentences of so many words, those whose head and relation (without
                    its subtype) are found
  las_by_genre      the same by the genre in the name of the gold document (GUM_news_iodine, weblog-blogspot…)
  root              gold sentences whose root is a root of the system's
  crossing_trees    sentences of the system in which two arcs cross, and of the gold
  f1_by_relation    F1 of arcs with this relation, their head and dependent the same
"""

import argparse
import json

from measures import f1_of_counts, ratio
from score_syntax import align, load, stop_unless_same_text

# Most words of each class of length; longer sentences are in the last.
LENGTHS = ((10, "1-10"), (20, "11-20"), (30, "21-30"), (float("inf"), "31+"))
RELATIONS = ("conj", "parataxis", "ccomp", "advcl", "acl:relcl")


def length_of(n_words):
    return next(name for most, name in LENGTHS if n_words <= most)


def genre_of(document):
    """GUM_news_iodine: news; weblog-blogspot.com_…: weblog."""
    parts = document.replace("-", "_").split("_")
    return parts[1] if parts[0] == "GUM" and len(parts) > 1 else parts[0]


def crosses(heads):
    """Whether two arcs cross. `heads`: of each word the index of its head in the sentence, or None."""
    arcs = [(min(at, head), max(at, head)) for at, head in enumerate(heads) if head is not None]
    return any(a < c < b < d for a, b in arcs for c, d in arcs)


def crossing_share(treebank):
    crossing = 0
    for first, end in treebank.ranges:
        heads = [word.head for word in treebank.words[first:end]]
        crossing += crosses([None if head is None else head - first for head in heads])
    return ratio(crossing, len(treebank.ranges))


def relation_of(word, asked):
    """The word's relation as precise as the one asked for."""
    return word.relation if ":" in asked else word.bare_relation


def score(gold, system):
    stop_unless_same_text(gold.text, system.text)
    pairs = align(gold.words, system.words)
    system_index, gold_index = dict(pairs), {s: g for g, s in pairs}

    def system_head(s):
        """The gold word that the system takes for the head: None is the root, -1 no word of the gold."""
        head = system.words[s].head
        return None if head is None else gold_index.get(head, -1)

    def is_found(g):
        s = system_index.get(g)
        if s is None or system_head(s) != gold.words[g].head:
            return False
        return system.words[s].bare_relation == gold.words[g].bare_relation

    lengths, genres, roots = {}, {}, 0
    for (first, end), document in zip(gold.ranges, gold.documents, strict=True):
        found = [is_found(g) for g in range(first, end)]
        lengths.setdefault(length_of(end - first), []).extend(found)
        genres.setdefault(genre_of(document), []).extend(found)
        root = next(g for g in range(first, end) if gold.words[g].head is None)
        roots += root in system_index and system.words[system_index[root]].head is None

    def f1_of(relation):
        asked = [g for g, word in enumerate(gold.words) if relation_of(word, relation) == relation]
        given = sum(relation_of(word, relation) == relation for word in system.words)
        hits = 0
        for g in asked:
            s = system_index.get(g)
            hits += (
                s is not None
                and relation_of(system.words[s], relation) == relation
                and system_head(s) == gold.words[g].head
            )
        return f1_of_counts(hits, len(asked), given)

    def shares(groups):
        return {name: round(ratio(sum(found), len(found)), 4) for name, found in groups.items()}

    return {
        "las_by_length": shares({name: lengths[name] for _, name in LENGTHS if name in lengths}),
        "las_by_genre": shares(dict(sorted(genres.items()))),
        "root": round(ratio(roots, len(gold.ranges)), 4),
        "crossing_trees": {
            "system": round(crossing_share(system), 4),
            "gold": round(crossing_share(gold), 4),
        },
        "f1_by_relation": {relation: round(f1_of(relation), 4) for relation in RELATIONS},
    }


def main():
    parser = argparse.ArgumentParser(description="Where trees go wrong: by length, by genre, by relation.")
    parser.add_argument("gold")
    parser.add_argument("system")
    options = parser.parse_args()
    print(json.dumps(score(load(options.gold), load(options.system))))


if __name__ == "__main__":
    main()
