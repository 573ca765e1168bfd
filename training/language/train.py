"""Trains the encoder with its heads and prints its scores.

    python train.py RUN [--corpora FOLDER] [--epochs N] [--seconds N]

RUN is a folder for checkpoints and the log. The same corpora, seed and number of threads give the same weights, unless
--seconds bounds the run: then the learning rate falls with the time instead. A run that was cut off goes on from its last
checkpoint.
"""

import argparse
import os
import random
import time

import torch

import corpora
from evaluate import TorchReader, measure, report
from model import Language, load_tokenizer
from windows import Pieces, collate, prepare, training_batches

SEED, THREADS = 1, 2
PIECES_A_BATCH = 2500
ENCODER_RATE, HEADS_RATE = 1.5e-4, 1.5e-3
WARM_UP = 150  # steps


def vocabulary_of(documents):
    """Tags and parse labels of the training documents, in alphabetical order."""
    sentences = [s for d in documents for s in d.sentences]
    tags = {t for s in sentences for t in s.tags} | {t for s in sentences for t in s.people_tags if t}
    return {"tags": sorted(tags), "labels": sorted({label for s in sentences for label in s.labels})}


def prepare_parts(parts, vocabulary, train=True):
    pieces = Pieces(load_tokenizer())
    names = ["train"] * train + ["dev", "test", "gum_news", "re3d", "people_names"]
    prepared = {name: prepare(parts[name], pieces, vocabulary["tags"], vocabulary["labels"]) for name in names}
    return prepared | {"re3d_unfit": parts["re3d_unfit"]}


def load_run(folder, attention="sdpa"):
    """(model, vocabulary) of a run's last checkpoint."""
    saved = torch.load(os.path.join(folder, "checkpoint.pt"), weights_only=False)
    vocabulary = saved["vocabulary"]
    model = Language(len(vocabulary["tags"]), len(vocabulary["labels"]), attention)
    model.load_state_dict(saved["model"])
    return model.eval(), vocabulary


class Run:
    """The state of a training run: what a checkpoint holds, and the clock."""

    def __init__(self, folder, vocabulary, options):
        self.folder, self.vocabulary, self.options = folder, vocabulary, options
        self.model = Language(len(vocabulary["tags"]), len(vocabulary["labels"]))
        encoder = set(map(id, self.model.encoder.parameters()))
        groups = [
            {"params": list(self.model.encoder.parameters()), "lr": ENCODER_RATE, "base": ENCODER_RATE},
            {"params": [p for p in self.model.parameters() if id(p) not in encoder], "lr": HEADS_RATE, "base": HEADS_RATE},
        ]
        self.optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
        self.step = self.epoch = self.batch = 0
        self.before = 0.0  # seconds that earlier starts of this run took
        self.started = time.time()
        if os.path.exists(self.path):
            self.resume()

    @property
    def path(self):
        return os.path.join(self.folder, "checkpoint.pt")

    def seconds(self):
        return self.before + time.time() - self.started

    def resume(self):
        saved = torch.load(self.path, weights_only=False)
        self.model.load_state_dict(saved["model"])
        self.optimizer.load_state_dict(saved["optimizer"])
        self.step, self.epoch, self.batch, self.before = (saved[k] for k in ("step", "epoch", "batch", "seconds"))
        torch.set_rng_state(saved["random"])
        self.log(f"goes on from step {self.step}")

    def save(self):
        torch.save(
            {
                "model": self.model.state_dict(), "optimizer": self.optimizer.state_dict(), "step": self.step,
                "epoch": self.epoch, "batch": self.batch, "seconds": self.seconds(), "random": torch.get_rng_state(),
                "vocabulary": self.vocabulary,
            },
            self.path + ".part",
        )  # fmt: skip
        os.replace(self.path + ".part", self.path)

    def log(self, line):
        line = f"{time.strftime('%H:%M:%S')} {line}"
        print(line, flush=True)
        with open(os.path.join(self.folder, "progress.log"), "a") as out:
            out.write(line + "\n")

    def done(self, steps):
        """The share of the run that is behind us, by steps or, where seconds bound it, by time."""
        share = self.step / steps
        return max(share, self.seconds() / self.options.seconds) if self.options.seconds else share


def train(run, documents, dev):
    options = run.options
    steps = None
    last_save = last_look = time.time()
    seen, since = 0, time.time()
    while run.epoch < options.epochs:
        batches = training_batches(documents, PIECES_A_BATCH, SEED * 1000 + run.epoch)
        # Epochs differ by a few batches; the first one's count stands for all, so that a resumed run agrees.
        steps = steps or len(training_batches(documents, PIECES_A_BATCH, SEED * 1000)) * options.epochs
        while run.batch < len(batches):
            if run.done(steps) >= 1:
                return
            batch = collate(batches[run.batch], random.Random(SEED * 1_000_000 + run.step))
            rate = min(1, (run.step + 1) / WARM_UP) * max(0.01, 1 - run.done(steps))
            for group in run.optimizer.param_groups:
                group["lr"] = group["base"] * rate
            run.model.train()
            loss, parts = run.model.losses(batch)
            run.optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(run.model.parameters(), 1.0)
            run.optimizer.step()
            run.step, run.batch = run.step + 1, run.batch + 1
            seen += int((batch["ids"] != 0).sum())
            if run.step % 25 == 0:
                heads = " ".join(f"{name} {value.item():.3f}" for name, value in parts.items())
                speed = seen / (time.time() - since)
                run.log(f"step {run.step} of {steps}, epoch {run.epoch}, {100 * run.done(steps):.1f} %, {speed:.0f} pieces/s, {heads}")
                seen, since = 0, time.time()
            if time.time() - last_save > options.save_every:
                run.save()
                last_save = time.time()
            if time.time() - last_look > options.look_every:
                scores, _ = measure(TorchReader(run.model), dev[::4])
                run.log("dev (a quarter): " + " ".join(f"{name} {value:.2f}" for name, value in scores.items()))
                last_look = since = time.time()
                seen = 0
        run.epoch, run.batch = run.epoch + 1, 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("run")
    parser.add_argument("--corpora", default="../shared/corpora")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--seconds", type=float, help="stop after so long; the weights are then not repeatable")
    parser.add_argument("--save-every", type=float, default=240, help="seconds between checkpoints")
    parser.add_argument("--look-every", type=float, default=900, help="seconds between looks at a part of silver dev")
    options = parser.parse_args()
    torch.set_num_threads(THREADS)
    torch.use_deterministic_algorithms(True)
    torch.utils.deterministic.fill_uninitialized_memory = False  # costs 3 % and changes nothing here
    torch.manual_seed(SEED)
    os.makedirs(options.run, exist_ok=True)

    loaded = corpora.load(options.corpora)
    vocabulary = vocabulary_of(loaded["train"])
    parts = prepare_parts(loaded, vocabulary)
    run = Run(options.run, vocabulary, options)
    train(run, parts["train"], parts["dev"])
    run.save()
    run.log(f"trained {run.step} steps in {run.seconds():.0f} s")
    report(TorchReader(run.model), parts, "test")


if __name__ == "__main__":
    main()
