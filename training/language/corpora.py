"""Reads the corpora into documents of labelled sentences, and decides what training never sees.

One sentence carries the labels of every annotator who worked on its words: the teacher's (tags, parse,
names) and, where people labelled the same text, theirs. Words of two tokenisations are matched by their
place among the characters of the document that are not white space.
"""

import collections
import glob
import gzip
import json
import os
from dataclasses import dataclass, field

UNLABELLED = -100  # what torch's losses skip

# The 18 kinds of OntoNotes, as the teacher uses them.
NAME_KINDS = (
    "CARDINAL DATE EVENT FAC GPE LANGUAGE LAW LOC MONEY NORP ORDINAL ORG PERCENT PERSON PRODUCT QUANTITY TIME "
    "WORK_OF_ART"
).split()

# What re3d's annotators marked in government texts on Syria and Iraq, descriptions ("U.S. service members")
# included. Their spans nest, so every layer is a sequence of its own; a layer with "inside" holds the spans
# that lie in a longer one of the same kind ("Syria" in "northern Syria").
FIELD_LAYERS = [
    "person", "organisation", "location", "nationality", "vehicle", "weapon",
    "person inside", "organisation inside", "location inside",
]  # fmt: skip
RE3D_KINDS = {
    "Person": "person", "Organisation": "organisation", "Location": "location", "Nationality": "nationality",
    "MilitaryPlatform": "vehicle", "Vehicle": "vehicle", "Weapon": "weapon",
}  # fmt: skip

# WikiGold and EWT draw the borders of a name otherwise than OntoNotes (no "the"), so they teach a head of their own.
PEOPLE_KINDS = ["PER", "ORG", "LOC", "MISC"]


@dataclass
class Sentence:
    """One sentence. A list is empty where nobody gave that label; `heads` count from 1, 0 is the root."""

    words: list
    tags: list = field(default_factory=list)
    heads: list = field(default_factory=list)
    labels: list = field(default_factory=list)
    names: list = field(default_factory=list)  # (start, end, kind) in words, the teacher's
    people_tags: list = field(default_factory=list)  # a Penn tag, or None where the words do not match
    field_names: list = None  # (start, end, layer), re3d; None where not annotated
    people_names: list = None  # (start, end, kind), WikiGold and EWT; None where not annotated


@dataclass
class Document:
    id: str
    sentences: list


def spans_of(marks):
    """Spans (start, end, kind) of a list of BIO marks; an I that continues nothing starts a span."""
    spans, start, kind = [], None, None
    for at, mark in enumerate(list(marks) + ["O"]):
        if start is not None and (mark == "O" or mark[0] == "B" or mark[2:] != kind):
            spans.append((start, at, kind))
            start = None
        if mark != "O" and start is None:
            start, kind = at, mark[2:]
    return spans


def read_silver(path):
    """The documents of one silver file, in its order."""
    documents, rows = [], []

    def close():
        if rows:
            misc = [dict(m.split("=", 1) for m in row[9].split("|") if "=" in m) for row in rows]
            documents[-1].sentences.append(
                Sentence(
                    words=[row[1] for row in rows],
                    tags=[row[4] for row in rows],
                    heads=[int(row[6]) for row in rows],
                    labels=[row[7] for row in rows],
                    names=spans_of([m.get("NE", "O") for m in misc]),
                )
            )
            rows.clear()

    with gzip.open(path, "rt", encoding="utf8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# newdoc id = "):
                close()
                documents.append(Document(line[14:], []))
            elif not line:
                close()
            elif line[0] != "#":
                rows.append(line.split("\t"))
    close()
    return documents


def read_treebank(path):
    """Documents of a Universal Dependencies file with their Penn tags; multi-word and empty rows are left out."""
    documents = []
    for line in open(path, encoding="utf8"):
        if line.startswith("# newdoc id = "):
            documents.append(Document(line[14:].strip(), []))
        elif line[0].isdigit():
            number, word, _, _, tag = line.split("\t")[:5]
            if number == "1":
                documents[-1].sentences.append(Sentence(words=[]))
            if number.isdigit():
                documents[-1].sentences[-1].words.append(word)
                documents[-1].sentences[-1].people_tags.append(tag)
    return documents


def read_bio(path):
    """Documents of a WikiGold (word, mark) or EWT (number, word, mark, …) file."""
    documents, words, marks = [Document(os.path.basename(path), [])], [], []

    def close():
        if words:
            names = [(s, e, k) for s, e, k in spans_of(marks) if k in PEOPLE_KINDS]
            documents[-1].sentences.append(Sentence(words=list(words), people_names=names))
            words.clear(), marks.clear()

    for line in open(path, encoding="utf8"):
        parts = line.rstrip("\n").split("\t") if "\t" in line else line.split()
        if line.startswith("# newdoc") or line.startswith("-DOCSTART-"):
            close()
            documents.append(Document(f"{os.path.basename(path)}:{len(documents)}", []))
        elif not parts or line.startswith("# "):
            close()
        else:
            word, mark = (parts[1], parts[2]) if "\t" in line else (parts[0], parts[-1])
            words.append(word), marks.append(mark)
    close()
    return [d for d in documents if d.sentences]


def bare(text):
    return "".join(text.split())


def add_people_tags(document, treebank):
    """Lays a treebank's tags on the words of a silver document that begin and end where the treebank's do.

    Gives False and lays none if the two do not have the same text.
    """
    tags, at = {}, 0
    for sentence in treebank.sentences:
        for word, tag in zip(sentence.words, sentence.people_tags):
            tags[(at, at + len(bare(word)))] = tag
            at += len(bare(word))
    if at != sum(len(bare(w)) for s in document.sentences for w in s.words):
        return False
    at = 0
    for sentence in document.sentences:
        for word in sentence.words:
            sentence.people_tags.append(tags.get((at, at + len(bare(word)))))
            at += len(bare(word))
    return True


def read_re3d(folder):
    """{silver document id: (text, {(begin, end, layer)})} of all re3d documents."""
    found = {}
    for sub in sorted(glob.glob(os.path.join(folder, "*", ""))):
        name = os.path.basename(os.path.dirname(sub))
        texts = {d["_id"]: d["text"] for d in read_lines(sub + "documents.json")}
        spans = collections.defaultdict(set)
        for entity in read_lines(sub + "entities.json"):
            if entity["type"] in RE3D_KINDS:
                spans[entity["documentId"]].add((entity["begin"], entity["end"], RE3D_KINDS[entity["type"]]))
        for key, text in texts.items():
            found[f"re3d:{name}-{key}"] = (text, spans[key])
    return found


def read_lines(path):
    return [json.loads(line) for line in open(path, encoding="utf8") if line.strip()]


def add_field_names(document, text, spans):
    """Lays re3d's spans on the words of a silver document.

    Gives the kinds of those that find no place: across sentences, with a border inside a word, nested a third time.
    """
    bare_at, count = [], 0
    for char in text:
        bare_at.append(count)
        count += not char.isspace()
    bare_at.append(count)
    starts, ends, at = {}, {}, 0
    for number, sentence in enumerate(document.sentences):
        sentence.field_names = []
        for position, word in enumerate(sentence.words):
            starts[at] = (number, position)
            at += len(bare(word))
            ends[at] = (number, position + 1)
    unfit = []
    for begin, end, kind in sorted(spans):
        first, last = starts.get(bare_at[begin]), ends.get(bare_at[min(end, len(text))])
        if first and last and first[0] == last[0] and first[1] < last[1]:
            document.sentences[first[0]].field_names.append((first[1], last[1], kind))
        else:
            unfit.append(kind)
    for sentence in document.sentences:
        sentence.field_names, left = into_layers(sentence.field_names)
        unfit += left
    return unfit


def into_layers(spans):
    """Names the layer of each span: its kind, or "kind inside" where a longer span of its kind holds it.

    Gives the spans with their layers, and the kinds of those that neither layer has room for.
    """
    layers, left, taken = [], [], collections.defaultdict(list)
    for start, end, kind in sorted(set(spans), key=lambda s: (s[0], -s[1], s[2])):
        for layer in (kind, f"{kind} inside"):
            if layer in FIELD_LAYERS and all(end <= s or start >= e for s, e in taken[layer]):
                taken[layer].append((start, end))
                layers.append((start, end, layer))
                break
        else:
            left.append(kind)
    return layers, left


def sentence_keys(document):
    return {" ".join(s.words).lower() for s in document.sentences if len(s.words) >= 12}


def without_copies(documents, kept_back):
    """Leaves out documents that share a quarter or more of their longer sentences with one that is kept back."""
    known = set().union(*(sentence_keys(d) for d in kept_back))
    shares = lambda keys: keys and len(keys & known) >= len(keys) / 4
    return [d for d in documents if not shares(sentence_keys(d))]


def load(folder):
    """All corpora under `folder`, as a dictionary of lists of documents.

    train: what training sees. later: what it sees beside that once it has the heads for incidents. dev, test: silver. gum_news: kept back, on its own tokens. re3d: kept back, on the
    teacher's tokens; re3d_unfit: how many spans of persons, organisations, locations, nationalities do not fit on those.
    people_names: EWT's dev file of names, kept back.
    """
    silver = {part: read_silver(f"{folder}/silver/silver-{part}.conllu.gz") for part in ("train", "dev", "test")}
    everything = {d.id: d for part in silver.values() for d in part}

    gum = {d.id: d for path in sorted(glob.glob(f"{folder}/syntax/gum/*.conllu")) for d in read_treebank(path)}
    news = sorted(name for name in gum if name.startswith("GUM_news_"))[2::3]
    treebank = {f"gum:{name}": document for name, document in gum.items()}
    treebank |= {f"ewt-train:{d.id}": d for d in read_treebank(f"{folder}/syntax/ewt/en_ewt-ud-train.conllu")}
    unmatched = [n for n, d in treebank.items() if n in everything and not add_people_tags(everything[n], d)]

    re3d = read_re3d(f"{folder}/names/re3d")
    outside_train = {d.id for part in ("dev", "test") for d in silver[part]}
    re3d_held_out = {n for i, n in enumerate(sorted(re3d)) if i % 4 == 0 or n in outside_train}
    unfit = {n: add_field_names(everything[n], *re3d[n]) for n in re3d if n in everything}

    re3d_documents = [everything[n] for n in sorted(re3d_held_out) if n in everything]
    gum_news = [everything[f"gum:{name}"] for name in news if f"gum:{name}" in everything]
    kept_back = silver["dev"] + silver["test"] + gum_news + re3d_documents
    hidden = {d.id for d in kept_back}
    # The reports of gold/dev.json measure the reader as a whole, so the encoder is not to know their text.
    train = [d for d in silver["train"] if d.id not in hidden and not d.id.startswith("gold-dev:")]
    train = without_copies(train, kept_back)
    people = read_bio(f"{folder}/names/wikigold.conll.txt") + read_bio(f"{folder}/names/en_ewt-ud-test.iob2")
    print(
        f"{len(train)} of {len(silver['train'])} silver documents; GUM and EWT documents that do not match: "
        f"{len(unmatched)}; re3d kept back: {len(re3d_documents)} of {len(unfit)}; GUM news kept back: "
        f"{', '.join(news)}",
        flush=True,
    )
    return {
        "train": train + people,
        "later": read_treebank(f"{folder}/syntax/pud/en_pud-ud-test.conllu"),
        "dev": silver["dev"],
        "test": silver["test"],
        "gum_news": [gum[name] for name in news],
        "re3d": re3d_documents,
        "re3d_unfit": sum(kind not in ("vehicle", "weapon") for d in re3d_documents for kind in unfit[d.id]),
        "people_names": read_bio(f"{folder}/names/en_ewt-ud-dev.iob2"),
    }
