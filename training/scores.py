"""Scores on dev while training, on gold tokens; `cargo xtask evaluate` is the judge."""

import numpy as np
import torch
from sklearn.metrics import average_precision_score
from torch.nn import functional as F

import data
from data import FACTUALITY_SETS, IGNORE
from labels import bio_spans


@torch.no_grad()
def all_of(model, dev, labels):
    """Score name -> percent (factuality: Pearson's r in percent)."""
    model.eval()
    out = {}
    for name, corpus in dev.items():
        tally = Tally(labels)
        for indices in data.batches(corpus.lengths, 4000, data.seeded(0)):
            batch = corpus.batch(indices)
            tally.add(model, model.encode(batch), batch)
        out |= {
            f"{name}.{key}" if name in ("ewt", "gum") else key: value for key, value in tally.scores().items()
        }
    model.train()
    return out


class Tally:
    """What is right, over batches. Labels that are unknown (IGNORE) are left out."""

    def __init__(self, labels):
        self.labels = labels
        self.upos = np.array([t.split("|")[0] for t in labels["tag"]])
        self.bare = np.array([r.split(":")[0] for r in labels["rel"]])
        self.right, self.total = {}, {}
        self.spans = {}
        self.rows, self.facts = {}, [[] for _ in FACTUALITY_SETS]

    def count(self, name, same):
        self.right[name] = self.right.get(name, 0) + int(same.sum())
        self.total[name] = self.total.get(name, 0) + len(same)

    def add(self, model, h, batch):
        gold = batch["gold"]
        for name in ("tag", "lemma"):
            known = gold[name] != IGNORE
            if known.any():
                found, truth = model.words[name](h).argmax(-1)[known].numpy(), gold[name][known].numpy()
                self.count(name, found == truth)
                if name == "tag":
                    self.count("upos", self.upos[found] == self.upos[truth])
        if (gold["boundary"] != IGNORE).any():
            # The last word of a window ends a sentence anyway.
            inner = (gold["boundary"] != IGNORE) & F.pad(batch["mask"][:, 1:], (0, 1))
            found, truth = model.words["boundary"](h).argmax(-1)[inner] == 1, gold["boundary"][inner] == 1
            tally = self.spans.setdefault("boundary", np.zeros(3, dtype=int))
            tally += [int((found & truth).sum()), int(found.sum()), int(truth.sum())]
        if (gold["head"] != IGNORE).any():
            m, heads = batch["mask"], model.arc_scores(h, batch).argmax(-1)
            relations = model.relations(h, heads).argmax(-1)
            right = (heads[m] == gold["head"][m]).numpy()
            self.count("uas", right)
            self.count("las", right & (self.bare[relations[m].numpy()] == self.bare[gold["rel"][m].numpy()]))
        for name in ("entity", "attribution"):
            if (gold[name] != IGNORE).any():
                found = model.words[name](h).argmax(-1)
                for row in range(len(found)):
                    known = gold[name][row] != IGNORE
                    self.add_spans(name, found[row][known].tolist(), gold[name][row][known].tolist())
        if (gold["link"] != IGNORE).any():
            known = gold["link"] != IGNORE
            self.count("link", (model.link_scores(h, batch).argmax(-1)[known] == gold["link"][known]).numpy())
        if batch["rows"]:
            pooled = model.pooled(h, batch["mask"])
            for name, target in batch["rows"].items():
                known = target != IGNORE
                chances = model.rows[name](pooled[known]).softmax(-1)
                self.rows.setdefault(name, []).extend(
                    zip(chances.tolist(), target[known].tolist(), strict=True)
                )
        stated = ~gold["factuality"].isnan()
        if stated.any():
            values = model.factuality(h)
            for i, pairs in enumerate(self.facts):
                known = stated[..., i]
                pairs.extend(
                    zip(
                        values[..., i][known].tolist(),
                        gold["factuality"][..., i][known].tolist(),
                        strict=True,
                    )
                )

    def add_spans(self, name, found, truth):
        found, truth = bio_spans(found, self.labels[name]), bio_spans(truth, self.labels[name])
        tally = self.spans.setdefault(name, np.zeros(3, dtype=int))
        tally += [len(found & truth), len(found), len(truth)]

    def scores(self):
        out = {name: 100 * self.right[name] / self.total[name] for name in self.right}
        out |= {
            f"{name}.f1": 200 * hit / max(1, found + truth)
            for name, (hit, found, truth) in self.spans.items()
        }
        for name, pairs in self.rows.items():
            chances, truth = np.array([c for c, _ in pairs]), np.array([t for _, t in pairs])
            out[f"{name}.accuracy"] = 100 * float((chances.argmax(1) == truth).mean())
            if name == "checkworthy":
                positive = self.labels[name].index("CFS")
                out["checkworthy.ap"] = 100 * average_precision_score(truth == positive, chances[:, positive])
        for name, pairs in zip(FACTUALITY_SETS, self.facts, strict=True):
            if pairs:
                out[f"factuality.{name}"] = 100 * float(np.corrcoef(np.array(pairs).T)[0, 1])
        return {name: round(float(value), 2) for name, value in out.items()}
