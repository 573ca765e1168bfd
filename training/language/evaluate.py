"""Measures a model on the parts of the corpora that training did not see.

    python evaluate.py RUN [--corpora FOLDER] [--part dev|test] [--onnx FILE]

Everything is measured on given tokens and sentences, punctuation included. With --onnx the exported file is read by
onnxruntime in place of the checkpoint.
"""

import argparse
import collections

import torch

import corpora
from corpora import FIELD_LAYERS, NAME_KINDS, PEOPLE_KINDS
from windows import UNKNOWN, WINDOW, collate, decode_spans, reading_batches

FIELD_KINDS = ("person", "organisation", "location", "nationality")  # what re3d's score is of, nested spans included


class Count:
    """True, claimed and wanted things, and what follows from them."""

    def __init__(self):
        self.right = self.claimed = self.wanted = 0

    def add(self, claimed, wanted):
        self.right += len(claimed & wanted)
        self.claimed += len(claimed)
        self.wanted += len(wanted)

    def f1(self):
        return 200 * self.right / max(1, self.claimed + self.wanted)

    def __str__(self):
        precision, recall = 100 * self.right / max(1, self.claimed), 100 * self.right / max(1, self.wanted)
        return f"{self.f1():.2f} (P {precision:.1f} R {recall:.1f}, {self.wanted} spans)"


class TorchReader:
    """Reads batches with the model itself."""

    def __init__(self, model):
        self.model = model

    @torch.no_grad()
    def __call__(self, batch):
        self.model.eval()
        out = self.model(batch["ids"], batch["case"], batch["first"], batch["sentence"])
        heads = out["arc"].argmax(-1)
        return {
            "tag": self.model.tags(out).argmax(-1), "head": heads,
            "label": self.model.label_scores(out["label_word"], out["label_head"], heads).argmax(-1),
            "name": self.model.name_order.decode(out["name"].unsqueeze(2), batch["sentence"])[..., 0],
            "field": self.model.field_order.decode(out["field"], batch["sentence"]),
            "people": self.model.people_order.decode(out["people"].unsqueeze(2), batch["sentence"])[..., 0],
        }  # fmt: skip


def measure(read, documents, case=None, limit=WINDOW, pieces_a_batch=6000):
    """Scores in per cent of a reader on prepared documents, for whatever labels they carry, and the counts of spans.

    case: None, or the case that all words are said to have. limit: pieces of a window; 0 reads single sentences.
    """
    right, known, spans = collections.Counter(), collections.Counter(), collections.defaultdict(Count)
    for batch_windows in reading_batches(documents, pieces_a_batch, limit):
        batch = collate(batch_windows)
        if case is not None:
            batch["case"] = torch.where(batch["case"] > 0, case, 0)
        out = read(batch)
        attached = out["head"] == batch["head"]
        for name, labels, hits in (
            ("tags", "tag", out["tag"] == batch["tag"]),
            ("people's tags", "people_tag", out["tag"] == batch["people_tag"]),
            ("UAS", "head", attached),
            ("LAS", "head", attached & (out["label"] == batch["label"])),
        ):
            labelled = batch[labels] >= 0
            right[name] += int((hits & labelled).sum())
            known[name] += int(labelled.sum())
        count_names(batch, out, spans)
        count_field(batch, out, spans)
    scores = {name: 100 * right[name] / n for name, n in known.items() if n}
    return scores | {name: count.f1() for name, count in spans.items()}, spans


def count_names(batch, out, spans):
    """Adds the names of a batch to the counts, and those of the people's files (which know no MISC in EWT)."""
    for row in range(len(batch["ids"])):
        words = int((batch["sentence"][row] >= 0).sum())
        for head, kinds, left_out in (("name", NAME_KINDS, ()), ("people", PEOPLE_KINDS, ("MISC",))):
            if head in out and batch[head][row, 0] >= 0:
                found, wanted = (
                    {s for s in decode_spans(x[row, :words].tolist(), kinds) if s[2] not in left_out}
                    for x in (out[head], batch[head])
                )
                spans["names" if head == "name" else "people's names"].add(found, wanted)


def count_field(batch, out, spans):
    """Adds re3d's layers to the counts: each by itself, and those of the four kinds together."""
    for row in range(len(batch["ids"])):
        if batch["field"][row, 0, 0] >= 0:
            words = int((batch["sentence"][row] >= 0).sum())
            for number, layer in enumerate(FIELD_LAYERS):
                found, wanted = (
                    decode_spans(x[row, :words, number].tolist(), [layer]) for x in (out["field"], batch["field"])
                )
                spans[layer].add(found, wanted)
                if layer.split()[0] in FIELD_KINDS:
                    spans["re3d"].add(found, wanted)


def report(read, parts, part, pieces_a_batch=6000):
    """Prints every score that the model is judged by. Returns them."""
    lines = {}
    for title, documents, options in (
        (f"silver {part}", parts[part], {}),
        (f"silver {part}, one sentence at a time", parts[part], {"limit": 0}),
        (f"silver {part}, ALL CAPITALS", parts[part], {"case": UNKNOWN}),
        ("GUM news", parts["gum_news"], {}),
        ("re3d", parts["re3d"], {}),
        ("EWT names", parts["people_names"], {}),
    ):
        scores, spans = measure(read, documents, pieces_a_batch=pieces_a_batch, **options)
        if title == "re3d":
            # Spans that cross a sentence or end inside a word cannot be found, but are wanted all the same.
            spans["re3d"].wanted += parts["re3d_unfit"]
            scores["re3d"] = spans["re3d"].f1()
        else:
            scores = {name: score for name, score in scores.items() if name not in [*FIELD_LAYERS, "re3d"]}
        lines[title] = scores
        print(f"{title:36}", ", ".join(f"{name} {value:.2f}" for name, value in scores.items()), flush=True)
    return lines


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run")
    parser.add_argument("--corpora", default="../shared/corpora")
    parser.add_argument("--part", default="test", choices=["dev", "test"])
    parser.add_argument("--onnx")
    options = parser.parse_args()
    torch.set_num_threads(2)
    from train import load_run, prepare_parts

    model, vocabulary = load_run(options.run)
    parts = prepare_parts(corpora.load(options.corpora), vocabulary, train=False)
    if options.onnx:
        from export import OnnxReader

        report(OnnxReader(options.onnx, model), parts, options.part, pieces_a_batch=0)
    else:
        report(TorchReader(model), parts, options.part)


if __name__ == "__main__":
    main()
