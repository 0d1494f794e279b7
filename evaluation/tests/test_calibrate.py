import unittest

from calibrate import Decision, check, decisions_on, edits, is_right, table

GOLD = {
    "claims": [
        {
            "id": 0,
            "quote": "The mill closed.",
            "kind": ["fact"],
            "certainty": ["certain"],
            "polarity": "any",
            "holder": ["Ann Reed"],
        },
        {
            "id": 1,
            "quote": "Bo left.",
            "kind": ["fact"],
            "polarity": "any",
            "holder": "author",
            "optional": True,
        },
    ]
}


def evidence(field, value, runner_up=None, probability=0.9, rule="r"):
    second = {"value": runner_up} if runner_up else None
    return {"field": field, "rule": rule, "value": value, "runnerUp": second, "probability": probability}


class Decisions(unittest.TestCase):
    def decide(self, *found, text="The mill closed."):
        claim = {"text": text, "holder": {"kind": "source", "name": "Bo Lind"}, "evidence": found}
        return [(one.right, one.runner_up_right) for one in decisions_on(GOLD, {"claims": [claim]})]

    def test_right_wrong_and_runner_up(self):
        self.assertEqual(self.decide(evidence("kind", "fact", "value")), [(True, False)])
        self.assertEqual(self.decide(evidence("kind", "value", "fact")), [(False, True)])
        self.assertEqual(self.decide(evidence("kind", "value", "policy")), [(False, False)])
        self.assertEqual(self.decide(evidence("kind", "value")), [(False, False)])

    def test_what_the_gold_leaves_open_is_no_decision(self):
        self.assertEqual(self.decide(evidence("polarity", "negative"), evidence("role", "thesis")), [])

    def test_other_fields_and_optional_claims_are_left_out(self):
        self.assertEqual(self.decide(evidence("time", "2020")), [])
        self.assertEqual(self.decide(evidence("kind", "fact"), text="Bo left."), [])

    def test_holders(self):
        claim = {"holder": {"kind": "source", "name": "Bo Lind"}}
        gold = GOLD["claims"][0]
        # The value that the claim has must name the source; one that it has not is judged by its sort.
        self.assertFalse(is_right(gold, claim, "holder", "source"))
        self.assertFalse(is_right(gold, claim, "holder", "author"))
        self.assertTrue(is_right(gold, {"holder": {"kind": "author"}}, "holder", "source"))


class Tables(unittest.TestCase):
    def test_shares_are_drawn_towards_their_field(self):
        found = [Decision("kind", "a", True, False, 0.9)] * 6 + [Decision("kind", "b", False, True, 0.9)] * 2
        rows = [line.split("\t") for line in table(found) if not line.startswith("#")]
        # Of the field .75 are right and .25 have a right runner-up: (6 + 4 * .75) / 10, (0 + 4 * .75) / 6.
        self.assertEqual(rows, [["kind", "a", "0.900", "0.100", "6"], ["kind", "b", "0.500", "0.500", "2"]])

    def test_nothing(self):
        self.assertTrue(all(line.startswith("#") for line in table([])))
        self.assertEqual(check([]), {})

    def test_calibration_error(self):
        found = [Decision("kind", "a", right, False, 0.9) for right in (True, True, True, False)]
        found += [Decision("kind", "b", False, False, 0.5), Decision("kind", "c", True, False, 1.0)]
        out = check(
            [*found, Decision("kind", "d", True, False, None), Decision("standalone", "e", True, False, None)]
        )
        self.assertEqual(out["kind"]["0.90-0.95"], {"n": 4, "stated": 0.9, "right": 0.75})
        self.assertEqual(out["kind"]["0.95-1.00"], {"n": 1, "stated": 1.0, "right": 1.0})
        # (4 * .15 + 1 * .5 + 1 * 0) / 6.
        self.assertEqual(out["kind"]["error"], 0.183)
        self.assertEqual(list(out), ["kind"])

    def test_edits_that_were_read(self):
        found = list(edits())
        self.assertGreater(len(found), 50)
        self.assertTrue(all(one.field == "standalone" and one.probability is None for one in found))
        self.assertEqual({one.right for one in found}, {True, False})
