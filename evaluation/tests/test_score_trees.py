import unittest

from score_syntax import parse
from score_trees import crosses, genre_of, length_of, score


def conllu(name, *sentences):
    """Treebank of sentences written as lines of: id form head relation."""
    lines = [f"# newdoc id = {name}"]
    for sentence in sentences:
        for line in sentence.strip().splitlines():
            number, form, head, relation = line.split()
            lines.append("\t".join([number, form, "_", "X", "_", "_", head, relation, "_", "_"]))
        lines.append("")
    return parse(lines)


SAID = """
    1 He 2 nsubj
    2 said 0 root
    3 it 4 nsubj
    4 rained 2 ccomp
    5 and 6 cc
    6 stopped 4 conj
"""


class Trees(unittest.TestCase):
    def test_the_gold_itself(self):
        gold = conllu("GUM_news_rain", SAID)
        found = score(gold, gold)
        self.assertEqual(found["las_by_length"], {"1-10": 1.0})
        self.assertEqual(found["las_by_genre"], {"news": 1.0})
        self.assertEqual((found["root"], found["crossing_trees"]["gold"]), (1.0, 0.0))
        self.assertEqual((found["f1_by_relation"]["conj"], found["f1_by_relation"]["ccomp"]), (1.0, 1.0))

    def test_a_conjunct_hung_on_the_speech_verb(self):
        system = SAID.replace("stopped 4 conj", "stopped 2 conj")
        found = score(conllu("GUM_news_rain", SAID), conllu("GUM_news_rain", system))
        self.assertEqual(found["las_by_length"]["1-10"], 0.8333)
        self.assertEqual((found["f1_by_relation"]["conj"], found["f1_by_relation"]["ccomp"]), (0.0, 1.0))

    def test_another_root(self):
        system = "1 He 4 nsubj\n2 said 4 aux\n3 it 4 nsubj\n4 rained 0 root\n5 and 6 cc\n6 stopped 4 conj"
        found = score(conllu("weblog-x", SAID), conllu("weblog-x", system))
        self.assertEqual((found["root"], found["f1_by_relation"]["ccomp"]), (0.0, 0.0))
        self.assertEqual(list(found["las_by_genre"]), ["weblog"])

    def test_a_relation_with_a_subtype(self):
        gold = "1 towns 0 root\n2 that 3 nsubj\n3 shrank 1 acl:relcl"
        system = gold.replace("acl:relcl", "acl")
        found = score(conllu("x", gold), conllu("x", system))
        self.assertEqual((found["las_by_length"]["1-10"], found["f1_by_relation"]["acl:relcl"]), (1.0, 0.0))

    def test_arcs_that_cross(self):
        self.assertTrue(crosses([2, 3, None, 2]))
        self.assertFalse(crosses([1, None, 3, 1]))
        # Arcs that share an end do not cross.
        self.assertFalse(crosses([2, 0, None]))

    def test_classes(self):
        self.assertEqual([length_of(n) for n in (10, 11, 30, 31)], ["1-10", "11-20", "21-30", "31+"])
        self.assertEqual(
            (genre_of("GUM_essay_tools"), genre_of("weblog-blogspot.com_x")), ("essay", "weblog")
        )


if __name__ == "__main__":
    unittest.main()
