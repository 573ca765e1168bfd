"""Trains the encoder with its heads and prints its scores.

    python train.py RUN --tokens FILE [--shared FOLDER]

RUN is a folder for checkpoints and the log; FILE has the words of the annotated reports, as `tokens.ts` writes them.
First come the heads for language alone, then those for incidents and claims with them, last the same at a lower rate. The same corpora, seed and
number of threads give the same weights. A run that was cut off goes on from its last checkpoint.
"""

import argparse
import os
import random
import time

import torch

import corpora
import gold
from evaluate import TorchReader, measure, report
from model import Language, load_tokenizer
from windows import Pieces, collate, collate_reports, prepare, report_batches, training_batches

SEED, THREADS = 1, 2
PIECES_A_BATCH = 2500
WARM_UP = 150  # steps
LANGUAGE_EPOCHS, INCIDENT_EPOCHS, SETTLING_EPOCHS = 8, 4, 2
# Of the encoder, of the heads for language, of those for incidents.
LANGUAGE_RATES, INCIDENT_RATES, SETTLING_RATES = (1.5e-4, 1.5e-3, 0), (1e-4, 5e-4, 1e-3), (6e-5, 3e-4, 1e-3)


def vocabulary_of(documents):
    """Tags and parse labels of the training documents, in alphabetical order."""
    sentences = [s for d in documents for s in d.sentences]
    tags = {t for s in sentences for t in s.tags} | {t for s in sentences for t in s.people_tags if t}
    return {"tags": sorted(tags), "labels": sorted({label for s in sentences for label in s.labels})}


def prepare_parts(parts, vocabulary, train=True):
    pieces = Pieces(load_tokenizer())
    names = ["train", "later"] * train + ["dev", "test", "gum_news", "re3d", "people_names"]
    prepared = {name: prepare(parts[name], pieces, vocabulary["tags"], vocabulary["labels"]) for name in names}
    return prepared | {"re3d_unfit": parts["re3d_unfit"]}


def new_model(vocabulary, attention="sdpa"):
    return Language(len(vocabulary["tags"]), len(vocabulary["labels"]), len(vocabulary["kinds"]), attention)


def load_run(folder, phase="settled", attention="sdpa"):
    """(model, vocabulary) of the last checkpoint of a phase of a run."""
    saved = torch.load(os.path.join(folder, f"{phase}.pt"), weights_only=False)
    model = new_model(saved["vocabulary"], attention)
    model.load_state_dict(saved["model"])
    return model.eval(), saved["vocabulary"]


class Run:
    """The state of one phase of a training run: what a checkpoint holds, and the clock."""

    def __init__(self, folder, phase, model, vocabulary, rates):
        self.folder, self.phase, self.model, self.vocabulary = folder, phase, model, vocabulary
        owner = lambda name: 0 if name.startswith("encoder.") else 2 if name.startswith("incident") else 1
        groups = [
            {"params": [p for name, p in model.named_parameters() if owner(name) == n], "lr": rate, "base": rate}
            for n, rate in enumerate(rates)
        ]
        self.optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
        self.step = self.epoch = self.batch = 0
        self.before = 0.0  # seconds that earlier starts of this phase took
        self.started = time.time()
        if os.path.exists(self.path):
            self.resume()

    @property
    def path(self):
        return os.path.join(self.folder, f"{self.phase}.pt")

    def seconds(self):
        return self.before + time.time() - self.started

    def resume(self):
        saved = torch.load(self.path, weights_only=False)
        self.model.load_state_dict(saved["model"])
        self.optimizer.load_state_dict(saved["optimizer"])
        self.step, self.epoch, self.batch, self.before = (saved[k] for k in ("step", "epoch", "batch", "seconds"))
        torch.set_rng_state(saved["random"])
        self.log(f"{self.phase} goes on from step {self.step}")

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

    def learn(self, loss, steps):
        rate = min(1, (self.step + 1) / WARM_UP) * max(0.01, 1 - self.step / steps)
        for group in self.optimizer.param_groups:
            group["lr"] = group["base"] * rate
        self.optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        self.step, self.batch = self.step + 1, self.batch + 1


def train(run, epochs, batches_of, loss_of, look, options):
    """Trains a phase. batches_of: the batches of an epoch; loss_of: (loss, its parts by name, word pieces) of a batch."""
    # Epochs differ by a few batches; the first one's count stands for all, so that a resumed run agrees.
    steps = len(batches_of(0)) * epochs
    last_save = last_look = since = time.time()
    seen = 0
    run.model.train()
    while run.epoch < epochs:
        batches = batches_of(run.epoch)
        while run.batch < len(batches):
            loss, parts, pieces = loss_of(batches[run.batch], random.Random(SEED * 1_000_000 + run.step))
            run.learn(loss, steps)
            seen += pieces
            if run.step % 25 == 0:
                heads = " ".join(f"{name} {value.item():.3f}" for name, value in parts.items())
                speed = seen / (time.time() - since)
                run.log(f"{run.phase}, step {run.step} of {steps}, epoch {run.epoch}, {speed:.0f} pieces/s, {heads}")
                seen, since = 0, time.time()
            if time.time() - last_save > options.save_every:
                run.save()
                last_save = time.time()
            if time.time() - last_look > options.look_every:
                run.log(look())
                run.model.train()
                last_look = since = time.time()
                seen = 0
        run.epoch, run.batch = run.epoch + 1, 0
    run.save()
    run.log(f"{run.phase}: trained {run.step} steps in {run.seconds():.0f} s")


def train_language(run, parts, options):
    batches_of = lambda epoch: training_batches(parts["train"], PIECES_A_BATCH, SEED * 1000 + epoch)

    def loss_of(windows, dice):
        batch = collate(windows, dice)
        return *run.model.losses(batch), int((batch["ids"] != 0).sum())

    train(run, LANGUAGE_EPOCHS, batches_of, loss_of, lambda: look_at(run.model, parts), options)


def train_incidents(run, parts, reports, epochs, options):
    """Twice all annotated reports, with a half of what people labelled and a quarter of the silver documents, epoch by epoch."""
    by_people = lambda d: any(s["people"] or s["field"] or max(s["people_tag"], default=-1) >= 0 for s in d)
    silver = [d for d in parts["train"] if not by_people(d)]
    people = [d for d in parts["train"] if by_people(d)]

    def batches_of(number):
        epoch = number + (0 if run.phase == "incidents" else INCIDENT_EPOCHS)
        documents = parts["later"] + people[epoch % 2 :: 2] + silver[epoch % 4 :: 4]
        batches = [(windows, None) for windows in training_batches(documents, PIECES_A_BATCH, SEED * 2000 + epoch)]
        for turn in range(2):
            batches += [(None, pairs) for pairs in report_batches(reports, PIECES_A_BATCH, SEED * 3000 + 2 * epoch + turn)]
        random.Random(SEED * 4000 + epoch).shuffle(batches)
        return batches

    def loss_of(windows_or_reports, dice):
        windows, pairs = windows_or_reports
        if pairs is None:
            batch = collate(windows, dice)
            return *run.model.losses(batch), int((batch["ids"] != 0).sum())
        batch, places = collate_reports(pairs, dice)
        return *run.model.incident_losses(batch, [r for r, _ in pairs], places), int((batch["ids"] != 0).sum())

    train(run, epochs, batches_of, loss_of, lambda: look_at(run.model, parts), options)


def look_at(model, parts):
    scores, _ = measure(TorchReader(model), parts["dev"][::4])
    return "dev (a quarter): " + " ".join(f"{name} {value:.2f}" for name, value in scores.items())


def labelled_reports(options, kinds, model):
    """The annotated reports with their labels: those to train on. Head words are those of the model's parse."""
    reports = gold.prepare(gold.load(options.shared, options.tokens), Pieces(load_tokenizer()))
    model.eval()
    for one in reports:
        gold.label(one, gold.parse(model, one), kinds)
    return [one for one in reports if not gold.is_held_out(one.id)]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("run")
    parser.add_argument("--tokens", required=True)
    parser.add_argument("--shared", default="../shared")
    parser.add_argument("--save-every", type=float, default=240, help="seconds between checkpoints")
    parser.add_argument("--look-every", type=float, default=900, help="seconds between looks at a part of silver dev")
    options = parser.parse_args()
    torch.set_num_threads(THREADS)
    torch.use_deterministic_algorithms(True)
    torch.utils.deterministic.fill_uninitialized_memory = False  # costs 3 % and changes nothing here
    torch.manual_seed(SEED)
    os.makedirs(options.run, exist_ok=True)

    loaded = corpora.load(os.path.join(options.shared, "corpora"))
    vocabulary = vocabulary_of(loaded["train"]) | {"kinds": gold.kinds(options.shared)}
    parts = prepare_parts(loaded, vocabulary)
    model = new_model(vocabulary)
    train_language(Run(options.run, "language", model, vocabulary, LANGUAGE_RATES), parts, options)
    reports = labelled_reports(options, vocabulary["kinds"], model)
    torch.manual_seed(SEED + 1)
    incidents = Run(options.run, "incidents", model, vocabulary, INCIDENT_RATES)
    train_incidents(incidents, parts, reports, INCIDENT_EPOCHS, options)
    settling = Run(options.run, "settled", model, vocabulary, SETTLING_RATES)
    train_incidents(settling, parts, reports, SETTLING_EPOCHS, options)
    report(TorchReader(model), parts, "test")


if __name__ == "__main__":
    main()
