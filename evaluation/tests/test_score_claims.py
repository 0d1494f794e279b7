import unittest

from score_claims import dangling, malformed, score, stem, unsupported, word_f1

SENTENCE = "The mill, which Ann Reed built, closed in 1990."


def row(claims, **more):
    return {"id": "1", "set": "s", "sentence": SENTENCE, "context": "", "title": "", "claims": claims, **more}


def scores(gold, predicted, **more):
    return score([row(gold, **more)], {"1": {"claims": predicted}})["s"]


class Claims(unittest.TestCase):
    def test_pairs_add_up_highest(self):
        # "a b c d" is like both of the gold; it goes to the one that leaves the better pair for the other.
        found = scores(["a b c d", "a b c e"], ["a b c d", "a b c f"])
        self.assertAlmostEqual(found["match"]["p"], (1.0 + 0.75) / 2)
        # Of the word F1 1 and .75, both are hits.
        self.assertEqual(found["hits"], {"p": 1.0, "r": 1.0, "f1": 1.0})

    def test_a_claim_too_many(self):
        found = scores(["The mill closed."], ["The mill closed.", "Rain fell."])
        self.assertEqual(found["match"], {"p": 0.5, "r": 1.0, "f1": 2 / 3})
        self.assertEqual(found["claims_per_sentence"], [2.0, 1.0])

    def test_nothing_predicted_and_nothing_gold(self):
        for gold, predicted in (
            (["The mill closed."], []),
            ([], ["The mill closed."]),
            ([], []),
            (["A b."], [" "]),
        ):
            found = scores(gold, predicted)
            self.assertEqual((found["match"]["f1"], found["hits"]["f1"]), (0.0, 0.0))
        self.assertEqual(score([row(["The mill closed."])], {})["missing"], 1)

    def test_a_hit_needs_seven_tenths(self):
        # 7 of 10 words on either side.
        one, other = "a b c d e f g h i j", "a b c d e f g x y z"
        self.assertEqual(scores([one], [other])["hits"]["f1"], 1.0)
        self.assertEqual(scores([one], [other + " w"])["hits"]["f1"], 0.0)

    def test_endings_do_not_count(self):
        self.assertEqual(word_f1("The mills closed", "the mill closes"), 1.0)
        self.assertEqual(
            [stem(word) for word in ("running", "red", "boxes", "is")], ["runn", "red", "box", "is"]
        )

    def test_words_that_nobody_said(self):
        # Of mill, burnt and 1990 one is new; "the" and "in" do not count.
        self.assertAlmostEqual(unsupported("The mill burnt in 1990.", row([])), 1 / 3)
        self.assertEqual(unsupported("Rain fell.", row([], context="Rain falls.", title="It fell")), 0.0)
        self.assertEqual(unsupported("It is.", row([])), 0.0)

    def test_dangling(self):
        for claim, expected in (
            ("She built it.", True),
            ("Yesterday they left.", True),
            ("Ann Reed built it.", False),
            ("These rose.", True),
            ("", True),
        ):
            self.assertEqual(dangling(claim), expected, claim)

    def test_malformed(self):
        for claim, expected in (
            ("The mill closed.", False),
            ("“The mill closed.”", False),
            ("1990 was dry!", False),
            ("Émile left?", False),
            ("the mill closed.", True),
            ("The mill closed", True),
        ):
            self.assertEqual(malformed(claim), expected, claim)

    def test_the_sentence_rewritten_to_stand_alone(self):
        gold = row([], sentence="He left.", decontext="Bo Lind left in May.")
        found = score([gold], {"1": {"decontext": "Bo Lind left."}})["s"]["decontext"]
        # Added: bo, lind of bo, lind, in, may.
        self.assertEqual((found["n"], found["exact"]), (1, 0.0))
        self.assertAlmostEqual(found["add_f1"], 2 / 3)
        unchanged = row([], sentence="He left.", decontext="He left!")
        found = score([unchanged], {"1": {"decontext": "He left."}})["s"]["decontext"]
        self.assertEqual((found["exact"], found["add_f1"]), (1.0, 1.0))
        self.assertNotIn("decontext", score([gold], {"1": {"claims": []}})["s"])
