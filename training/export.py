"""Writes the weights file that `src/inference/weights.rs` reads; the format is described there."""

import json
import os
import struct
import zlib

import numpy as np

from labels import ROW_HEADS, WORD_HEADS

# Largest entry of a word vector. Four bits are enough for what is looked up; as bytes of fifteen values they
# compress to half.
MOST = 7
SCHEMA = "wordpiece12-affix6-shape-case-fnv4096-v2"


def quantised(matrix, most=127):
    """int8 rows with entries up to `most`, and one f32 scale a row."""
    scale = np.maximum(np.abs(matrix).max(1), 1e-12) / most
    return np.clip(np.round(matrix / scale[:, None]), -most, most).astype(np.int8), scale.astype(np.float32)


def tensors(model, vocabulary, labels, wording):
    """Name -> array, in the order of the file."""
    state = {k: v.detach().numpy().astype(np.float32) for k, v in model.state_dict().items()}
    out = {}

    def matrix(name, values, most=127):
        out[name], out[name + ".scale"] = quantised(values, most)

    def linear(name, key):
        matrix(name + ".w", state[key + ".weight"])
        out[name + ".b"] = state[key + ".bias"]

    def biaffine(name):
        linear(f"{name}.dep", f"{name}.dep")
        linear(f"{name}.head", f"{name}.head")
        # The bilinear form is applied to the dependent: rows of the matrix are its outputs.
        matrix(f"{name}.u.w", state[f"{name}.u"].T.copy())
        out[f"{name}.w"], out[f"{name}.root"] = state[f"{name}.w"], state[f"{name}.root"]

    matrix("pieces", state["pieces.weight"], MOST)
    matrix("hashed", state["hashed.weight"], MOST)
    linear("in", "input")
    for i in range(len(model.layers)):
        out[f"layer{i}.norm.gain"], out[f"layer{i}.norm.bias"] = (
            state[f"layers.{i}.norm.weight"],
            state[f"layers.{i}.norm.bias"],
        )
        out[f"layer{i}.conv"] = state[f"layers.{i}.conv"]
        linear(f"layer{i}.u", f"layers.{i}.u")
        linear(f"layer{i}.o", f"layers.{i}.o")
    out["final.norm.gain"], out["final.norm.bias"] = state["norm.weight"], state["norm.bias"]
    for name in WORD_HEADS:
        linear(name, f"words.{name}")
    biaffine("arc")
    biaffine("link")
    linear("rel.dep", "rel_dep")
    linear("rel.head", "rel_head")
    linear("rel", "rel")
    out["rel.root"] = state["rel_root"]
    linear("pool", "pool")
    for name in ROW_HEADS:
        linear(name, f"rows.{name}")
    matrix("wording", wording[0])
    out["wording.b"] = wording[1]
    linear("factuality.hidden", "fact_hidden")
    linear("factuality", "fact")
    for name, lines in (("vocabulary", vocabulary), *((f"labels.{k}", v) for k, v in labels.items())):
        out[name] = np.frombuffer("\n".join(lines).encode(), dtype=np.uint8)
    return out


def write(path, model, vocabulary, labels, wording, version="0.3.0"):
    """Writes the file and gives its size in bytes."""
    entries, body = [], bytearray()
    for name, array in tensors(model, vocabulary, labels, wording).items():
        body += b"\0" * (-len(body) % 16)
        dtype = {np.dtype(np.int8): "i8", np.dtype(np.float32): "f32", np.dtype(np.uint8): "u8"}[array.dtype]
        entries.append(
            {
                "name": name,
                "dtype": dtype,
                "shape": list(array.shape),
                "offset": len(body),
                "length": array.nbytes,
            }
        )
        body += array.tobytes()
    header = json.dumps({"language": "en", "version": version, "schema": SCHEMA, "tensors": entries}).encode()
    header += b" " * (-(len(header) + 16) % 16)
    rest = struct.pack("<I", len(header)) + header + bytes(body)
    data = b"AVRW" + struct.pack("<II", 1, zlib.crc32(rest)) + rest
    with open(str(path) + ".part", "wb") as file:
        file.write(data)
    os.replace(str(path) + ".part", path)
    return len(data)
