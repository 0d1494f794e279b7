"""What training makes small: the losses of all heads that a batch has labels for, weighted."""

import torch
from torch.nn import functional as F

from data import IGNORE
from labels import ROW_HEADS

# The weight of links to cues is an option of train.py.
WORD_WEIGHTS = {"boundary": 0.5, "tag": 1.0, "lemma": 0.3, "entity": 1.0, "attribution": 0.7}
FACTUALITY_WEIGHT = 0.6


def rarity(corpus, labels):
    """Row head -> weight of each label: the root of its rarity, one on average over the rows."""
    out = {}
    for name in ROW_HEADS:
        rows = [document[0].row[name] for document in corpus.documents if name in document[0].row]
        counts = torch.bincount(torch.tensor(rows, dtype=torch.long), minlength=len(labels[name])).clamp(
            min=1
        )
        weights = counts.float() ** -0.5
        out[name] = weights * counts.sum() / (weights * counts).sum()
    return out


def loss_of(model, batch, link, rare):
    """`link`: weight of the loss of links; `rare`: what `rarity` gives."""
    h, gold = model.encode(batch), batch["gold"]
    # A batch may hold no label at all.
    loss = 0 * h.sum()

    def cross(values, target, weight, labels=None):
        return weight * F.cross_entropy(values.flatten(0, -2), target.flatten(), labels, ignore_index=IGNORE)

    known = {name for name, target in gold.items() if name != "factuality" and (target != IGNORE).any()}
    for name, weight in WORD_WEIGHTS.items():
        if name in known:
            loss = loss + cross(model.words[name](h), gold[name], weight)
    if "head" in known:
        loss = loss + cross(model.arc_scores(h, batch), gold["head"], 1.0)
        loss = loss + cross(model.relations(h, gold["head"].clamp(min=0)), gold["rel"], 1.0)
    if "link" in known:
        loss = loss + cross(model.link_scores(h, batch), gold["link"], link)
    if batch["rows"]:
        pooled = model.pooled(h, batch["mask"])
        for name, target in batch["rows"].items():
            share = float((target != IGNORE).float().mean())
            loss = loss + cross(model.rows[name](pooled), target, share, rare[name])
    stated = ~gold["factuality"].isnan()
    if stated.any():
        loss = loss + FACTUALITY_WEIGHT * F.smooth_l1_loss(
            model.factuality(h)[stated], gold["factuality"][stated]
        )
    return loss
