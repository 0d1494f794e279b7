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


def distilled(scores, ids, chances):
    """Cross-entropy against the teacher's chances (Hinton et al. 2015), the mean over words that have any."""
    found = scores.log_softmax(-1).gather(-1, ids)
    return -(chances * found).sum() / (chances.sum(-1) > 0).sum()


def silver_loss(model, h, batch, silver_weight):
    """The loss of what no person has labelled and the teacher has."""
    loss, gold = 0, batch["gold"]
    weights = {**WORD_WEIGHTS, "head": 1.0, "rel": 1.0}
    for name, (ids, chances) in batch["silver"].items():
        chances = chances * (gold[name] == IGNORE).unsqueeze(-1)
        if not chances.any():
            continue
        if name == "head":
            scores = model.arc_scores(h, batch)
        elif name == "rel":
            scores = model.relations(h, batch["silver"]["head"][0][..., 0])
        else:
            scores = model.words[name](h)
        loss = loss + silver_weight * weights[name] * distilled(scores, ids, chances)
    return loss


def loss_of(model, batch, link, rare, silver=0.0):
    """`link`, `silver`: weights of the losses of links and of silver labels; `rare`: what `rarity` gives."""
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
    if silver:
        loss = loss + silver_loss(model, h, batch, silver)
    return loss
