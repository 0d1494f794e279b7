import math
import unittest

from score_factuality import band, score


def scores(gold, predicted):
    row = {"id": "1", "set": "s", "targets": [{"value": value} for value in gold]}
    return score([row], {"1": {"values": predicted}})["s"]


class Factuality(unittest.TestCase):
    def test_the_gold_itself_and_its_opposite(self):
        right = scores([-3, 0, 3], [-3, 0, 3])
        self.assertAlmostEqual(right["pearson"], 1.0)
        self.assertEqual((right["mae"], right["three_way"]["macro_f1"]), (0.0, 1.0))
        wrong = scores([-3, 0, 3], [3, 0, -3])
        self.assertAlmostEqual(wrong["pearson"], -1.0)
        self.assertEqual(wrong["mae"], 4.0)
        self.assertAlmostEqual(wrong["three_way"]["accuracy"], 1 / 3)

    def test_spearman_shares_ranks_among_ties(self):
        # Ranks 1.5, 1.5, 3, 4 against 1, 2, 3, 4: covariance 4.5, variances 4.5 and 5.
        self.assertAlmostEqual(scores([0, 1, 2, 3], [1, 1, 2, 10])["spearman"], 4.5 / math.sqrt(4.5 * 5))

    def test_a_missing_value_is_an_assertion(self):
        self.assertEqual(scores([3, 3, 0], [3, None])["mae"], 1.0)

    def test_nothing_predicted_correlates_with_nothing(self):
        found = score([{"id": "1", "set": "s", "targets": [{"value": -3}, {"value": 3}]}], {})
        self.assertEqual((found["s"]["pearson"], found["s"]["spearman"], found["missing"]), (0.0, 0.0, 1))

    def test_nothing_gold(self):
        found = scores([], [])
        self.assertEqual((found["n"], found["mae"], found["pearson"]), (0, 0.0, 0.0))

    def test_bands(self):
        self.assertEqual([band(value) for value in (-1, -0.9, 0.9, 1)], ["no", "unsure", "unsure", "yes"])
