"""The encoder and its heads: minimal gated recurrence in both directions, biaffine arcs (Dozat & Manning
2017).

`h` are the encoder's vectors, shape (batch, time, width). `batch` is what corpus.py makes: tensors of shape
(batch, time), of which "mask" says where words stand and "segment" of which sentence each is.
"""

import torch
from torch import nn
from torch.nn import functional as F

from labels import ROW_HEADS, WORD_HEADS

# Score of what can not be, such as an arc into another sentence.
NEVER = -1e9


def scan(forget, inputs):
    """h_t = forget_t * h_(t-1) + inputs_t over dimension 1. Shapes (batch, time, width)."""
    state, states = torch.zeros_like(inputs[:, 0]), []
    for f, x in zip(forget.unbind(1), inputs.unbind(1), strict=True):
        state = torch.addcmul(x, f, state)
        states.append(state)
    return torch.stack(states, 1)


class Layer(nn.Module):
    """A convolution over three words, the recurrence forwards and backwards, and what it adds to its input.

    `u` computes inputs and forget gates of both directions. Their biases are spread, so that some units begin
    by forgetting at once and others by keeping for long.
    """

    def __init__(self, width, dropout):
        super().__init__()
        self.norm = nn.LayerNorm(width)
        kernel = torch.zeros(3, width)
        kernel[1] = 1.0
        self.conv = nn.Parameter(kernel + 0.05 * torch.randn(3, width))
        self.u = nn.Linear(width, 2 * width)
        self.o = nn.Linear(width, width)
        self.dropout = dropout
        with torch.no_grad():
            half = width // 2
            for start in (half, 3 * half):
                self.u.bias[start : start + half] = torch.linspace(-1, 2, half)

    def forward(self, x, mask):
        y = self.norm(x) * mask
        c = y * self.conv[1]
        c = c + F.pad(y[:, :-1], (0, 0, 1, 0)) * self.conv[0] + F.pad(y[:, 1:], (0, 0, 0, 1)) * self.conv[2]
        z_fwd, f_fwd, z_bwd, f_bwd = self.u(c).chunk(4, -1)
        f = torch.cat([f_fwd, f_bwd.flip(1)], -1).sigmoid()
        z = torch.cat([z_fwd * mask, (z_bwd * mask).flip(1)], -1)
        forward, backward = scan(f, (1 - f) * z).chunk(2, -1)
        h = F.relu(torch.cat([forward, backward.flip(1)], -1))
        return x + F.dropout(self.o(h), self.dropout, self.training)


class Biaffine(nn.Module):
    """Scores (batch, dependent, head) of pairs of words; head 0 is the root."""

    def __init__(self, width, head, dropout):
        super().__init__()
        self.dep, self.head = nn.Linear(width, head), nn.Linear(width, head)
        self.u, self.w = nn.Parameter(torch.eye(head) * 0.3), nn.Parameter(torch.zeros(head))
        self.root = nn.Parameter(torch.randn(head) * 0.1)
        self.dropout = dropout

    def forward(self, h):
        dep, head = (
            F.dropout(F.relu(layer(h)), self.dropout, self.training) for layer in (self.dep, self.head)
        )
        head = torch.cat([self.root.expand(len(h), 1, -1), head], 1)
        return (dep @ self.u) @ head.transpose(1, 2) + (head @ self.w).unsqueeze(1)


def hashed_embedding(width):
    """Vectors of hashed affixes and shapes: 8 templates x 4096."""
    embedding = nn.EmbeddingBag(8 * 4096, width, mode="sum")
    nn.init.normal_(embedding.weight, std=0.05)
    return embedding


class Heads(nn.Module):
    """What is asked of an encoder's vectors. Who inherits it has `encode(batch)`.

    `n_labels`: head -> number of labels, for the word heads tag, boundary, lemma, rel, entity, attribution
    and the row heads. `head`: entries of the heads' hidden vectors.
    """

    def __init__(self, n_labels, width, dropout=0.2, head=96, n_factuality=5):
        super().__init__()
        self.words = nn.ModuleDict({name: nn.Linear(width, n_labels[name]) for name in WORD_HEADS})
        self.arc, self.link = Biaffine(width, head, dropout), Biaffine(width, head, dropout)
        self.rel_dep, self.rel_head = nn.Linear(width, head), nn.Linear(width, head)
        self.rel_root, self.rel = nn.Parameter(torch.randn(head) * 0.1), nn.Linear(3 * head, n_labels["rel"])
        # A stretch of words is the mean and the maximum of its words' vectors.
        self.pool = nn.Linear(width, head)
        self.rows = nn.ModuleDict({name: nn.Linear(2 * head, n_labels[name]) for name in ROW_HEADS})
        self.fact_hidden, self.fact = nn.Linear(width, head), nn.Linear(head, n_factuality)
        self.dropout = dropout

    def arc_scores(self, h, batch):
        """Scores (batch, dependent, head) of arcs, which stay within the sentence; head 0 is the root."""
        segment = batch["segment"]
        same = (segment.unsqueeze(2) == segment.unsqueeze(1)) & batch["mask"].unsqueeze(1)
        return self.arc(h).masked_fill(~F.pad(same, (1, 0), value=True), NEVER)

    def link_scores(self, h, batch):
        """Scores (batch, word, cue) of links from words of an attribution to its cue; cue 0 is none."""
        return self.link(h).masked_fill(~F.pad(batch["mask"], (1, 0), value=True).unsqueeze(1), NEVER)

    def relations(self, h, heads):
        """Scores (batch, dependent, relation) given heads (batch, dependent), 0 for the root."""
        dep, head = F.relu(self.rel_dep(h)), F.relu(self.rel_head(h))
        head = torch.cat([self.rel_root.expand(len(h), 1, -1), head], 1)
        head = head.gather(1, heads.unsqueeze(-1).expand(-1, -1, head.shape[-1]))
        return self.rel(F.dropout(torch.cat([dep, head, dep * head], -1), self.dropout, self.training))

    def pooled(self, h, mask):
        """(batch, twice the width of a head): mean and maximum over the words of each window."""
        p, m = F.relu(self.pool(h)), mask.unsqueeze(-1)
        mean = (p * m).sum(1) / m.sum(1)
        return F.dropout(torch.cat([mean, (p * m).max(1).values], -1), self.dropout, self.training)

    def factuality(self, h):
        """(batch, time, set) on the scale from -3 to 3."""
        return self.fact(F.dropout(F.relu(self.fact_hidden(h)), self.dropout, self.training))


class Model(Heads):
    """The encoder that is shipped. Sizes: pieces P x 64, hashed 8 templates x 4096 x 32, width d."""

    def __init__(
        self, n_pieces, n_labels, width=128, layers=3, dropout=0.2, head=96, piece_width=64, hash_width=32
    ):
        super().__init__(n_labels, width, dropout, head)
        self.pieces = nn.EmbeddingBag(n_pieces, piece_width, mode="mean")
        self.hashed = hashed_embedding(hash_width)
        self.input = nn.Linear(piece_width + hash_width, width)
        self.layers = nn.ModuleList(Layer(width, dropout) for _ in range(layers))
        self.norm = nn.LayerNorm(width)

    def encode(self, batch):
        """(batch, time, width) from flat features of all words."""
        pieces = self.pieces(batch["pieces"], batch["offsets"])
        hashed = self.hashed(batch["hashed"])
        if self.training:
            keep = (torch.rand(len(pieces), 1) > 0.12).float()
            pieces = pieces * keep
            pieces, hashed = F.dropout(pieces, 0.1), F.dropout(hashed, 0.2)
        x = torch.zeros(*batch["mask"].shape, self.input.out_features)
        mask = batch["mask"].unsqueeze(-1).float()
        x[batch["mask"]] = self.input(torch.cat([pieces, hashed], -1))
        for layer in self.layers:
            x = layer(x, mask)
        return F.dropout(self.norm(x), self.dropout, self.training)
