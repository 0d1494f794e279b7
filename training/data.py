"""Corpora as documents of sentences with gold labels; tokens and word features come from the Rust crate."""

import json
import pathlib
import random
import struct
import subprocess

import numpy as np

IGNORE = -100
# Features that the claim stages read; all others are dropped from the joint tag.
FEATURES = {
    "Tense",
    "VerbForm",
    "Mood",
    "Number",
    "Person",
    "Degree",
    "PronType",
    "Poss",
    "Case",
    "Polarity",
    "NumType",
    "Voice",
}
# Subtypes that mean something to the claim stages; all others are dropped.
SUBTYPES = {
    "nsubj:pass",
    "csubj:pass",
    "aux:pass",
    "obl:agent",
    "obl:tmod",
    "obl:unmarked",
    "acl:relcl",
    "advcl:relcl",
    "nmod:poss",
    "compound:prt",
    "nmod:unmarked",
}
# GUM's genres whose texts forbid commercial use.
NON_COMMERCIAL = {"fiction", "whow", "essay", "letter", "podcast"}
# GUM's entity types that mean the same as the newswire's; mentions of others are left unlabelled.
GUM_TYPES = {"person": "Person", "place": "Location", "organization": "Organization"}
FACTUALITY_SETS = ["uw", "uds", "meantime", "cb", "mv"]
CURLY = {'"': "“”", "'": "‘’"}


class Sentence:
    """Words and what is known of them. Word labels: name -> list with one entry a word, None where unknown.

    `head`: 0 is the root, else 1-based in the sentence. `link`: the word of the document that is the first of
    the attribution's cue, or -1 where there is none. `factuality`: word -> (set, value). `boundary`: "end"
    for the last word of a sentence, "in" for all others. Row labels: name -> label of the whole document that
    this is a sentence of. `opens`: it begins a line.
    """

    def __init__(self, words, opens, **labels):
        self.words, self.opens, self.labels = words, opens, labels


# Reading


def conllu(path, keep_document=lambda name: True):
    """Documents of a CoNLL-U file; some can be left out by name."""
    with open(path, encoding="utf-8") as file:
        return conllu_documents(file, keep_document)


def conllu_documents(lines, keep_document=lambda name: True):
    documents, document, rows, keep, opens = [], [], [], True, True
    for line in lines:
        line = line.rstrip("\n")
        opens = opens or line.startswith(("# newdoc", "# newpar"))
        if line.startswith("# newdoc id"):
            documents.append(document)
            document, keep = [], keep_document(line.split("=", 1)[1].strip())
        elif line and not line.startswith("#"):
            columns = line.split("\t")
            # Ranges of multiword tokens (1-2) and empty words (1.1) are no words of the tree.
            if columns[0].isdigit():
                rows.append(columns)
        elif not line and rows:
            if keep:
                document.append(conllu_sentence(rows, opens))
            rows, opens = [], False
    return [document for document in [*documents, document] if document]


def conllu_sentence(rows, opens):
    _, forms, lemmas, tags, _, features, heads, relations, *_ = zip(*rows, strict=True)
    return Sentence(
        list(forms),
        opens,
        tag=list(map(tag, tags, features)),
        lemma=list(map(lemma_script, forms, lemmas)),
        head=list(map(int, heads)),
        rel=list(map(relation, relations)),
        boundary=["in"] * (len(rows) - 1) + ["end"],
    )


def tag(upos, features):
    """Part of speech and the features that are kept, as one label: "VERB|Tense=Past"."""
    return "|".join([upos, *(one for one in features.split("|") if one.split("=")[0] in FEATURES)])


def relation(name):
    return name if name in SUBTYPES else name.split(":")[0]


def lemma_script(form, lemma):
    """How to get the lemma: 'l' lower-cases first, 'k' keeps the case; then how many letters go, and what is
    put."""
    case, start = ("k", form) if lemma[:1].isupper() else ("l", form.lower())
    same = 0
    while same < min(len(start), len(lemma)) and start[same] == lemma[same]:
        same += 1
    return f"{case}{len(start) - same}|{lemma[same:]}"


def jsonl(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def tokens(texts, binary):
    """Per text its sentences as lists of [start, end] of words, in code points."""
    lines = "\n".join(json.dumps(text) for text in texts) + "\n"
    out = subprocess.run([binary, "tokens"], input=lines.encode(), stdout=subprocess.PIPE, check=True).stdout
    return [json.loads(line) for line in out.splitlines()]


def texts(rows, binary):
    """(row, spans of its words, its sentences without labels) of each row."""
    for row, spans in zip(rows, tokens([row["text"] for row in rows], binary), strict=True):
        text, sentences, end = row["text"], [], 0
        for sentence in spans:
            opens = not sentences or "\n" in text[end : sentence[0][0]]
            sentences.append(Sentence([text[start:stop] for start, stop in sentence], opens))
            end = sentence[-1][1]
        yield row, [span for sentence in spans for span in sentence], sentences


def attach(sentences, **labels):
    """Deals lists over all words of a document out to its sentences."""
    at = 0
    for sentence in sentences:
        for name, values in labels.items():
            sentence.labels[name] = values[at : at + len(sentence.words)]
        at += len(sentence.words)
    return sentences


def within(spans, start, end):
    """Words that lie in [start, end) by half or more."""
    return [i for i, (s, e) in enumerate(spans) if 2 * (min(e, end) - max(s, start)) >= e - s]


def attributions(path, binary):
    """PolNeAR: BIO tags of source, cue and content, and the link of each source and content word to its
    cue."""
    documents = []
    for row, spans, sentences in texts(jsonl(path), binary):
        tags, links = ["O"] * len(spans), [None] * len(spans)
        for attribution in row["attributions"]:
            cue = sorted(w for s, e in attribution["cue"] for w in within(spans, s, e))
            for role in ("source", "content", "cue"):
                for start, end in attribution[role]:
                    for n, word in enumerate(within(spans, start, end)):
                        tags[word] = ("I-" if n else "B-") + role
                        links[word] = None if role == "cue" else cue[0] if cue else -1
        for start, end in row["discard"]:
            for word in within(spans, start, end):
                tags[word] = links[word] = None
        documents.append(attach(sentences, attribution=tags, link=links))
    return documents


def entities(path, binary):
    """Newswire or GUM: BIO tags, outermost mention first; words of GUM's other types are left unlabelled."""
    documents = []
    for row, spans, sentences in texts(jsonl(path), binary):
        gum, tags, taken = "genre" in row, ["O"] * len(spans), set()
        if gum and row["genre"] in NON_COMMERCIAL:
            continue
        for start, end, kind in sorted(row["entities"], key=lambda m: m[0] - m[1]):
            inside = within(spans, start, end)
            if taken.isdisjoint(inside):
                taken.update(inside)
                name = GUM_TYPES.get(kind) if gum else kind
                for n, word in enumerate(inside):
                    tags[word] = name and ("I-" if n else "B-") + name
        documents.append(attach(sentences, entity=tags))
    return documents


def plain(paths, binary):
    """Documents without labels."""
    return [sentences for path in paths for _, _, sentences in texts(jsonl(path), binary) if sentences]


def labelled_rows(path, binary, labels_of):
    """Documents of one row each, with labels of the row as a whole."""
    documents = []
    for row, _, sentences in texts(jsonl(path), binary):
        labels = labels_of(row)
        if labels and sentences:
            sentences[0].labels.update(row=labels)
            documents.append(sentences)
    return documents


def factuality(path, binary):
    documents = []
    for row, spans, sentences in texts(jsonl(path), binary):
        values = [None] * len(spans)
        for target in row["targets"]:
            for word in within(spans, target["start"], target["end"])[:1]:
                values[word] = (FACTUALITY_SETS.index(row["set"]), target["value"])
        documents.append(attach(sentences, factuality=values))
    return documents


def row_sets(folder, part, binary):
    """Rows with a label of their own: check-worthiness, kind of claim, verifiability."""

    def kind(row):
        # Rows of the other set, cmv, are left out.
        return {"kind": row["label"]} if row["set"] == "cdcp" else None

    readers = {
        "checkworthiness": lambda row: {"checkworthy": row["label"]},
        "claim_kind": kind,
        "verifiability": lambda row: {row["set"]: str(row["label"])},
    }
    return [
        document
        for name, labels_of in readers.items()
        for document in labelled_rows(folder / name / f"{part}.jsonl", binary, labels_of)
    ]


def load(folder, part, binary):
    """Name of the set -> documents. `part` is train or dev."""
    folder = pathlib.Path(folder)
    free = (lambda name: name.split("_")[1] not in NON_COMMERCIAL) if part == "train" else (lambda name: True)
    ewt, gum = (
        conllu(folder / f"syntax/ewt-{part}.conllu"),
        conllu(folder / f"syntax/gum-{part}.conllu", free),
    )
    newswire = entities(folder / f"entities/newswire-{part}.jsonl", binary)
    sets = {
        "attribution": attributions(folder / f"attribution/{part}.jsonl", binary),
        "rows": row_sets(folder, part, binary),
        "factuality": factuality(folder / f"factuality/{part}.jsonl", binary),
    }
    if part == "train":
        return {
            "syntax": ewt + gum,
            "entity": newswire + entities(folder / "entities/gum-train.jsonl", binary),
            **sets,
            "plain": plain((folder / "editorials/train.jsonl", folder / "coref/gap-train.jsonl"), binary),
        }
    return {"ewt": ewt, "gum": gum, "entity": newswire, **sets}


# Training on it


def windows(document, limits):
    """Consecutive sentences of a document together, each window at most as many words as `limits()` says."""
    window, size, limit = [], 0, limits()
    for index, sentence in enumerate(document):
        if window and size + len(sentence.words) > limit:
            yield window
            window, size, limit = [], 0, limits()
        window.append(index)
        size += len(sentence.words)
    if window:
        yield window


def noisy(words, rng):
    """The words as other hands would type them: capitals, no capitals, headlines, curly quotes, other
    dashes."""
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


def features(lines, vocabulary, binary):
    """Per line of words: list of piece-id lists, and an array (words, 8) of hashed ids; computed by the Rust
    crate."""
    text = "\n".join("\t".join(words) for words in lines) + "\n"
    data = subprocess.run(
        [binary, "features", str(vocabulary)], input=text.encode(), stdout=subprocess.PIPE, check=True
    ).stdout
    out, at = [], 0
    for words in lines:
        pieces, hashed = [], []
        for _ in words:
            n = data[at]
            values = struct.unpack_from(f"<{n + 8}H", data, at + 1)
            at += 1 + 2 * (n + 8)
            pieces.append(values[:n])
            hashed.append(values[n:])
        out.append((pieces, np.array(hashed, dtype=np.int64)))
    return out


def batches(lengths, size, rng):
    """Lists of indices: windows of like length together, about `size` words a batch, in random order."""
    order = sorted(range(len(lengths)), key=lambda i: lengths[i] + rng.random() * 3)
    groups, group, longest = [], [], 0
    for i in order:
        longest = max(longest, lengths[i])
        if group and longest * (len(group) + 1) > size:
            groups.append(group)
            group, longest = [], lengths[i]
        group.append(i)
    groups.append(group)
    rng.shuffle(groups)
    return groups


def seeded(seed):
    return random.Random(seed)
