import unittest

from score_attribution import kind, score

TEXT = "“Rain fell,” Ann said. Bo denied that it snowed. Mayor Cy said “some roads” are shut."


def spans(*texts):
    return [[TEXT.index(text), TEXT.index(text) + len(text)] for text in texts]


def attribution(source, cue, content):
    return {"source": spans(*source), "cue": spans(*cue), "content": spans(*content)}


ANN = attribution(["Ann"], ["said"], ["“Rain fell,”"])
BO = attribution(["Bo"], ["denied"], ["that it snowed"])
CY = attribution(["Mayor Cy"], ["said “"], ["“some roads” are shut"])
GOLD = [ANN, BO, CY]


def scores(gold, predicted, **more):
    return score(
        [{"id": "1", "text": TEXT, "attributions": gold, **more}], {"1": {"attributions": predicted}}
    )


class Attribution(unittest.TestCase):
    def test_the_gold_itself(self):
        found = scores(GOLD, GOLD)
        for name in ("content", "linked", "linked_cue", "exact"):
            self.assertEqual(found["attributions"][name], {"p": 1.0, "r": 1.0, "f1": 1.0}, name)
        self.assertEqual(found["recall_by_kind"], {"direct": 1.0, "indirect": 1.0, "mixed": 1.0})

    def test_a_wrong_source_is_content_but_not_linked(self):
        found = scores([ANN, BO], [attribution(["Bo"], ["said"], ["“Rain fell,”"])])
        self.assertEqual(found["attributions"]["content"], {"p": 1.0, "r": 0.5, "f1": 2 / 3})
        self.assertEqual(found["attributions"]["linked"]["f1"], 0.0)
        self.assertEqual(found["source_accuracy"], 0.0)
        self.assertEqual(found["recall_by_kind"], {"direct": 1.0, "indirect": 0.0})

    def test_a_wrong_cue_is_linked_all_the_same(self):
        found = scores([BO], [attribution(["Bo"], ["snowed"], ["that it snowed"])])["attributions"]
        self.assertEqual(
            (found["linked"]["f1"], found["linked_cue"]["f1"], found["exact"]["f1"]), (1.0, 0.0, 0.0)
        )

    def test_content_needs_half_of_its_words(self):
        # Word F1 1/2: one of three words against one.
        half = scores([BO], [attribution(["Bo"], ["denied"], ["snowed"])])
        self.assertEqual(half["attributions"]["content"]["f1"], 1.0)
        self.assertEqual(half["spans"]["content"]["exact"]["f1"], 0.0)
        self.assertEqual(half["spans"]["content"]["overlap"]["f1"], 1.0)
        self.assertEqual(half["tokens"]["content"], {"p": 1.0, "r": 1 / 3, "f1": 0.5})
        # 2/5: one of three words, and one beside it.
        less = scores([BO], [attribution(["Bo"], ["denied"], ["snowed. Mayor"])])
        self.assertEqual(less["attributions"]["content"]["f1"], 0.0)
        self.assertEqual(less["spans"]["content"]["overlap"]["f1"], 0.0)

    def test_among_equal_contents_the_better_cue_and_source_are_paired(self):
        other = attribution(["Cy"], ["denied"], ["“Rain fell,”"])
        found = scores([ANN], [other, ANN])["attributions"]
        self.assertEqual(found["exact"], {"p": 0.5, "r": 1.0, "f1": 2 / 3})

    def test_two_without_a_source_agree(self):
        nobody = attribution([], ["said"], ["“Rain fell,”"])
        self.assertEqual(scores([nobody], [nobody])["source_accuracy"], 1.0)
        self.assertEqual(scores([nobody], [ANN])["source_accuracy"], 0.0)

    def test_predictions_in_discarded_regions_are_ignored(self):
        found = scores([ANN], [ANN, BO], discard=spans("Bo denied that it snowed."))
        self.assertEqual((found["predicted"], found["attributions"]["linked"]["p"]), (1, 1.0))

    def test_nothing_predicted_and_nothing_gold(self):
        for gold, predicted in ((GOLD, []), ([], GOLD), ([], [])):
            found = scores(gold, predicted)
            self.assertEqual(found["attributions"]["linked"]["f1"], 0.0)
            self.assertEqual(found["tokens"]["source"]["f1"], 0.0)
        missing = score([{"id": "1", "text": TEXT, "attributions": GOLD}], {})
        self.assertEqual((missing["missing"], missing["recall_by_kind"]["direct"]), (1, 0.0))

    def test_kinds(self):
        self.assertEqual([kind(one, TEXT) for one in GOLD], ["direct", "indirect", "mixed"])
        straight = '"Rain" fell "here"'
        self.assertEqual(kind({"content": [[0, 6]]}, straight), "direct")
        self.assertEqual(kind({"content": [[0, 18]]}, straight), "mixed")
