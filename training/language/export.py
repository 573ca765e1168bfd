"""Writes a trained model as one int8 ONNX file with its card, and measures what that cost.

    python export.py RUN OUT [--corpora FOLDER] [--part dev|test] [--version V] [--no-check]

OUT gets language.onnx (int8), language.json (the card: labels, steps between labels, sizes) and vocab.txt. RUN gets
the unquantised graph. Activations are quantised with the range of the whole input, padding and neighbours included, so
the reader hands in one window at a time.
"""

import argparse
import json
import logging
import os
import shutil

import numpy
import torch
import torch.nn as nn

import corpora
import gold
import incidents
import windows
from model import FAR, base_folder
from train import MEAN, load_run, prepare_parts

INPUTS = ["ids", "case", "first", "sentence"]
OUTPUTS = ["tag", "arc", "label", "name", "field", "trigger", "facts", "claim", "query", "key"]


class Graph(nn.Module):
    """All heads in one run. Takes whole numbers of 32 bits; labels are scored for the best head of each word."""

    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, ids, case, first, sentence):
        out = self.model(ids.long(), case.long(), first.long(), sentence.long())
        label = self.model.label_scores(out["label_word"], out["label_head"], out["arc"].argmax(-1))
        told = (out["incidents"][name] for name in ("trigger", "facts", "claim", "query", "key"))
        return self.model.tags(out), out["arc"], label, out["name"], out["field"], *told


def write_graph(model, path):
    """The float graph, opset 17, any number of windows, pieces and words."""
    ids = torch.tensor([[101, 2023, 2003, 102, 2748, 102]] * 2, dtype=torch.int32)
    case = torch.tensor([[0, 2, 1, 0, 2, 0]] * 2, dtype=torch.int32)
    first = torch.tensor([[1, 2, 4]] * 2, dtype=torch.int32)
    sentence = torch.tensor([[0, 0, 1], [0, 0, -1]], dtype=torch.int32)
    axes = {name: {0: "windows", 1: "pieces"} for name in ("ids", "case")}
    axes |= {name: {0: "windows", 1: "words"} for name in ("first", "sentence", *OUTPUTS)}
    axes["arc"] = {**axes["arc"], 2: "heads"}
    torch.onnx.export(
        Graph(model).eval(), (ids, case, first, sentence), path, input_names=INPUTS, output_names=OUTPUTS,
        dynamic_axes=axes, opset_version=17, dynamo=False, do_constant_folding=True,
    )  # fmt: skip


def quantise(source, target):
    """Weights to int8, a scale for each channel; the reduced range keeps sums exact on processors without VNNI."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    logging.getLogger().setLevel(logging.ERROR)
    quantize_dynamic(source, target, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)


def order(sequence):
    """The scores of a label sequence as lists, rounded; what is not allowed is -10000."""
    steps, start, stop = (numpy.round(x.detach().numpy().astype(float), 4) for x in sequence.scores())
    return {"steps": steps.tolist(), "start": start.tolist(), "stop": stop.tolist()}


def incidents_card(model, vocabulary):
    """What a program must know to read the numbers of the heads for incidents and claims."""
    own = model.incidents
    rounded = lambda x: numpy.round(x.detach().numpy().astype(float), 4).tolist()
    return {
        "kinds": vocabulary["kinds"], "realis": gold.REALIS, "stances": gold.STANCES, "parts": gold.PARTS,
        "pointers": gold.POINTERS, "key": incidents.KEY,
        "claim": {"labels": windows.LAYER_LABELS, **{k: v[0] for k, v in order(own.claim_order).items()}},
        # By arc: parts, pointers, link. `apart` counts words from -16 to 16, `sentencesApart` sentences from -6 to 6.
        "bias": rounded(own.bias), "apart": rounded(own.apart), "sentencesApart": rounded(own.sentences_apart),
    }  # fmt: skip


def card(model, vocabulary, version):
    """What a program must know to run the graph and read its numbers."""
    names = {key: value[0] for key, value in order(model.name_order).items()}
    return {
        "version": version,
        "model": "language.onnx",
        "vocabulary": "vocab.txt",
        "window": windows.WINDOW,
        "longest": windows.LONGEST + 2,
        "mostPieces": windows.MOST_PIECES,
        "pieces": {"pad": 0, "unknown": windows.UNK, "start": windows.CLS, "end": windows.SEP},
        "case": {"none": 0, "lower": 1, "capital": 2, "upper": 3, "other": 4, "unknown": 5},
        "tags": vocabulary["tags"],
        "labels": vocabulary["labels"],
        "names": {"kinds": corpora.NAME_KINDS, "labels": windows.NAME_LABELS, **names},
        "field": {"layers": corpora.FIELD_LAYERS, "labels": windows.LAYER_LABELS, **order(model.field_order)},
        "incidents": incidents_card(model, vocabulary),
    }


class OnnxReader:
    """Reads batches with the exported file, in the shape that `evaluate.measure` asks for."""

    def __init__(self, path, model):
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 2
        self.session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
        self.model = model

    def __call__(self, batch):
        inputs = {name: batch[name].numpy().astype(numpy.int32) for name in INPUTS}
        out = dict(zip(OUTPUTS, map(torch.from_numpy, self.session.run(OUTPUTS, inputs))))
        return {
            "tag": out["tag"].argmax(-1), "head": out["arc"].argmax(-1), "label": out["label"].argmax(-1),
            "name": self.model.name_order.decode(out["name"].unsqueeze(2), batch["sentence"])[..., 0],
            "field": self.model.field_order.decode(out["field"], batch["sentence"]),
        }  # fmt: skip


def check_graph(model, path):
    """The float graph gives what the model gives, for a padded batch of its own making."""
    import onnxruntime

    torch.manual_seed(0)
    sentence = torch.tensor([[0] * 9 + [1] * 6, [0] * 11 + [-1] * 4])
    ids, case = torch.randint(1000, 20000, (2, 18)), torch.randint(1, 5, (2, 18))
    ids[1, 14:] = case[1, 14:] = 0
    first = torch.where(sentence >= 0, torch.arange(1, 16).unsqueeze(0), 0)
    with torch.no_grad():
        wanted = Graph(model)(ids, case, first, sentence)
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    batch = {"ids": ids, "case": case, "first": first, "sentence": sentence}
    found = session.run(OUTPUTS, {name: batch[name].numpy().astype(numpy.int32) for name in INPUTS})
    words = sentence >= 0
    gaps = {n: float((torch.from_numpy(f)[words] - w[words]).abs().max()) for n, f, w in zip(OUTPUTS, found, wanted)}
    print("float graph against model, largest gap:", {name: round(gap, 5) for name, gap in gaps.items()})
    if max(gaps.values()) > 1e-2:
        raise SystemExit("the graph does not give what the model gives; do not ship it")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("run")
    parser.add_argument("out")
    parser.add_argument("--phase", default=MEAN, help="a phase of train.py; the model is the mean of two")
    parser.add_argument("--corpora", default="../shared/corpora")
    parser.add_argument("--part", default="test", choices=["dev", "test"])
    parser.add_argument("--version", default="1")
    parser.add_argument("--no-check", action="store_true", help="do not measure")
    options = parser.parse_args()
    torch.set_num_threads(2)

    model, vocabulary = load_run(options.run, options.phase, "eager")
    os.makedirs(options.out, exist_ok=True)
    plain, small = os.path.join(options.run, "language.fp32.onnx"), os.path.join(options.out, "language.onnx")
    write_graph(model, plain)
    check_graph(model, plain)
    quantise(plain, small)
    with open(os.path.join(options.out, "language.json"), "w") as out:
        json.dump(card(model, vocabulary, options.version), out, separators=(",", ":"))
        out.write("\n")
    shutil.copy(os.path.join(base_folder(), "vocab.txt"), os.path.join(options.out, "vocab.txt"))
    print(f"{small}: {os.path.getsize(small) / 1e6:.1f} MB, float {os.path.getsize(plain) / 1e6:.1f} MB")
    if not options.no_check:
        from evaluate import TorchReader, report

        parts = prepare_parts(corpora.load(options.corpora), vocabulary, train=False)
        print("float")
        report(TorchReader(model), parts, options.part)
        print("int8")
        report(OnnxReader(small, model), parts, options.part, pieces_a_batch=0)


if __name__ == "__main__":
    main()
