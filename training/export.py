"""Writes the weights file that `src/inference/weights.rs` reads; the format is described there."""
import json
import os
import struct
import zlib

import numpy as np

SCHEMA = "wordpiece12-affix6-shape-case-fnv4096-v1"


def quantised(matrix):
    """int8 rows and one f32 scale a row."""
    scale = np.maximum(np.abs(matrix).max(1), 1e-12) / 127
    return np.clip(np.round(matrix / scale[:, None]), -127, 127).astype(np.int8), scale.astype(np.float32)


def tensors(model, vocabulary, labels):
    """Name -> array, in the order of the file."""
    state = {k: v.detach().numpy().astype(np.float32) for k, v in model.state_dict().items()}
    out = {}

    def matrix(name, key):
        out[name], out[name + ".scale"] = quantised(state[key])

    def linear(name, key):
        matrix(name + ".w", key + ".weight")
        out[name + ".b"] = state[key + ".bias"]

    matrix("pieces", "pieces.weight")
    matrix("hashed", "hashed.weight")
    linear("in", "input")
    for i in range(len(model.layers)):
        out[f"layer{i}.norm.gain"], out[f"layer{i}.norm.bias"] = state[f"layers.{i}.norm.weight"], state[f"layers.{i}.norm.bias"]
        out[f"layer{i}.conv"] = state[f"layers.{i}.conv"]
        linear(f"layer{i}.u", f"layers.{i}.u")
        linear(f"layer{i}.o", f"layers.{i}.o")
    out["final.norm.gain"], out["final.norm.bias"] = state["norm.weight"], state["norm.bias"]
    for name, key in (("tag", "tag"), ("lemma", "lemma"), ("arc.dep", "arc_dep"), ("arc.head", "arc_head"),
                      ("rel.dep", "rel_dep"), ("rel.head", "rel_head"), ("rel", "rel")):
        linear(name, key)
    # The bilinear form is applied to the dependent: rows of the matrix are its outputs.
    out["arc.u.w"], out["arc.u.w.scale"] = quantised(state["arc_u"].T.copy())
    out["arc.w"], out["arc.root"], out["rel.root"] = state["arc_w"], state["arc_root"], state["rel_root"]
    for name, lines in (("vocabulary", vocabulary), *((f"labels.{k}", v) for k, v in labels.items())):
        out[name] = np.frombuffer("\n".join(lines).encode(), dtype=np.uint8)
    return out


def write(path, model, vocabulary, labels, binary=None, version="0.1.0"):
    """Writes the file and gives its size in bytes."""
    entries, body = [], bytearray()
    for name, array in tensors(model, vocabulary, labels).items():
        body += b"\0" * (-len(body) % 16)
        dtype = {np.dtype(np.int8): "i8", np.dtype(np.float32): "f32", np.dtype(np.uint8): "u8"}[array.dtype]
        entries.append({"name": name, "dtype": dtype, "shape": list(array.shape), "offset": len(body), "length": array.nbytes})
        body += array.tobytes()
    header = json.dumps({"language": "en", "version": version, "schema": SCHEMA, "tensors": entries}).encode()
    header += b" " * (-(len(header) + 16) % 16)
    rest = struct.pack("<I", len(header)) + header + bytes(body)
    data = b"AVRW" + struct.pack("<II", 1, zlib.crc32(rest)) + rest
    with open(str(path) + ".part", "wb") as file:
        file.write(data)
    os.replace(str(path) + ".part", path)
    return len(data)
