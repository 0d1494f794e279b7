import unittest

from score_entities import score

GOLD = [[0, 5, "PER"], [10, 15, "LOC"]]


def scores(gold, system, names=None):
    return score([{"id": "1", "entities": gold}], {"1": system}, names)


class Entities(unittest.TestCase):
    def test_one_right_one_short_one_invented(self):
        found = scores(GOLD, [[0, 5, "PER"], [10, 14, "LOC"], [20, 25, "ORG"]])
        self.assertEqual((found["precision"], found["recall"], found["f1"]), (1 / 3, 0.5, 0.4))
        self.assertEqual(found["macro_f1"], 0.5)
        self.assertEqual(found["untyped_f1"], 0.4)
        self.assertEqual(found["overlap_f1"], 0.8)
        self.assertEqual(found["by_type"], {"PER": [1, 1.0], "LOC": [1, 0.0]})

    def test_the_type_counts(self):
        found = scores(GOLD, [[0, 5, "LOC"], [10, 15, "LOC"]])
        self.assertEqual((found["f1"], found["untyped_f1"], found["overlap_f1"]), (0.5, 1.0, 0.5))

    def test_the_same_mention_twice_is_right_once(self):
        self.assertEqual(scores([[0, 5, "PER"]], [[0, 5, "PER"], [0, 5, "PER"]])["precision"], 0.5)

    def test_overlapping_mentions_are_paired_one_to_one(self):
        # The second overlaps more and takes the gold mention; the first has no partner left.
        self.assertEqual(scores([[0, 10, "LOC"]], [[0, 4, "LOC"], [2, 10, "LOC"]])["overlap_f1"], 2 / 3)

    def test_mentions_that_only_touch_do_not_overlap(self):
        self.assertEqual(scores([[0, 5, "LOC"]], [[5, 9, "LOC"]])["overlap_f1"], 0.0)

    def test_renamed_types(self):
        found = scores(
            [[0, 5, "person"], [7, 9, "event"]], [[0, 5, "human"]], {"person": "PER", "human": "PER"}
        )
        self.assertEqual((found["f1"], found["gold"]), (1.0, 1))

    def test_nothing_predicted_and_nothing_gold(self):
        for gold, system in ((GOLD, []), ([], GOLD), ([], [])):
            found = scores(gold, system)
            for name in ("precision", "recall", "f1", "macro_f1", "untyped_f1", "overlap_f1"):
                self.assertEqual(found[name], 0.0, name)
        self.assertEqual(score([{"id": "1", "entities": GOLD}], {})["f1"], 0.0)
