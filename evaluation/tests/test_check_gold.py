import contextlib
import copy
import io
import json
import pathlib
import tempfile
import unittest

from check_gold import TIME, check, find

TEXT = """\
Mill closes

By Ann Reed

The mill closed in May. It may open again if the river falls, Bo Lind said.
"""
GOLD = {
    "id": "mill",
    "source": "mill.txt",
    "format": "text",
    "article": {"title": "Mill closes", "byline": ["Ann Reed"]},
    "claims": [
        {"id": 0, "quote": "The mill closed in May.", "kind": ["fact"], "certainty": ["certain"],
         "polarity": "positive", "holder": "author", "time": ["XXXX-05"]},
        {"id": 1, "quote": "It may open again if the river falls, Bo Lind said.", "kind": ["prediction"],
         "certainty": ["possible"], "polarity": "positive", "holder": "Bo Lind", "names": ["mill"],
         "condition": "if the river falls"},
    ],
    "relations": [{"from": 1, "to": 0, "kind": "attacks"}],
}  # fmt: skip


class CheckGold(unittest.TestCase):
    def check(self, change=lambda gold: None):
        gold = copy.deepcopy(GOLD)
        change(gold)
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "mill.gold.json"
            path.write_text(json.dumps(gold), "utf-8")
            (path.parent / "mill.txt").write_text(TEXT, "utf-8")
            out = io.StringIO()
            with contextlib.redirect_stdout(out):
                right = check(path)
        return right, out.getvalue()

    def test_a_right_one_is_counted(self):
        right, out = self.check()
        self.assertTrue(right, out)
        self.assertIn("2 required claims (1 held by a source), 0 optional, 1 relations", out)

    def test_what_is_wrong_is_named(self):
        def claim(number, **fields):
            return lambda gold: gold["claims"][number].update(fields)

        for change, message in (
            (claim(0, quote="The mill burnt."), "claim 0 is not found"),
            (claim(0, kind=["opinion"]), "claim 0: kind"),
            (claim(0, certainty=[]), "claim 0: certainty"),
            (claim(0, polarity="none"), "claim 0: polarity"),
            (claim(0, time=["May"]), "claim 0: time May"),
            (claim(0, colour="red"), "claim 0: unknown field colour"),
            (claim(1, condition="if it snows"), "claim 1: condition not found"),
            (claim(1, restates=1), "claim 1: restates 1"),
            (claim(1, id=7), "ids do not count from 0"),
            (lambda gold: gold["relations"][0].update(to=5), "relation"),
            (lambda gold: gold["relations"].append(gold["relations"][0]), "relation twice"),
            (lambda gold: gold["article"].update(title="Snow"), "title not found"),
            (lambda gold: gold["article"].update(byline=["Cy"]), "byline not found"),
            (lambda gold: gold.update(questions=["Why?"]), "question not found"),
        ):
            right, out = self.check(change)
            with self.subTest(message):
                self.assertFalse(right)
                self.assertIn(message, out)

    def test_segments_of_a_quote_stand_in_order_and_close_together(self):
        self.assertEqual(find("a … c", "x a b c", 0), 2)
        self.assertIsNone(find("c … a", "a b c", 0))
        self.assertIsNone(find("a … c", "a" + " b" * 400 + " c", 0))

    def test_time_values(self):
        for value, allowed in (
            ("2020", True),
            ("2020-05-01", True),
            ("P3D", True),
            ("2020-W12", True),
            ("May", False),
        ):
            self.assertEqual(bool(TIME.fullmatch(value)), allowed, value)
