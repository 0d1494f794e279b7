import contextlib
import io
import json
import pathlib
import runpy
import sys
import tempfile
import unittest
from unittest import mock

import jsonl

EVALUATION = pathlib.Path(jsonl.__file__).parent
TEXT = "Ann said it rained."
ATTRIBUTION = {"source": [[0, 3]], "cue": [[4, 8]], "content": [[9, 18]]}

# Scorer and options -> a gold row, a prediction, and a figure of what is printed.
CASES = {
    "score_sentences.py": (
        {"id": "1", "text": TEXT, "sentences": [[0, 19]]},
        {"id": "1", "sentences": [[0, 19]]},
        ("f1", 1.0),
    ),
    "score_attribution.py": (
        {"id": "1", "text": TEXT, "attributions": [ATTRIBUTION]},
        {"id": "1", "attributions": [ATTRIBUTION]},
        ("source_accuracy", 1.0),
    ),
    "score_claims.py": (
        {"id": "1", "set": "s", "sentence": TEXT, "context": "", "title": "", "claims": ["It rained."]},
        {"id": "1", "claims": ["It rained."]},
        ("missing", 0),
    ),
    "score_checkworthiness.py --threshold 0.3": (
        {"id": "1", "checkworthy": True},
        {"id": "1", "score": 0.4},
        ("all", {"n": 1, "positive": 1, "ap": 1.0, "p": 1.0, "r": 1.0, "f1": 1.0, "macro_f1": 0.5,
                 "weighted_f1": 1.0, "accuracy": 1.0}),
    ),
    "score_coref.py": (
        {"id": "1", "clusters": [[[0, 3], [9, 11]]]},
        {"id": "1", "clusters": [[[0, 3], [9, 11]]]},
        ("conll", 1.0),
    ),
    "score_coref.py --gap": (
        {"id": "1", "text": "He left.", "pronoun": [0, 2], "a_coref": True, "b_coref": False},
        {"id": "1", "a_coref": True, "b_coref": False},
        ("overall", [1.0, 1.0, 1.0]),
    ),
    "score_entities.py --map person=PER": (
        {"id": "1", "entities": [[0, 3, "person"], [4, 8, "event"]]},
        {"id": "1", "entities": [[0, 3, "person"]]},
        ("by_type", {"PER": [1, 1.0]}),
    ),
    "score_factuality.py": (
        {"id": "1", "set": "s", "targets": [{"value": 3.0}]},
        {"id": "1", "values": [2.5]},
        ("s", {"n": 1, "pearson": 0.0, "mae": 0.5, "spearman": 0.0,
               "three_way": {"accuracy": 1.0, "macro_f1": 1.0}}),
    ),
    "score_labels.py --field kind": (
        {"id": "1", "kind": "fact"},
        {"id": "1", "kind": "fact"},
        ("missing", 0),
    ),
    "score_openie.py --metric carb": (
        {"id": "1", "sentence": TEXT, "extractions": [{"rel": "said", "args": ["Ann", "it rained"]}]},
        {"id": "1", "extractions": [{"rel": "said", "args": ["Ann", "it rained"]}]},
        ("f1", 1.0),
    ),
    "score_propositions.py": (
        {"id": "1", "text": "Ann ran", "tokens": [[0, 3], [4, 7]], "propositions": [[0, 1]]},
        {"id": "1", "spans": [[[0, 7]]]},
        ("best_rater", 1.0),
    ),
    "score_time.py": (
        {"id": "1", "timexes": [{"start": 0, "end": 4, "type": "DATE", "value": "2020"}]},
        {"id": "1", "timexes": [{"start": 0, "end": 4, "type": "DATE", "value": "2020"}]},
        ("value_f1", 1.0),
    ),
    "score_time.py --dates": (
        {"id": "1", "dates": [{"start": 0, "end": 4, "when": "2020"}]},
        {"id": "1", "timexes": [{"start": 0, "end": 4, "type": "DATE", "value": "2020"}]},
        ("to_year", 1.0),
    ),
}  # fmt: skip


class Reading(unittest.TestCase):
    def test_an_id_that_comes_twice_is_refused(self):
        with self.assertRaises(SystemExit):
            jsonl.by_id([{"id": "a"}, {"id": "a"}])

    def test_missing(self):
        self.assertEqual(jsonl.missing([{"id": "a"}, {"id": "b"}], {"b": {}}), 1)

    def test_four_digits_are_printed_inside_of_everything(self):
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            jsonl.print_scores({"a": [1 / 3, {"b": 2 / 3}], "n": 3})
        self.assertEqual(json.loads(out.getvalue()), {"a": [0.3333, {"b": 0.6667}], "n": 3})


class CommandLines(unittest.TestCase):
    def test_every_scorer_prints_one_line_of_scores(self):
        with tempfile.TemporaryDirectory() as folder:
            for command, (gold, prediction, (name, value)) in CASES.items():
                paths = [pathlib.Path(folder) / side for side in ("gold", "predictions")]
                for path, row in zip(paths, (gold, prediction), strict=True):
                    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
                script, *options = command.split()
                arguments = [script, *options, *map(str, paths)]
                out = io.StringIO()
                with mock.patch.object(sys, "argv", arguments), contextlib.redirect_stdout(out):
                    runpy.run_path(str(EVALUATION / script), run_name="__main__")
                with self.subTest(command):
                    self.assertEqual(out.getvalue().count("\n"), 1)
                    self.assertEqual(json.loads(out.getvalue())[name], value)
