"""The teacher: all-MiniLM-L6-v2 fine-tuned for the same heads as the encoder that is shipped.

`python teacher.py DATA_DIR OUT.pt` trains it on gold labels, to read texts that have none (silver.py).
"""

import argparse
import json
import math
import pathlib
import time

import torch
from torch import nn

import data
import scores
from corpus import N_WINDOW, Corpus, draw
from labels import labels_of
from loss import loss_of, rarity
from model import Heads, hashed_embedding
from pieces import minilm, minilm_folder, write_lines

# Ids of MiniLM's vocabulary.
PADDING, BEGIN, END = 0, 101, 102
# Share of the steps in which the learning rates rise; after them they fall to zero.
RISING = 0.06
# About how many words are learnt from in one step; more steps of fewer words teach the trees sooner.
N_BATCH = 800
# How many of the last layers the vectors of words are mixed from.
N_MIXED = 4


class Teacher(Heads):
    """MiniLM's vector of a word is that of its first piece. MiniLM knows no capitals, so the hashed shapes
    and affixes of the word are added to that piece's embedding."""

    def __init__(self, n_labels, hash_width=32):
        from transformers import AutoModel

        encoder = AutoModel.from_pretrained(minilm_folder(), add_pooling_layer=False)
        super().__init__(n_labels, encoder.config.hidden_size, head=192)
        # Words that the labelled texts do not have keep their place among those that they have.
        encoder.embeddings.word_embeddings.requires_grad_(False)
        self.encoder = encoder
        self.hashed = hashed_embedding(hash_width)
        self.shape = nn.Linear(hash_width, encoder.config.hidden_size, bias=False)
        nn.init.zeros_(self.shape.weight)
        self.mixed = nn.Parameter(torch.zeros(N_MIXED))
        self.drop = nn.Dropout(0.2)

    def encode(self, batch):
        """(batch, time, width); `batch["pieces"]` are ids of MiniLM's whole vocabulary."""
        mask, pieces = batch["mask"], batch["pieces"]
        n_pieces = torch.zeros(mask.shape, dtype=torch.long)
        n_pieces[mask] = torch.diff(batch["offsets"], append=torch.tensor([len(pieces)]))
        lengths = n_pieces.sum(1)
        ids = torch.full((len(mask), int(lengths.max()) + 2), PADDING)
        place = torch.arange(ids.shape[1]).unsqueeze(0)
        ids[(place > 0) & (place <= lengths.unsqueeze(1))] = pieces
        ids[:, 0] = BEGIN
        ids[torch.arange(len(ids)), lengths + 1] = END
        first = (n_pieces.cumsum(1) - n_pieces + 1) * mask
        embedded = self.encoder.embeddings.word_embeddings(ids)
        rows = mask.nonzero()[:, 0]
        shapes = self.shape(self.drop(self.hashed(batch["hashed"])))
        embedded = embedded.index_put((rows, first[mask]), shapes, accumulate=True)
        found = self.encoder(
            inputs_embeds=embedded,
            attention_mask=(place <= lengths.unsqueeze(1) + 1).long(),
            output_hidden_states=True,
        ).hidden_states[-N_MIXED:]
        mixed = sum(share * layer for share, layer in zip(self.mixed.softmax(0), found, strict=True))
        return self.drop(mixed.gather(1, first.unsqueeze(-1).expand(-1, -1, mixed.shape[-1])))


def rate(done):
    """What is left of a learning rate when the share `done` of all steps is done."""
    return min(done / RISING, (1 - done) / (1 - RISING))


def arguments():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data")
    parser.add_argument("out", help="checkpoint, with which --resume goes on")
    parser.add_argument("--binary", default="../target/release/averral-training")
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--shares", default="syntax=1.0,attribution=0.2,entity=0.35,rows=0.06,factuality=0.1")
    parser.add_argument("--rate", type=float, default=2e-4, help="of the pre-trained part")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--resume", action="store_true")
    return parser.parse_args()


def optimizer_of(model, rate):
    old = list(model.encoder.parameters())
    known = {id(one) for one in old}
    new = [one for one in model.parameters() if id(one) not in known]
    groups = [{"params": old, "lr": rate, "full": rate}, {"params": new, "lr": 1e-3, "full": 1e-3}]
    return torch.optim.AdamW(groups, weight_decay=0.01)


def main():
    options = arguments()
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    started = time.time()
    vocabulary = write_lines(pathlib.Path(options.out).with_suffix(".vocabulary.txt"), minilm(1)[0])
    train = data.load(options.data, "train", options.binary)
    labels = labels_of(train)
    train = {name: Corpus(documents, labels) for name, documents in train.items()}
    dev = data.load(options.data, "dev", options.binary)
    dev = {name: Corpus(documents, labels) for name, documents in dev.items()}
    for corpus in dev.values():
        corpus.draw(vocabulary, options.binary, lambda: N_WINDOW, data.seeded(0))
    rare = rarity(train["rows"], labels)
    model = Teacher({name: len(values) for name, values in labels.items()})
    optimizer = optimizer_of(model, options.rate)
    first = 0
    if options.resume:
        state = torch.load(options.out)
        model.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
        first = state["epoch"] + 1
    shares = {name: float(share) for name, share in (one.split("=") for one in options.shares.split(","))}
    for epoch in range(first, options.epochs):
        rng = data.seeded(options.seed * 1000 + epoch)
        steps = draw(train, shares, vocabulary, options.binary, rng, N_BATCH)
        losses = []
        for at, (name, indices) in enumerate(steps):
            for group in optimizer.param_groups:
                group["lr"] = group["full"] * rate((epoch + (at + 1) / len(steps)) / options.epochs)
            loss = loss_of(model, train[name].batch(indices), 0.3, rare)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            losses.append(float(loss.detach()))
            if at % 100 == 99:
                mean = math.fsum(losses[-100:]) / 100
                print(epoch, at + 1, len(steps), round(mean, 3), round(time.time() - started), flush=True)
        found = scores.all_of(model, dev, labels)
        minutes = round((time.time() - started) / 60, 1)
        print(epoch, round(sum(losses) / len(losses), 3), json.dumps(found), minutes, flush=True)
        state = {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "epoch": epoch}
        torch.save(state | {"labels": labels}, options.out)


if __name__ == "__main__":
    main()
