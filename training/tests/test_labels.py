import unittest

from data import IGNORE, Sentence
from labels import bio_spans, frequent, label_id, labels_of, word_ids


class Labels(unittest.TestCase):
    def test_frequent_labels_first_and_ties_by_alphabet(self):
        self.assertEqual(frequent([["b", "a", None], ["c", "c", None, None]], 1), ["c", "a", "b"])
        self.assertEqual(frequent([["b", "a"], ["a"]], 2), ["a"])

    def test_labels_of_all_heads(self):
        words = Sentence(["w"] * 8, True, tag=["X"] * 8, rel=["root"] * 8, attribution=["O"] * 7 + ["B-cue"])
        row = Sentence(["w"], True)
        row.labels["row"] = {"kind": "fact"}
        labels = labels_of({"syntax": [[words]], "rows": [[row]]})
        self.assertEqual(labels["tag"], ["X"])
        self.assertEqual(labels["attribution"], ["O", "B-cue"])
        self.assertEqual(
            (labels["boundary"], labels["kind"], labels["entity"]), (["in", "end"], ["fact"], [])
        )

    def test_rare_labels(self):
        tags = {"NOUN": 3, "VERB": 1, "VERB|Tense=Past": 2}
        self.assertEqual(label_id("tag", "VERB|Tense=Past", tags), 2)
        self.assertEqual(label_id("tag", "VERB|Mood=Imp", tags), 1)
        self.assertEqual(label_id("tag", "X|Case=Nom", tags), 0)
        self.assertEqual(label_id("rel", "vocative", {"root": 4}), 0)
        self.assertEqual(label_id("entity", "B-Event", {"O": 0}), IGNORE)
        self.assertEqual(label_id("tag", None, tags), IGNORE)

    def test_ids_of_words(self):
        sentence = Sentence(["a", "b"], True, lemma=["l0|", None], head=[2, 0], link=[None, -1])
        self.assertEqual(
            word_ids(sentence, {"lemma": {"l0|": 5}}),
            {"lemma": [5, IGNORE], "head": [2, 0], "link": [IGNORE, -1]},
        )


class Spans(unittest.TestCase):
    LABELS = ("O", "B-a", "I-a", "B-b", "I-b")

    def test_spans(self):
        for names, expected in (
            ("B-a I-a O B-b", {(0, 2, "a"), (3, 4, "b")}),
            ("B-a B-a", {(0, 1, "a"), (1, 2, "a")}),
            ("I-a I-a O", {(0, 2, "a")}),
            ("B-a I-b", {(0, 1, "a"), (1, 2, "b")}),
            ("O O", set()),
            ("", set()),
        ):
            ids = [self.LABELS.index(name) for name in names.split()]
            self.assertEqual(bio_spans(ids, self.LABELS), expected, names)
