"""Reads annotated reports into words with what the heads for incidents and claims are to say of them.

The words are those of the reader itself (`tokens.ts` writes them); which word heads a quote is told by the parse of a
model that knows the language already.
"""

import hashlib
import json
import os
import re
from dataclasses import dataclass, field

import torch

from corpora import Sentence
from vary import swap_of
from windows import NAME_LABELS, UNKNOWN, WINDOW, collate, cut, encode_spans, in_numbers

KINDS_FILE = "codebook.json"
REALIS = "happened attempted ongoing planned threatened denied hypothetical".split()
STANCES = "says confirms denies accuses admits threatens demands pledges condemns supports".split()
OUTCOMES = "killed injured missing abducted detained displaced".split()
# Arcs from an incident's word: several words may fill one of PARTS, at most one thing one of POINTERS. "speaker" goes
# from the first word of a claim.
PARTS = ["actor", "recipient", "means", *OUTCOMES]
POINTERS = ["when", "where", "speaker"]

NUMBER_WORDS = set(
    "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands dozen dozens scores "
    "several many multiple both".split()
)
FUNCTION = re.compile(r"^(?:the|a|an|this|that|these|those|his|her|its|their|of|in|at|on|by|to|and|or|’s|'s|\W+)$", re.I)
# Our own reports are annotated to the last background event and invented, the others are as news is: what counts as an
# incident is learned from the latter.
OWN_WEIGHT = {"own-w": 0.25, "own-v": 0.5}
HELD_OUT = 16  # one report of train.json in so many is kept for choosing


@dataclass
class Report:
    """A report in words: `words` [(text, start, end)] in UTF-16 offsets, `sentences` [(first, last)] of word numbers."""

    id: str
    text: str
    words: list
    sentences: list
    gold: dict
    weight: float
    labels: dict = field(default_factory=dict)
    prepared: list = field(default_factory=list)  # sentences in numbers, as windows.py cuts them
    swaps: list = field(default_factory=list)  # what each word may be swapped with, as vary.py has it

    @property
    def sentence_of(self):
        return [n for n, (a, b) in enumerate(self.sentences) for _ in range(a, b)]


def is_held_out(name):
    return not name.startswith("own") and int(hashlib.sha1(name.encode()).hexdigest(), 16) % HELD_OUT == 0


def kinds(shared):
    return [row["kind"] for row in json.load(open(os.path.join(shared, KINDS_FILE)))["kinds"]]


def load(shared, tokens):
    """Reports of train.json and own.json, without labels as yet. tokens: what `tokens.ts` wrote of the two files."""
    cut = {row["id"]: row["sentences"] for row in map(json.loads, open(tokens, encoding="utf8"))}
    reports = []
    for name in ("train.json", "own.json"):
        for gold in json.load(open(os.path.join(shared, "gold", name), encoding="utf8")):
            words, sentences = words_of(gold["text"], cut[gold["id"]])
            if words:
                weight = next((w for prefix, w in OWN_WEIGHT.items() if gold["id"].startswith(prefix)), 1.0)
                reports.append(Report(gold["id"], gold["text"], words, sentences, gold, weight))
    return reports


def words_of(text, sentences):
    """(words, sentences) of a Report, of the UTF-16 offsets that `tokens.ts` wrote."""
    units, words, spans = text.encode("utf-16-le"), [], []
    for sentence in filter(None, sentences):
        spans.append((len(words), len(words) + len(sentence)))
        words += [(units[2 * a : 2 * b].decode("utf-16-le"), a, b) for a, b in sentence]
    return words, spans


def prepare(reports, pieces):
    """Cuts the sentences of reports into word pieces. Gives the reports of which no word had to be left out."""
    for report in reports:
        words = [[word for word, _, _ in report.words[a:b]] for a, b in report.sentences]
        report.prepared = [in_numbers(Sentence(words=own), pieces, {}, {}) for own in words]
        for own, sentence in zip(words, report.prepared):
            if not any(letter.islower() for word in own for letter in word):
                sentence["case"] = [UNKNOWN] * len(sentence["case"])
    return [r for r in reports if sum(len(s["case"]) for s in r.prepared) == len(r.words)]


@torch.no_grad()
def parse(model, report):
    """(heads, names): the head of each word as a model sees it, -1 for roots, and its label as a part of a name, or ""."""
    windows = cut(report.prepared, lambda: WINDOW)
    batch = collate(windows)
    out = model.language(model.layers(batch["ids"], batch["case"], batch["first"]), batch["sentence"])
    labels = model.name_order.decode(out["name"].unsqueeze(2), batch["sentence"])[..., 0]
    heads, names = [], []
    for row, labelled, window in zip(out["arc"].argmax(-1).tolist(), labels.tolist(), windows):
        base, words = len(heads), sum(len(s["case"]) for s in window)
        heads += [base + head - 1 if head > 0 else -1 for head in row[:words]]
        names += [NAME_LABELS[label] if label > 0 else "" for label in labelled[:words]]
    return heads, names


class Finder:
    """Finds the words of quotes in one report. `heads` has the head of each word by its parse, -1 for roots."""

    def __init__(self, report, heads):
        self.report, self.heads = report, heads
        self.units = [0]
        for char in report.text:
            self.units.append(self.units[-1] + (2 if ord(char) > 0xFFFF else 1))
        self.sentence_of = report.sentence_of

    def span(self, quote):
        """(start, end) in UTF-16 of {"quote", "nth"?}; None where the text does not have it."""
        at = -1
        for _ in range(quote.get("nth", 1)):
            at = self.report.text.find(quote["quote"], at + 1)
            if at < 0:
                return None
        return self.units[at], self.units[at + len(quote["quote"])]

    def inside(self, span):
        return [n for n, (_, a, b) in enumerate(self.report.words) if a < span[1] and b > span[0]]

    def head(self, span, number=False):
        """The word that heads a span, or with `number` its first number; None for a span without words."""
        inside = self.inside(span) if span else []
        if not inside:
            return None
        text = lambda n: self.report.words[n][0]
        if number:
            for n in inside:
                if text(n)[0].isdigit() or text(n).lower() in NUMBER_WORDS:
                    return n
        own = set(inside)
        outside = [n for n in inside if self.heads[n] not in own]
        full = [n for n in outside if not FUNCTION.match(text(n))] or [n for n in inside if not FUNCTION.match(text(n))]
        return (full or outside or inside)[0]

    def named(self, names):
        """Head words of every place where one of the names stands."""
        found = set()
        for name in names:
            if name:
                for match in re.finditer(r"(?<!\w)" + r"\s+".join(map(re.escape, name.split())) + r"(?!\w)", self.report.text, re.I):
                    found.add(self.head((self.units[match.start()], self.units[match.end()])))
        return found - {None}


def label(report, heads, names, kind_names):
    """Lays the gold record of a report on its words.

    trigger: [kind + 1 or 0 a word, -100 where nobody can tell]. mentions: [(word, incident, realis, core)].
    parts: {(mention, part): (words that are right, words to pass over)}. pointers: {(mention or claim, pointer): words}
    with [] for nothing told and no entry where nobody can tell. claims: [(sentence spans (first, last), stance)].
    """
    find = Finder(report, heads)
    report.swaps = [swap_of(word, name) for (word, _, _), name in zip(report.words, names)]
    trigger, mentions, parts, pointers, claims = [0] * len(report.words), [], {}, {}, []
    kind_of = {kind: n + 1 for n, kind in enumerate(kind_names)}
    for number, incident in enumerate(report.gold["incidents"]):
        own = sorted({find.head(find.span(m)) for m in incident["mentions"]} - {None})
        for word in own:
            if trigger[word] == 0:
                trigger[word] = kind_of[incident["kind"]]
                mentions.append((word, number, REALIS.index(incident["realis"]), bool(incident.get("core"))))
        mine = [n for n, mention in enumerate(mentions) if mention[1] == number]
        fillers = [(party["role"], find.named([party["name"], *party.get("aliases", [])])) for party in incident.get("who", [])]
        fillers += [("means", {find.head(find.span(m))} - {None}) for m in incident.get("means", []) if "quote" in m]
        fillers += [(t["outcome"], {find.head(find.span(t), number=True)} - {None}) for t in incident.get("toll", []) if t.get("quote")]
        for part, words in fillers:
            lay(find, mentions, mine, part, words, parts)
        when, where = incident.get("when"), incident.get("where")
        for n in mine:
            if not when:
                pointers[n, "when"] = []
            elif when.get("quote"):
                pointers[n, "when"] = sorted({find.head(find.span(when))} - {None}) or None
            if not where:
                pointers[n, "where"] = []
            elif where.get("quote"):
                words = {find.head(find.span(where))} | find.named([where["quote"], where.get("name")])
                pointers[n, "where"] = sorted(words - {None}) or None
    # Two or three mentions of an incident are annotated; other places where the same word stands may be more of them.
    known = {report.words[word][0].lower() for word, *_ in mentions}
    for n, (text, _, _) in enumerate(report.words):
        if trigger[n] == 0 and text.lower() in known:
            trigger[n] = -100
    for claim in report.gold.get("claims", []):
        span = find.span(claim)
        inside = find.inside(span) if span else []
        spans = []
        for n in inside:
            if spans and find.sentence_of[n] == find.sentence_of[spans[-1][1] - 1]:
                spans[-1] = (spans[-1][0], n + 1)
            else:
                spans.append((n, n + 1))
        if spans:
            speakers = sorted(find.named([claim["speaker"]]) - set(inside)) if claim.get("speaker") else []
            claims.append((spans, STANCES.index(claim["stance"]), speakers or None))
    for number, (first, last) in enumerate(report.sentences):
        inside = [(a - first, b - first, "") for spans, _, _ in claims for a, b in spans if first <= a < last]
        report.prepared[number]["claim"] = encode_spans(apart(inside), [""], last - first)
    pointers = {key: words for key, words in pointers.items() if words is not None}
    report.labels = {"trigger": trigger, "mentions": mentions, "parts": parts, "pointers": pointers, "claims": claims}


def apart(spans):
    """Spans of which none overlaps one before it."""
    kept = []
    for span in sorted(spans):
        if not kept or kept[-1][1] <= span[0]:
            kept.append(span)
    return kept


def lay(find, mentions, mine, part, words, parts):
    """Where a filler stands in a mention's own sentence it is right there; else at the place nearest to any mention.

    Its other places are passed over, neither right nor wrong.
    """
    if not mine or not words:
        return
    sentence = lambda word: find.sentence_of[word]
    near = {n: {w for w in words if sentence(w) == sentence(mentions[n][0])} for n in mine}
    if not any(near.values()):
        n, word = min(((n, w) for n in mine for w in words), key=lambda pair: (abs(pair[1] - mentions[pair[0]][0]), pair))
        near[n] = {word}
    for n in mine:
        right, passed = parts.get((n, part), (set(), set()))
        parts[n, part] = (right | near[n], passed | words)
