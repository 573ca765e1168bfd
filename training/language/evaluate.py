"""Measures a model on the parts of the corpora that training did not see.

    python evaluate.py RUN [--corpora FOLDER] [--part dev|test] [--onnx FILE]

Everything is measured on given tokens and sentences, punctuation included. With --onnx the exported file is read by
onnxruntime in place of the checkpoint.
"""

import argparse
import collections

import torch

import corpora
from windows import UNKNOWN, UPPER, collate, decode_spans, reading_batches

FIELD_KINDS = ("person", "organisation", "location", "nationality")


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
            "tag": out["tag"], "people_tag": out["people_tag"], "head": heads,
            "label": self.model.label_scores(out["label_word"], out["label_head"], heads).argmax(-1),
            "name": self.model.name_order.decode(out["name"].unsqueeze(2), batch["sentence"])[..., 0],
            "field": self.model.field_order.decode(out["field"], batch["sentence"]),
            "people": self.model.people_order.decode(out["people"].unsqueeze(2), batch["sentence"])[..., 0],
        }  # fmt: skip


def measure(read, documents, case=None, limit=None, pieces_a_batch=6000):
    """Scores of a reader on prepared documents: {name: number of per cent}, for whatever labels they carry.

    case: None, or the case that all words are said to have. limit: None for full windows, 0 for single sentences.
    """
    right, all_words, spans = collections.Counter(), collections.Counter(), collections.defaultdict(Count)
    window = {} if limit is None else {"limit": limit}
    for batch_windows in reading_batches(documents, pieces_a_batch, **window):
        batch = collate(batch_windows)
        if case is not None:
            batch["case"] = torch.where(batch["case"] > 0, case, 0)
        out = read(batch)
        for ours, wanted in (("tag", "tag"), ("people_tag", "people_tag"), ("tag", "people_tag"), ("both", "tag"), ("both", "people_tag")):
            known = batch[wanted] >= 0
            if ours == "both":
                guess = (out["tag"].log_softmax(-1) + out["people_tag"].log_softmax(-1)).argmax(-1)
            else:
                guess = out[ours].argmax(-1)
            right[f"{ours} as {wanted}"] += int(((guess == batch[wanted]) & known).sum())
            all_words[f"{ours} as {wanted}"] += int(known.sum())
        known = batch["head"] >= 0
        attached = (out["head"] == batch["head"]) & known
        labelled = attached & (out["label"] == batch["label"])
        for name, hits in (("UAS", attached), ("LAS", labelled)):
            right[name] += int(hits.sum())
            all_words[name] += int(known.sum())
        count_spans(batch, out, spans)
    scores = {name: 100 * right[name] / n for name, n in all_words.items() if n}
    return scores | {name: count.f1() for name, count in spans.items()}, spans


def count_spans(batch, out, spans):
    """Adds the name spans of a batch to the counts: by head, and for re3d by layer."""
    for row in range(len(batch["ids"])):
        words = int((batch["sentence"][row] >= 0).sum())
        for head, kinds in (("name", corpora.NAME_KINDS), ("people", corpora.PEOPLE_KINDS)):
            if head in out and batch[head][row, 0] >= 0:
                kept = kinds if head == "name" else [k for k in kinds if k != "MISC"]
                found, wanted = (
                    {s for s in decode_spans(x[row, :words].tolist(), kinds) if s[2] in kept}
                    for x in (out[head], batch[head])
                )
                spans[f"{head} F1"].add(found, wanted)
        if batch["field"][row, 0, 0] >= 0:
            for number, layer in enumerate(corpora.FIELD_LAYERS):
                found, wanted = (
                    decode_spans(x[row, :words, number].tolist(), [layer.split()[0]]) for x in (out["field"], batch["field"])
                )
                spans[f"re3d {layer}"].add(found, wanted)
                if layer.split()[0] in FIELD_KINDS:
                    spans["re3d F1"].add(found, wanted)
                    if layer in FIELD_KINDS:
                        spans["re3d outer F1"].add(found, wanted)


def report(read, parts, part, pieces_a_batch=6000):
    """Prints every score that the model is judged by. Returns them."""
    lines = {}
    for title, documents, options in (
        (f"silver {part}", parts[part], {}),
        (f"silver {part}, one sentence at a time", parts[part], {"limit": 0}),
        (f"silver {part}, ALL CAPITALS", parts[part], {"case": UNKNOWN}),
        (f"silver {part}, capitals taken as said", parts[part], {"case": UPPER}),
        ("GUM news", parts["gum_news"], {}),
        ("re3d", parts["re3d"], {}),
        ("EWT names", parts["people_names"], {}),
    ):
        scores, spans = measure(read, documents, pieces_a_batch=pieces_a_batch, **options)
        lines[title] = scores
        print(f"{title:40}", " ".join(f"{name} {value:.2f}" for name, value in scores.items()), flush=True)
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
