"""The best one-to-one matching of gold with predictions (SciPy)."""

from scipy.optimize import linear_sum_assignment


def best_pairs(table):
    """One-to-one pairs (row, column) of a table of scores, so that their sum is highest.

    As many pairs as the shorter side has, also pairs that score nothing.
    """
    if not table or not table[0]:
        return []
    rows, columns = linear_sum_assignment(table, maximize=True)
    return list(zip(rows.tolist(), columns.tolist(), strict=True))
