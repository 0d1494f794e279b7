"""Silver labels: what the teacher finds in texts that people have not labelled so, as the likeliest labels
with their chances.

`python silver.py DATA_DIR TEACHER.pt OUT.pt` reads all texts of the training parts, those without any label
too. The student learns from it what its own corpora do not say: the trees of PolNeAR, the names in EWT.
"""

import argparse
import hashlib
import pathlib
import time

import torch

import data
from corpus import N_WINDOW, Corpus
from labels import labels_of
from teacher import Teacher

# Head -> how many of the likeliest labels are kept. Lemmas, boundaries and attributions the student knows
# better.
KEPT = {"head": 4, "rel": 3, "tag": 3, "entity": 3}
# Most words of a batch.
N_BATCH = 4000
# Documents with longer sentences, which are lists, are left out.
LONGEST = 250


def key_of(document):
    """Says which document it is, by its words."""
    words = "\n".join(word for sentence in document for word in sentence.words)
    return hashlib.blake2b(words.encode(), digest_size=16).hexdigest()


def likeliest(scores, n):
    """(ids, chances) of the `n` likeliest of the last dimension; the chances add up to one."""
    chances, ids = scores.softmax(-1).topk(min(n, scores.shape[-1]), -1)
    return ids, chances / chances.sum(-1, keepdim=True)


@torch.no_grad()
def read(model, batch):
    """Head -> (ids, chances), shapes (batch, time, kept). A relation is that to the likeliest head."""
    h = model.encode(batch)
    arcs = model.arc_scores(h, batch)
    scores = {name: model.words[name](h) for name in ("tag", "entity")}
    scores |= {"head": arcs, "rel": model.relations(h, arcs.argmax(-1))}
    return {name: likeliest(scores[name], n) for name, n in KEPT.items()}


def silver_of(model, corpus):
    """Key of the document -> head -> (ids, chances) of all its words. Heads count from 1 in their sentence,
    0 is the root."""
    found = {}
    for indices in data.batches(corpus.lengths, N_BATCH, data.seeded(0)):
        batch = corpus.batch(indices)
        read_batch = read(model, batch)
        for row, index in enumerate(indices):
            document, window, _, _ = corpus.windows[index]
            starts = torch.zeros_like(batch["segment"][row])
            starts[1:] = (batch["segment"][row].diff() != 0) * torch.arange(1, len(starts))
            starts = starts.cummax(0).values.unsqueeze(-1)
            for name, (ids, chances) in read_batch.items():
                n, chances = corpus.lengths[index], chances[row].half()
                ids = ids[row] - starts * (ids[row] > 0) if name == "head" else ids[row]
                # A head in another sentence has no chance; it is named as the root.
                values = (ids * (chances > 0))[:n].short(), chances[:n]
                found.setdefault(key_of(document), {}).setdefault(name, {})[window[0]] = values
    return {key: {name: joined(parts) for name, parts in heads.items()} for key, heads in found.items()}


def joined(parts):
    """The windows of a document, put together in its order."""
    ordered = [parts[first] for first in sorted(parts)]
    return tuple(torch.cat(tensors) for tensors in zip(*ordered, strict=True))


def attach(documents, silver):
    """Gives each sentence of the documents that the teacher has read its part: `silver`, head -> (ids,
    chances)."""
    for document in documents:
        heads, at = silver.get(key_of(document), {}), 0
        for sentence in document:
            end = at + len(sentence.words)
            sentence.silver = {name: (ids[at:end], chances[at:end]) for name, (ids, chances) in heads.items()}
            at = end


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data")
    parser.add_argument("teacher")
    parser.add_argument("out")
    parser.add_argument("--binary", default="../target/release/averral-training")
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    started = time.time()
    train = data.load(options.data, "train", options.binary)
    labels = labels_of(train)
    model = Teacher({name: len(values) for name, values in labels.items()}).eval()
    model.load_state_dict(torch.load(options.teacher)["model"])
    vocabulary = pathlib.Path(options.teacher).with_suffix(".vocabulary.txt")
    silver = {}
    for name, documents in train.items():
        short = [one for one in documents if max(len(sentence.words) for sentence in one) <= LONGEST]
        corpus = Corpus(short, labels)
        corpus.draw(vocabulary, options.binary, lambda: N_WINDOW, data.seeded(0))
        silver |= silver_of(model, corpus)
        print(name, sum(corpus.lengths), "words", round(time.time() - started), "s", flush=True)
    torch.save(silver, options.out)


if __name__ == "__main__":
    main()
