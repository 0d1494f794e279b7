"""Which reported claim is which gold claim: one-to-one pairs of greatest overlap.

The assignment is written out here, although SciPy has one, because score_articles.py, check_gold.py and
calibrate.py are to run with nothing installed: who annotates an article needs them, and calibrate.py writes a
file that is compiled into the crate. The tests hold it against SciPy's.
"""

from collections import Counter

from article_texts import bag_f1, overlap, words

# Pairs with less overlap never match.
THRESHOLD = 0.5
# Among pairs that overlap alike, the one that lies closer in reading order is taken.
NEARNESS_WEIGHT = 1e-6
# A reported claim that is so near the title repeats it.
TITLE_OVERLAP = 0.7


def connected(weights):
    """The parts of the graph of `weights` that no edge joins to one another, as lists of its rows and
    columns."""
    neighbours = {}
    for row, column in weights:
        neighbours.setdefault(("row", row), []).append(("column", column))
        neighbours.setdefault(("column", column), []).append(("row", row))
    seen = set()
    for start in sorted(neighbours):
        if start in seen:
            continue
        waiting, part = [start], []
        seen.add(start)
        while waiting:
            node = waiting.pop()
            part.append(node)
            new = [other for other in neighbours[node] if other not in seen]
            seen.update(new)
            waiting += new
        yield tuple(sorted(number for side, number in part if side == name) for name in ("row", "column"))


def best_pairs(weights):
    """One-to-one pairs (row, column) of greatest total weight; `weights`: (row, column) -> weight above 0."""
    return sorted(pair for rows, columns in connected(weights) for pair in hungarian(weights, rows, columns))


def hungarian(weights, rows, columns):
    """The Hungarian method (Kuhn 1955) with potentials: rows are taken in one after the other, each by the
    cheapest path that frees a column for it."""
    if len(rows) > len(columns):
        turned = {(column, row): weight for (row, column), weight in weights.items()}
        return [(row, column) for column, row in hungarian(turned, columns, rows)]
    n, m, infinite = len(rows), len(columns), float("inf")
    cost = [[-weights.get((row, column), 0.0) for column in columns] for row in rows]
    # Row and column 0 are none; `row_of[j]` is the row that column j has.
    row_potential, column_potential, row_of, came_from = (
        [0.0] * (n + 1),
        [0.0] * (m + 1),
        [0] * (m + 1),
        [0] * (m + 1),
    )
    for new_row in range(1, n + 1):
        row_of[0], column = new_row, 0
        slack, used = [infinite] * (m + 1), [False] * (m + 1)
        while True:
            used[column] = True
            row, least, nearest = row_of[column], infinite, 0
            for j in range(1, m + 1):
                if used[j]:
                    continue
                reduced = cost[row - 1][j - 1] - row_potential[row] - column_potential[j]
                if reduced < slack[j]:
                    slack[j], came_from[j] = reduced, column
                if slack[j] < least:
                    least, nearest = slack[j], j
            for j in range(m + 1):
                if used[j]:
                    row_potential[row_of[j]] += least
                    column_potential[j] -= least
                else:
                    slack[j] -= least
            column = nearest
            if row_of[column] == 0:
                break
        while column:
            row_of[column] = row_of[came_from[column]]
            column = came_from[column]
    pairs = [(rows[row_of[j] - 1], columns[j - 1]) for j in range(1, m + 1) if row_of[j]]
    return [pair for pair in pairs if pair in weights]


def align(gold_texts, report_texts):
    """One-to-one pairs (gold index, report index) of texts by their index.

    The sum of squared overlaps is greatest, so that one exact match outweighs two poor ones.
    """
    gold_bags, report_bags = (
        {index: Counter(words(text)) for index, text in side.items()} for side in (gold_texts, report_texts)
    )
    last_gold, last_reported = max([*gold_bags, 1]), max([*report_bags, 1])
    weights = {}
    for i, one in gold_bags.items():
        for j, other in report_bags.items():
            likeness = bag_f1(one, other)
            if likeness >= THRESHOLD:
                nearness = 1 - abs(i / last_gold - j / last_reported)
                weights[i, j] = likeness * likeness + NEARNESS_WEIGHT * nearness
    return best_pairs(weights)


def match_claims(gold, claims):
    """Pairs with required claims, pairs with optional ones, and the reported claims that are spurious."""
    required, optional = {}, {}
    for i, claim in enumerate(gold["claims"]):
        (optional if claim.get("optional") else required)[i] = claim["quote"]
    reported = {j: claim["text"] for j, claim in enumerate(claims)}
    pairs = align(required, reported)
    taken = {j for _, j in pairs}
    left = {j: text for j, text in reported.items() if j not in taken}
    free = align(optional, left)
    spared = {j for _, j in free}
    title = gold.get("article", {}).get("title") or ""
    spurious = [j for j, text in left.items() if j not in spared and overlap(title, text) < TITLE_OVERLAP]
    return pairs, free, spurious
