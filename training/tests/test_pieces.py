import unittest

from pieces import COMMON, cut_vocabulary, is_kept


class Pieces(unittest.TestCase):
    def test_what_is_worth_its_bytes(self):
        for place, piece, n_seen, expected in (
            (20000, "rarely", 3, True),
            (20000, "rarely", 2, False),
            (COMMON - 1, "common", 0, True),
            (COMMON, "common", 0, False),
            (5, "[unused5]", 0, False),
            (100, "[UNK]", 0, True),
            (5, "été", 0, False),
            (20000, "é", 0, True),
            (20000, "##é", 0, True),
            (20000, "ж", 0, False),
        ):
            self.assertEqual(is_kept(place, piece, n_seen), expected, (place, piece, n_seen))

    def test_places_keep_their_order(self):
        self.assertEqual(cut_vocabulary(["[PAD]", "[UNK]", "[CLS]", "a", "ж"], {4: 3}), [1, 3, 4])
