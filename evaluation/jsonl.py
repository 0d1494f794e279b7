"""Gold and predictions as the scorers read them: one JSON object a line, told apart by its `id`."""

import argparse
import json
import sys


def read(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def by_id(rows):
    """Rows by their id; a row that comes twice ends the program, as nobody can say which of them counts."""
    found = {}
    for row in rows:
        if row["id"] in found:
            sys.exit(f"id twice in predictions: {row['id']}")
        found[row["id"]] = row
    return found


def arguments(description, *options):
    """Gold rows, predictions by id and the options given on the command line, each option (name, default)."""
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", help="gold rows, a JSON object a line")
    parser.add_argument("predictions", help="predictions, a JSON object a line, with the ids of the gold")
    for name, default in options:
        parser.add_argument(f"--{name}", default=default, type=type(default))
    given = parser.parse_args()
    gold, predictions = read(given.gold), by_id(read(given.predictions))
    stray = predictions.keys() - {row["id"] for row in gold}
    if stray:
        print(f"ignored: {len(stray)} predictions with an id that gold lacks", file=sys.stderr)
    return gold, predictions, given


def missing(gold, predictions):
    """How many gold rows have no prediction."""
    return sum(row["id"] not in predictions for row in gold)


def rounded(value):
    """Scores as they are printed: fractions with four digits, also inside objects and lists."""
    if isinstance(value, float):
        return round(value, 4)
    if isinstance(value, dict):
        return {key: rounded(one) for key, one in value.items()}
    if isinstance(value, list):
        return [rounded(one) for one in value]
    return value


def print_scores(scores):
    """One line of JSON, which `cargo xtask evaluate` reads."""
    print(json.dumps(rounded(scores)))
