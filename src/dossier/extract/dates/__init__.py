from __future__ import annotations
from dossier.extract.dates.mention import DateMention, DateRange
from dossier.extract.dates.lexer import tokenize
from dossier.extract.dates.grammar import expressions
from dossier.extract.dates.discourse import Discourse
from dossier.extract.dates.phrases import *

def find_dates(text, *, title="", anchor_year=None):
    tokens = tokenize(text)
    d = Discourse(anchor_year)
    out = []
    for e in expressions(tokens):
        for t in e.terms:
            s, en = tokens[t.first].start, tokens[t.stop - 1].end
            r = d.resolve(t.phrase, s)
            if r:
                out.append(DateMention(s, en, text[s:en], r.value, r.timex, r.confidence))
    return tuple(out)
