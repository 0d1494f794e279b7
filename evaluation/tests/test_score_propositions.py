import unittest

from score_propositions import score

# Tokens 0 to 5; the last is a full stop.
TEXT = "Ann ran and Bo sat."
TOKENS = [[0, 3], [4, 7], [8, 11], [12, 14], [15, 18], [18, 19]]


def scores(gold, prediction, others=()):
    row = {"id": "1", "text": TEXT, "tokens": TOKENS, "propositions": gold, "others": list(others)}
    return score([row], {"1": prediction})


class Propositions(unittest.TestCase):
    def test_one_exact_one_half(self):
        found = scores([[0, 1], [3, 4]], {"propositions": [[0, 1], [2, 3, 4, 1]]})
        self.assertEqual(found["soft"], {"p": 0.75, "r": 0.75, "f1": 0.75})
        self.assertEqual(found["exact"]["f1"], 0.5)
        self.assertEqual(found["jaccard80"]["f1"], 0.5)

    def test_four_of_five_tokens_are_enough(self):
        found = scores([[0, 1, 2, 3, 4]], {"propositions": [[0, 1, 2, 3]]})
        self.assertEqual((found["jaccard80"]["f1"], found["exact"]["f1"]), (1.0, 0.0))

    def test_punctuation_does_not_count(self):
        self.assertEqual(scores([[0, 1]], {"propositions": [[0, 1, 5], [5]]})["exact"]["p"], 1.0)

    def test_spans_are_the_tokens_that_they_touch(self):
        self.assertEqual(
            scores([[0, 1], [3, 4]], {"spans": [[[0, 7]], [[12, 14], [16, 19]]]})["exact"]["f1"], 1.0
        )

    def test_the_rater_who_agrees_most(self):
        found = scores([[0, 1, 3, 4]], {"propositions": [[0, 1], [3, 4]]}, others=[[[0, 1], [3, 4]]])
        self.assertEqual(found["best_rater"], 1.0)
        # Against the reference: 1/2 of one gold and two predicted.
        self.assertEqual(found["soft"], {"p": 0.25, "r": 0.5, "f1": 1 / 3})

    def test_nothing_predicted_and_nothing_gold(self):
        for gold, prediction in (([[0, 1]], {}), ([], {"propositions": [[0, 1]]})):
            found = scores(gold, prediction)
            self.assertEqual((found["soft"]["f1"], found["best_rater"]), (0.0, 0.0))
        self.assertEqual(scores([], {})["best_rater"], 1.0)
        self.assertEqual(score([], {})["best_rater"], 0.0)
