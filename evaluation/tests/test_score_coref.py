import unittest

from score_coref import ceaf_e, clusters_of, gap, score

A, B, C, D, E, F, G, H, I = ([n, n + 1] for n in range(9))  # noqa: E741
# The worked example of Pradhan et al. 2014 (Scoring Coreference Partitions of Predicted Mentions).
GOLD = [[A, B, C], [D, E, F, G]]
SYSTEM = [[A, B], [C, D], [F, G, H, I]]


def scores(gold, system, **options):
    return score([{"id": "1", "clusters": gold}], {"1": system}, **options)


class Coreference(unittest.TestCase):
    def test_textbook_example(self):
        found = scores(GOLD, SYSTEM)
        # Mentions: 6 of 7 gold and 8 of the system.
        self.assertEqual(found["mentions"], [0.75, 0.8571, 0.8])
        # MUC: 2 of 5 links on either side.
        self.assertEqual(found["muc"], [0.4, 0.4, 0.4])
        # B-cubed: recall (4/3 + 1/3 + 1/4 + 4/4) / 7, precision (4/2 + 1/2 + 1/2 + 4/4) / 8.
        self.assertEqual(found["b3"], [0.5, 0.4167, 0.4545])
        # CEAF-e: {A B C} with {A B} 4/5, {D E F G} with {F G H I} 4/8; 1.3 of 3 and of 2 clusters.
        self.assertEqual(found["ceafe"], [0.4333, 0.65, 0.52])
        self.assertEqual(found["conll"], 0.4582)

    def test_the_gold_itself(self):
        self.assertEqual(scores(GOLD, GOLD)["conll"], 1.0)

    def test_nothing_predicted_and_nothing_gold(self):
        for gold, system in ((GOLD, []), ([], SYSTEM), ([], [])):
            found = scores(gold, system)
            for name in ("mentions", "muc", "b3", "ceafe"):
                self.assertEqual(found[name], [0.0, 0.0, 0.0], name)
            self.assertEqual(found["conll"], 0.0)

    def test_a_document_that_is_left_out_counts_as_empty(self):
        found = score([{"id": "1", "clusters": GOLD}, {"id": "2", "clusters": GOLD}], {"1": GOLD})
        self.assertEqual(found["muc"], [1.0, 0.5, 0.6667])
        self.assertEqual(found["gold_clusters"], 4)

    def test_singletons(self):
        self.assertEqual(scores([[A, B], [C]], [[A, B]])["b3"], [1.0, 0.6667, 0.8])
        self.assertEqual(scores([[A, B], [C]], [[A, B]], no_singletons=True)["b3"], [1.0, 1.0, 1.0])

    def test_muc_is_blind_to_singletons_and_b_cubed_is_not(self):
        found = scores([[A], [B]], [[A], [B]])
        self.assertEqual((found["muc"][2], found["b3"][2]), (0.0, 1.0))

    def test_a_mention_counts_in_its_first_cluster(self):
        self.assertEqual(
            clusters_of([[A, B], {"mentions": [B, C]}], no_singletons=False), [{(0, 1), (1, 2)}, {(2, 3)}]
        )

    def test_ties_of_ceaf_do_not_matter(self):
        one, other = frozenset("ab"), frozenset("cd")
        half = frozenset("ac")
        # Each half overlaps both gold clusters alike; whichever is taken, the sum is .5 + .5.
        self.assertEqual(ceaf_e([one, other], [half, frozenset("bd")]), 1.0)


class Gap(unittest.TestCase):
    def test_by_gender(self):
        def row(name, text, a, b):
            return {"id": name, "text": text, "pronoun": [0, text.index(" ")], "a_coref": a, "b_coref": b}

        gold = [
            row("1", "He ran", True, False),
            row("2", "her bag", False, True),
            row("3", "She sat", True, False),
        ]
        system = {"1": {"a_coref": True}, "2": {"a_coref": True, "b_coref": True}}
        found = gap(gold, system)
        self.assertEqual(found["masculine"], [1.0, 1.0, 1.0])
        self.assertEqual(found["feminine"], [0.5, 0.5, 0.5])
        self.assertEqual(found["overall"], [0.6667, 0.6667, 0.6667])
        self.assertEqual(found["bias"], 0.5)

    def test_nothing_right(self):
        self.assertEqual(gap([], {})["bias"], 0.0)
