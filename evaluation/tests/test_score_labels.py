import unittest

from score_labels import label_set, score


def rows(labels, **more):
    return [{"id": str(number), "label": label, **more} for number, label in enumerate(labels)]


def predictions(labels):
    return {row["id"]: row for row in rows(labels)}


class Labels(unittest.TestCase):
    def test_two_classes(self):
        found = score(
            rows(["fact", "fact", "fact", "value"]), predictions(["fact", "fact", "value", "value"])
        )["all"]
        self.assertEqual(found["micro_f1"], 0.75)
        self.assertAlmostEqual(found["macro_f1"], (0.8 + 2 / 3) / 2)
        self.assertAlmostEqual(found["weighted_f1"], (3 * 0.8 + 2 / 3) / 4)

    def test_a_row_without_a_prediction_is_wrong(self):
        found = score(rows(["a", "a"]), predictions(["a"]))
        self.assertEqual(found["all"]["per_class"]["a"], {"p": 1.0, "r": 0.5, "f1": 2 / 3})
        self.assertEqual(found["missing"], 1)

    def test_nothing_predicted(self):
        found = score(rows(["a", "b"]), {})["all"]
        self.assertEqual((found["macro_f1"], found["micro_f1"], found["weighted_f1"]), (0.0, 0.0, 0.0))

    def test_nothing_gold(self):
        self.assertEqual(score([], {})["all"]["n"], 0)
        self.assertEqual(score(rows([None]), predictions(["a"]))["all"]["macro_f1"], 0.0)

    def test_several_labels_a_row(self):
        found = score(rows([["a", "b"], ["b"]]), predictions([["a"], ["a", "b"]]))["all"]
        # Of 3 gold labels 2 are found, of 3 predicted 2 are right.
        self.assertAlmostEqual(found["micro_f1"], 2 / 3)
        self.assertEqual(found["per_class"]["a"], {"p": 0.5, "r": 1.0, "f1": 2 / 3})

    def test_each_set_by_itself(self):
        gold = [*rows(["a"], set="x"), {"id": "9", "label": "a", "set": "y"}]
        found = score(gold, predictions(["a"]))
        self.assertEqual((found["x"]["micro_f1"], found["y"]["micro_f1"]), (1.0, 0.0))

    def test_truth_values_are_digits(self):
        self.assertEqual((label_set(True), label_set(0), label_set(None)), ({"1"}, {"0"}, set()))
