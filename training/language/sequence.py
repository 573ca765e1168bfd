"""Sequences of labels that must fit together: a linear chain with learned steps (a conditional random field)."""

import torch
import torch.nn as nn

NEVER = -1e4


def may_follow(before, after):
    """Whether BILOU label `after` may stand after `before`: B-X and I-X go on to I-X or L-X, all else starts anew."""
    if before[0] in "BI":
        return after[0] in "IL" and after[1:] == before[1:]
    return after[0] in "OBU"


class LabelSequence(nn.Module):
    """Learned scores of steps between BILOU labels. `copies` chains of the same labels have scores of their own.

    A sentence starts its own chain: the step into its first word is scored by `start`, out of its last by `stop`.
    """

    def __init__(self, labels, copies=1):
        super().__init__()
        allowed = torch.tensor([[may_follow(a, b) for b in labels] for a in labels])
        self.register_buffer("allowed", allowed, persistent=False)
        self.register_buffer("may_start", torch.tensor([x[0] in "OBU" for x in labels]), persistent=False)
        self.register_buffer("may_stop", torch.tensor([x[0] in "OLU" for x in labels]), persistent=False)
        self.steps = nn.Parameter(torch.zeros(copies, len(labels), len(labels)))
        self.start = nn.Parameter(torch.zeros(copies, len(labels)))
        self.stop = nn.Parameter(torch.zeros(copies, len(labels)))

    def scores(self):
        """(steps, start, stop) with what is not allowed ruled out."""
        return (
            self.steps.masked_fill(~self.allowed, NEVER),
            self.start.masked_fill(~self.may_start, NEVER),
            self.stop.masked_fill(~self.may_stop, NEVER),
        )

    def loss(self, emissions, wanted, sentence):
        """Negative log-likelihood, summed over the labelled words and divided by all words of the batch.

        emissions [batch, words, copies, labels]; wanted [batch, words, copies]; sentence [batch, words]. A row is
        labelled as a whole or not at all.
        """
        rows = (wanted[:, 0, 0] >= 0).nonzero().squeeze(1)
        if len(rows) == 0:
            return emissions.sum() * 0
        words = (sentence >= 0).sum()
        emissions, wanted, sentence = emissions[rows], wanted[rows].clamp(min=0), sentence[rows]
        return (self.total(emissions, sentence) - self.gold(emissions, wanted, sentence)).sum() / words

    def gold(self, emissions, wanted, sentence):
        steps, start, stop = self.scores()
        copy = torch.arange(len(start)).view(1, 1, -1)
        word = (sentence >= 0).unsqueeze(-1)
        score = emissions.gather(-1, wanted.unsqueeze(-1)).squeeze(-1)
        before, after = wanted[:, :-1], wanted[:, 1:]
        same = (sentence[:, :-1] == sentence[:, 1:]).unsqueeze(-1)
        step = torch.where(same, steps[copy, before, after], stop[copy, before] + start[copy, after])
        last = (sentence >= 0).sum(1) - 1
        at_end = wanted[torch.arange(len(last)), last]
        ends = start[copy[0], wanted[:, 0]] + stop[copy[0], at_end]
        return (score * word).sum(1) + (step * word[:, 1:]).sum(1) + ends

    def total(self, emissions, sentence):
        """Log of the summed weight of all label rows."""
        steps, start, stop = self.scores()
        steps = steps.exp()
        alpha = start + emissions[:, 0]  # [batch, copies, labels]
        for at in range(1, emissions.size(1)):
            peak = alpha.max(-1, keepdim=True).values.detach()
            onward = ((alpha - peak).exp().unsqueeze(-2) @ steps).squeeze(-2).clamp(min=1e-30).log() + peak
            anew = torch.logsumexp(alpha + stop, -1, keepdim=True) + start
            same = (sentence[:, at] == sentence[:, at - 1]).view(-1, 1, 1)
            following = torch.where(same, onward, anew) + emissions[:, at]
            alpha = torch.where((sentence[:, at] >= 0).view(-1, 1, 1), following, alpha)
        return torch.logsumexp(alpha + stop, -1)

    @torch.no_grad()
    def decode(self, emissions, sentence):
        """The best label rows [batch, words, copies]."""
        steps, start, stop = self.scores()
        best, back = start + emissions[:, 0], []
        for at in range(1, emissions.size(1)):
            onward, came = (best.unsqueeze(-1) + steps).max(-2)
            final, ended = (best + stop).max(-1, keepdim=True)
            same = (sentence[:, at] == sentence[:, at - 1]).view(-1, 1, 1)
            word = (sentence[:, at] >= 0).view(-1, 1, 1)
            stay = torch.arange(best.size(-1)).expand_as(came)
            back.append(torch.where(word, torch.where(same, came, ended.expand_as(came)), stay))
            best = torch.where(word, torch.where(same, onward, final + start) + emissions[:, at], best)
        at = (best + stop).argmax(-1, keepdim=True)
        rows = [at]
        for came in reversed(back):
            at = came.gather(-1, at)
            rows.append(at)
        return torch.cat(rows[::-1], -1).transpose(1, 2)
