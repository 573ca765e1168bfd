"""Trains the encoder with its heads and prints its scores.

    python train.py RUN --tokens FILE [--shared FOLDER]

RUN is a folder for checkpoints and the log; FILE has the words of the annotated reports, as `tokens.ts` writes them.
First come the heads for language alone, then those for incidents and claims with them, in two ways: from reports as they
are, and from variants of them with reports of MUC-4 beside. The mean of the two models' weights is the model. The same corpora, seed and
number of threads give the same weights. A run that was cut off goes on from its last checkpoint.
"""

import argparse
import os
import random
import time
from dataclasses import dataclass

import torch

import corpora
import gold
import muc
import vary
from evaluate import TorchReader, measure, report
from model import Language, load_tokenizer
from windows import Pieces, collate, collate_reports, prepare, report_batches, training_batches

SEED, THREADS = 1, 2
PIECES_A_BATCH = 2500
WARM_UP = 150  # steps


@dataclass(frozen=True)
class Phase:
    """A part of the training: whose weights it starts from, and how it goes on."""

    name: str
    start: str | None
    epochs: int
    rates: tuple  # of the encoder, of the heads for language, of those for incidents
    decay: tuple = (1, 0.01)  # what is left of the rates at the start and at the end
    first: int = 0  # the number of its first epoch, which seeds the order
    dropout: float = 0.2  # in the heads for incidents
    is_varied: bool = False
    has_muc: bool = False


LANGUAGE = Phase("language", None, 8, (1.5e-4, 1.5e-3, 0))
PLAIN = [
    Phase("plain", "language", 4, (1e-4, 5e-4, 1e-3)),
    Phase("plain-settled", "plain", 2, (6e-5, 3e-4, 1e-3), first=4),
]
VARIED = [
    Phase("varied", "language", 3, (1e-4, 5e-4, 1e-3), (1, 0.5), dropout=0.3, is_varied=True),
    Phase("varied-settled", "varied", 3, (1e-4, 5e-4, 1e-3), (0.5, 0.01), 3, 0.3, is_varied=True, has_muc=True),
]
MEAN = "mean"  # of the last of each: the model


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


def path_of(folder, phase):
    return os.path.join(folder, f"{phase}.pt")


def new_model(vocabulary, attention="sdpa"):
    return Language(len(vocabulary["tags"]), len(vocabulary["labels"]), len(vocabulary["kinds"]), attention)


def load_run(folder, phase=MEAN, attention="sdpa"):
    """(model, vocabulary) of the last checkpoint of a phase of a run."""
    saved = torch.load(path_of(folder, phase), weights_only=False)
    model = new_model(saved["vocabulary"], attention)
    model.load_state_dict(saved["model"])
    return model.eval(), saved["vocabulary"]


class Run:
    """The state of one phase of a training run: what a checkpoint holds, and the clock."""

    def __init__(self, folder, phase, model, vocabulary):
        self.folder, self.phase, self.model, self.vocabulary = folder, phase, model, vocabulary
        owner = lambda name: 0 if name.startswith("encoder.") else 2 if name.startswith("incident") else 1
        groups = [
            {"params": [p for name, p in model.named_parameters() if owner(name) == n], "lr": rate, "base": rate}
            for n, rate in enumerate(phase.rates)
        ]
        self.optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
        self.step = self.epoch = self.batch = 0
        self.before = 0.0  # seconds that earlier starts of this phase took
        self.started = time.time()
        if os.path.exists(self.path):
            self.resume()

    @property
    def path(self):
        return path_of(self.folder, self.phase.name)

    def seconds(self):
        return self.before + time.time() - self.started

    def resume(self):
        saved = torch.load(self.path, weights_only=False)
        self.model.load_state_dict(saved["model"])
        self.optimizer.load_state_dict(saved["optimizer"])
        self.step, self.epoch, self.batch, self.before = (saved[k] for k in ("step", "epoch", "batch", "seconds"))
        torch.set_rng_state(saved["random"])
        self.log(f"{self.phase.name} goes on from step {self.step}")

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
        first, last = self.phase.decay
        rate = min(1, (self.step + 1) / WARM_UP) * max(0.01, first + (last - first) * self.step / steps)
        for group in self.optimizer.param_groups:
            group["lr"] = group["base"] * rate
        self.optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        self.step, self.batch = self.step + 1, self.batch + 1


def train(run, batches_of, loss_of, look, options):
    """Trains a phase. batches_of: the batches of an epoch; loss_of: (loss, its parts by name, word pieces) of a batch."""
    # Epochs differ by a few batches; the first one's count stands for all, so that a resumed run agrees.
    steps = len(batches_of(0)) * run.phase.epochs
    last_save = last_look = since = time.time()
    seen = 0
    run.model.train()
    while run.epoch < run.phase.epochs:
        batches = batches_of(run.epoch)
        while run.batch < len(batches):
            loss, parts, pieces = loss_of(batches[run.batch], random.Random(SEED * 1_000_000 + run.step))
            run.learn(loss, steps)
            seen += pieces
            if run.step % 25 == 0:
                heads = " ".join(f"{name} {value.item():.3f}" for name, value in parts.items())
                speed = seen / (time.time() - since)
                run.log(f"{run.phase.name}, step {run.step} of {steps}, epoch {run.epoch}, {speed:.0f} pieces/s, {heads}")
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
    run.log(f"{run.phase.name}: trained {run.step} steps in {run.seconds():.0f} s")


def train_language(run, parts, options):
    batches_of = lambda epoch: training_batches(parts["train"], PIECES_A_BATCH, SEED * 1000 + epoch)

    def loss_of(windows, dice):
        batch = collate(windows, dice)
        return *run.model.losses(batch), int((batch["ids"] != 0).sum())

    train(run, batches_of, loss_of, lambda: look_at(run.model, parts), options)


def train_incidents(run, parts, reports, others, options):
    """Twice all annotated reports and once the `others`, with a half of what people labelled and a quarter of the silver
    documents, epoch by epoch."""
    pools, pieces = vary.pools(reports), Pieces(load_tokenizer())
    by_people = lambda d: any(s["people"] or s["field"] or max(s["people_tag"], default=-1) >= 0 for s in d)
    silver = [d for d in parts["train"] if not by_people(d)]
    people = [d for d in parts["train"] if by_people(d)]

    def batches_of(number):
        epoch = run.phase.first + number
        documents = parts["later"] + people[epoch % 2 :: 2] + silver[epoch % 4 :: 4]
        batches = [(windows, None) for windows in training_batches(documents, PIECES_A_BATCH, SEED * 2000 + epoch)]
        for turn in range(2):
            seed = SEED * 3000 + 2 * epoch + turn
            told = reports + others * turn
            told = vary.varied(told, pools, pieces, random.Random(seed)) if run.phase.is_varied else told
            batches += [(None, pairs) for pairs in report_batches(told, PIECES_A_BATCH, seed)]
        random.Random(SEED * 4000 + epoch).shuffle(batches)
        return batches

    def loss_of(windows_or_reports, dice):
        windows, pairs = windows_or_reports
        if pairs is None:
            batch = collate(windows, dice)
            return *run.model.losses(batch), int((batch["ids"] != 0).sum())
        batch, places = collate_reports(pairs, dice)
        return *run.model.incident_losses(batch, [r for r, _ in pairs], places), int((batch["ids"] != 0).sum())

    train(run, batches_of, loss_of, lambda: look_at(run.model, parts), options)


def train_phase(phase, vocabulary, parts, reports, options):
    model, _ = load_run(options.run, phase.start)
    for module in model.incidents.modules():
        if isinstance(module, torch.nn.Dropout):
            module.p = phase.dropout
    run = Run(options.run, phase, model, vocabulary)
    others = muc_reports(options, load_run(options.run, phase.start)[0]) if phase.has_muc else []
    train_incidents(run, parts, reports, others, options)


def mean_of(states):
    """The mean of the weights of models that learned from the same start."""
    return {name: torch.stack([s[name] for s in states]).mean(0) if value.is_floating_point() else value for name, value in states[0].items()}


def look_at(model, parts):
    scores, _ = measure(TorchReader(model), parts["dev"][::4])
    return "dev (a quarter): " + " ".join(f"{name} {value:.2f}" for name, value in scores.items())


def labelled_reports(options, kinds, model):
    """The annotated reports with their labels: those to train on. Head words are those of the model's parse."""
    reports = gold.prepare(gold.load(options.shared, options.tokens), Pieces(load_tokenizer()))
    model.eval()
    for one in reports:
        gold.label(one, *gold.parse(model, one), kinds)
    return [one for one in reports if not gold.is_held_out(one.id)]


def muc_reports(options, model):
    """The reports of MUC-4 with labels in which an incident of their key was found."""
    reports = gold.prepare(muc.load(options.shared, options.tokens), Pieces(load_tokenizer()))
    model.eval()
    fits = muc.kinds_of_types(options.shared)
    return [one for one in reports if muc.label(one, *gold.parse(model, one), muc.chances(model, one), fits)]


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
    train_language(Run(options.run, LANGUAGE, model, vocabulary), parts, options)
    reports = labelled_reports(options, vocabulary["kinds"], model)
    for way in (PLAIN, VARIED):
        torch.manual_seed(SEED + 1)
        for phase in way:
            train_phase(phase, vocabulary, parts, reports, options)
    model.load_state_dict(mean_of([torch.load(path_of(options.run, way[-1].name), weights_only=False)["model"] for way in (PLAIN, VARIED)]))
    torch.save({"model": model.state_dict(), "vocabulary": vocabulary}, path_of(options.run, MEAN))
    report(TorchReader(model), parts, "test")


if __name__ == "__main__":
    main()
