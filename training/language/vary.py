"""Variants of annotated reports, so that the heads for incidents learn how things are told and not who was where.

Labels are laid on words by number: a word is replaced by one word, and short reports told in a row keep theirs in order.
"""

import re
from dataclasses import replace

from windows import MASK, case_of

SWAPPED_REPORTS, SWAPPED_WORDS = 0.6, 0.7  # the share of reports that get other names, and of the names in them
HIDDEN_WORDS = 0.06
JOINED_REPORTS, MOST_JOINED, SHORT = 0.2, 5, 150  # reports told in a row: their share, how many at most, words of a short one

MONTHS = "January February March April May June July August September October November December".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
NUMBERS = "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen twenty thirty forty".split()
CLOSED = {word: words for words in (MONTHS, DAYS, NUMBERS) for word in words}


def swap_of(word, name):
    """What a word may be swapped with: a key of the pools, or None. name: its label as a part of a name, or ""."""
    if word in CLOSED:
        return word
    if re.fullmatch(r"\d{1,3}", word) and word not in ("0", "1"):
        return f"number of {len(word)}"
    if name and case_of(word) == 2 and word.isalpha() and len(word) > 2:
        return name
    return None


def pools(reports):
    """The words that stand for each kind of name in the reports, as often as they stand there."""
    found = {}
    for report in reports:
        for (word, _, _), kind in zip(report.words, report.swaps):
            if kind and word not in CLOSED and not kind.startswith("number"):
                found.setdefault(kind, []).append(word)
    return found


def other(word, kind, found, dice):
    if word in CLOSED:
        return dice.choice(CLOSED[word])
    if kind.startswith("number"):
        low = 10 ** (len(word) - 1)
        return str(dice.randint(max(2, low), 10 * low - 1))
    return dice.choice(found[kind])


def swapped(report, found, pieces, dice):
    """The report with other names and numbers, each the same throughout."""
    instead = {}
    for (word, _, _), kind in zip(report.words, report.swaps):
        if kind and word not in instead:
            instead[word] = other(word, kind, found, dice) if dice.random() < SWAPPED_WORDS else word
    prepared = []
    for (first, last), sentence in zip(report.sentences, report.prepared):
        ids = [
            pieces(instead[word]) if kind else own
            for (word, _, _), kind, own in zip(report.words[first:last], report.swaps[first:last], sentence["pieces"])
        ]
        prepared.append(sentence | {"pieces": ids, "size": sum(map(len, ids)) + 1})
    return replace(report, prepared=prepared)


def hidden(report, dice):
    """The report with some words masked."""
    prepared = []
    for sentence in report.prepared:
        ids = [[MASK] if dice.random() < HIDDEN_WORDS else own for own in sentence["pieces"]]
        prepared.append(sentence | {"pieces": ids, "size": sum(map(len, ids)) + 1})
    return replace(report, prepared=prepared)


def joined(reports):
    """Reports told in a row as one."""
    whole = replace(reports[0], words=[], sentences=[], prepared=[], weight=min(r.weight for r in reports))
    labels = {"trigger": [], "mentions": [], "parts": {}, "pointers": {}, "claims": []}
    claims_before = lambda: len(labels["mentions"])
    for report in reports:
        word, incident, mention = len(whole.words), 1 + max((m[1] for m in labels["mentions"]), default=-1), claims_before()
        own = report.labels
        labels["trigger"] += own["trigger"]
        labels["mentions"] += [(w + word, i + incident, *rest) for w, i, *rest in own["mentions"]]
        labels["parts"] |= {
            (n + mention, part): ({w + word for w in right}, {w + word for w in passed})
            for (n, part), (right, passed) in own["parts"].items()
        }
        labels["pointers"] |= {(n + mention, p): [w + word for w in words] for (n, p), words in own["pointers"].items()}
        labels["claims"] += [
            ([(a + word, b + word) for a, b in spans], stance, speakers and [w + word for w in speakers])
            for spans, stance, speakers in own["claims"]
        ]
        whole.sentences += [(a + word, b + word) for a, b in report.sentences]
        whole.prepared += report.prepared
        whole.words = whole.words + report.words
    return replace(whole, labels=labels)


def varied(reports, found, pieces, dice):
    """One pass over the reports: some with other names, some words hidden, some short ones in a row."""
    out, row, wanted = [], [], 0
    order = list(reports)
    dice.shuffle(order)
    for report in order:
        if report.swaps and dice.random() < SWAPPED_REPORTS:
            report = swapped(report, found, pieces, dice)
        report = hidden(report, dice)
        if len(report.words) > SHORT or (not row and dice.random() > JOINED_REPORTS):
            out.append(report)
            continue
        wanted = wanted if row else dice.randint(2, MOST_JOINED)
        row.append(report)
        if len(row) == wanted:
            out, row = [*out, joined(row)], []
    return out + ([joined(row)] if row else [])
