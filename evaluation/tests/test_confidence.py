"""What is learned from judged claims, on made-up signs."""

import unittest

import numpy as np

from confidence import fit, held_out, is_right, joined, report, table


def claim(text, **changes):
    return {"page": "p", "text": text, "standalone": None, "holder": None, "polarity": "positive"} | changes


class Confidence(unittest.TestCase):
    def test_a_verdict_holds_for_the_same_claim_alone(self):
        judged = [claim("a", codes=[], serious=False), claim("b", codes=["H"], serious=True)]
        signs = [claim("a", signs={"x": 1.0}), claim("b", holder="Orr", signs={"x": 2.0})]
        self.assertEqual([(v["text"], s) for v, s in joined(judged, signs)], [("a", {"x": 1.0})])

    def test_soft_faults_leave_a_claim_right(self):
        self.assertTrue(is_right({"codes": ["Sdang", "K"]}))
        self.assertFalse(is_right({"codes": ["Sdang", "Hmiss"]}))

    def test_a_sign_of_wrong_claims_weighs_against_them(self):
        measures = np.array([[0.0, 1.0], [0.0, 0.0], [1.0, 1.0], [1.0, 0.0]] * 50)
        right = np.array([True, True, False, False] * 50)
        _, weights = fit(measures, right)
        self.assertLess(weights[0], -1)
        self.assertAlmostEqual(weights[1], 0, places=6)
        lines = list(table(["first", "second"], measures, right))
        self.assertTrue(lines[-2].startswith("first\t-"))

    def test_pages_are_held_out_and_reported(self):
        measures = np.array([[float(n % 2)] for n in range(40)])
        right = np.array([n % 2 == 0 for n in range(40)])
        stated = held_out(measures, right, [str(n // 4) for n in range(40)])
        self.assertTrue((stated[right] > 0.5).all() and (stated[~right] < 0.5).all())
        lines = "\n".join(report(stated, right, ~right))
        self.assertIn("| 50% | 0.000 |", lines)
        self.assertIn("| 100% | 0.500 |", lines)


if __name__ == "__main__":
    unittest.main()
