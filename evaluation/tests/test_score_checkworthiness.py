import unittest

from score_checkworthiness import average_precision, score


def scores(rows, threshold=0.5):
    """`rows`: (check-worthy or not, score or None, label or None)."""
    gold = [{"id": str(number), "checkworthy": worthy} for number, (worthy, *_) in enumerate(rows)]
    predictions = {}
    for number, (_, value, label) in enumerate(rows):
        if value is not None:
            predictions[str(number)] = {"score": value, **({"label": label} if label else {})}
    return score(gold, predictions, threshold)


class AveragePrecision(unittest.TestCase):
    def test_without_ties(self):
        # Found at ranks 1 and 3: (1/1 + 2/3) / 2.
        self.assertAlmostEqual(average_precision([1, 0, 1], [0.9, 0.8, 0.7]), 5 / 6)

    def test_ties_are_one_step_in_either_order(self):
        self.assertAlmostEqual(average_precision([1, 0], [0.5, 0.5]), 0.5)
        self.assertAlmostEqual(average_precision([0, 1], [0.5, 0.5]), 0.5)
        # One alone at the top, then three that are alike with one right among them: (1/1 + 2/4) / 2.
        self.assertAlmostEqual(average_precision([1, 0, 0, 1], [0.9, 0.5, 0.5, 0.5]), 0.75)

    def test_nothing_check_worthy(self):
        self.assertEqual(average_precision([0, 0], [0.9, 0.1]), 0.0)
        self.assertEqual(average_precision([], []), 0.0)


class Checkworthiness(unittest.TestCase):
    def test_threshold_and_classes(self):
        found = scores([(True, 0.9, None), (True, 0.5, None), (True, 0.4, None), (False, 0.6, None)])["all"]
        self.assertEqual((found["p"], found["r"]), (2 / 3, 2 / 3))
        self.assertEqual(found["accuracy"], 0.5)
        # Ranks 1, 3 and 4.
        self.assertAlmostEqual(found["ap"], (1 + 2 / 3 + 3 / 4) / 3)

    def test_a_label_goes_before_the_score(self):
        found = scores([(True, 0.1, "CFS"), (False, 0.9, "NFS")])["all"]
        self.assertEqual((found["f1"], found["ap"]), (1.0, 0.5))

    def test_nothing_predicted(self):
        found = scores([(True, None, None), (False, None, None)])
        self.assertEqual((found["all"]["f1"], found["all"]["r"], found["missing"]), (0.0, 0.0, 2))
        # All are alike: the share that is check-worthy.
        self.assertEqual(found["all"]["ap"], 0.5)

    def test_precision_at_ten_keeps_the_order_of_gold_in_ties(self):
        rows = [(number < 10, 0.5, None) for number in range(20)]
        self.assertEqual(scores(rows)["all"]["p@10"], 1.0)
        self.assertEqual(scores(rows)["all"]["p@20"], 0.5)
        self.assertNotIn("p@50", scores(rows)["all"])

    def test_three_classes(self):
        gold = [
            {"id": "1", "checkworthy": True, "label": "CFS"},
            {"id": "2", "checkworthy": False, "label": "UFS"},
        ]
        found = score(gold, {"1": {"score": 1, "label": "CFS"}})["three_class"]
        self.assertEqual(found["accuracy"], 0.5)
        self.assertAlmostEqual(found["macro_f1"], 1 / 3)

    def test_documents(self):
        def row(name, document, worthy):
            return {"id": name, "doc": document, "checkworthy": worthy}

        gold = [row("1", "a", False), row("2", "a", True), row("3", "b", False)]
        predictions = {"1": {"score": 0.9}, "2": {"score": 0.1}, "3": {"score": 0.5}}
        found = score(gold, predictions)["ranking"]
        # Document a has its one check-worthy row at rank 2, document b has none.
        self.assertEqual((found["documents"], found["map"], found["mrr"]), (2, 0.25, 0.25))
        self.assertEqual((found["r_precision"], found["p@1"]), (0.0, 0.0))
        self.assertAlmostEqual(found["p@3"], 1 / 6)
