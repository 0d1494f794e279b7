import json
import pathlib
import struct
import tempfile
import unittest
import zlib
from types import SimpleNamespace

import numpy as np

import export
from labels import ROW_HEADS, WORD_HEADS

WIDTH, HEAD = 4, 3
LABELS = {"tag": ["NOUN", "VERB|Tense=Past"], "kind": ["fact", "value"]}


class Tensor:
    """As much of a torch tensor as is asked for."""

    def __init__(self, array):
        self.array = array

    def detach(self):
        return self

    def numpy(self):
        return self.array


def model():
    """A model of one layer with random weights."""
    rng = np.random.default_rng(1)
    shapes = {
        "pieces.weight": (2, 64),
        "hashed.weight": (8, 32),
        "layers.0.conv": (3, WIDTH),
        "rel_root": (HEAD,),
    }
    linear = {"input": (WIDTH, 96), "layers.0.u": (2 * WIDTH, WIDTH), "layers.0.o": (WIDTH, WIDTH)}
    linear |= {f"words.{name}": (2, WIDTH) for name in WORD_HEADS}
    linear |= {f"rows.{name}": (2, 2 * HEAD) for name in ROW_HEADS}
    linear |= {"rel": (2, 3 * HEAD), "pool": (HEAD, WIDTH), "fact_hidden": (HEAD, WIDTH), "fact": (5, HEAD)}
    for name in ("arc", "link"):
        linear |= {f"{name}.dep": (HEAD, WIDTH), f"{name}.head": (HEAD, WIDTH)}
        shapes |= {f"{name}.u": (HEAD, HEAD), f"{name}.w": (HEAD,), f"{name}.root": (HEAD,)}
    linear |= {"rel_dep": (HEAD, WIDTH), "rel_head": (HEAD, WIDTH)}
    for name in ("layers.0.norm", "norm"):
        shapes |= {f"{name}.weight": (WIDTH,), f"{name}.bias": (WIDTH,)}
    for name, shape in linear.items():
        shapes |= {f"{name}.weight": shape, f"{name}.bias": shape[:1]}
    state = {name: Tensor(rng.normal(size=shape)) for name, shape in shapes.items()}
    return SimpleNamespace(layers=[None], state_dict=lambda: state)


WORDING = (np.ones((2, 5), dtype=np.float32), np.zeros(1, dtype=np.float32))


class Quantisation(unittest.TestCase):
    def test_values_come_back_within_half_a_step(self):
        matrix = np.random.default_rng(2).normal(size=(6, 9)).astype(np.float32)
        for most in (export.MOST, 127):
            values, scale = export.quantised(matrix, most)
            self.assertEqual((values.dtype, scale.dtype, scale.shape), (np.int8, np.float32, (6,)))
            # The largest entry of each row uses the whole range.
            self.assertEqual(np.abs(values).max(1).tolist(), [most] * 6)
            error = np.abs(values * scale[:, None] - matrix)
            self.assertTrue((error <= scale[:, None] * 0.5001).all())

    def test_a_row_of_nothing_stays_nothing(self):
        values, scale = export.quantised(np.zeros((1, 3), dtype=np.float32))
        self.assertEqual(values.tolist(), [[0, 0, 0]])
        self.assertGreater(scale[0], 0)

    def test_known_values(self):
        values, scale = export.quantised(np.array([[1.0, -2.0, 0.4]]), 2)
        self.assertEqual((values.tolist(), scale.tolist()), ([[1, -2, 0]], [1.0]))


class File(unittest.TestCase):
    def test_what_the_crate_reads(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "x.weights"
            size = export.write(path, model(), ["[UNK]", "a"], LABELS, WORDING)
            content = path.read_bytes()
            self.assertEqual([one.name for one in path.parent.iterdir()], ["x.weights"])
        self.assertEqual((content[:4], len(content)), (b"AVRW", size))
        version, checksum, length = struct.unpack_from("<III", content, 4)
        self.assertEqual((version, checksum), (1, zlib.crc32(content[12:])))
        header, body = json.loads(content[16 : 16 + length]), content[16 + length :]
        self.assertEqual((16 + length) % 16, 0)
        self.assertEqual((header["language"], header["schema"]), ("en", export.SCHEMA))
        end = 0
        for tensor in header["tensors"]:
            self.assertEqual(tensor["offset"] % 16, 0, tensor)
            self.assertGreaterEqual(tensor["offset"], end, tensor)
            size = {"i8": 1, "f32": 4, "u8": 1}[tensor["dtype"]]
            self.assertEqual(tensor["length"], size * np.prod(tensor["shape"]), tensor)
            end = tensor["offset"] + tensor["length"]
        self.assertEqual(end, len(body))

    def test_labels_are_lines_in_the_order_of_the_outputs(self):
        tensors = export.tensors(model(), ["[UNK]", "a"], LABELS, WORDING)
        self.assertEqual(bytes(tensors["labels.tag"]), b"NOUN\nVERB|Tense=Past")
        self.assertEqual(bytes(tensors["vocabulary"]), b"[UNK]\na")

    def test_word_vectors_have_four_bits_and_matrices_eight(self):
        tensors = export.tensors(model(), ["[UNK]", "a"], LABELS, WORDING)
        for name, most in (("pieces", 7), ("hashed", 7), ("tag.w", 127), ("arc.u.w", 127)):
            self.assertEqual(int(np.abs(tensors[name].astype(int)).max()), most, name)

    def test_the_bilinear_form_is_turned(self):
        one = model()
        tensors = export.tensors(one, ["[UNK]", "a"], LABELS, WORDING)
        turned = tensors["arc.u.w"] * tensors["arc.u.w.scale"][:, None]
        np.testing.assert_allclose(turned, one.state_dict()["arc.u"].numpy().T, atol=0.02)
