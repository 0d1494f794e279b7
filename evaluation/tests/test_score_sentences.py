import unittest

from score_sentences import score

TEXT = "It rained. We left. Ann sat."
THREE = [[0, 10], [11, 19], [20, 28]]


def scores(gold, system, text=TEXT):
    return score([{"id": "1", "text": text, "sentences": gold}], {"1": system})


class Sentences(unittest.TestCase):
    def test_one_end_missed(self):
        found = scores(THREE, [[0, 10], [11, 28]])
        self.assertEqual((found["precision"], found["recall"]), (0.5, 1 / 3))
        self.assertAlmostEqual(found["f1"], 0.4)
        # One of two inner ends.
        self.assertAlmostEqual(found["boundary_f1"], 2 / 3)
        self.assertEqual(found["rows_right"], 0.0)

    def test_blanks_at_the_edges_do_not_count(self):
        self.assertEqual(scores(THREE, [[0, 11], [11, 20], [19, 28]])["rows_right"], 1.0)

    def test_sentences_of_blanks_do_not_count(self):
        self.assertEqual(scores([[0, 10]], [[0, 10], [10, 11]], "It rained. ")["precision"], 1.0)

    def test_a_row_that_is_left_out_is_one_sentence(self):
        found = score([{"id": "1", "text": "Ann sat.", "sentences": [[0, 8]]}], {})
        self.assertEqual((found["f1"], found["boundary_f1"]), (1.0, 1.0))
        self.assertEqual(score([{"id": "1", "text": TEXT, "sentences": THREE}], {})["boundary_f1"], 0.0)

    def test_nothing_at_all(self):
        self.assertEqual(score([], {})["rows_right"], 0.0)
        self.assertEqual(scores([], [], "")["f1"], 0.0)
