import unittest

import sureness

TEXT = "The Vision Pro is late. Mayor Ann Holm left. It costs too much."


def reference(pronoun, span, antecedent, name):
    return {
        "pronoun": pronoun,
        "span": span,
        "antecedent": antecedent,
        "head": antecedent,
        "named": antecedent,
        "name": name,
    }


class Right(unittest.TestCase):
    def test_a_name_is_right_where_it_is_of_the_gold_cluster(self):
        clusters = {(0, 14): {0}, (24, 38): {1}, (45, 47): {0}}
        for antecedent, name, right in (
            ([4, 14], "Vision Pro", True),
            # Only a part of the name.
            ([11, 14], "Pro", False),
            ([30, 38], "Ann Holm", False),
        ):
            found = sureness.is_right(TEXT, clusters, reference("it", [45, 47], antecedent, name))
            self.assertEqual(found, right, name)
        # A pronoun of nothing.
        self.assertFalse(
            sureness.is_right(TEXT, {(0, 14): {0}}, reference("it", [45, 47], [4, 14], "Vision Pro"))
        )

    def test_gap_knows_two_names(self):
        row = {
            "text": TEXT,
            "pronoun": [45, 47],
            "a": [0, 14],
            "b": [30, 38],
            "a_coref": True,
            "b_coref": False,
        }
        for antecedent, name, right in (
            ([11, 14], "Pro", True),
            ([30, 38], "Ann Holm", False),
            ([50, 51], "x", False),
        ):
            self.assertIs(sureness.is_right_in_gap(row, reference("it", [45, 47], antecedent, name)), right)
        self.assertIsNone(sureness.is_right_in_gap(row, reference("it", [40, 42], [0, 14], "x")))
        neither = row | {"a_coref": False}
        self.assertIsNone(sureness.is_right_in_gap(neither, reference("it", [45, 47], [50, 51], "x")))


class Fit(unittest.TestCase):
    def test_weights_give_back_the_shares(self):
        def case(document, signals, right):
            return sureness.Case(str(document), "it", signals, right, 1.0, False)

        cases = [
            case(number, {"always": 1.0} | ({"near": 1.0} if near else {}), number % 10 < (9 if near else 2))
            for near in (True, False)
            for number in range(100)
        ]
        weights = sureness.fitted(cases, penalty=0.01)
        self.assertAlmostEqual(sureness.probability(weights, {"always": 1.0, "near": 1.0}), 0.9, 2)
        self.assertAlmostEqual(sureness.probability(weights, {"always": 1.0}), 0.2, 2)
        self.assertEqual(len(sureness.crossed(cases)), len(cases))

    def test_equations_are_solved(self):
        solution = sureness.solved([[2.0, 1.0], [1.0, 3.0]], [4.0, 7.0])
        for found, expected in zip(solution, (1.0, 2.0), strict=True):
            self.assertAlmostEqual(found, expected)
