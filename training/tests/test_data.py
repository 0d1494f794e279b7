import json
import pathlib
import random
import re
import struct
import tempfile
import unittest
from types import SimpleNamespace
from unittest import mock

import data


def lines_of(*rows, comments=()):
    """CoNLL-U lines of one sentence from rows of: id form lemma upos features head relation."""
    columns = (
        [r[0], r[1], r[2], r[3], "_", r[4], r[5], r[6], "_", "_"] for r in (row.split() for row in rows)
    )
    return [*comments, *("\t".join(one) for one in columns), ""]


def blank_tokens(texts, binary):
    """In place of the crate's tokeniser: tokens are parted by blanks, a lone full stop ends a sentence."""
    found = []
    for text in texts:
        sentences, sentence = [], []
        for match in re.finditer(r"\S+", text):
            sentence.append(list(match.span()))
            if match.group() == ".":
                sentences.append(sentence)
                sentence = []
        found.append([*sentences, sentence] if sentence else sentences)
    return found


class Trees(unittest.TestCase):
    SENTENCE = lines_of(
        "1-2 don't _ _ _ _ _",
        "1 do do AUX Mood=Imp|VerbForm=Fin 3 aux",
        "2 n't not PART Polarity=Neg 3 advmod:emph",
        "2.1 x x X _ _ _",
        "3 Go go VERB Voice=Act|Foreign=Yes 0 root",
    )

    def test_a_sentence(self):
        [[sentence]] = data.conllu_documents(self.SENTENCE)
        self.assertEqual(sentence.words, ["do", "n't", "Go"])
        self.assertEqual(
            sentence.labels,
            {
                "tag": ["AUX|Mood=Imp|VerbForm=Fin", "PART|Polarity=Neg", "VERB|Voice=Act"],
                "lemma": ["l0|", "l2|ot", "l0|"],
                "head": [3, 3, 0],
                "rel": ["aux", "advmod", "root"],
                "boundary": ["in", "in", "end"],
            },
        )
        self.assertTrue(sentence.opens)

    def test_documents_and_paragraphs(self):
        one = lines_of("1 a a X _ 0 root")
        lines = ["# newdoc id = x_news_1", *one, *one, "# newpar", *one, "# newdoc id = x_fiction_2", *one]
        documents = data.conllu_documents(lines)
        self.assertEqual(
            [[one.opens for one in document] for document in documents], [[True, False, True], [True]]
        )
        kept = data.conllu_documents(lines, lambda name: "fiction" not in name)
        self.assertEqual([len(document) for document in kept], [3])

    def test_nothing(self):
        self.assertEqual(data.conllu_documents([]), [])

    def test_lemma_scripts_give_the_lemma_back(self):
        for form, lemma, script in (
            ("Cities", "city", "l3|y"),
            ("London", "London", "k0|"),
            ("went", "go", "l4|go"),
            ("is", "be", "l2|be"),
        ):
            self.assertEqual(data.lemma_script(form, lemma), script)
            start = form if script[0] == "k" else form.lower()
            cut, put = script[1:].split("|")
            self.assertEqual(start[: len(start) - int(cut)] + put, lemma)

    def test_relations_keep_the_subtypes_that_mean_something(self):
        self.assertEqual(
            [data.relation(name) for name in ("nsubj:pass", "nsubj:outer", "obl")],
            ["nsubj:pass", "nsubj", "obl"],
        )


class Rows(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        patch = mock.patch.object(data, "tokens", blank_tokens)
        patch.start()
        self.addCleanup(patch.stop)

    def write(self, *rows, name="rows.jsonl"):
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        return path

    def test_words_lie_inside_by_half(self):
        spans = [(0, 4), (5, 9)]
        self.assertEqual(data.within(spans, 2, 6), [0])
        self.assertEqual(data.within(spans, 2, 7), [0, 1])
        self.assertEqual(data.within(spans, 3, 5), [])

    def test_sentences_that_begin_a_line(self):
        [(_, spans, sentences)] = data.texts([{"text": "a b . c .\nd ."}], None)
        self.assertEqual([one.words for one in sentences], [["a", "b", "."], ["c", "."], ["d", "."]])
        self.assertEqual([one.opens for one in sentences], [True, False, True])
        self.assertEqual(len(spans), 7)

    def test_attributions(self):
        text = "Ann said it rained . Bo left ."
        row = {
            "text": text,
            "attributions": [{"source": [[0, 3]], "cue": [[4, 8]], "content": [[9, 18]]}],
            "discard": [[21, 23]],
        }
        [[first, second]] = data.attributions(self.write(row), None)
        self.assertEqual(first.labels["attribution"], ["B-source", "B-cue", "B-content", "I-content", "O"])
        # The cue is word 1 of the document; the cue itself and words outside have no link to learn.
        self.assertEqual(first.labels["link"], [1, None, 1, 1, None])
        self.assertEqual(second.labels["attribution"], [None, "O", "O"])

    def test_an_attribution_without_a_cue(self):
        row = {
            "text": "Ann it rained .",
            "attributions": [{"source": [[0, 3]], "cue": [], "content": [[4, 13]]}],
            "discard": [],
        }
        [[sentence]] = data.attributions(self.write(row), None)
        self.assertEqual(sentence.labels["link"], [-1, -1, -1, None])

    def test_the_outermost_mention_counts(self):
        row = {"text": "Bank of Oslo rose .", "entities": [[8, 12, "Location"], [0, 12, "Organization"]]}
        [[sentence]] = data.entities(self.write(row), None)
        self.assertEqual(
            sentence.labels["entity"], ["B-Organization", "I-Organization", "I-Organization", "O", "O"]
        )

    def test_types_of_gum(self):
        def row(genre):
            return {"text": "Ann saw it .", "genre": genre, "entities": [[0, 3, "person"], [8, 10, "object"]]}

        [[sentence]] = data.entities(self.write(row("news"), row("fiction")), None)
        self.assertEqual(sentence.labels["entity"], ["B-Person", "O", None, "O"])

    def test_factuality_of_the_first_word_of_a_target(self):
        row = {"text": "He may leave .", "set": "uds", "targets": [{"start": 7, "end": 12, "value": -1.5}]}
        [[sentence]] = data.factuality(self.write(row), None)
        self.assertEqual(sentence.labels["factuality"], [None, None, (1, -1.5), None])

    def test_labels_of_rows(self):
        self.write(
            {"text": "a .", "label": "CFS"}, {"text": "", "label": "NFS"}, name="checkworthiness/dev.jsonl"
        )
        self.write(
            {"text": "b .", "set": "cdcp", "label": "fact"}, {"text": "c .", "set": "other", "label": "x"},
            name="claim_kind/dev.jsonl",
        )  # fmt: skip
        self.write({"text": "d .", "set": "policlaim", "label": 1}, name="verifiability/dev.jsonl")
        documents = data.row_sets(self.folder, "dev", None)
        self.assertEqual(
            [document[0].labels["row"] for document in documents],
            [{"checkworthy": "CFS"}, {"kind": "fact"}, {"policlaim": "1"}],
        )


class Windows(unittest.TestCase):
    def document(self, *lengths):
        return [data.Sentence(["w"] * length, True) for length in lengths]

    def test_sentences_stay_whole(self):
        self.assertEqual(list(data.windows(self.document(3, 3, 3), lambda: 6)), [[0, 1], [2]])
        self.assertEqual(list(data.windows(self.document(9, 1), lambda: 6)), [[0], [1]])
        self.assertEqual(list(data.windows([], lambda: 6)), [])

    def test_batches_hold_every_window_once(self):
        lengths = [5, 1, 9, 3, 7, 2, 8]
        groups = data.batches(lengths, 16, random.Random(1))
        self.assertEqual(sorted(i for group in groups for i in group), list(range(len(lengths))))
        for group in groups:
            self.assertTrue(len(group) == 1 or max(lengths[i] for i in group) * len(group) <= 16, group)

    def test_noise_changes_how_words_are_written_alone(self):
        words = ['"', "It", "'s", "a", "word", '"', "--", "Ann"]
        seen = {tuple(data.noisy(words, random.Random(seed))) for seed in range(300)}
        self.assertIn(tuple(words), seen)
        for noisy in seen:
            self.assertEqual(len(noisy), len(words))
            plain = [re.sub("[“”]", '"', word).replace("’", "'").replace("—", "--").lower() for word in noisy]
            self.assertEqual(plain, [word.lower() for word in words])
        self.assertTrue(any(noisy[0] == "“" and noisy[5] == "”" for noisy in seen))
        self.assertTrue(any(noisy[3] == "A" for noisy in seen))


class Features(unittest.TestCase):
    def test_the_bytes_that_the_crate_writes(self):
        # One word of two pieces, one of none, each with eight hashed ids.
        hashed = list(range(8)), list(range(10, 18))
        content = (
            bytes([2]) + struct.pack("<10H", 300, 7, *hashed[0]) + bytes([0]) + struct.pack("<8H", *hashed[1])
        )
        with mock.patch.object(data.subprocess, "run", return_value=SimpleNamespace(stdout=content)) as run:
            [(pieces, ids)] = data.features([["a", "b"]], "vocabulary.txt", "binary")
        self.assertEqual(run.call_args.kwargs["input"], b"a\tb\n")
        self.assertEqual(pieces, [(300, 7), ()])
        self.assertEqual(ids.tolist(), [list(hashed[0]), list(hashed[1])])
