import unittest

from score_restatements import by_tenths


class Restatements(unittest.TestCase):
    def test_counts_by_tenth(self):
        def line(likeness, verdict):
            return f"page\tone\tother\t{likeness}\t{verdict}\tno"

        lines = ["# heading", line("0.51", "yes"), line("0.59", "no"), line("0.6", "no"), line("1.0", "yes")]
        lines.append(line("0.93", "yes"))
        self.assertEqual(by_tenths(lines), [(9, 2, 2), (6, 1, 0), (5, 2, 1)])

    def test_nothing(self):
        self.assertEqual(by_tenths(["# heading"]), [])
