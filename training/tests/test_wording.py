import unittest
from functools import cache
from unittest import mock

import numpy as np

import wording

# Ids of n-grams: 1 stands in all rows, 2 in the check-worthy ones, 3 in the others, 4 in one.
ROWS = [[1, 2], [1, 2], [1, 2, 4], [1, 3], [1, 3], [1, 3], [1, 3]]
WORTHY = [True, True, True, False, False, False, False]


@cache
def fit():
    with mock.patch.object(wording, "ngrams", lambda rows, binary: rows):
        return wording.fit(ROWS, WORTHY, None)


class Wording(unittest.TestCase):
    def test_rarity(self):
        matrix, _ = fit()
        # log((1 + rows) / (1 + rows that have it)) + 1.
        for ngram, n_rows in ((1, 7), (2, 3), (4, 1), (9, 0)):
            self.assertAlmostEqual(float(matrix[1, ngram]), np.log(8 / (1 + n_rows)) + 1, places=5)

    def test_what_tells(self):
        matrix, _ = fit()
        self.assertGreater(matrix[0, 2], 0)
        self.assertLess(matrix[0, 3], 0)
        self.assertEqual(matrix[0, 9], 0)

    def test_as_many_rows_are_positive_as_in_training(self):
        matrix, bias = fit()
        base = np.log(3 / 4)
        found = wording.scores(ROWS, matrix) + bias[0] + base
        # The highest of the others stands at zero.
        self.assertEqual(int((found > 1e-6).sum()), sum(WORTHY))
        self.assertTrue((found[np.array(WORTHY)] > 1e-6).all())
        self.assertAlmostEqual(float(np.sort(found)[::-1][sum(WORTHY)]), 0.0, places=5)

    def test_scores_do_not_grow_with_the_length_of_a_row(self):
        matrix = np.zeros((2, 10), dtype=np.float32)
        matrix[0, 1:5] = 1.0
        matrix[1, 1:5] = 2.0
        # 1 / 2, and 4 / sqrt(4 * 4).
        np.testing.assert_allclose(wording.scores([[1], [1, 2, 3, 4]], matrix), [0.5, 1.0])
