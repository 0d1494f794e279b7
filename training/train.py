"""Trains the encoder: `python train.py DATA_DIR --binary ../target/release/averral-training`.

DATA_DIR is laid out as README.md says (`syntax/ewt-train.conllu`, …). With `--silver` it also learns from
what the teacher has read. Seeded; with `--resume` it goes on from its checkpoint. Each run adds a line to
runs.tsv. Trains in stages: each begins with the averaged weights of the one before.
"""

import argparse
import copy
import json
import math
import pathlib
import time
from collections import Counter

import torch

import data
import export
import scores
import silver
import wording
from corpus import N_WINDOW, Corpus, draw
from labels import labels_of
from loss import loss_of, rarity
from model import Model
from pieces import cut_vocabulary, minilm, write_lines

# Epochs, rate, the sets to train on, each with the share of it that an epoch sees, and the weight of silver
# labels. Check-worthiness (`rows`) is learnt in a few epochs and then overfits.
STAGES = (
    "16 0.002 syntax=1.0,attribution=0.6,entity=0.6,rows=0.15,factuality=0.3,plain=0.5 1.0",
    "5 0.001 syntax=1.0,attribution=0.45,entity=0.4,rows=0.3,factuality=0.2 0.0",
)
PIECE_WIDTH = 64
# About how many words are learnt from in one step.
N_BATCH = 1800
# Steps over which the learning rate rises, and the share of it that is left at the end of a stage.
N_RISING = 200
LAST_RATE = 0.02


def stage_of(text):
    epochs, rate, shares, silver = text.split()
    shares = dict(pair.split("=") for pair in shares.split(","))
    return int(epochs), float(rate), {name: float(share) for name, share in shares.items()}, float(silver)


def arguments():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data")
    parser.add_argument("--binary", default="../target/release/averral-training")
    parser.add_argument("--out", default="../weights/averral-en.weights")
    parser.add_argument("--checkpoint", default="checkpoint.pt")
    parser.add_argument("--resume", action="store_true")
    parser.add_argument(
        "--export", action="store_true", help="write the weights of the checkpoint, and train no further"
    )
    parser.add_argument(
        "--stage",
        action="append",
        help="epochs, rate, shares and the weight of silver labels; may be given several times",
    )
    parser.add_argument("--silver", help="what silver.py has written; without it, gold alone")
    parser.add_argument("--width", type=int, default=256)
    parser.add_argument("--layers", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--link", type=float, default=0.3, help="weight of the loss of links to cues")
    return parser.parse_args()


def vocabulary_of(train, folder, binary):
    """The kept pieces, their vectors and the file in which the Rust crate reads them."""
    words, matrix = minilm(PIECE_WIDTH)
    everything = write_lines(folder / "vocabulary-all.txt", words)
    counts = Counter()
    lines = [
        sentence.words for documents in train.values() for document in documents for sentence in document
    ]
    for pieces, _ in data.features(lines, everything, binary):
        for word in pieces:
            counts.update(word)
    kept = cut_vocabulary(words, counts)
    pieces = [words[place] for place in kept]
    return pieces, matrix[kept].copy(), write_lines(folder / "vocabulary.txt", pieces)


def fit_wording(rows, binary):
    """The linear score of check-worthiness, from the rows that state it."""
    rows = [document for document in rows if "checkworthy" in document[0].labels["row"]]
    words = [[word for sentence in document for word in sentence.words] for document in rows]
    return wording.fit(words, [row[0].labels["row"]["checkworthy"] == "CFS" for row in rows], binary)


def rate_at(rate, step, done):
    """The learning rate: it rises over the first steps, and falls by a cosine as the share `done` of the
    stage grows."""
    rise = min(1, step / N_RISING)
    fall = LAST_RATE + (1 - LAST_RATE) * 0.5 * (1 + math.cos(math.pi * done))
    return rate * rise * fall


def follow(average, model, step):
    """Draws the averaged weights towards the model's, in the first steps of a stage more than later."""
    decay = min(0.998, step / (step + 50))
    with torch.no_grad():
        for kept, new in zip(average.parameters(), model.parameters(), strict=True):
            kept.lerp_(new, 1 - decay)


def main():
    options = arguments()
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    started = time.time()
    train = data.load(options.data, "train", options.binary)
    labels = labels_of(train)
    folder = pathlib.Path(options.checkpoint).parent
    labelled = {name: documents for name, documents in train.items() if name != "plain"}
    pieces, matrix, vocabulary = vocabulary_of(labelled, folder, options.binary)
    stages = options.stage or STAGES
    wordings = fit_wording(train["rows"], options.binary)
    if options.silver:
        read = torch.load(options.silver)
        for documents in train.values():
            silver.attach(documents, read)
    train = {name: Corpus(documents, labels) for name, documents in train.items()}
    dev = data.load(options.data, "dev", options.binary)
    dev = {name: Corpus(documents, labels) for name, documents in dev.items()}
    for corpus in dev.values():
        corpus.draw(vocabulary, options.binary, lambda: N_WINDOW, data.seeded(0))
    rare = rarity(train["rows"], labels)
    sizes = {name: len(values) for name, values in labels.items()}
    model = Model(len(pieces), sizes, options.width, options.layers)
    with torch.no_grad():
        model.pieces.weight.copy_(torch.from_numpy(matrix))
    average = copy.deepcopy(model)
    state = torch.load(options.checkpoint) if options.resume or options.export else None
    if state:
        average.load_state_dict(state["average"])
    if options.export:
        print(export.write(options.out, average, pieces, labels, wordings), "bytes")
        return
    print(f"{len(pieces)} pieces, labels {sizes}", flush=True)
    for number, (epochs, rate, shares, trust) in enumerate(map(stage_of, stages)):
        if state and state["stage"] > number:
            continue
        model.load_state_dict(average.state_dict())
        optimizer = torch.optim.Adam(model.parameters(), lr=rate, betas=(0.9, 0.95))
        step, first = 0, 0
        if state:
            model.load_state_dict(state["model"])
            optimizer.load_state_dict(state["optimizer"])
            step, first, state = state["step"], state["epoch"] + 1, None
        for epoch in range(first, epochs):
            rng = data.seeded(options.seed * 1000 + number * 100 + epoch)
            steps = draw(train, shares, vocabulary, options.binary, rng, N_BATCH)
            losses = []
            for at, (name, indices) in enumerate(steps):
                for group in optimizer.param_groups:
                    group["lr"] = rate_at(rate, step, (epoch + at / len(steps)) / epochs)
                loss = loss_of(model, train[name].batch(indices), options.link, rare, trust)
                optimizer.zero_grad()
                loss.backward()
                torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
                optimizer.step()
                step += 1
                follow(average, model, step)
                losses.append(float(loss.detach()))
            minutes = round((time.time() - started) / 60, 1)
            checkpoint = {"model": model.state_dict(), "average": average.state_dict()}
            checkpoint |= {"optimizer": optimizer.state_dict(), "step": step, "stage": number, "epoch": epoch}
            torch.save(checkpoint, options.checkpoint)
            size = export.write(options.out, average, pieces, labels, wordings)
            found = scores.all_of(average, dev, labels) if epoch % 3 == 2 or epoch + 1 == epochs else {}
            print(number, epoch, round(sum(losses) / len(losses), 3), json.dumps(found), minutes, flush=True)
    columns = [options.width, options.layers, options.seed, "; ".join(stages), options.link]
    columns += [json.dumps(found), minutes, size]
    with open(pathlib.Path(__file__).with_name("runs.tsv"), "a", encoding="utf-8") as log:
        log.write("\t".join(map(str, columns)) + "\n")


if __name__ == "__main__":
    main()
