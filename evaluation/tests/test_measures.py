import unittest

from measures import (
    classes,
    f1,
    f1_of_counts,
    f1_of_errors,
    mean,
    mean_of_known,
    precision_recall_f1,
    ratio,
)


class Measures(unittest.TestCase):
    def test_f1_is_the_harmonic_mean(self):
        self.assertAlmostEqual(f1(0.5, 1.0), 2 / 3)
        self.assertEqual(f1(0.0, 1.0), 0.0)
        self.assertEqual(f1(0.0, 0.0), 0.0)

    def test_f1_of_counts_and_of_errors_agree(self):
        # 3 right of 4 gold and 5 predicted: 2 are extra, 1 is missed.
        self.assertAlmostEqual(f1_of_counts(3, 4, 5), 6 / 9)
        self.assertAlmostEqual(f1_of_errors(3, 2, 1), 6 / 9)

    def test_nothing_is_zero(self):
        for value in (ratio(1, 0), mean([]), f1_of_counts(0, 0, 0), f1_of_errors(0, 0, 0)):
            self.assertEqual(value, 0.0)
        self.assertEqual(precision_recall_f1(0, 0, 0), {"p": 0.0, "r": 0.0, "f1": 0.0})

    def test_precision_and_recall_are_not_exchanged(self):
        self.assertEqual(precision_recall_f1(1, 2, 4), {"p": 0.5, "r": 0.25, "f1": 1 / 3})

    def test_mean_of_known(self):
        self.assertEqual(mean_of_known([1.0, None, 0.5]), 0.75)
        self.assertIsNone(mean_of_known([None]))

    def test_classes(self):
        # a: 2 of 2 predicted, of 3 gold; b: 1 of 2 predicted, of 1 gold.
        found = classes(list("aaab"), list("aabb"))
        self.assertEqual(found["per_class"]["a"], {"p": 1.0, "r": 2 / 3, "f1": 0.8})
        self.assertEqual(found["per_class"]["b"], {"p": 0.5, "r": 1.0, "f1": 2 / 3})
        self.assertAlmostEqual(found["macro_f1"], (0.8 + 2 / 3) / 2)
        self.assertAlmostEqual(found["weighted_f1"], (3 * 0.8 + 2 / 3) / 4)
        self.assertEqual(found["accuracy"], 0.75)

    def test_classes_that_only_predictions_have_are_no_gold_class(self):
        self.assertEqual(list(classes(["a"], ["b"])["per_class"]), ["a"])
        self.assertEqual(classes([], [])["macro_f1"], 0.0)
