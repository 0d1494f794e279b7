"""Documents as windows of label ids, and windows as batches of tensors."""

import numpy as np
import torch

import data
from data import FACTUALITY_SETS, IGNORE
from labels import WORD_LABELS, word_ids

# Most words of a window.
N_WINDOW = 128
# Hashed features of a word; each template has its own rows of the embedding.
HASH_TEMPLATES, HASH_BUCKETS = 8, 4096


class Corpus:
    """One set of documents; `windows` are drawn anew by `draw`."""

    def __init__(self, documents, labels):
        self.documents = documents
        ids = {name: {label: i for i, label in enumerate(values)} for name, values in labels.items()}
        for document in documents:
            for sentence in document:
                sentence.ids = word_tensors(sentence, ids)
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
                [pieces for line, _ in found[first:end] for pieces in line],
                np.concatenate([hashed for _, hashed in found[first:end]]),
            )
            for _, _, first, end in self.windows
        ]
        self.lengths = [
            sum(len(document[i].words) for i in window) for document, window, _, _ in self.windows
        ]

    def batch(self, indices):
        """Windows as tensors. Heads and links count from 1 in the window, 0 is the root or no cue; features
        are those of all words one after the other. Silver: head -> (ids, chances), shapes (batch, time,
        kept); without a chance where the teacher has not read."""
        n, longest = len(indices), max(self.lengths[i] for i in indices)
        mask = torch.zeros(n, longest, dtype=torch.bool)
        segment = torch.full((n, longest), -1)
        gold = {name: torch.full((n, longest), IGNORE) for name in (*WORD_LABELS, "head", "link")}
        gold["factuality"] = torch.full((n, longest, len(FACTUALITY_SETS)), float("nan"))
        rows, silver = {}, {}
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
                for name, (ids, chances) in getattr(sentence, "silver", {}).items():
                    if name not in silver:
                        shape = (n, longest, ids.shape[-1])
                        silver[name] = torch.zeros(shape, dtype=torch.long), torch.zeros(shape)
                    ids = ids.long()
                    silver[name][0][row, at:end] = ids + at * (ids > 0) if name == "head" else ids
                    silver[name][1][row, at:end] = chances
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
            "hashed": torch.from_numpy(np.concatenate(hashed) + HASH_BUCKETS * np.arange(HASH_TEMPLATES)),
            "gold": gold,
            "silver": silver,
            "rows": rows,
        }


def word_tensors(sentence, ids):
    """Label name -> tensor with one entry a word."""
    out = {name: torch.tensor(values) for name, values in word_ids(sentence, ids).items()}
    if "factuality" in sentence.labels:
        values = torch.full((len(sentence.words), len(FACTUALITY_SETS)), float("nan"))
        for word, stated in enumerate(sentence.labels["factuality"]):
            if stated:
                number, value = stated
                values[word, number] = value
        out["factuality"] = values
    return out


def draw(train, shares, vocabulary, binary, rng, size):
    """The batches of one epoch, about `size` words each, as pairs of set and indices; windows of every
    length, single sentences too."""
    steps = []
    for name, share in shares.items():
        train[name].draw(
            vocabulary, binary, lambda: rng.choice((1, 40, 80, N_WINDOW)), rng, share, noise=True
        )
        steps += [(name, indices) for indices in data.batches(train[name].lengths, size, rng)]
    rng.shuffle(steps)
    return steps
