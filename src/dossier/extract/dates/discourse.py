"""Which date is meant: the discourse carries the year, and the date that "the next day" is counted from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date as civil, timedelta

from dossier.extract.dates.lexer import Tokens
from dossier.extract.dates.phrases import *
from dossier.model.dates import Instant, Precision, Span
import calendar as cal

@dataclass(frozen=True, slots=True)
class Resolved:
    value: Instant | Span | None
    timex: str
    confidence: float
    anchor: int | None = None


SEASON = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}

def timex_of(i: Instant) -> str:
    y = f"{i.year:04d}" if i.year > 0 else f"BC{1 - i.year:04d}"
    if i.precision is Precision.YEAR: return y
    if i.precision is Precision.SEASON: return f"{y}-{SEASON[i.month]}"
    if i.precision is Precision.MONTH: return f"{y}-{i.month:02d}"
    return f"{y}-{i.month:02d}-{i.day:02d}"


def make(y, m=None, d=None, season=None, part=None):
    try:
        if season: return Instant(y, season, None, Precision.SEASON, part=part)
        if d:
            if d > cal.monthrange(y % 400 + 2000, m)[1]: return None
            return Instant(y, m, d, Precision.DAY, part=part)
        if m: return Instant(y, m, None, Precision.MONTH, part=part)
        return Instant(y, part=part)
    except Exception:
        return None


class Discourse:
    def __init__(self, year=None, window=None):
        self.year = year
        self.month = None
        self.last: Instant | None = None
        self.last_at: int | None = None
        self.ancient = False
        self.window = window

    def resolve(self, p, at, background=False):
        if isinstance(p, Calendar):
            r = self.calendar(p, at)
            if r and r.value and not background:
                self.remember(r.value, at, p)
            return r
        if isinstance(p, Clock):
            if p.on:
                r = self.calendar(p.on, at)
                return Resolved(None, (r.timex + p.time) if r and r.timex else "", .8)
            return Resolved(None, "", .5)
        if isinstance(p, Period):
            if p.unit == "decade":
                return Resolved(None, f"{p.number}", .9)
            return Resolved(None, f"{p.number-1}", .9)
        if isinstance(p, Deictic):
            r = self.deictic(p, at)
            if r and r.value: self.remember(r.value, at, p)
            return r
        if isinstance(p, Shift):
            r = self.shift(p, at)
            if r and r.value: self.remember(r.value, at, p)
            return r
        return None

    def remember(self, v, at, p):
        self.year = v.year
        if v.precision is Precision.SEASON: self.month = None
        else:
            self.month = v.month
        self.last, self.last_at = v, at

    def calendar(self, p, at):
        if p.weekday is not None and not p.day: return None
        year = p.year
        conf = .95
        if year is not None:
            if p.short:
                base = self.year or 1950
                c = base - base % 100 + year
                year = min((c - 100, c, c + 100), key=lambda y: abs(y - base))
            if p.doubtful and not self.ancient: return None
            if p.era == "BC" or (p.era is None and self.ancient and year < 1000):
                year = 1 - year; self.ancient = True
        elif p.of:
            if self.year is None: return None
            year = self.year + p.of.step
        else:
            if self.year is None: return None
            year = self.year
            conf = .85
        month = p.month
        if p.day and not month:
            month = self.month
            if month is None: return None
        v = make(year, month, p.day, p.season, p.part)
        if v is None: return None
        return Resolved(v, timex_of(v) + p.time, conf)

    def deictic(self, p, at):
        a = self.last
        if a is None: return None
        t = p.target
        if isinstance(t, Calendar):
            y = a.year
            if t.weekday is not None: return None
            if p.step == -1:
                m = t.month or {21: 3, 22: 6, 23: 9, 24: 12}[t.season]
                y = a.year - 1 if (a.month or 1) <= m or a.precision is Precision.SEASON else a.year
            elif p.step == 1:
                m = t.month or {21: 3, 22: 6, 23: 9, 24: 12}[t.season]
                am = a.month or 0
                if am > 12: am = {21: 4, 22: 7, 23: 10, 24: 12}.get(am, 0)
                y = a.year + 1 if am == 0 or m <= am else a.year
            v = make(y, t.month, t.day, t.season, p.part)
            return v and Resolved(v, timex_of(v), .8)
        if t == "year":
            v = make(a.year + p.step, part=p.part)
            return Resolved(v, timex_of(v), .85)
        if t == "month":
            if not a.month or a.month > 12: return None
            k = a.year * 12 + a.month - 1 + p.step
            v = make(k // 12, k % 12 + 1, part=p.part)
            return Resolved(v, timex_of(v), .85)
        if t == "day":
            if not a.day: return None
            v = plus(a, p.step)
            return v and Resolved(v, timex_of(v) + p.time, .85)
        return None

    def shift(self, p, at):
        if p.event or p.amount is None: return None
        a = self.last
        if p.base:
            r = self.calendar(p.base, at)
            a = r.value if r else None
        if a is None: return None
        n = p.amount
        if p.unit in ("day", "week", "fortnight"):
            if not a.day: return None
            v = plus(a, n * {"day": 1, "week": 7, "fortnight": 14}[p.unit])
            return v and Resolved(v, timex_of(v), .8)
        if p.unit == "month":
            if not a.month or a.month > 12: return None
            k = a.year * 12 + a.month - 1 + n
            v = make(k // 12, k % 12 + 1)
            return Resolved(v, timex_of(v), .7)
        if p.unit in ("year", "decade", "century"):
            v = make(a.year + n * {"year": 1, "decade": 10, "century": 100}[p.unit])
            return Resolved(v, timex_of(v), .8)
        return None


def plus(a, n):
    try:
        d = civil(a.year, a.month, a.day) + timedelta(n)
    except (ValueError, OverflowError):
        return None
    return make(d.year, d.month, d.day)
