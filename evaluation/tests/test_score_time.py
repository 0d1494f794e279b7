import unittest

from score_time import pairs_of, score, score_dates


def timex(start, end, value, kind="DATE"):
    return {"start": start, "end": end, "type": kind, "value": value}


GOLD = [timex(0, 4, "2020"), timex(10, 20, "P3D", "DURATION")]


def scores(gold, system):
    return score([{"id": "1", "timexes": gold}], {"1": system})


class Timexes(unittest.TestCase):
    def test_equal_span_wrong_value_short_span_right_value_and_one_invented(self):
        found = scores(GOLD, [timex(0, 4, "2021"), timex(12, 20, "P3D", "DURATION"), timex(30, 33, "2020")])
        self.assertEqual((found["strict_precision"], found["strict_recall"]), (1 / 3, 0.5))
        self.assertAlmostEqual(found["strict_f1"], 0.4)
        self.assertAlmostEqual(found["relaxed_f1"], 0.8)
        self.assertEqual((found["type_accuracy"], found["value_accuracy"]), (1.0, 0.5))
        self.assertAlmostEqual(found["value_f1"], 0.4)
        self.assertEqual(found["value_strict_f1"], 0.0)
        self.assertEqual(found["by_type"], {"DATE": [1, 1.0, 0.0], "DURATION": [1, 1.0, 1.0]})

    def test_the_gold_itself(self):
        found = scores(GOLD, GOLD)
        for name in ("strict_f1", "relaxed_f1", "type_f1", "value_f1", "value_strict_f1"):
            self.assertEqual(found[name], 1.0, name)

    def test_nothing_predicted_and_nothing_gold(self):
        for gold, system in ((GOLD, []), ([], GOLD), ([], [])):
            found = scores(gold, system)
            for name in ("strict_f1", "relaxed_f1", "value_accuracy", "value_f1"):
                self.assertEqual(found[name], 0.0, name)

    def test_an_equal_span_goes_before_a_larger_overlap(self):
        long, equal = timex(0, 12, "a"), timex(4, 8, "b")
        gold = [timex(4, 8, "b"), timex(0, 3, "c")]
        self.assertEqual(pairs_of(gold, [long, equal]), [(gold[0], equal), (gold[1], long)])

    def test_spans_that_only_touch_are_no_pair(self):
        self.assertEqual(pairs_of([timex(0, 4, "a")], [timex(4, 8, "a")]), [])


class Dates(unittest.TestCase):
    def test_by_grain(self):
        gold = [
            {"start": 0, "end": 4, "when": "2020"},
            {"start": 5, "end": 9, "when": "2020-05"},
            {"start": 10, "end": 14, "when": "2020-05-01"},
            {"start": 15, "end": 19, "from": "2020"},
        ]
        system = [
            timex(0, 4, "2020"),
            timex(5, 9, "2020"),
            timex(10, 14, "2020-05-01T10:00", "TIME"),
            timex(15, 18, "2020"),
            timex(20, 24, "P1Y", "DURATION"),
        ]
        found = score_dates([{"id": "1", "dates": gold}], {"1": system})
        self.assertEqual((found["strict_recall"], found["relaxed_recall"]), (0.75, 1.0))
        self.assertEqual(found["with_value"], 3)
        self.assertEqual((found["to_year"], found["to_month"], found["to_day"]), (1.0, 0.0, 1.0))

    def test_durations_of_the_system_are_no_dates(self):
        gold = [{"start": 0, "end": 4, "when": "2020"}]
        found = score_dates([{"id": "1", "dates": gold}], {"1": [timex(0, 4, "2020", "DURATION")]})
        self.assertEqual(found["relaxed_recall"], 0.0)
        self.assertEqual(score_dates([{"id": "1", "dates": gold}], {})["value_accuracy"], 0.0)
