"""The relations between claims that a report has, against those of the gold. Standard library only.

`gold_ids`: id of a reported claim -> id of the gold claim that it matches. A relation of the gold may accept
several claims as its end (`to`) and several kinds.
"""

from article_texts import as_list


def joins(relation, start, end, kind):
    """Whether a relation of the gold accepts this one. A restatement may be told from either side."""
    if kind not in as_list(relation["kind"]):
        return False
    if start == relation["from"] and end in as_list(relation["to"]):
        return True
    return kind == "restates" and end == relation["from"] and start in as_list(relation["to"])


def gold_relations(gold):
    """The relations of the gold, with those that its claims state by `restates`."""
    wanted = list(gold.get("relations", []))
    for claim in gold["claims"]:
        if "restates" in claim:
            listed = any(
                relation["from"] == claim["id"]
                and claim["restates"] in as_list(relation["to"])
                and "restates" in as_list(relation["kind"])
                for relation in wanted
            )
            if not listed:
                wanted.append({"from": claim["id"], "to": claim["restates"], "kind": "restates"})
    return wanted


def count_relations(gold, report, gold_ids):
    """(right, spurious, missed) relations among matched claims; optional ones of the gold count neither
    way."""
    wanted, known = gold_relations(gold), set(gold_ids.values())
    found, n_spurious = set(), 0
    for relation in report.get("relations") or []:
        start, end = gold_ids.get(relation.get("from")), gold_ids.get(relation.get("to"))
        if start is None or end is None:
            continue
        fitting = [i for i, one in enumerate(wanted) if joins(one, start, end, relation.get("kind"))]
        found.update(fitting[:1])
        n_spurious += not fitting
    required = [i for i, one in enumerate(wanted) if not one.get("optional")]
    n_missed = sum(
        wanted[i]["from"] in known and not known.isdisjoint(as_list(wanted[i]["to"]))
        for i in required
        if i not in found
    )
    return len(found.intersection(required)), n_spurious, n_missed


def restates_recall(gold, report, gold_ids):
    """The share of the gold's restatements that the report links in either direction; None where there are
    none."""
    wanted = [frozenset((claim["id"], claim["restates"])) for claim in gold["claims"] if "restates" in claim]
    linked = {
        frozenset((gold_ids.get(relation.get("from")), gold_ids.get(relation.get("to"))))
        for relation in report.get("relations") or []
        if relation.get("kind") == "restates"
    }
    return sum(pair in linked for pair in wanted) / len(wanted) if wanted else None
