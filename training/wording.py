"""What words and pairs of words tell of check-worthiness: logistic regression over hashed n-grams, tf-idf
weighed."""

import json
import subprocess

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

N_NGRAMS = 1 << 16


def ngrams(rows, binary):
    """Ids of the n-grams of each row of words, each once; computed by the Rust crate."""
    lines = "\n".join("\t".join(words) for words in rows) + "\n"
    out = subprocess.run([binary, "ngrams"], input=lines.encode(), stdout=subprocess.PIPE, check=True).stdout
    return [json.loads(line) for line in out.splitlines()]


def fit(rows, truth, binary, strength=3.0):
    """A matrix of two rows, and a bias: what the wording adds to another judge's log-odds is
    bias + sum(m[0, ids]) / norm(m[1, ids]).

    The second row holds the rarity of each n-gram (inverse document frequency). Alone, as many rows of the
    training set would come out positive as are, since a regularised fit stays below; the log-odds of the base
    rate are then taken off, so that two judges that are added count it once (naive Bayes).
    """
    found, truth = ngrams(rows, binary), np.array(truth)
    frequency = np.zeros(N_NGRAMS)
    for ids in found:
        frequency[ids] += 1
    rarity = np.log((1 + len(found)) / (1 + frequency)) + 1
    starts = np.cumsum([0] + [len(ids) for ids in found])
    columns = np.concatenate([np.array(ids, dtype=int) for ids in found])
    values = np.concatenate([rarity[ids] / np.linalg.norm(rarity[ids]) for ids in found])
    model = LogisticRegression(C=strength, max_iter=300).fit(
        csr_matrix((values, columns, starts), shape=(len(found), N_NGRAMS)), truth
    )
    matrix = np.stack([model.coef_[0] * rarity, rarity]).astype(np.float32)
    base = np.log(truth.mean() / (1 - truth.mean()))
    bias = -np.sort(scores(found, matrix))[::-1][truth.sum()] - base
    return matrix, np.array([bias], dtype=np.float32)


def scores(found, matrix):
    return np.array([matrix[0, ids].sum() / np.linalg.norm(matrix[1, ids]) for ids in found])
