"""What must hold of the small parts. `python -m unittest` in this folder; needs no corpora."""

import itertools
import unittest

import torch

from corpora import Document, Sentence, add_field_names, add_people_tags, into_layers, spans_of, without_copies
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
