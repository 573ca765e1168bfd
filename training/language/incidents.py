"""Heads for incidents and claims: the word that an incident hangs on, and arcs from it over the whole report.

Windows are read apart; arcs between words of two windows are scored from the vectors that each gives. What a report has
is then put together by the reader.
"""

import torch
import torch.nn as nn
import torch.nn.functional as F

from corpora import UNLABELLED
from gold import PARTS, POINTERS, REALIS, STANCES
from sequence import LabelSequence
from windows import LAYER_LABELS

WIDTH, DEEP, KEY = 384, 192, 80
ARCS = [*PARTS, *POINTERS, "link"]
WORDS_APART, SENTENCES_APART = 16, 6  # distances are told apart up to these
FACTS = len(REALIS) + 1 + len(STANCES) + len(POINTERS)  # realis, core, stance, and "none" of each pointer
# What the parts of the loss count. Triggers and claims are averaged over words, the rest over incidents' words.
WEIGHTS = {"trigger": 4, "claim": 2, "realis": 0.5, "core": 0.3, "parts": 0.3, "when": 0.4, "where": 0.4, "link": 1, "stance": 0.3, "speaker": 0.3}


class Incidents(nn.Module):
    def __init__(self, kinds):
        super().__init__()
        head = lambda out: nn.Sequential(nn.Linear(WIDTH, DEEP), nn.GELU(), nn.Dropout(0.2), nn.Linear(DEEP, out))
        self.trigger, self.facts, self.claim = head(1 + kinds), head(FACTS), head(len(LAYER_LABELS))
        self.query, self.key = head(len(ARCS) * KEY), head(KEY)
        self.claim_order = LabelSequence(LAYER_LABELS)
        self.apart = nn.Parameter(torch.zeros(len(ARCS), 2 * WORDS_APART + 1))
        self.sentences_apart = nn.Parameter(torch.zeros(len(ARCS), 2 * SENTENCES_APART + 1))
        self.bias = nn.Parameter(torch.tensor([-5.0] * len(PARTS) + [0.0] * len(POINTERS) + [0.0]))

    def forward(self, words):
        """Scores of each word from its vector [batch, words, width]."""
        return {name: getattr(self, name)(words) for name in ("trigger", "facts", "claim", "query", "key")}

    def arcs(self, query, key, source, target, sentence):
        """Scores [source, arc, target] between words of one report.

        query [source words, arcs * key], key [target words, key]; source, target: numbers of these words in the report;
        sentence: the sentence of each word of the report.
        """
        by_words = torch.einsum("sak,tk->sat", query.view(len(query), len(ARCS), KEY), key) / KEY**0.5
        words = (target.unsqueeze(0) - source.unsqueeze(1)).clamp(-WORDS_APART, WORDS_APART) + WORDS_APART
        lines = (sentence[target].unsqueeze(0) - sentence[source].unsqueeze(1)).clamp(-SENTENCES_APART, SENTENCES_APART)
        by_place = self.apart[:, words] + self.sentences_apart[:, lines + SENTENCES_APART]
        return by_words + by_place.transpose(0, 1) + self.bias.view(1, -1, 1)

    @staticmethod
    def links(arcs):
        """Symmetric scores between incidents' words, of square arcs among them."""
        both = arcs[:, ARCS.index("link")]
        return (both + both.T) / 2

    def losses(self, out, batch, reports, places):
        """The weighted sum of the losses of a batch of whole reports, and each by name.

        out: scores of the batch's words; places: where the words of each report stand in it (see `collate_reports`).
        """
        flat = {name: value.flatten(0, 1) for name, value in out.items()}
        sums, counts = {name: [] for name in WEIGHTS}, dict.fromkeys(WEIGHTS, 0)

        def add(name, loss, count):
            sums[name].append(loss)
            counts[name] += count

        for report, at in zip(reports, places):
            at = torch.tensor(at)
            own = {name: value[at] for name, value in flat.items()}
            wanted = torch.tensor(report.labels["trigger"])
            loss = F.cross_entropy(own["trigger"], wanted, ignore_index=UNLABELLED, reduction="sum")
            add("trigger", loss * report.weight, len(at))
            sentence = torch.tensor(report.sentence_of)
            if report.labels["mentions"]:
                self.incident_losses(own, sentence, report.labels, add)
            if report.labels["claims"]:
                self.claim_losses(own, sentence, report.labels["claims"], add)
        claim = self.claim_order.loss(out["claim"].unsqueeze(2), batch["claim"].unsqueeze(2), batch["sentence"])
        add("claim", claim, 1)
        found = {name: torch.stack(losses).sum() / counts[name] for name, losses in sums.items() if losses}
        return sum(WEIGHTS[name] * loss for name, loss in found.items()), found

    def incident_losses(self, own, sentence, labels, add):
        mentions = labels["mentions"]
        count, kinds = len(mentions), len(REALIS)
        words, everywhere = torch.tensor([m[0] for m in mentions]), torch.arange(len(sentence))
        facts, query, key = own["facts"][words], own["query"][words], own["key"]
        realis = torch.tensor([m[2] for m in mentions])
        add("realis", F.cross_entropy(facts[:, :kinds], realis, reduction="sum"), count)
        known = [n for n, m in enumerate(mentions) if m[3] is not None]
        if known:
            core = torch.tensor([float(mentions[n][3]) for n in known])
            add("core", F.binary_cross_entropy_with_logits(facts[known, kinds], core, reduction="sum"), len(known))

        scores = self.arcs(query, key, words, everywhere, sentence)
        wanted = torch.zeros(count, len(PARTS), len(sentence))
        known = torch.ones_like(wanted)
        known[:, labels.get("open", [])] = 0
        for (n, part), (right, passed) in labels["parts"].items():
            row = PARTS.index(part)
            known[n, row, sorted(passed)] = 0
            known[n, row, sorted(right)] = wanted[n, row, sorted(right)] = 1
        loss = F.binary_cross_entropy_with_logits(scores[:, : len(PARTS)], wanted, known, reduction="sum")
        add("parts", loss, int(wanted.sum()) + count)
        for pointer in ("when", "where"):
            for n in range(count):
                if (n, pointer) in labels["pointers"]:
                    add(pointer, self.pointer_loss(scores[n], facts[n], pointer, labels["pointers"][n, pointer]), 1)
        if count > 1:
            incident = torch.tensor([m[1] for m in mentions])
            links = self.links(scores[:, :, words])
            same = (incident.unsqueeze(0) == incident.unsqueeze(1)).float()
            other = ~torch.eye(count, dtype=torch.bool)
            # A word has as many pairs as the report has words; their square root keeps long reports from ruling.
            loss = F.binary_cross_entropy_with_logits(links[other], same[other], reduction="sum")
            add("link", loss / (count - 1) ** 0.5, count)

    def claim_losses(self, own, sentence, claims, add):
        words = torch.tensor([spans[0][0] for spans, _, _ in claims])
        facts, start = own["facts"][words], len(REALIS) + 1
        stances = torch.tensor([stance for _, stance, _ in claims])
        loss = F.cross_entropy(facts[:, start : start + len(STANCES)], stances, reduction="sum")
        add("stance", loss, len(claims))
        scores = self.arcs(own["query"][words], own["key"], words, torch.arange(len(sentence)), sentence)
        for n, (_, _, speakers) in enumerate(claims):
            if speakers:
                add("speaker", self.pointer_loss(scores[n], facts[n], "speaker", speakers), 1)

    @staticmethod
    def pointer_loss(scores, facts, pointer, words):
        """Minus the log of what falls on the right words, or on none where nothing is told."""
        none = facts[FACTS - len(POINTERS) + POINTERS.index(pointer)].unsqueeze(0)
        chances = torch.cat([none, scores[ARCS.index(pointer)]]).log_softmax(0)
        right = [1 + word for word in words] or [0]
        return -torch.logsumexp(chances[right], 0)
