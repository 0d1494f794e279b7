import contextlib
import io
import unittest

from score_syntax import longest_common, parse, score


def conllu(*sentences):
    """Treebank of sentences written as lines of: id form lemma upos head relation."""
    lines = []
    for sentence in sentences:
        for line in sentence.strip().splitlines():
            number, form, lemma, upos, head, relation = line.split()
            lines.append("\t".join([number, form, lemma, upos, "_", "_", head, relation, "_", "_"]))
        lines.append("")
    return parse(lines)


GOLD = """
    1 Dogs dog NOUN 2 nsubj
    2 bark bark VERB 0 root
    3 at at ADP 4 case
    4 night night NOUN 2 obl:tmod
"""


class Trees(unittest.TestCase):
    def test_the_gold_itself(self):
        found = score(conllu(GOLD), conllu(GOLD))
        for name in ("tokens", "sentences", "words", "upos", "lemmas", "uas", "las", "las_subtypes", "clas"):
            self.assertEqual(found[name], 1.0, name)

    def test_each_column(self):
        system = """
            1 Dogs dog PROPN 2 nsubj
            2 bark bark VERB 0 root
            3 at at ADP 2 case
            4 night nights NOUN 2 obl
        """
        found = score(conllu(GOLD), conllu(system))
        self.assertEqual((found["upos"], found["lemmas"]), (0.75, 0.75))
        # The head of "at" is wrong; the subtype of "night" is missing.
        self.assertEqual((found["uas"], found["las"], found["las_subtypes"]), (0.75, 0.75, 0.5))
        # All three content words have head and relation.
        self.assertEqual(found["clas"], 1.0)

    def test_a_right_head_with_a_wrong_relation(self):
        system = GOLD.replace("nsubj", "obj")
        found = score(conllu(GOLD), conllu(system))
        self.assertEqual((found["uas"], found["las"]), (1.0, 0.75))
        self.assertAlmostEqual(found["clas"], 0.6667)

    def test_a_gold_lemma_of_a_dash_accepts_all(self):
        self.assertEqual(score(conllu(GOLD.replace("dog ", "_ ")), conllu(GOLD))["lemmas"], 1.0)

    def test_sentences_cut_otherwise(self):
        first = "1 Dogs dog NOUN 2 nsubj\n2 bark bark VERB 0 root"
        second = "1 at at ADP 2 case\n2 night night NOUN 0 root"
        found = score(conllu(GOLD), conllu(first, second))
        self.assertEqual((found["sentences"], found["words"]), (0.0, 1.0))
        # "night" is a root now, the other three are as they were.
        self.assertEqual(found["uas"], 0.75)

    def test_words_joined_by_the_system_have_no_partner(self):
        system = "1 Dogsbark dog NOUN 0 root\n2 at at ADP 3 case\n3 night night NOUN 1 obl"
        found = score(conllu(GOLD), conllu(system))
        # Two of four gold words and three of the system.
        self.assertAlmostEqual(found["words"], 0.5714)
        self.assertAlmostEqual(found["upos"], 0.5714)
        self.assertEqual((found["upos_aligned"], found["uas_aligned"]), (1.0, 0.5))

    def test_words_of_a_multiword_token_are_aligned_by_their_forms(self):
        gold = """
            1-2 don't _ _ _ _
            1 do do AUX 3 aux
            2 n't not PART 3 advmod
            3 go go VERB 0 root
        """
        plain = "1 do do AUX 3 aux\n2 n't not PART 3 advmod\n3 go go VERB 0 root"
        found = score(conllu(gold), conllu(plain))
        self.assertEqual((found["words"], found["las"]), (1.0, 1.0))
        # Gold has two tokens, the system three; "go" is shared.
        self.assertEqual(found["tokens"], 0.4)
        other = gold.replace("2 n't", "2 not")
        self.assertAlmostEqual(score(conllu(gold), conllu(other))["words"], 0.6667)

    def test_other_texts_stop_the_program(self):
        with self.assertRaisesRegex(SystemExit, "differ at character 0"):
            score(conllu(GOLD), conllu(GOLD.replace("Dogs", "Cats")))
        with self.assertRaisesRegex(SystemExit, "differ at character 4"):
            score(conllu("1 Dogs dog NOUN 0 root"), conllu(GOLD))

    def test_nothing_on_either_side(self):
        found = score(parse([]), parse([]))
        self.assertEqual((found["words"], found["las"], found["upos_aligned"]), (0.0, 0.0, 0.0))

    def test_broken_files_stop_the_program(self):
        for lines in (["1\tDogs"], ["\t".join(["1", "a", "a", "X", "_", "_", "7", "root", "_", "_"])]):
            with contextlib.redirect_stderr(io.StringIO()), self.assertRaises(SystemExit):
                parse(lines)

    def test_documents_by_name(self):
        row = "\t".join(["1", "a", "a", "X", "_", "_", "0", "root", "_", "_"])
        lines = ["# newdoc id = GUM_news_one", row, "", "# newdoc id = GUM_bio_two", row, ""]
        self.assertEqual(len(parse(lines, only="GUM_news").words), 1)
        self.assertEqual(len(parse(lines).words), 2)

    def test_longest_common_subsequence(self):
        self.assertEqual(list(longest_common("abcd", "xbdc")), [(1, 1), (3, 2)])
        self.assertEqual(list(longest_common("", "a")), [])
