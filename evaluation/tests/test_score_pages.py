import json
import pathlib
import tempfile
import unittest

from score_pages import (
    agrees,
    corrected,
    day,
    find,
    half,
    lacks,
    names,
    overlap,
    pages_of,
    passage_hash,
    same_title,
    score,
    shingles,
    text_of,
)

EXPECTED = "<p>One two three four five.</p><p>Buy our fine paper now.</p>"
SOURCE = (
    "<h1>Rain</h1><p>One two three four five.</p><p>Six seven eight nine.</p><p>Buy our fine paper now.</p>"
)


def verdict(verdict, text):
    words = text.split()
    return {
        "verdict": verdict,
        "words": str(len(words)),
        "hash": passage_hash(words),
        "opening": " ".join(words[:3]),
        "field": "body",
    }


class Bodies(unittest.TestCase):
    def test_shingles_of_four_words(self):
        # Gold has 2 runs of four words, the system 1, which is among them.
        self.assertEqual(overlap("a b c d e", "b, c d e"), (1.0, 0.5))
        self.assertEqual(overlap("a b c d", "a b c x"), (0.0, 0.0))

    def test_short_and_empty_texts(self):
        self.assertEqual(overlap("a b", "a b"), (1.0, 1.0))
        self.assertEqual(overlap("", " ."), (1.0, 1.0))
        self.assertEqual((overlap("a", ""), overlap("", "a")), ((0.0, 0.0), (0.0, 0.0)))

    def test_blocks_part_words_and_scripts_have_none(self):
        self.assertEqual(text_of("<p>a<b>b</b></p><p>c</p><script>d</script>").split(), ["ab", "c"])
        self.assertEqual(text_of("<p>a\n b</p>", collapse=True), "\na b\n")

    def test_find_and_lacks(self):
        self.assertEqual(find(["b", "c"], list("abcbc")), 1)
        self.assertEqual(find(["b", "c"], list("abcbc"), 2), 3)
        self.assertIsNone(find(["c", "a"], list("abc")))
        text = list("abcdef")
        self.assertTrue(lacks(["a", "c"], text, shingles(" ".join(text))))
        self.assertFalse(lacks(list("abcdex"), text, shingles(" ".join(text))))
        self.assertTrue(lacks(list("abcdxyz"), text, shingles(" ".join(text))))


class Corrections(unittest.TestCase):
    def test_a_passage_judged_out_leaves(self):
        body = corrected(EXPECTED, SOURCE, [verdict("out", "Buy our fine paper now")])
        self.assertEqual(" ".join(body), "One two three four five")

    def test_a_passage_judged_in_is_put_where_the_source_has_it(self):
        body = corrected(EXPECTED, SOURCE, [verdict("in", "Six seven eight nine")])
        self.assertEqual(
            " ".join(body), "One two three four five Six seven eight nine Buy our fine paper now"
        )

    def test_a_passage_that_the_body_has_is_not_put_twice(self):
        body = corrected(EXPECTED, SOURCE, [verdict("in", "One two three four five")])
        self.assertEqual(len(body), 10)

    def test_marks_of_notes_are_left_out(self):
        self.assertEqual(
            corrected("<p>Rain[12] fell [citation needed] here</p>", "", []), ["Rain", "fell", "here"]
        )


class Fields(unittest.TestCase):
    def test_titles_with_and_without_the_site(self):
        for said, expected in (
            ("Rain fell", True),
            ("rain fell the post", True),
            ("Rain", False),
            ("Post", False),
        ):
            self.assertEqual(same_title(said, "Rain fell - The Post"), expected, said)

    def test_bylines_are_sets_of_names(self):
        self.assertEqual(names("By Ann Réed and Bo Lind"), {"ann reed", "bo lind"})
        self.assertEqual(names(["Bo Lind", "Ann Reed"]), names("Ann Reed, Bo Lind"))

    def test_days(self):
        self.assertEqual(day("2020-05-01T23:00:00Z"), "2020-05-01")

    def test_a_silent_system_never_agrees(self):
        self.assertFalse(agrees("byline", None, ""))
        self.assertTrue(agrees("language", "en-GB", "en"))


class Pages(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def page(self, name, metadata, system=None):
        page = self.folder / "gold" / name
        page.mkdir(parents=True)
        (page / "expected.html").write_text(EXPECTED, "utf-8")
        (page / "source.html").write_text(SOURCE, "utf-8")
        (page / "expected-metadata.json").write_text(json.dumps(metadata), "utf-8")
        (self.folder / "system").mkdir(exist_ok=True)
        if system is not None:
            (self.folder / "system" / f"{name}.json").write_text(json.dumps(system), "utf-8")

    def scores(self, judged=None):
        return score(pages_of(self.folder / "gold"), self.folder / "system", judged=judged)

    def test_one_page_right_and_one_left_out(self):
        body = "One two three four five. Buy our fine paper now."
        self.page("a", {"title": "Rain"}, {"body": body, "title": "Rain", "byline": "Ann"})
        self.page("b", {"title": "Snow"})
        found = self.scores()
        self.assertEqual((found["body_precision"], found["body_recall"], found["body_f1"]), (0.5, 0.5, 0.5))
        self.assertEqual((found["title"], found["invented_byline"]), (0.5, 0.5))
        self.assertNotIn("byline", found)

    def test_judgements_replace_the_expectation(self):
        body = "One two three four five."
        self.page("a", {"title": "Rain"}, {"body": body, "title": "Snow"})
        before = self.scores()
        self.assertEqual((before["body_recall"], before["title"]), (2 / 7, 0.0))
        rows = [verdict("out", "Buy our fine paper now"), {"field": "title", "verdict": '["Snow"]'}]
        after = self.scores({"a": rows})
        self.assertEqual((after["body_f1"], after["title"]), (1.0, 1.0))

    def test_a_field_judged_absent_is_invented(self):
        self.page("a", {"title": "Rain"}, {"title": "Rain"})
        found = self.scores({"a": [{"field": "title", "verdict": "[]"}]})
        self.assertEqual(found["invented_title"], 1.0)
        self.assertNotIn("title", found)

    def test_no_pages(self):
        self.assertEqual(score([], self.folder)["body_f1"], 0.0)

    def test_halves_do_not_move(self):
        self.assertEqual([half(name) for name in ("001", "bbc-1")], ["looked_at", "only_scored"])
