"""The heads of the encoder, the labels of each, and the spans that BIO labels say."""

from collections import Counter

from data import IGNORE

WORD_HEADS = ("boundary", "tag", "lemma", "entity", "attribution")
# What a word has one label of each; "rel" is read from pairs of words.
WORD_LABELS = (*WORD_HEADS, "rel")
ROW_HEADS = ("checkworthy", "kind", "policlaim", "regroom")
# Labels that are seen less often in training are not learnt.
LEAST_SEEN = {"tag": 8, "lemma": 4, "rel": 1, "entity": 20, "attribution": 1}


def frequent(lists, least):
    """The labels seen `least` times, the most frequent first, equally frequent ones in alphabetical order."""
    counts = Counter(label for labels in lists for label in labels if label is not None)
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [label for label, n in ordered if n >= least]


def labels_of(train):
    """Head -> its labels. The weights file has them in this order, which is that of the head's outputs."""
    sentences = [sentence for documents in train.values() for document in documents for sentence in document]
    labels = {
        name: frequent([one.labels[name] for one in sentences if name in one.labels], least)
        for name, least in LEAST_SEEN.items()
    }
    rows = [document[0].labels["row"] for document in train["rows"]]
    row_labels = {name: sorted({row[name] for row in rows if name in row}) for name in ROW_HEADS}
    return {**labels, "boundary": ["in", "end"], **row_labels}


def word_ids(sentence, ids):
    """Label name -> list with one id a word, IGNORE where the label is unknown. `ids`: head -> label ->
    id."""
    out = {
        name: [label_id(name, label, ids[name]) for label in sentence.labels[name]]
        for name in WORD_LABELS
        if name in sentence.labels
    }
    if "head" in sentence.labels:
        out["head"] = sentence.labels["head"]
    if "link" in sentence.labels:
        out["link"] = [IGNORE if cue is None else cue for cue in sentence.labels["link"]]
    return out


def label_id(name, label, ids):
    """Rare joint tags fall back on the bare part of speech, rare relations on the most frequent one."""
    if label is None:
        return IGNORE
    if name == "tag":
        return ids.get(label, ids.get(label.split("|")[0], 0))
    return ids.get(label, 0 if name == "rel" else IGNORE)


def bio_spans(ids, labels):
    """(start, end, type) of BIO labels; an I without its B begins a span."""
    spans, start, kind = set(), 0, None
    for at, name in enumerate([*(labels[i] for i in ids), "O"]):
        if kind and name != f"I-{kind}":
            spans.add((start, at, kind))
            kind = None
        if name != "O" and kind is None:
            start, kind = at, name[2:]
    return spans
