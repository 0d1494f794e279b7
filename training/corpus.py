"""Documents as windows of label ids, and windows as batches of tensors."""

import numpy as np
import torch

import data
from data import FACTUALITY_SETS, IGNORE

WORD_LABELS = ("tag", "lemma", "rel", "entity", "attribution", "boundary")


class Corpus:
    """One set of documents; `windows` are drawn anew by `draw`."""

    def __init__(self, documents, labels):
        self.documents = documents
        ids = {name: {label: i for i, label in enumerate(values)} for name, values in labels.items()}
        for document in documents:
            for sentence in document:
                sentence.ids = word_ids(sentence, ids)
            row = document[0].labels.get("row", {})
            document[0].row = {name: ids[name][label] for name, label in row.items() if label in ids[name]}

    def draw(self, vocabulary, binary, limits, rng, share=1.0, noise=False):
        """Cuts documents (a share of them) into windows and computes their words' features."""
        documents = (
            self.documents if share == 1 else rng.sample(self.documents, int(share * len(self.documents)))
        )
        self.windows, lines = [], []
        for document in documents:
            whole = "row" in document[0].labels
            for window in [list(range(len(document)))] if whole else data.windows(document, limits):
                first = len(lines)
                for i in window:
                    words = data.noisy(document[i].words, rng) if noise else document[i].words
                    if document[i].opens or i == window[0]:
                        lines.append([])
                    lines[-1] += words
                self.windows.append((document, window, first, len(lines)))
        found = data.features(lines, vocabulary, binary)
        self.features = [
            (
                [p for pieces, _ in found[first:end] for p in pieces],
                np.concatenate([h for _, h in found[first:end]]),
            )
            for _, _, first, end in self.windows
        ]
        self.lengths = [
            sum(len(document[i].words) for i in window) for document, window, _, _ in self.windows
        ]

    def batch(self, indices):
        n, longest = len(indices), max(self.lengths[i] for i in indices)
        mask = torch.zeros(n, longest, dtype=torch.bool)
        segment = torch.full((n, longest), -1)
        full = lambda: torch.full((n, longest), IGNORE)
        gold = {name: full() for name in WORD_LABELS + ("head", "link")}
        gold["factuality"] = torch.full((n, longest, len(FACTUALITY_SETS)), float("nan"))
        rows = {}
        flat, offsets, hashed = [], [], []
        for row, index in enumerate(indices):
            document, window, _, _ = self.windows[index]
            pieces, ids = self.features[index]
            hashed.append(ids)
            for p in pieces:
                offsets.append(len(flat))
                flat.extend(p)
            start, at = sum(len(s.words) for s in document[: window[0]]), 0
            for number, i in enumerate(window):
                sentence = document[i]
                end = at + len(sentence.words)
                mask[row, at:end], segment[row, at:end] = True, number
                for name, values in sentence.ids.items():
                    gold[name][row, at:end] = values
                if "head" in sentence.ids:
                    heads = sentence.ids["head"]
                    gold["head"][row, at:end] = torch.where(heads > 0, heads + at, heads)
                at = end
            links = gold["link"][row, :at]
            inside = (links >= start) & (links < start + at)
            # A cue beyond the window is no cue.
            gold["link"][row, :at] = torch.where(
                links == IGNORE, links, torch.where(inside, links - start + 1, 0)
            )
            for name, label in getattr(document[window[0]], "row", {}).items():
                rows.setdefault(name, torch.full((n,), IGNORE))[row] = label
        return {
            "mask": mask,
            "segment": segment,
            "pieces": torch.tensor(flat),
            "offsets": torch.tensor(offsets),
            "hashed": torch.from_numpy(np.concatenate(hashed) + 4096 * np.arange(8)),
            "gold": gold,
            "rows": rows,
        }


def word_ids(sentence, ids):
    """Label name -> tensor with one entry a word."""
    out, labels = {}, sentence.labels
    fallback = {
        # Rare joint tags fall back on the bare part of speech, rare relations on the most frequent one.
        "tag": lambda t: ids["tag"].get(t.split("|")[0], 0),
        "rel": lambda r: 0,
    }
    for name in WORD_LABELS:
        if name in labels:
            known, other = ids[name], fallback.get(name, lambda label: IGNORE)
            out[name] = torch.tensor(
                [IGNORE if x is None else known[x] if x in known else other(x) for x in labels[name]]
            )
    if "head" in labels:
        out["head"] = torch.tensor(labels["head"])
    if "link" in labels:
        out["link"] = torch.tensor([IGNORE if x is None else x for x in labels["link"]])
    if "factuality" in labels:
        values = torch.full((len(sentence.words), len(FACTUALITY_SETS)), float("nan"))
        for word, found in enumerate(labels["factuality"]):
            if found:
                values[word, found[0]] = found[1]
        out["factuality"] = values
    return out
