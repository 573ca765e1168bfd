"""Reports of MUC-4 as training texts: their keys say who did what to whom, and the model itself which words tell of it.

A key has no words for the incident itself. The word that it hangs on is one that the model already takes for such,
of a kind that fits the key's type, in a sentence that has a fill of the key. What the key does not say is left open.
"""

import json
import os
import re

import torch

from gold import PARTS, REALIS, Finder, Report, lay, words_of
from vary import swap_of
from windows import WINDOW, collate, cut

EVERY, KEPT = 5, 4  # of five documents the last is kept for measuring
SURE, NEVER = 0.4, 0.05  # chances that a word tells of an incident
# Words that tell of an incident of a type whatever the model says of them. What a thing is called that it was done with
# ("a bomb", "dynamite") is not among them, nor who did it ("the murderers").
WORDS = {
    "BOMBING": r"EXPLO(DE|DED|DES|DING|SION|SIONS)|BOMB(ED|ING|INGS)|DYNAMIT(ED|ING)|DETONAT\w+|BLEW|BLOWN|BLASTS?|SABOTAG\w+",
    "ATTACK": r"ATTACK(ED|S|ING)?|KILL(ED|S|ING|INGS)?|MURDER(ED|S|ING)?|ASSASSINAT(E|ED|ES|ING|ION|IONS)|MASSACRED?S?"
    r"|SHOT|SHOOTING|MACHINE-?GUNN(ED|ING)|AMBUSH(ED|ES)?|SLAIN|SLAYINGS?|EXECUT(ED|ION|IONS)|DEATHS?|DIED|TORTURED?",
    "KIDNAPPING": r"KIDNAPP?(ED|ING|INGS|S)?|ABDUCT(ED|ION|IONS)|CAPTURED|SEIZED|DISAPPEAR(ED|ANCE)",
    "ARSON": r"BURN(ED|ING|T)|ARSON|FIRED?|TORCHED",
    "ROBBERY": r"ROBB(ED|ERY|ERIES|ING)|STOLE|STOLEN|STEALING|THEFT|LOOT(ED|ING)",
}
SLOTS = {
    "PERP: INDIVIDUAL ID": "actor", "PERP: ORGANIZATION ID": "actor", "PHYS TGT: ID": "recipient",
    "HUM TGT: NAME": "recipient", "HUM TGT: DESCRIPTION": "recipient", "INCIDENT: INSTRUMENT ID": "means",
}  # fmt: skip
STAGES = {"ACCOMPLISHED": "happened", "ATTEMPTED": "attempted", "THREATENED": "threatened"}
SAID = {"actor", "recipient", "means"}
WEIGHT = 0.5


def load(shared, tokens):
    """The reports that have a key, without labels as yet. tokens: what `tokens.ts` wrote of `dev.jsonl`."""
    cut_of = {row["id"]: row["sentences"] for row in map(json.loads, open(tokens, encoding="utf8"))}
    reports = []
    with open(os.path.join(shared, "corpora", "muc4", "dev.jsonl"), encoding="utf8") as lines:
        for number, row in enumerate(map(json.loads, lines)):
            if number % EVERY == KEPT or not row["templates"]:
                continue
            words, sentences = words_of(row["text"], cut_of[row["docid"]])
            reports.append(Report(row["docid"], row["text"], words, sentences, row, WEIGHT))
    return reports


def kinds_of_types(shared):
    """The numbers of kinds, as `trigger` has them, that fit each type of MUC-4."""
    rows = json.load(open(os.path.join(shared, "codebook.json"), encoding="utf8"))["kinds"]
    fits = {}
    for number, row in enumerate(rows):
        for name in (row.get("muc") or "").split("|"):
            fits.setdefault(name, set()).add(number + 1)
    number = {row["kind"]: n + 1 for n, row in enumerate(rows)}
    fits["ATTACK"].add(number["death"])
    fits["BOMBING"] -= {number["air_strike"], number["shelling"]}  # those are attacks by the guidelines of MUC-4
    return fits


@torch.no_grad()
def chances(model, report):
    """The chance of each kind for every word [words, 1 + kinds]."""
    windows = cut(report.prepared, lambda: WINDOW)
    batch = collate(windows)
    layers = model.layers(batch["ids"], batch["case"], batch["first"])
    scores = model.incidents(model.incident_layers(layers))["trigger"].softmax(-1)
    return torch.cat([row[: sum(len(s["case"]) for s in window)] for row, window in zip(scores, windows)])


def label(report, heads, names, chance, fits):
    """Lays the key on the words of a report, in the shape of `gold.label`. Gives whether an incident was found."""
    find = Finder(report, heads)
    report.swaps = [swap_of(word, name) for (word, _, _), name in zip(report.words, names)]
    told = (1 - chance[:, 0]).tolist()
    trigger = [0 if share < NEVER else -100 for share in told]
    mentions, parts, pointers = [], {}, {}
    templates = [(template, fillers_of(find, template)) for template in report.gold["templates"]]
    owner = owners(find, templates, told, chance, fits)
    for word, number in sorted(owner.items()):
        template = templates[number][0]
        own = sorted(fits[value(template, "INCIDENT: TYPE")])
        trigger[word] = own[int(chance[word, own].argmax())]
        stage = STAGES[value(template, "INCIDENT: STAGE OF EXECUTION") or "ACCOMPLISHED"]
        mentions.append((word, number, REALIS.index(stage), None))
    for number, (template, fillers) in enumerate(templates):
        mine = [n for n, mention in enumerate(mentions) if mention[1] == number]
        for part, words in fillers:
            lay(find, mentions, mine, part, words, parts)
        town = (value(template, "INCIDENT: LOCATION") or "").split(": ")[-1].split(" (")[0].split(" - ")[0]
        words = sorted(find.named([town]) - {None})
        for n in mine:
            if words:
                pointers[n, "where"] = words
    report.labels = {
        "trigger": trigger, "mentions": mentions, "parts": parts, "pointers": pointers, "claims": [],
        "open": [PARTS.index(part) for part in PARTS if part not in SAID],
    }  # fmt: skip
    return bool(mentions)


def value(template, slot):
    fills = template["slots"].get(slot) or []
    return fills[0]["alts"][0]["value"] if fills else None


def fillers_of(find, template):
    """[(part, words where one thing of it stands)] of a template."""
    found = []
    for slot, part in SLOTS.items():
        for fill in template["slots"].get(slot) or []:
            words = find.named([alt["value"].strip('"') for alt in fill["alts"]])
            if words:
                found.append((part, words))
    return found


def owners(find, templates, told, chance, fits):
    """{word: template} of the words that tell of the templates' incidents: those with most fills of one in their sentence."""
    owner = {}
    for word, share in enumerate(told):
        sentence, beside = find.sentence_of[word], []
        for number, (template, fillers) in enumerate(templates):
            type_ = value(template, "INCIDENT: TYPE")
            named = re.fullmatch(WORDS.get(type_, "-"), find.report.words[word][0])
            if named or (share > SURE and int(chance[word, 1:].argmax()) + 1 in fits.get(type_, ())):
                filled = sum(any(find.sentence_of[w] == sentence for w in words) for _, words in fillers)
                beside.append((filled, bool(named), number))
        beside.sort(reverse=True)
        if beside and beside[0][0] and (len(beside) == 1 or beside[0][:2] > beside[1][:2]):
            owner[word] = beside[0][2]
    return owner
