"""Writes test vectors, so that the reader in TypeScript can be compared with what training used.

    python vectors.py pieces OUT.jsonl [--corpora FOLDER] [--lines N]   word pieces of N lines of the corpora
    python vectors.py strings OUT.jsonl                                 word pieces of the hard strings below
    python vectors.py reading MODEL OUT.json                            what the exported model says of made-up reports

Lines of `pieces` and `strings` are {"text", "ids"}: the ids of the reference tokenizer, without [CLS] and [SEP]. They
hold text of the corpora or are made up here; the former stay out of the project. `reading` holds, for each window, its
sentences of words, the inputs of the graph, and the best tags, heads, labels and name spans.
"""

import argparse
import gzip
import json
import os
import random
import types

import torch

from model import load_tokenizer
from windows import Pieces, collate, decode_spans, prepare

HARD = [
    "", " ", "\t\n", "U.S. forces", "don't", "O'Hara's", "“Quoted,” he said — twice…", "naïve café ÉCOLE", "İstanbul ıĞ",
    "straße STRASSE ẞ", "e\u0301te\u0301", "ﬁre ﬀ", "½ ² № ℃", "北京 is 首都", "서울 도시", "دمشق حلب", "Київ Донецьк", "ἀνήρ",
    "हिन्दी", "ไทย", "👩‍👩‍👧 🇸🇾 😀", "a\u200bb", "soft\u00adhyphen", "zero\u0000byte", "\ufeffmark", "replacement \ufffd",
    "line\u2028separator", "no\u00a0break", "control\u0007bell\u0085next", "private \ue000 use", "$5.6bn €3m £2 ¥9", "A+B=C <tag> [x] {y}",
    "under_score", "http://example.org/a?b=c&d=e", "1,234.56", "12:30", "AK-47", "T-72B3", "x" * 100, "x" * 101, "é" * 100,
    "\U0001d504\U0001d505", "\U00020000", "Ⅳ ⅳ", "ǅ", "K\u212b", "a\u0300\u0301\u0302", "…", "--", "''``", "#Kyiv @user", "[CLS] [SEP] [PAD] [MASK]",
    "[unused1]", "##ing", "tab\tin", "ALL CAPITALS REPORT", "Ｆｕｌｌ", "ｶﾅ カナ", "\u0660\u0661", "a\u20ddb", "\u1e9e", "\u0130\u0307",
]  # fmt: skip

# Made up for this file: sentences of words, a window each.
REPORTS = [
    [
        "BAGHDAD , March 3 — A drone hit a convoy of the Northern Guard near Tal Meran on Monday , killing four soldiers .".split(),
        "“ We have lost good men , ” said Colonel Sami Haddad , a spokesman for the army .".split(),
        "It was the second strike on the Iraqi unit in a week .".split(),
    ],
    ["Gunmen abducted two United Nations workers in the Arwan district , the interior ministry said .".split()],
    ["POLICE SAID ON MONDAY THAT 12 PEOPLE WERE WOUNDED WHEN A BOMB EXPLODED IN BAGHDAD .".split()],
    ["yes".split()],
    ["The U.S. - led coalition denied it .".split(), "No one claimed responsibility .".split()],
]


def corpus_lines(folder, count):
    """Lines of raw text from all over the corpora, chosen by a fixed seed."""
    news = [
        [line for row in open(path, encoding="utf8") for line in json.loads(row)["text"].split("\n")]
        for path in (
            f"{folder}/news/wikinews-2019-2020.jsonl",
            f"{folder}/news/wikipedia-current-events-2025.jsonl",
            f"{folder}/muc4/dev.jsonl",
        )
    ]
    with gzip.open(f"{folder}/silver/silver-dev.conllu.gz", "rt", encoding="utf8") as rows:
        words = [row.split("\t")[1] for row in rows if row[0].isdigit()]
    sources = [*news, [" ".join(words[at : at + 30]) for at in range(0, len(words), 30)]]
    dice = random.Random(1)
    chosen = []
    for lines in sources:
        lines = sorted({line for line in lines if line.strip()})
        dice.shuffle(lines)
        chosen += lines[: count // len(sources)]
    return chosen


def write_pieces(path, texts):
    tokenizer = load_tokenizer()
    with open(path, "w", encoding="utf8") as out:
        for text in texts:
            ids = tokenizer(text, add_special_tokens=False, split_special_tokens=True)["input_ids"]
            out.write(json.dumps({"text": text, "ids": ids}, ensure_ascii=False) + "\n")


def write_reading(folder, path):
    from export import INPUTS, OnnxReader
    from sequence import LabelSequence

    card = json.load(open(os.path.join(folder, "language.json")))
    orders = types.SimpleNamespace(
        name_order=order_of(LabelSequence(card["names"]["labels"]), {k: [card["names"][k]] for k in ("steps", "start", "stop")}),
        field_order=order_of(LabelSequence(card["field"]["labels"], len(card["field"]["layers"])), card["field"]),
    )
    read = OnnxReader(os.path.join(folder, card["model"]), orders)
    documents = [types.SimpleNamespace(sentences=[bare_sentence(words) for words in report]) for report in REPORTS]
    rows = []
    for report, window in zip(REPORTS, prepare(documents, Pieces(load_tokenizer()), card["tags"], card["labels"])):
        batch = collate([window])
        if all(word.isupper() or not word.isalpha() for words in report for word in words):
            batch["case"] = torch.where(batch["case"] > 0, card["case"]["unknown"], 0)
        out = read(batch)
        rows.append({
            "sentences": report,
            "inputs": {name: batch[name][0].tolist() for name in INPUTS},
            "tags": [card["tags"][i] for i in out["tag"][0]],
            "heads": out["head"][0].tolist(),
            "labels": [card["labels"][i] for i in out["label"][0]],
            "names": sorted(decode_spans(out["name"][0].tolist(), card["names"]["kinds"])),
            "field": [
                span
                for number, layer in enumerate(card["field"]["layers"])
                for span in sorted(decode_spans(out["field"][0, :, number].tolist(), [layer]))
            ],
        })  # fmt: skip
    with open(path, "w", encoding="utf8") as out:
        json.dump(rows, out, ensure_ascii=False, indent=1)
        out.write("\n")


def order_of(sequence, scores):
    with torch.no_grad():
        for name in ("steps", "start", "stop"):
            getattr(sequence, name).copy_(torch.tensor(scores[name]))
    return sequence


def bare_sentence(words):
    from corpora import Sentence

    return Sentence(words=words)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["pieces", "strings", "reading"])
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--corpora", default="../shared/corpora")
    parser.add_argument("--lines", type=int, default=10_000)
    options = parser.parse_args()
    if options.what == "pieces":
        write_pieces(options.paths[0], corpus_lines(options.corpora, options.lines))
    elif options.what == "strings":
        write_pieces(options.paths[0], HARD)
    else:
        write_reading(*options.paths)


if __name__ == "__main__":
    main()
