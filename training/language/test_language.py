"""What must hold of the small parts. `python -m unittest` in this folder; needs no corpora."""

import itertools
import random
import unittest

import torch

from corpora import Document, Sentence, add_field_names, add_people_tags, into_layers, spans_of, without_copies
import muc
import vary
from gold import Finder, Report, label
from incidents import ARCS, FACTS, KEY, Incidents
from sequence import LabelSequence
from windows import CLS, SEP, LAYER_LABELS, collate, cut, decode_spans, encode_spans


class Spans(unittest.TestCase):
    def test_bilou_there_and_back(self):
        spans = {(0, 1, "ORG"), (1, 3, "GPE"), (4, 7, "ORG")}
        labels = encode_spans(spans, ["GPE", "ORG"], 8)
        self.assertEqual(labels, [8, 1, 3, 0, 5, 6, 7, 0])
        self.assertEqual(decode_spans(labels, ["GPE", "ORG"]), spans)

    def test_bio_marks_that_start_with_i(self):
        self.assertEqual(spans_of(["I-LOC", "I-ORG", "B-ORG", "O"]), [(0, 1, "LOC"), (1, 2, "ORG"), (2, 3, "ORG")])

    def test_a_span_in_a_longer_one_of_its_kind_has_a_layer_of_its_own(self):
        spans = [(3, 4, "location"), (2, 4, "location"), (0, 4, "person")]
        layers = [(0, 4, "person"), (2, 4, "location"), (3, 4, "location inside")]
        self.assertEqual(into_layers(spans), (layers, []))
        self.assertEqual(into_layers(spans[:2] + [(3, 5, "location"), (2, 5, "location")])[1], ["location", "location"])


class Alignment(unittest.TestCase):
    def document(self):
        return Document("x", [Sentence(words="The UN - led force left".split()), Sentence(words=["Good", "."])])

    def test_tags_go_to_words_with_the_same_borders(self):
        document = self.document()
        treebank = Sentence(words="The UN-led force left Good .".split(), people_tags="DT JJ NN VBD JJ .".split())
        self.assertTrue(add_people_tags(document, Document("x", [treebank])))
        self.assertEqual(document.sentences[0].people_tags, ["DT", None, None, None, "NN", "VBD"])
        self.assertEqual(document.sentences[1].people_tags, ["JJ", "."])

    def test_another_text_gets_no_tags(self):
        self.assertFalse(add_people_tags(self.document(), Document("x", [Sentence(words=["The"], people_tags=["DT"])])))

    def test_re3d_spans_by_characters(self):
        document = self.document()
        spans = [(5, 7, "organisation"), (0, 17, "person"), (6, 9, "weapon"), (12, 27, "location")]
        self.assertEqual(add_field_names(document, "The  UN-led force\nleft Good.", spans), ["weapon", "location"])
        self.assertEqual(document.sentences[0].field_names, [(0, 5, "person"), (1, 2, "organisation")])
        self.assertEqual(document.sentences[1].field_names, [])

    def test_copies_of_what_is_kept_back_are_left_out(self):
        long = [Sentence(words=[f"w{i}" for i in range(n, n + 12)]) for n in range(5)]
        kept = Document("kept", long[:1])
        copy, other = Document("copy", [Sentence(words=[w.upper() for w in long[0].words]), long[1]]), Document("other", long)
        self.assertEqual(without_copies([copy, other], [kept]), [other])


class Windows(unittest.TestCase):
    def sentence(self, words, head):
        return {
            "pieces": [[1000 + i] for i in range(words)], "case": [1] * words, "tag": [0] * words, "people_tag": [0] * words,
            "head": head, "label": [0] * words, "name": [0] * words, "field": None, "people": None, "size": words + 1,
        }  # fmt: skip

    def test_windows_hold_whole_sentences(self):
        document = [self.sentence(n, [0] * n) for n in (3, 4, 20, 2)]
        self.assertEqual([[len(s["case"]) for s in w] for w in cut(document, lambda: 10)], [[3, 4], [20], [2]])

    def test_heads_count_words_of_the_window(self):
        batch = collate([[self.sentence(2, [2, 0]), self.sentence(3, [0, 1, 2])], [self.sentence(1, [0])]])
        self.assertEqual(batch["head"].tolist(), [[2, 0, 0, 3, 4], [0] + [-100] * 4])
        self.assertEqual(batch["ids"].tolist()[0], [CLS, 1000, 1001, SEP, 1000, 1001, 1002, SEP])
        self.assertEqual(batch["first"].tolist(), [[1, 2, 4, 5, 6], [1, 0, 0, 0, 0]])
        self.assertEqual(batch["sentence"].tolist(), [[0, 0, 1, 1, 1], [0, -1, -1, -1, -1]])


class Gold(unittest.TestCase):
    TEXT = "Rebels hit Gao \U0001f600 today. Gao mourned; they killed five."
    GOLD = {
        "incidents": [{
            "kind": "attack", "realis": "happened", "core": True, "mentions": [{"quote": "hit"}, {"quote": "killed"}],
            "when": {"edtf": "2024-02-08", "quote": "today"}, "where": {"name": "Gao", "quote": "Gao"},
            "who": [{"role": "actor", "name": "Rebels", "aliases": ["they"]}, {"role": "recipient", "name": "Gao"}],
            "toll": [{"outcome": "killed", "low": 5, "high": 5, "quote": "killed five"}],
        }],
        "claims": [{"quote": "they killed five", "speaker": "Gao", "stance": "says"}],
    }  # fmt: skip

    def report(self):
        units, words, at = self.TEXT, [], 0
        for word in "Rebels hit Gao \U0001f600 today . Gao mourned ; they killed five .".split():
            at = units.index(word, at)
            before = sum(2 if ord(c) > 0xFFFF else 1 for c in units[:at])
            words.append((word, before, before + (2 if ord(word[0]) > 0xFFFF else len(word))))
            at += len(word)
        return Report("x", self.TEXT, words, [(0, 6), (6, 13)], self.GOLD, 1.0, prepared=[{}, {}])

    # hit is a root, mourned another; killed hangs on it.
    HEADS = [1, -1, 1, 1, 1, 1, 7, -1, 7, 10, 7, 10, 7]

    def labels(self):
        report = self.report()
        names = [""] * 2 + ["U-GPE"] + [""] * 3 + ["U-GPE"] + [""] * 6
        label(report, self.HEADS, names, ["attack"])
        return report

    def test_offsets_are_utf16(self):
        find = Finder(self.report(), self.HEADS)
        self.assertEqual(find.inside(find.span({"quote": "today"})), [4])
        self.assertEqual(find.inside(find.span({"quote": "Gao", "nth": 2})), [6])
        self.assertIsNone(find.span({"quote": "Gao", "nth": 3}))

    def test_mentions_and_what_they_point_at(self):
        labels = self.labels().labels
        self.assertEqual([(m[0], m[1]) for m in labels["mentions"]], [(1, 0), (10, 0)])
        self.assertEqual(labels["trigger"], [0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0])
        self.assertEqual(labels["pointers"][0, "when"], [4])
        self.assertEqual(labels["pointers"][1, "where"], [2, 6])

    def test_a_filler_of_the_own_sentence_is_right_and_others_are_passed_over(self):
        parts = self.labels().labels["parts"]
        self.assertEqual(parts[0, "actor"], ({0}, {0, 9}))
        self.assertEqual(parts[1, "actor"], ({9}, {0, 9}))
        self.assertEqual(parts[1, "killed"], ({11}, {11}))

    def test_a_number_counts_and_not_the_word_that_heads_it(self):
        find = Finder(self.report(), self.HEADS)
        self.assertEqual(find.head(find.span({"quote": "killed five"})), 10)
        self.assertEqual(find.head(find.span({"quote": "killed five"}), number=True), 11)

    def test_claims_are_spans_of_sentences(self):
        report = self.labels()
        self.assertEqual(report.labels["claims"], [([(9, 12)], 0, [2, 6])])
        self.assertEqual(report.prepared[1]["claim"], [0, 0, 0, 1, 2, 3, 0])


class Variants(unittest.TestCase):
    def report(self):
        report = Gold().labels()
        for (first, last), sentence in zip(report.sentences, report.prepared):
            sentence |= {"pieces": [[n] for n in range(first, last)], "case": [1] * (last - first)}
        return report

    def test_a_name_is_another_throughout_and_no_word_is_lost(self):
        report = self.report()
        self.assertEqual([n for n, kind in enumerate(report.swaps) if kind], [2, 6, 11])
        other = vary.swapped(report, {"U-GPE": ["Paris"]}, lambda word: [word, word], random.Random(3))
        self.assertEqual([len(s["pieces"]) for s in other.prepared], [6, 7])
        self.assertEqual(other.prepared[0]["pieces"][2], other.prepared[1]["pieces"][0])
        self.assertEqual(other.prepared[0]["pieces"][1], [1])

    def test_ages_years_and_small_words_stay_what_they_are(self):
        self.assertEqual([vary.swap_of(word, "") for word in ("the", "Gao", "2024", "1", "one")], [None] * 5)
        self.assertEqual(vary.swap_of("12", ""), "number of 2")
        self.assertIn(vary.other("Monday", "Monday", {}, random.Random(1)), vary.DAYS)

    def test_reports_told_in_a_row_keep_their_labels(self):
        first, second = self.report(), self.report()
        labels, words = vary.joined([first, second]).labels, len(first.words)
        self.assertEqual([m[:2] for m in labels["mentions"]], [(1, 0), (10, 0), (1 + words, 1), (10 + words, 1)])
        self.assertEqual(labels["parts"][2, "actor"], ({words}, {words, 9 + words}))
        self.assertEqual(labels["pointers"][3, "where"], [2 + words, 6 + words])
        self.assertEqual(labels["claims"][1], ([(9 + words, 12 + words)], 0, [2 + words, 6 + words]))
        self.assertEqual(first.labels["mentions"], self.report().labels["mentions"])


class Keys(unittest.TestCase):
    TEXT = "REBELS MURDERED THE\nMAYOR OF ICA. A BOMB EXPLODED."

    def labels(self, slots, chance=0.0):
        words = [(m.group(), m.start(), m.end()) for m in muc.re.finditer(r"\w+|\.", self.TEXT)]
        template = {"slots": {slot: [{"alts": [{"value": v}]}] for slot, v in slots.items()}}
        report = Report("x", self.TEXT, words, [(0, 7), (7, 11)], {"templates": [template]}, 0.5)
        chances = torch.tensor([[1 - chance, chance, 0.0]] * len(words))
        found = muc.label(report, [1, -1, 3, 1, 3, 4, 1, 8, 9, -1, 9], [""] * 11, chances, {"ATTACK": {1}, "BOMBING": {2}})
        return found, report.labels

    def test_a_word_that_fits_the_type_beside_a_fill_tells_of_it(self):
        found, labels = self.labels({"INCIDENT: TYPE": "ATTACK", "HUM TGT: DESCRIPTION": "THE MAYOR", "PERP: INDIVIDUAL ID": "REBELS"})
        self.assertTrue(found)
        self.assertEqual([m[:2] for m in labels["mentions"]], [(1, 0)])
        self.assertEqual(labels["parts"], {(0, "recipient"): ({3}, {3}), (0, "actor"): ({0}, {0})})
        self.assertEqual(labels["trigger"], [0, 1] + [0] * 9)

    def test_without_a_fill_beside_it_no_word_does(self):
        found, labels = self.labels({"INCIDENT: TYPE": "BOMBING", "HUM TGT: DESCRIPTION": "THE MAYOR"}, chance=0.2)
        self.assertFalse(found)
        self.assertEqual(labels["trigger"], [-100] * 11)


class Arcs(unittest.TestCase):
    def test_a_pointer_at_nothing_falls_on_none(self):
        facts, scores = torch.full((FACTS,), 30.0), torch.zeros(len(ARCS), 4)
        self.assertLess(float(Incidents.pointer_loss(scores, facts, "when", [])), 1e-6)
        self.assertGreater(float(Incidents.pointer_loss(scores, facts, "when", [2])), 20)

    def test_links_are_symmetric(self):
        torch.manual_seed(0)
        heads, words = Incidents(2), torch.arange(3)
        arcs = heads.arcs(torch.randn(3, len(ARCS) * KEY), torch.randn(3, KEY), words, words, torch.tensor([0, 0, 1]))
        links = Incidents.links(arcs)
        self.assertTrue(torch.equal(links, links.T))


class Sequences(unittest.TestCase):
    """Against all rows of labels, written out."""

    def setUp(self):
        torch.manual_seed(0)
        self.sequence = LabelSequence(LAYER_LABELS, copies=2)
        for parameter in self.sequence.parameters():
            torch.nn.init.normal_(parameter)
        self.emissions = torch.randn(1, 6, 2, 5)
        self.sentence = torch.tensor([[0, 0, 0, 1, 1, -1]])

    def every_row(self, copy):
        with torch.no_grad():
            for row in itertools.product(range(5), repeat=5):
                wanted = torch.tensor([*row, 0]).view(1, 6, 1).expand(1, 6, 2)
                yield float(self.sequence.gold(self.emissions, wanted, self.sentence)[0, copy]), list(row)

    def test_total_is_the_sum_over_all_rows(self):
        for copy in (0, 1):
            scores = torch.tensor([score for score, _ in self.every_row(copy)])
            self.assertAlmostEqual(float(scores.logsumexp(0)), self.sequence.total(self.emissions, self.sentence)[0, copy].item(), 3)

    def test_decode_finds_the_best_row_and_it_is_valid(self):
        for copy in (0, 1):
            best = max(self.every_row(copy))[1]
            found = self.sequence.decode(self.emissions, self.sentence)[0, :5, copy].tolist()
            self.assertEqual(found, best)
            self.assertEqual(encode_spans(decode_spans(found, ["x"]), ["x"], 5), found)

    def test_a_sentence_is_a_path_of_its_own(self):
        alone = self.sequence.decode(self.emissions[:, 3:5], torch.tensor([[0, 0]]))
        together = self.sequence.decode(self.emissions, self.sentence)
        self.assertEqual(alone[0].tolist(), together[0, 3:5].tolist())


if __name__ == "__main__":
    unittest.main()
