import itertools
import random
import unittest

import article_alignment
from assignment import best_pairs
from matching import covered, greedy_pairs, overlap_f1, word_spans


def best_total(table):
    """The highest sum of any one-to-one pairs, by trying all."""
    if len(table) > len(table[0]):
        table = list(zip(*table, strict=True))
    columns = range(len(table[0]))
    return max(
        sum(row[column] for row, column in zip(table, chosen, strict=True))
        for chosen in itertools.permutations(columns, len(table))
    )


class BestPairs(unittest.TestCase):
    def test_the_sum_counts_and_not_the_best_single_pair(self):
        self.assertEqual(best_pairs([[0.9, 0.8], [0.8, 0.1]]), [(0, 1), (1, 0)])

    def test_unequal_sides(self):
        self.assertEqual(best_pairs([[0.1, 0.2, 0.9]]), [(0, 2)])
        self.assertEqual(best_pairs([[0.1], [0.2], [0.9]]), [(2, 0)])

    def test_nothing_on_one_side(self):
        self.assertEqual(best_pairs([]), [])
        self.assertEqual(best_pairs([[], []]), [])

    def test_the_assignment_written_out_for_articles_is_as_good(self):
        rng = random.Random(1)
        for _ in range(200):
            n_rows, n_columns = rng.randint(1, 5), rng.randint(1, 5)
            table = [[rng.choice((0, 0, 0.5, rng.random())) for _ in range(n_columns)] for _ in range(n_rows)]
            weights = {(i, j): value for i, row in enumerate(table) for j, value in enumerate(row) if value}
            pairs = article_alignment.best_pairs(weights)
            self.assertTrue(set(pairs) <= weights.keys())
            self.assertEqual(len({i for i, _ in pairs}), len(pairs))
            self.assertEqual(len({j for _, j in pairs}), len(pairs))
            total = sum(weights[pair] for pair in pairs)
            self.assertAlmostEqual(total, best_total(table))
            self.assertAlmostEqual(total, sum(table[i][j] for i, j in best_pairs(table)))


class Spans(unittest.TestCase):
    def test_greedy_pairs_take_the_smallest_key_and_each_side_once(self):
        options = [(-1, 0, 0), (-3, 0, 1), (-2, 1, 1), (-1, 1, 0)]
        self.assertEqual(greedy_pairs(options), [(0, 1), (1, 0)])

    def test_greedy_ties_go_to_the_first(self):
        self.assertEqual(greedy_pairs([(-1, 0, 1), (-1, 0, 0)]), [(0, 0)])

    def test_words_are_runs_of_letters_and_digits(self):
        self.assertEqual(word_spans("“Hi,” 2"), [(1, 3), (6, 7)])

    def test_a_word_is_covered_by_more_than_its_half(self):
        words = [(0, 4), (5, 9)]
        self.assertEqual(covered([(0, 2)], words), set())
        self.assertEqual(covered([(0, 3)], words), {0})
        self.assertEqual(covered([(1, 9)], words), {0, 1})
        self.assertEqual(covered([], words), set())

    def test_overlap_f1(self):
        self.assertEqual(overlap_f1({1, 2}, {2, 3}), 0.5)
        self.assertEqual(overlap_f1(set(), set()), 1.0)
        self.assertEqual(overlap_f1({1}, set()), 0.0)
