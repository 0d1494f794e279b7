import unittest

from score_openie import benchie, carb, readings, wire57


def extraction(rel, *args, confidence=1.0):
    return {"rel": rel, "args": list(args), "confidence": confidence}


def carb_scores(gold, system):
    return carb([{"id": "1", "sentence": "", "extractions": gold}], {"1": system})


GOLD = [extraction("bought", "the bank", "a boat", "in May")]


class Carb(unittest.TestCase):
    def test_the_gold_itself(self):
        found = carb_scores(GOLD, GOLD)
        self.assertEqual(
            (found["precision"], found["recall"], found["f1"], found["auc"]), (1.0, 1.0, 1.0, 1.0)
        )

    def test_words_of_slots(self):
        # Of 4 words all are gold's; of the gold's 7, 4 are found.
        found = carb_scores(GOLD, [extraction("bought", "bank", "a boat")])
        self.assertEqual((found["precision"], found["recall"]), (1.0, 4 / 7))
        # The area between recall 4/7 and recall 0, both with precision 1.
        self.assertAlmostEqual(found["auc"], 4 / 7)

    def test_nothing_where_the_relations_share_no_word(self):
        self.assertEqual(carb_scores(GOLD, [extraction("sold", "the bank", "a boat in May")])["f1"], 0.0)

    def test_be_is_any_form_of_be(self):
        found = carb_scores([extraction("is", "Ann", "here")], [extraction("be", "Ann", "here")])
        self.assertEqual(found["f1"], 1.0)

    def test_what_is_said_may_be_exchanged_with_who_says_it(self):
        gold = [extraction("said", "Ann", "it rained")]
        self.assertEqual(carb_scores(gold, [extraction("said", "it rained", "Ann")])["f1"], 1.0)
        other = [extraction("saw", "Ann", "it rained")]
        self.assertLess(carb_scores(other, [extraction("saw", "it rained", "Ann")])["f1"], 0.5)

    def test_recall_takes_the_best_and_precision_counts_each_once(self):
        found = carb_scores(GOLD, GOLD * 2)
        self.assertEqual((found["precision"], found["recall"]), (0.5, 1.0))

    def test_the_best_threshold(self):
        # The sure one is right, the unsure one wrong: f1 is that of the sure one alone.
        system = [
            extraction("bought", "the bank", "a boat in May", confidence=0.9),
            extraction("x", "y", "z"),
        ]
        system[1]["confidence"] = 0.1
        found = carb_scores(GOLD, system)
        self.assertEqual((found["f1"], found["precision"], found["f1_all"]), (1.0, 1.0, 2 / 3))
        # Equal confidence: they come together.
        system[1]["confidence"] = 0.9
        self.assertEqual(carb_scores(GOLD, system)["f1"], 2 / 3)

    def test_nothing_predicted_and_nothing_gold(self):
        self.assertEqual((carb_scores(GOLD, [])["f1"], carb_scores(GOLD, [])["auc"]), (0.0, 0.0))
        found = carb_scores([], GOLD)
        self.assertEqual((found["precision"], found["recall"], found["f1"]), (0.0, 0.0, 0.0))
        self.assertEqual(carb([{"id": "1", "sentence": "", "extractions": GOLD}], {})["recall"], 0.0)


class BenchIE(unittest.TestCase):
    ROW = {  # noqa: RUF012
        "id": "1",
        "clusters": [
            [["[the] bank", "bought", "a boat"], ["[the] bank", "has bought", "a boat"]],
            [["Ann", "left", ""]],
        ],
    }

    def test_readings(self):
        self.assertEqual(readings("[the] old [grey] bank"), {
            ("old", "bank"), ("the", "old", "bank"), ("old", "grey", "bank"), ("the", "old", "grey", "bank"),
        })  # fmt: skip
        self.assertEqual(readings(""), {()})

    def test_a_fact_is_credited_once(self):
        system = [extraction("bought", "bank", "a boat"), extraction("has bought", "the bank", "a boat")]
        found = benchie([self.ROW], {"1": system})
        self.assertEqual((found["precision"], found["recall"], found["f1"]), (1.0, 0.5, 2 / 3))
        self.assertEqual(found["system"], 2)

    def test_wrong_extractions(self):
        system = [extraction("bought", "bank", "a"), extraction("left", "Ann"), extraction("left", "Ann")]
        found = benchie([self.ROW], {"1": system})
        # One fact credited and one extraction wrong; two of three extractions are right.
        self.assertEqual((found["precision"], found["precision_per_extraction"]), (0.5, 2 / 3))

    def test_nothing_predicted_and_nothing_gold(self):
        self.assertEqual(benchie([self.ROW], {})["f1"], 0.0)
        self.assertEqual(benchie([{"id": "1", "clusters": []}], {"1": [extraction("a", "b")]})["f1"], 0.0)


def slot(text, inferred=()):
    return {"words": text.split(), "inferred": list(inferred)}


class WiRe57(unittest.TestCase):
    ROW = {  # noqa: RUF012
        "id": "1",
        "tuples": [
            {
                "arg1": slot("the bank"),
                "rel": slot("bought"),
                "arg2": slot("a boat"),
                "more": [slot("in May")],
            }
        ],
    }

    def test_the_gold_itself(self):
        found = wire57([self.ROW], {"1": [extraction("bought", "the bank", "a boat", "in May")]})
        self.assertEqual((found["f1"], found["exact_f1"]), (1.0, 1.0))

    def test_words_of_slots(self):
        found = wire57([self.ROW], {"1": [extraction("bought", "bank", "a red boat")]})
        # 4 of the system's 5 words, 4 of the gold's 7.
        self.assertEqual((found["precision"], found["recall"], found["exact_f1"]), (0.8, 4 / 7, 0.0))

    def test_every_main_slot_must_share_a_word(self):
        self.assertEqual(wire57([self.ROW], {"1": [extraction("bought", "the bank", "land")]})["f1"], 0.0)
        self.assertEqual(wire57([self.ROW], {"1": [extraction("bought", "the bank")]})["f1"], 0.0)

    def test_inferred_words_are_not_asked_for_but_count_when_given(self):
        row = {
            "id": "1",
            "tuples": [{"arg1": slot("Ann"), "rel": slot("is", [0]), "arg2": slot("mayor"), "more": []}],
        }
        without = wire57([row], {"1": [extraction("", "Ann", "mayor")]})
        self.assertEqual((without["f1"], without["exact_f1"]), (1.0, 0.0))
        given = wire57([row], {"1": [extraction("is", "Ann", "mayor")]})
        self.assertEqual((given["recall"], given["f1_capped"], given["exact_f1"]), (1.5, 1.0, 1.0))

    def test_tuples_are_paired_once(self):
        found = wire57([self.ROW], {"1": [extraction("bought", "the bank", "a boat", "in May")] * 2})
        self.assertEqual((found["precision"], found["recall"]), (0.5, 1.0))

    def test_nothing_predicted_and_nothing_gold(self):
        self.assertEqual(wire57([self.ROW], {})["f1"], 0.0)
        self.assertEqual(wire57([{"id": "1", "tuples": []}], {"1": [extraction("a", "b")]})["f1"], 0.0)
