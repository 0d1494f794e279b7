"""The encoder and its heads: minimal gated recurrence in both directions, biaffine arcs (Dozat & Manning 2017)."""
import torch
from torch import nn
from torch.nn import functional as F


def scan(forget, inputs):
    """h_t = forget_t * h_(t-1) + inputs_t over dimension 1. Shapes (batch, time, width)."""
    state, states = torch.zeros_like(inputs[:, 0]), []
    for f, x in zip(forget.unbind(1), inputs.unbind(1)):
        state = torch.addcmul(x, f, state)
        states.append(state)
    return torch.stack(states, 1)


class Layer(nn.Module):
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
                self.u.bias[start:start + half] = torch.linspace(-1, 2, half)

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


class Model(nn.Module):
    """Sizes: pieces P x 64, hashed 8 templates x 4096 x 32, width d. Head widths are 64."""

    def __init__(self, n_pieces, n_tags, n_lemmas, n_relations, width=128, layers=3, dropout=0.2, head=64, piece_width=64, hash_width=32):
        super().__init__()
        self.pieces = nn.EmbeddingBag(n_pieces, piece_width, mode="mean")
        self.hashed = nn.EmbeddingBag(8 * 4096, hash_width, mode="sum")
        nn.init.normal_(self.hashed.weight, std=0.05)
        self.input = nn.Linear(piece_width + hash_width, width)
        self.layers = nn.ModuleList(Layer(width, dropout) for _ in range(layers))
        self.norm = nn.LayerNorm(width)
        self.tag, self.lemma = nn.Linear(width, n_tags), nn.Linear(width, n_lemmas)
        self.arc_dep, self.arc_head = nn.Linear(width, head), nn.Linear(width, head)
        self.arc_u, self.arc_w = nn.Parameter(torch.eye(head) * 0.3), nn.Parameter(torch.zeros(head))
        self.arc_root = nn.Parameter(torch.randn(head) * 0.1)
        self.rel_dep, self.rel_head = nn.Linear(width, head), nn.Linear(width, head)
        self.rel_root, self.rel = nn.Parameter(torch.randn(head) * 0.1), nn.Linear(3 * head, n_relations)
        self.dropout = dropout

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

    def arcs(self, h):
        """Scores (batch, dependent, head); head 0 is the root."""
        drop = lambda x: F.dropout(x, self.dropout, self.training)
        dep, head = drop(F.relu(self.arc_dep(h))), drop(F.relu(self.arc_head(h)))
        head = torch.cat([self.arc_root.expand(len(h), 1, -1), head], 1)
        return (dep @ self.arc_u) @ head.transpose(1, 2) + (head @ self.arc_w).unsqueeze(1)

    def relations(self, h, heads):
        """Scores (batch, dependent, relation) given heads (batch, dependent), 0 for the root."""
        dep, head = F.relu(self.rel_dep(h)), F.relu(self.rel_head(h))
        head = torch.cat([self.rel_root.expand(len(h), 1, -1), head], 1)
        head = head.gather(1, heads.unsqueeze(-1).expand(-1, -1, head.shape[-1]))
        return self.rel(F.dropout(torch.cat([dep, head, dep * head], -1), self.dropout, self.training))
