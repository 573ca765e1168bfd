"""Turns documents into the windows that the encoder reads, and windows into padded batches of tensors.

A window is a run of whole sentences: [CLS] sentence [SEP] sentence [SEP] …, at most `WINDOW` word pieces long
unless one sentence alone is longer. A word is read at its first piece.
"""

import random

import torch

from corpora import FIELD_LAYERS, NAME_KINDS, PEOPLE_KINDS, UNLABELLED

WINDOW = 192  # word pieces of a window, [CLS] and [SEP] included
LONGEST = 510  # a longer sentence is cut; the encoder has 512 places
MOST_PIECES = 8  # of one word; the rest of a longer word is not read
CLS, SEP, UNK, MASK = 101, 102, 100, 103

NO_CASE, LOWER, CAPITAL, UPPER, OTHER, UNKNOWN = range(6)

FIELD_REPEATS = 4  # re3d has 58 documents to learn from; an epoch reads each so many times, cut at other places


def case_of(word):
    if word.islower():
        return LOWER
    if word.isupper() and len(word) > 1:
        return UPPER
    return CAPITAL if word[:1].isupper() else OTHER


def bilou(kinds):
    return ["O"] + [f"{place}-{kind}" for kind in kinds for place in "BILU"]


NAME_LABELS = bilou(NAME_KINDS)
PEOPLE_LABELS = bilou(PEOPLE_KINDS)
LAYER_LABELS = ["O", "B", "I", "L", "U"]  # of every layer of FIELD_LAYERS


def encode_spans(spans, kinds, length):
    """Numbers of the BILOU labels of a sentence: 0 is O, then B I L U of the first kind, and so on."""
    labels = [0] * length
    for start, end, kind in spans:
        base = 1 + 4 * kinds.index(kind)
        labels[start:end] = [base] + [base + 1] * (end - start - 2) + [base + 2] if end - start > 1 else [base + 3]
    return labels


def decode_spans(labels, kinds):
    """The inverse of `encode_spans` for a valid row of labels."""
    spans, start = set(), None
    for at, label in enumerate(labels):
        kind, place = divmod(label - 1, 4)
        if label and place in (0, 3):
            start = at
        if label and place in (2, 3):
            spans.add((start, at + 1, kinds[kind]))
    return spans


class Pieces:
    """Word pieces of single words, kept once computed."""

    def __init__(self, tokenizer):
        self.tokenizer, self.known = tokenizer, {}

    def __call__(self, word):
        if word not in self.known:
            # A report may say "[SEP]": punctuation and letters, not a command.
            pieces = self.tokenizer(word, add_special_tokens=False, split_special_tokens=True)["input_ids"]
            self.known[word] = pieces[:MOST_PIECES] or [UNK]
        return self.known[word]


def prepare(documents, pieces, tags, labels):
    """Documents as lists of sentences in numbers."""
    tag_of, label_of = {t: i for i, t in enumerate(tags)}, {t: i for i, t in enumerate(labels)}
    return [[in_numbers(s, pieces, tag_of, label_of) for s in document.sentences] for document in documents]


def in_numbers(sentence, pieces, tag_of, label_of):
    """A sentence as a dictionary of lists, one entry a word; None for span labels that nobody gave."""
    ids = [pieces(word) for word in sentence.words]
    while sum(map(len, ids)) > LONGEST:
        ids.pop()
    n = len(ids)
    absent = [UNLABELLED] * n

    def bilou_of(spans, kinds):
        return None if spans is None else encode_spans([span for span in spans if span[1] <= n], kinds, n)

    field = sentence.field_names
    return {
        "pieces": ids,
        "size": sum(map(len, ids)) + 1,
        "case": [case_of(word) for word in sentence.words[:n]],
        "tag": [tag_of.get(tag, UNLABELLED) for tag in sentence.tags[:n]] or absent,
        "people_tag": [tag_of.get(tag, UNLABELLED) for tag in sentence.people_tags[:n]] or absent,
        "head": [head if head <= n else 0 for head in sentence.heads[:n]] or absent,
        "label": [label_of.get(label, UNLABELLED) for label in sentence.labels[:n]] or absent,
        "name": bilou_of(sentence.names if sentence.tags else None, NAME_KINDS),
        "people": bilou_of(sentence.people_names, PEOPLE_KINDS),
        "field": None if field is None else [bilou_of([s for s in field if s[2] == l], [l]) for l in FIELD_LAYERS],
    }


def cut(document, limits):
    """Windows of consecutive sentences; `limits()` gives the most pieces of the next window."""
    windows, current, size, limit = [], [], 1, limits()
    for sentence in document:
        if current and size + sentence["size"] > limit:
            windows.append(current)
            current, size, limit = [], 1, limits()
        current.append(sentence)
        size += sentence["size"]
    return windows + [current] if current else windows


def window_size(window):
    return 1 + sum(sentence["size"] for sentence in window)


def training_batches(documents, pieces_a_batch, seed):
    """One epoch of batches: windows cut at fresh places, some of them short, batched by length, in random order."""
    dice = random.Random(seed)
    windows = []
    for document in repeated(documents):
        # The first window is cut short, so that a sentence sees other neighbours in every epoch; one document in
        # six is read sentence by sentence, so that a line alone is read well too.
        if dice.random() < 1 / 6:
            windows += cut(document, lambda: 0)
        else:
            first = iter([dice.randint(WINDOW // 4, WINDOW)])
            windows += cut(document, lambda: next(first, WINDOW))
    return in_batches(windows, pieces_a_batch, dice)


def repeated(documents):
    for document in documents:
        for _ in range(FIELD_REPEATS if document and document[0]["field"] is not None else 1):
            yield document


def reading_batches(documents, pieces_a_batch, limit=WINDOW):
    """Batches for measuring: full windows, or single sentences with limit 0."""
    return in_batches([w for d in documents for w in cut(d, lambda: limit)], pieces_a_batch, None)


def in_batches(windows, pieces_a_batch, dice):
    if dice:
        windows.sort(key=lambda w: window_size(w) + dice.random() * 8)
    else:
        windows.sort(key=window_size)
    batches, current = [], []
    for window in windows:
        if current and (len(current) + 1) * window_size(window) > pieces_a_batch:
            batches.append(current)
            current = []
        current.append(window)
    batches += [current] if current else []
    if dice:
        dice.shuffle(batches)
    return batches


def report_batches(reports, pieces_a_batch, seed):
    """One epoch of batches of whole reports, [(report, its windows)], cut at fresh places, those of like length together."""
    dice = random.Random(seed)
    ready = []
    for report in reports:
        first = iter([dice.randint(WINDOW // 4, WINDOW)])
        ready.append((report, cut(report.prepared, lambda: next(first, WINDOW))))
    widest = lambda pair: max(map(window_size, pair[1]))
    ready.sort(key=lambda pair: widest(pair) + dice.random() * 16)
    batches, current, count, width = [], [], 0, 0
    for pair in ready:
        if current and (count + len(pair[1])) * max(width, widest(pair)) > pieces_a_batch:
            batches.append(current)
            current, count, width = [], 0, 0
        current.append(pair)
        count, width = count + len(pair[1]), max(width, widest(pair))
    batches.append(current)
    dice.shuffle(batches)
    return batches


def collate_reports(pairs, dice=None):
    """(batch, places): the tensors of all windows, and for each report where its words stand, row times width plus column."""
    windows = [window for _, own in pairs for window in own]
    batch = collate(windows, dice)
    width, row, places = batch["first"].size(1), 0, []
    for _, own in pairs:
        at = []
        for window in own:
            at += range(row * width, row * width + sum(len(s["case"]) for s in window))
            row += 1
        places.append(at)
    return batch, places


def hide_case(case, dice):
    """At times what case words have is unknown, lower or upper throughout, as in wires and in careless typing."""
    roll = dice.random()
    for share, instead in ((0.06, UNKNOWN), (0.03, LOWER), (0.03, UPPER)):
        if roll < share:
            return [instead] * len(case)
        roll -= share
    return case


def collate(windows, dice=None):
    """A batch of tensors. Heads count words of the window from 1; `sentence` is -1 where there is no word."""
    size, words = max(map(window_size, windows)), max(sum(len(s["case"]) for s in w) for w in windows)
    new = lambda width, value: torch.full((len(windows), width), value, dtype=torch.long)
    batch = {"ids": new(size, 0), "case": new(size, NO_CASE), "first": new(words, 0), "sentence": new(words, -1)}
    for name in ("tag", "people_tag", "head", "label", "name", "people", "claim"):
        batch[name] = new(words, UNLABELLED)
    batch["field"] = torch.full((len(windows), words, len(FIELD_LAYERS)), UNLABELLED)
    for row, window in enumerate(windows):
        ids, cases, first, number, heads = [CLS], [NO_CASE], [], [], []
        columns = {name: [] for name in ("tag", "people_tag", "label", "name", "people", "claim")}
        fields = []
        for which, s in enumerate(window):
            before, length = len(first), len(s["case"])
            case = hide_case(s["case"], dice) if dice else s["case"]
            for piece_ids, word_case in zip(s["pieces"], case):
                first.append(len(ids))
                ids += piece_ids
                cases += [word_case] * len(piece_ids)
            ids.append(SEP), cases.append(NO_CASE)
            number += [which] * length
            heads += [h + before if h > 0 else h for h in s["head"]]
            for name, column in columns.items():
                column += s[name] if s.get(name) is not None else [UNLABELLED] * length
            fields += zip(*s["field"]) if s["field"] is not None else [[UNLABELLED] * len(FIELD_LAYERS)] * length
        batch["ids"][row, : len(ids)] = torch.tensor(ids)
        batch["case"][row, : len(ids)] = torch.tensor(cases)
        batch["field"][row, : len(first)] = torch.tensor(fields)
        for name, column in {**columns, "first": first, "sentence": number, "head": heads}.items():
            batch[name][row, : len(first)] = torch.tensor(column)
    return batch
