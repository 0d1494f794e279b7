import random
import unittest
from functools import partial
from unittest import mock

import numpy as np

import data
from data import IGNORE, Sentence
from labels import ROW_HEADS, WORD_HEADS

try:
    import torch
except ImportError:
    torch = None

LABELS = {
    **{name: ["O", "B-a", "I-a"] for name in (*WORD_HEADS, "rel")},
    **{name: ["CFS", "NFS"] for name in ROW_HEADS},
    "tag": ["NOUN", "VERB"],
    "rel": ["root", "nsubj"],
    "boundary": ["in", "end"],
}


def features(lines, vocabulary, binary):
    """In place of the crate's: one piece a word, numbered in order, and eight zeros."""
    found, number = [], 0
    for words in lines:
        found.append(([(number + i,) for i in range(len(words))], np.zeros((len(words), 8), dtype=np.int64)))
        number += len(words)
    return found


def document():
    first = Sentence(["Ann", "left"], True, tag=["NOUN", "VERB"], rel=["nsubj", "root"], head=[2, 0],
                     boundary=["in", "end"], link=[3, None], factuality=[(1, -1.0), (1, 2.0)])  # fmt: skip
    second = Sentence(["Bo", "sat", "."], False, tag=["NOUN", "VERB", None], rel=["nsubj", "root", "nsubj"],
                      head=[2, 0, 2], boundary=["in", "in", "end"], link=[3, None, -1])  # fmt: skip
    return [first, second]


def row(label):
    sentence = Sentence(["It", "rained"], True)
    sentence.labels["row"] = {"checkworthy": label}
    return [sentence]


@unittest.skipIf(torch is None, "torch is missing: install training/requirements.txt")
class WithTorch(unittest.TestCase):
    def corpus(self, documents, most=100):
        from corpus import Corpus

        corpus = Corpus(documents, LABELS)
        with mock.patch.object(data, "features", features):
            corpus.draw("vocabulary.txt", "binary", lambda: most, random.Random(1))
        return corpus

    def model(self):
        from model import Model

        torch.manual_seed(1)
        sizes = {name: len(values) for name, values in LABELS.items()}
        return Model(20, sizes, width=8, layers=1, head=6).eval()

    def test_heads_and_links_count_inside_the_window(self):
        batch = self.corpus([document()]).batch([0])
        gold = batch["gold"]
        self.assertEqual(gold["head"].tolist(), [[2, 0, 4, 0, 4]])
        # The cue is word 3 of the document; -1 is none.
        self.assertEqual(gold["link"].tolist(), [[4, IGNORE, 4, IGNORE, 0]])
        self.assertEqual(gold["tag"].tolist(), [[0, 1, 0, 1, IGNORE]])
        self.assertEqual(batch["segment"].tolist(), [[0, 0, 1, 1, 1]])
        self.assertEqual(float(gold["factuality"][0, 1, 1]), 2.0)
        self.assertEqual(int((~gold["factuality"].isnan()).sum()), 2)

    def test_a_cue_beyond_the_window_is_none(self):
        corpus = self.corpus([document()], most=2)
        self.assertEqual(corpus.lengths, [2, 3])
        batch = corpus.batch([0, 1])
        self.assertEqual(batch["gold"]["link"].tolist(), [[0, IGNORE, IGNORE], [2, IGNORE, 0]])
        self.assertEqual(batch["mask"].tolist(), [[True, True, False], [True, True, True]])
        self.assertEqual(batch["gold"]["head"].tolist(), [[2, 0, IGNORE], [2, 0, 2]])

    def test_labels_of_rows(self):
        batch = self.corpus([row("NFS"), document(), row("unknown")]).batch([0, 1, 2])
        self.assertEqual(batch["rows"]["checkworthy"].tolist(), [1, IGNORE, IGNORE])

    def test_arcs_stay_within_the_sentence(self):
        batch, model = self.corpus([document()]).batch([0]), self.model()
        with torch.no_grad():
            scores = model.arc_scores(model.encode(batch), batch)[0]
        possible = (scores > -1e8).int().tolist()
        self.assertEqual(possible, [[1, 1, 1, 0, 0, 0]] * 2 + [[1, 0, 0, 1, 1, 1]] * 3)

    def test_links_stay_within_the_words(self):
        batch, model = self.corpus([document()], most=2).batch([0, 1]), self.model()
        with torch.no_grad():
            scores = model.link_scores(model.encode(batch), batch)
        self.assertEqual((scores[0, 0] > -1e8).tolist(), [True, True, True, False])

    def test_the_scan(self):
        from model import scan

        forget = torch.tensor([[[0.5], [0.5], [0.0]]])
        self.assertEqual(scan(forget, torch.ones(1, 3, 1)).flatten().tolist(), [1.0, 1.5, 1.0])

    def test_the_loss_of_labels_that_are_there(self):
        from loss import loss_of, rarity

        corpus = self.corpus([document(), row("CFS"), row("NFS"), row("NFS")])
        rare, model = rarity(corpus, LABELS), self.model()
        # Weights as the root of rarity, one on average over the three rows.
        weights = rare["checkworthy"]
        self.assertAlmostEqual(float(weights[0] / weights[1]), 2**0.5, places=5)
        self.assertAlmostEqual(float(weights[0] + 2 * weights[1]), 3.0, places=5)
        loss = loss_of(model, corpus.batch([0, 1, 2, 3]), 0.3, rare)
        loss.backward()
        for name in (
            "arc.u",
            "link.u",
            "rel.weight",
            "rows.checkworthy.weight",
            "fact.weight",
            "words.tag.weight",
        ):
            self.assertGreater(model.get_parameter(name).grad.abs().sum().item(), 0, name)
        self.assertIsNone(model.get_parameter("rows.kind.weight").grad)

    def test_a_batch_without_labels_has_no_loss(self):
        from loss import loss_of

        corpus = self.corpus([[Sentence(["a"], True)]])
        self.assertEqual(loss_of(self.model(), corpus.batch([0]), 0.3, {}).item(), 0.0)

    def test_silver_heads_count_inside_the_window_and_give_way_to_gold(self):
        from loss import loss_of
        from silver import attach, key_of

        unlabelled = [Sentence(["Ann", "left"], True), Sentence(["Bo", "sat", "."], False)]
        one = torch.tensor([[1.0, 0.0]] * 5)
        heads = torch.tensor([[2, 0], [0, 1], [2, 0], [0, 1], [2, 0]])
        read = {key_of(unlabelled): {"head": (heads, one), "rel": (torch.tensor([[1, 0]] * 5), one)}}
        documents = [unlabelled, document()]
        attach(documents, read)
        corpus = self.corpus(documents)
        batch = corpus.batch([0])
        ids, chances = batch["silver"]["head"]
        self.assertEqual(ids[0].tolist(), [[2, 0], [0, 1], [4, 0], [0, 3], [4, 0]])
        self.assertEqual(chances[0].tolist(), one.tolist())
        # The second document has the same words, so the same silver; its own trees go before.
        known = corpus.batch([1])
        model = self.model()
        self.assertGreater(loss_of(model, batch, 0.3, {}, 1.0), 0)
        self.assertEqual(loss_of(model, batch, 0.3, {}, 0.0), 0)
        self.assertEqual(loss_of(model, known, 0.3, {}, 1.0), loss_of(model, known, 0.3, {}, 0.0))

    def test_the_distilled_loss_is_least_at_the_teachers_chances(self):
        from loss import distilled

        ids, chances = torch.tensor([[[0, 2]]]), torch.tensor([[[0.75, 0.25]]])
        least = distilled(torch.tensor([[[0.75, 1e-9, 0.25]]]).log(), ids, chances)
        self.assertAlmostEqual(float(least), 0.5623, places=3)
        self.assertGreater(distilled(torch.zeros(1, 1, 3), ids, chances), least)

    def test_a_document_is_read_window_by_window(self):
        from silver import silver_of

        corpus, model = self.corpus([document()], most=2), self.model()
        [heads] = silver_of(model, corpus).values()
        ids, chances = heads["head"]
        self.assertEqual(len(ids), 5)
        # Heads that have a chance stand in the word's own sentence.
        self.assertTrue(bool((ids[:2] <= 2).all()) and bool((ids[2:] <= 3).all()))
        self.assertTrue(torch.allclose(chances.sum(-1).float(), torch.ones(5), atol=0.01))

    def test_scores_of_a_model_that_is_always_right(self):
        import scores

        model = self.model()
        dev = {"ewt": self.corpus([document()]), "rows": self.corpus([row("CFS"), row("NFS")])}

        class Right:
            """Takes the gold for what the heads of words find; the other heads are the model's."""

            def __init__(self):
                self.words = {name: partial(self.gold_of, name) for name in WORD_HEADS}

            def encode(self, batch):
                self.gold = batch["gold"]
                return model.encode(batch)

            def gold_of(self, name, h):
                return torch.nn.functional.one_hot(self.gold[name].clamp(min=0), 3).float()

            def __getattr__(self, name):
                return getattr(model, name)

        found = scores.all_of(Right(), dev, LABELS)
        self.assertEqual(
            (found["ewt.tag"], found["ewt.upos"], found["ewt.boundary.f1"]), (100.0, 100.0, 100.0)
        )
        self.assertIn("checkworthy.ap", found)
        self.assertTrue(model.training)
