import copy
import pathlib
import tempfile
import unittest

from article_alignment import align, match_claims
from article_attributes import count_times, head, opens_with_pronoun, same_holder, stands_alone
from article_links import count_relations, restates_recall
from article_metadata import address, list_f1, metadata
from article_texts import overlap, texts
from score_articles import MEASURES, means, questions, score, spans_hold

GOLD = {
    "id": "mill",
    "article": {"title": "Mill closes after flood", "byline": ["Ann Reed"], "published": "2020-05-01"},
    "claims": [
        {
            "id": 0,
            "quote": "The mill closed in May 2020.",
            "kind": ["fact"],
            "certainty": ["certain"],
            "polarity": "positive",
            "holder": "author",
            "time": ["2020-05"],
            "role": ["thesis"],
        },
        {
            "id": 1,
            "quote": "It may open again if the river falls, Bo Lind said.",
            "kind": ["prediction"],
            "certainty": ["possible", "probable"],
            "polarity": "positive",
            "holder": ["Bo Lind"],
            "condition": "if the river falls",
            "names": ["mill"],
            "role": ["context"],
        },
        {
            "id": 2,
            "quote": "Nobody was hurt by the flood.",
            "kind": ["fact"],
            "certainty": ["certain"],
            "polarity": "negative",
            "holder": "author",
            "optional": True,
        },
    ],
    "relations": [{"from": 1, "to": 0, "kind": "attacks"}],
    "questions": ["Who will pay?"],
}
REPORT = {
    "article": {
        "title": "Mill closes after flood",
        "byline": ["By Ann Reed"],
        "published": "2020-05-01T08:00Z",
    },
    "claims": [
        {
            "id": "c0",
            "text": "The mill closed in May 2020.",
            "standalone": "The mill closed in May 2020.",
            "kind": "fact",
            "certainty": "certain",
            "polarity": "positive",
            "holder": {"kind": "author"},
            "times": [{"type": "DATE", "value": "2020-05"}],
            "role": "thesis",
        },
        {
            "id": "c1",
            "text": "It may open again if the river falls, Bo Lind said.",
            "standalone": "The mill may open again if the river falls, Bo Lind said.",
            "kind": "prediction",
            "certainty": "probable",
            "polarity": "positive",
            "holder": {"kind": "source", "name": "Mr. Lind"},
            "condition": {"text": "if the river falls"},
            "times": [],
            "role": "context",
        },
    ],
    "relations": [{"from": "c1", "to": "c0", "kind": "attacks"}],
    "questions": [{"text": "Who will pay?"}],
}


class Articles(unittest.TestCase):
    def changed(self, change):
        report = copy.deepcopy(REPORT)
        change(report)
        return score(GOLD, report)

    def test_a_report_that_says_what_the_gold_says(self):
        result = score(GOLD, REPORT)
        self.assertEqual({name: result[name] for name in MEASURES}, dict.fromkeys(MEASURES, 1.0))
        self.assertEqual((result["score"], result["detail"]["claims_strict"]), (1.0, 1.0))

    def test_a_wrong_attribute_lowers_its_own_measure_alone(self):
        def set_field(name, value, number=1):
            return lambda report: report["claims"][number].update({name: value})

        for measure, change, expected in (
            ("kind", set_field("kind", "value"), 0.5),
            ("holder", set_field("holder", {"kind": "author"}), 0.5),
            ("holder", set_field("holder", {"kind": "source", "name": "Ann Reed"}), 0.5),
            ("certainty", set_field("certainty", "certain"), 0.5),
            ("polarity", set_field("polarity", "negative"), 0.5),
            ("condition", set_field("condition", None), 0.0),
            ("condition", set_field("condition", {"text": "by the mill"}, 0), 2 / 3),
            ("time", set_field("times", []), 1.0),
            ("time", set_field("times", [{"value": "2021"}], 0), 0.0),
            ("time", set_field("times", [{"value": "2021"}]), 2 / 3),
            (
                "standalone",
                set_field("standalone", "It may open again if the river falls, Bo Lind said."),
                0.5,
            ),
            ("role", set_field("role", "reason"), 0.5),
            ("relations", lambda report: report["relations"][0].update(kind="supports"), 0.0),
            ("questions", lambda report: report.update(questions=[]), 0.0),
            ("questions", lambda report: report["questions"].append({"text": "Why now?"}), 2 / 3),
            ("metadata", lambda report: report["article"].update(title="Snow"), 2 / 3),
        ):
            result = self.changed(change)
            wrong = {name: result[name] for name in MEASURES if result[name] != 1.0}
            with self.subTest(measure, expected=expected):
                self.assertEqual(wrong, {measure: expected} if expected < 1 else {})

    def test_a_claim_missed_and_one_too_many(self):
        result = self.changed(lambda report: report["claims"].pop())
        self.assertEqual(
            (result["claims"], result["claim_precision"], result["claim_recall"]), (2 / 3, 1.0, 0.5)
        )
        extra = {"id": "c9", "text": "Snow is expected in the hills tomorrow."}
        result = self.changed(lambda report: report["claims"].append(extra))
        self.assertEqual((result["claims"], result["claim_precision"]), (0.8, 2 / 3))

    def test_optional_claims_and_the_title_again_count_neither_way(self):
        for text in ("Nobody was hurt by the flood.", "Mill closes after the flood"):
            result = self.changed(
                lambda report, text=text: report["claims"].append({"id": "c9", "text": text})
            )
            self.assertEqual(result["claims"], 1.0, text)

    def test_nothing_reported(self):
        for report in (None, {}, {"claims": [], "relations": [], "questions": []}):
            result = score(GOLD, report)
            self.assertEqual(result["score"], 0.0)
            self.assertEqual(result["detail"]["source_f1"], None)

    def test_measures_that_the_gold_gives_no_occasion_for_are_left_out(self):
        gold = {"id": "x", "claims": [dict(GOLD["claims"][2], optional=False)]}
        result = score(gold, {"claims": []})
        left_out = {name for name in MEASURES if result[name] is None}
        self.assertEqual(left_out, {"condition", "time", "role", "relations", "metadata", "questions"})
        self.assertEqual(result["score"], 0.0)

    def test_no_gold_claim_at_all(self):
        result = score({"id": "x", "claims": []}, REPORT)
        self.assertEqual((result["claims"], result["claim_recall"]), (0.0, 0.0))

    def test_the_rarer_sides(self):
        detail = self.changed(
            lambda report: report["claims"][0].update(certainty="possible", polarity="negative")
        )
        detail = detail["detail"]
        # Hedged: one right, one too many. Negative: the gold has none that is required.
        self.assertEqual((detail["hedged_f1"], detail["negative_f1"]), (2 / 3, None))

    def test_means_leave_out_what_an_article_lacks(self):
        one, other = score(GOLD, REPORT), score(dict(GOLD, id="y", questions=[]), {})
        total = means([one, other])
        self.assertEqual((total["claims"], total["questions"], total["score"]), (0.5, 1.0, 0.5))
        self.assertEqual(total["by_article"], {"mill": 1.0, "y": 0.0})


class Alignment(unittest.TestCase):
    def test_less_than_half_of_the_words_never_match(self):
        self.assertEqual(align({0: "a b c d"}, {0: "a b x y"}), [(0, 0)])
        self.assertEqual(align({0: "a b c d"}, {0: "a b x y z"}), [])

    def test_an_exact_match_outweighs_two_poor_ones(self):
        # 1 alone, against 2/3 squared twice.
        pairs = align({0: "a b c d e f", 1: "a b c d x y"}, {0: "a b c d e f", 1: "u v e f w c"})
        self.assertEqual(pairs, [(0, 0)])

    def test_equal_texts_go_by_reading_order(self):
        self.assertEqual(align({0: "a b", 5: "a b"}, {0: "a b", 9: "a b"}), [(0, 0), (5, 9)])
        self.assertEqual(align({0: "a b", 5: "a b"}, {8: "a b", 9: "c"}), [(5, 8)])

    def test_nothing_on_either_side(self):
        self.assertEqual((align({}, {0: "a"}), align({0: "a"}, {}), align({}, {})), ([], [], []))

    def test_spurious_claims(self):
        pairs, optional, spurious = match_claims(GOLD, [*REPORT["claims"], {"text": "Snow fell."}])
        self.assertEqual((pairs, optional, spurious), ([(0, 0), (1, 1)], [], [2]))


class Attributes(unittest.TestCase):
    def test_overlap_counts_words_as_often_as_both_have_them(self):
        self.assertEqual(overlap("the the cat", "The cat!"), 0.8)
        self.assertEqual(overlap("", ""), 0.0)

    def test_head_words(self):
        for name, expected in (
            ("Rep. Ada Finch (Bay Alliance) of Orrin", "Finch"),
            ("the city’s council", "council"),
            ("a spokesman for the mill", "spokesman"),
            ("Reed’s", "Reed"),
            ("Jean-Paul", "Jean-Paul"),
            ("", ""),
        ):
            self.assertEqual(head(name), expected)

    def test_holders(self):
        source = {"kind": "source", "name": "Ms. Ada Finch"}
        self.assertTrue(same_holder(["author", "Rep. Finch of Orrin"], source))
        self.assertFalse(same_holder("author", source))
        self.assertTrue(same_holder("author", {"kind": "author"}))
        self.assertFalse(same_holder("Finch", {"kind": "author"}))
        self.assertFalse(same_holder("Finch", {"kind": "source", "name": None}))

    def test_times(self):
        gold = {"time": ["2015|2014", "2016?"]}
        self.assertEqual(count_times(gold, ["2014"]), (1, 0, 0))
        self.assertEqual(count_times(gold, ["2016"]), (0, 0, 1))
        self.assertEqual(count_times(gold, ["2015", "2014"]), (1, 1, 0))
        self.assertEqual(count_times({}, ["2014"]), (0, 1, 0))

    def test_standalone_sentences(self):
        gold = {"quote": "It has closed.", "names": ["old mill|the mill"]}
        self.assertTrue(stands_alone(gold, "The mill has closed."))
        self.assertFalse(stands_alone(gold, "It has closed."))
        self.assertFalse(stands_alone(gold, "The mill on the river was sold again to others."))
        self.assertFalse(stands_alone(gold, None))

    def test_bare_pronouns_at_the_start(self):
        named = {"quote": "This means rain.", "names": ["wind"]}
        self.assertTrue(opens_with_pronoun(named, "This means rain, of the wind."))
        self.assertFalse(opens_with_pronoun(named, "This wind means rain."))
        self.assertFalse(opens_with_pronoun({"quote": "This means rain."}, "This means rain."))
        self.assertTrue(opens_with_pronoun({"quote": "Ann left."}, "She left."))
        clause = {"quote": "It is hard to say.", "names": ["x"]}
        self.assertFalse(opens_with_pronoun(clause, "It is hard to say."))


class LinksAndMetadata(unittest.TestCase):
    IDS = {"a": 0, "b": 1, "c": 2}  # noqa: RUF012

    def gold(self, *relations, restates=None):
        claims = [{"id": number} for number in range(3)]
        if restates:
            claims[restates[0]]["restates"] = restates[1]
        return {"claims": claims, "relations": list(relations)}

    def test_relations(self):
        gold = self.gold({"from": 0, "to": [1, 2], "kind": ["supports", "causes"]})
        for kind, start, end, expected in (
            ("causes", "a", "c", (1, 0, 0)),
            ("attacks", "a", "c", (0, 1, 1)),
            ("supports", "c", "a", (0, 1, 1)),
            ("supports", "a", "unmatched", (0, 0, 1)),
        ):
            report = {"relations": [{"from": start, "to": end, "kind": kind}]}
            self.assertEqual(count_relations(gold, report, self.IDS), expected, (kind, start, end))

    def test_a_relation_of_claims_that_were_missed_is_not_missed(self):
        gold = self.gold({"from": 0, "to": 1, "kind": "supports"})
        self.assertEqual(count_relations(gold, {}, {"a": 0, "c": 2}), (0, 0, 0))

    def test_optional_relations_count_neither_way(self):
        gold = self.gold({"from": 0, "to": 1, "kind": "supports", "optional": True})
        report = {"relations": [{"from": "a", "to": "b", "kind": "supports"}]}
        self.assertEqual(count_relations(gold, report, self.IDS), (0, 0, 0))
        self.assertEqual(count_relations(gold, {}, self.IDS), (0, 0, 0))

    def test_restatements_in_either_direction(self):
        gold = self.gold(restates=(2, 0))
        report = {"relations": [{"from": "a", "to": "c", "kind": "restates"}]}
        self.assertEqual(count_relations(gold, report, self.IDS), (1, 0, 0))
        self.assertEqual(restates_recall(gold, report, self.IDS), 1.0)
        self.assertEqual(restates_recall(gold, {}, self.IDS), 0.0)
        self.assertIsNone(restates_recall(self.gold(), report, self.IDS))

    def test_lists(self):
        self.assertEqual(list_f1(["a b c", "d e"], ["d e", "a b x", "y"]), 0.8)
        self.assertEqual(list_f1(["a b c"], ["a x y"]), 0.0)

    def test_fields(self):
        def field(name, wanted, reported):
            return metadata({"article": {name: wanted}}, {"article": {name: reported}}).get(name)

        self.assertEqual(field("url", "https://www.x.org/a/", "http://x.org/a?b=c#d"), 1.0)
        self.assertEqual(field("byline", ["Ann Reed"], ["by ann reed"]), 1.0)
        self.assertEqual(field("byline", ["Ann Reed"], ["Ann Reed", "Bo"]), 0.0)
        self.assertEqual(field("published", "2020-05-01", None), 0.0)
        self.assertEqual(field("standfirst", None, "Made up"), 0.0)
        self.assertIsNone(field("standfirst", None, None))
        self.assertEqual(field("joined", ["is land", "x y"], ["this is land"]), 0.5)
        self.assertEqual(field("captions", ["a b"], [{"text": "a b"}]), 1.0)
        self.assertEqual(address("HTTPS://X.org/"), "x.org")

    def test_texts(self):
        self.assertEqual(texts([{"name": "Ann"}, "Ann", "", {"text": "“Bo”"}]), ["Ann", '"Bo"'])
        self.assertEqual(texts(None), [])

    def test_optional_questions(self):
        gold = {"questions": ["Who pays?", {"text": "Why now?", "optional": True}]}
        self.assertEqual(questions(gold, {"questions": ["Who pays?", "Why now?"]}), 1.0)
        self.assertEqual(questions(gold, {"questions": ["Why now?"]}), 0.0)
        self.assertIsNone(questions({"questions": gold["questions"][1:]}, {"questions": ["Why now?"]}))

    def test_spans_are_in_units_of_utf_16(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "x.gold.json"
            (path.parent / "x.txt").write_text("🙂 Rain fell. Ann left.", "utf-8")
            gold = {"source": "x.txt"}
            claims = [
                {"text": "Rain fell.", "spans": [[3, 13]]},
                {"text": "Rain … Ann", "spans": [[3, 7], [14, 17]]},
                {"text": "Rain fell.", "spans": [[2, 12]]},
                {"text": "no spans"},
            ]
            self.assertAlmostEqual(spans_hold(path, gold, {"claims": claims}), 2 / 3)
            self.assertIsNone(spans_hold(path, gold, {"claims": []}))
            self.assertIsNone(spans_hold(path, {"source": "x.html"}, {"claims": claims}))
