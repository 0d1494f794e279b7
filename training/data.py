"""Treebanks in CoNLL-U, read as plain arrays; word features come from the Rust crate."""
import pathlib
import random
import struct
import subprocess

import numpy as np

# Features that the claim stages read; all others are dropped from the joint tag.
FEATURES = {"Tense", "VerbForm", "Mood", "Number", "Person", "Degree", "PronType", "Poss", "Case", "Polarity", "NumType", "Voice"}
# Subtypes that mean something to the claim stages; all others are dropped.
SUBTYPES = {"nsubj:pass", "csubj:pass", "aux:pass", "obl:agent", "obl:tmod", "obl:unmarked", "acl:relcl", "advcl:relcl", "nmod:poss",
            "compound:prt", "nmod:unmarked"}
# GUM's genres whose texts forbid commercial use.
NON_COMMERCIAL = {"fiction", "whow", "essay", "letter", "podcast"}
CURLY = {'"': "“”", "'": "‘’"}


class Sentence:
    """Words of one sentence with gold columns. heads: 0 is the root, else 1-based."""

    def __init__(self, words, tags, lemmas, heads, relations):
        self.words, self.tags, self.lemmas, self.heads, self.relations = words, tags, lemmas, heads, relations


def read(path, keep_document=lambda name: True):
    """Sentences of a CoNLL-U file; documents can be left out by name."""
    sentences, rows, keep = [], [], True
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# newdoc id"):
            keep = keep_document(line.split("=", 1)[1].strip())
        elif line and not line.startswith("#"):
            columns = line.split("\t")
            if columns[0].isdigit():
                rows.append(columns)
        elif not line and rows:
            if keep:
                sentences.append(sentence(rows))
            rows = []
    return sentences


def sentence(rows):
    return Sentence([r[1] for r in rows], [tag(r[3], r[5]) for r in rows], [lemma_script(r[1], r[2]) for r in rows],
                    [int(r[6]) for r in rows], [relation(r[7]) for r in rows])


def tag(upos, features):
    kept = [f for f in features.split("|") if f.split("=")[0] in FEATURES]
    return "|".join([upos] + kept)


def relation(name):
    return name if name in SUBTYPES else name.split(":")[0]


def lemma_script(form, lemma):
    """How to get the lemma: 'l' lower-cases first, 'k' keeps the case; then how many letters go, and what is put."""
    case, start = ("k", form) if lemma[:1].isupper() else ("l", form.lower())
    same = 0
    while same < min(len(start), len(lemma)) and start[same] == lemma[same]:
        same += 1
    return f"{case}{len(start) - same}|{lemma[same:]}"


def training_sets(folder):
    """Sentences to train on: all of EWT, and GUM without the genres that forbid commercial use."""
    folder = pathlib.Path(folder) / "syntax"
    free = lambda name: name.split("_")[1] not in NON_COMMERCIAL
    return read(folder / "ewt-train.conllu") + read(folder / "gum-train.conllu", free)


def noisy(words, rng):
    """The words as other hands would type them: capitals, no capitals, headlines, curly quotes, other dashes."""
    roll = rng.random()
    if roll < 0.03:
        words = [w.upper() for w in words]
    elif roll < 0.06:
        words = [w.lower() for w in words]
    elif roll < 0.10:
        words = [w[:1].upper() + w[1:] if len(w) > 3 or i == 0 else w for i, w in enumerate(words)]
    if rng.random() < 0.5:
        opened, curled = False, []
        for w in words:
            if w == '"':
                w, opened = CURLY['"'][opened], not opened
            curled.append(w.replace("'", "’"))
        words = curled
    if rng.random() < 0.3:
        words = ["—" if w in ("-", "--") else w for w in words]
    return words


def features(sentences, vocabulary, binary):
    """Per sentence: list of piece-id lists, and an array (words, 8) of hashed ids; computed by the Rust crate."""
    text = "\n".join("\t".join(words) for words in sentences) + "\n"
    data = subprocess.run([binary, "features", str(vocabulary)], input=text.encode(), stdout=subprocess.PIPE, check=True).stdout
    out, at = [], 0
    for words in sentences:
        pieces, hashed = [], []
        for _ in words:
            n = data[at]
            values = struct.unpack_from(f"<{n + 8}H", data, at + 1)
            at += 1 + 2 * (n + 8)
            pieces.append(values[:n])
            hashed.append(values[n:])
        out.append((pieces, np.array(hashed, dtype=np.int64)))
    return out


def batches(items, size, rng):
    """Lists of indices: sentences of like length together, about `size` words a batch, in random order."""
    order = sorted(range(len(items)), key=lambda i: (len(items[i].words) + rng.random() * 3))
    groups, group, longest = [], [], 0
    for i in order:
        longest = max(longest, len(items[i].words))
        if group and longest * (len(group) + 1) > size:
            groups.append(group)
            group, longest = [], len(items[i].words)
        group.append(i)
    groups.append(group)
    rng.shuffle(groups)
    return groups


def seeded(seed):
    return random.Random(seed)
