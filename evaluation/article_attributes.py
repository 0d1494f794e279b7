"""Whether a reported claim says of its holder, condition, times and references what the gold says. Standard
library only."""

import re

from article_alignment import THRESHOLD
from article_texts import as_list, overlap, plain, words

PERSONAL_PRONOUNS = {"he", "she", "they", "him", "them"}
POINTING_WORDS = {"it", "this", "that", "these", "those"}
# What a standalone sentence may add or replace without being another sentence.
LIGHT_WORDS = PERSONAL_PRONOUNS | POINTING_WORDS | {"a", "an", "the", "his", "her", "its", "their"}
# Behind "this" or "that", these show that it stands alone, as no article of a noun ("this shows", "that's").
VERBS_BEHIND_A_PRONOUN = set(
    "is was are were be been has have had does do did can could will would shall should may might must ought "
    "s ll d ve re means meant makes made gives gave leaves left takes took shows showed".split()
)


def head(name):
    """The head word of a source's name: 'Rep. Ada Finch (Bay Alliance) of Orrin' -> 'Finch'."""
    name = re.sub(r"\([^)]*\)", " ", plain(name))
    name = re.split(r",| (?:of|for|from|in|at|on|who|that|which|with|close to) ", name)[0]
    parts = re.findall(r"[^\W_]+(?:['-][^\W_]+)*", re.sub(r"'s?$", "", name.strip()))
    return parts[-1] if parts else ""


def holder_of(claim):
    """The holder as {kind, name}; a report may also write "author" or a source's name."""
    holder = claim.get("holder") or {}
    if isinstance(holder, str):
        holder = {"kind": "author"} if holder == "author" else {"kind": "source", "name": holder}
    return holder


def same_holder(accepted, holder):
    """Whether a reported holder is one that the gold accepts: sources by the head word of either name."""
    for name in as_list(accepted):
        if name == "author":
            if holder.get("kind") == "author":
                return True
            continue
        if holder.get("kind") == "author" or not holder.get("name"):
            continue
        ours, theirs = head(name), head(holder["name"])
        if ours and ours.lower() in words(holder["name"]):
            return True
        if theirs[:1].isupper() and theirs.lower() in words(name):
            return True
    return False


def condition_text(value):
    return (value.get("text") if isinstance(value, dict) else value) or ""


def gold_times(claim):
    """[(accepted values, required)]: '2015|2014' accepts either, a final '?' makes it optional."""
    return [(value.rstrip("?").split("|"), not value.endswith("?")) for value in claim.get("time", [])]


def report_times(claim):
    """The values that a claim has, but for the vague ones (PAST_REF and its like)."""
    values = [time.get("value") if isinstance(time, dict) else time for time in as_list(claim.get("times"))]
    return [value for value in values if value and not value.endswith("_REF")]


def count_times(gold, reported):
    """(right, spurious, missed) values; each reported one is used up once."""
    hit = missed = 0
    left = list(reported)
    for accepted, required in gold_times(gold):
        found = next((value for value in left if value in accepted), None)
        if found is not None:
            left.remove(found)
            hit += required
        else:
            missed += required
    return hit, len(left), missed


def stands_alone(gold, text):
    """Whether a sentence has all names that the gold asks for, says what the quote says, and opens with no
    pronoun."""
    folded = plain(text).lower()
    wanted = [word for word in words(gold["quote"]) if word not in LIGHT_WORDS]
    for name in gold.get("names", []):
        form = next((form for form in name.split("|") if plain(form).lower() in folded), None)
        if form is None:
            return False
        if not set(words(form)) & set(wanted):
            wanted += words(form)
    if overlap(wanted, [word for word in words(text) if word not in LIGHT_WORDS]) < THRESHOLD:
        return False
    return not opens_with_pronoun(gold, text)


def opens_with_pronoun(gold, text):
    """Personal pronouns are bare at once. 'it' and 'this' are so only where the gold knows
    a name for them (`names`) and the quote opens with the same word; an 'it' before a
    to- or that-clause is an expletive."""
    start = words(text)[:2]
    if not start:
        return True
    if start[0] in PERSONAL_PRONOUNS:
        return True
    quoted = words(gold["quote"])
    if start[0] not in POINTING_WORDS or not gold.get("names") or quoted[:1] != start[:1]:
        return False
    if start[0] == "it":
        return not ({"to", "that"} & set(quoted[2:]))
    return len(start) > 1 and start[1] in VERBS_BEHIND_A_PRONOUN
