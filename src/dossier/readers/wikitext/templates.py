"""What a template prints: its argument, words made of its arguments, nothing, or a gap where it is not known."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dossier.model.article import Coordinates, Template
from dossier.readers.builder import Builder
from dossier.readers.wikitext import names
from dossier.readers.wikitext.citations import printed, short
from dossier.readers.wikitext.inline import Inline
from dossier.readers.wikitext.nodes import Argument, Call
from dossier.readers.wikitext.wording import WORDINGS

_LONG = 200

Rule = Callable[[Call, Inline, Builder], None]


def canonical(call: Call) -> str:
    """Return the name of a template as `names` lists it."""
    return call.name.replace("_", " ").removeprefix("Template:").lower().strip()


def is_infobox(call: Call, *, in_lead: bool = False) -> bool:
    """Tell whether a template is an infobox, however named: by its name, or in the lead by its many fields."""
    name = canonical(call)
    if name.startswith(names.INFOBOXES) or "infobox" in name:
        return True
    fields = [argument for argument in call.arguments if not argument.name.isdecimal()]
    return in_lead and len(fields) > 4 and len(fields) == len(call.arguments) and not is_known(name)


def is_known(name: str) -> bool:
    """Tell whether it is known what the template of that name prints."""
    return _rule(name) is not None


def is_silent(name: str) -> bool:
    """Tell whether the template of that name prints nothing that belongs to the text."""
    return _rule(name) is _nothing


def template(call: Call, inline: Inline) -> Template:
    """Return a template with its arguments as words."""
    return Template(
        canonical(call),
        tuple((argument.name, inline.text(argument.nodes)) for argument in call.arguments),
        call.start,
        call.end,
    )


def argument(call: Call, *wanted: str) -> Argument | None:
    """Return the argument of one of the names `wanted`, the first that is given."""
    given = {each.name: each for each in call.arguments}
    return next((given[name] for name in wanted if name in given), None)


def write_template(call: Call, inline: Inline, builder: Builder) -> None:
    """Write what a template prints where it stands within a line; what is not known is a gap."""
    name = canonical(call)
    if name:
        (_rule(name) or _unknown)(call, inline, builder)


def _rule(name: str) -> Rule | None:
    if name.startswith(names.SILENT_PREFIXES):
        return _nothing
    if name.startswith("cite "):
        return _citation
    if name.startswith("lang-"):
        return _named_language
    return _RULES.get(name)


def _nothing(call: Call, inline: Inline, builder: Builder) -> None:
    """Banners, navigation, marks for the look of the page."""


def _first(call: Call, inline: Inline, builder: Builder) -> None:
    _write_argument(call, inline, builder, "1")


def _second(call: Call, inline: Inline, builder: Builder) -> None:
    _write_argument(call, inline, builder, "2", "text")


def _named_language(call: Call, inline: Inline, builder: Builder) -> None:
    """{{lang-de|Unternehmen Walküre}}: the words, after the name of their language."""
    language = names.LANGUAGES.get(canonical(call).removeprefix("lang-"))
    if language:
        builder.write(f"{language}: ", call.start, call.start)
    _first(call, inline, builder)


def _write_argument(call: Call, inline: Inline, builder: Builder, *wanted: str) -> None:
    if found := argument(call, *wanted):
        inline.write(found.nodes, builder)


def _flag(call: Call, inline: Inline, builder: Builder) -> None:
    """A flag is a picture; before a colon it stands for the country's name: "{{flagdeco|France}}: 13,390"."""
    if inline.source[call.end : call.end + 2].lstrip().startswith(":"):
        _first(call, inline, builder)


def _word(call: Call, inline: Inline, builder: Builder) -> None:
    words = names.WORDS[canonical(call)] + (inline.text(call.arguments[0].nodes) if call.arguments else "")
    builder.write(words, call.start, call.end)


def _wording(call: Call, inline: Inline, builder: Builder) -> None:
    builder.write(WORDINGS[canonical(call)](template(call, inline)), call.start, call.end)


def _citation(call: Call, inline: Inline, builder: Builder) -> None:
    citation = template(call, inline)
    inline.templates.append(citation)
    builder.write(printed(citation), call.start, call.end)


def _short_words(call: Call, inline: Inline, builder: Builder) -> None:
    builder.write(short(template(call, inline))[0], call.start, call.end)


def _define(call: Call, inline: Inline, builder: Builder) -> None:
    inline.define(node for given in call.arguments for node in given.nodes)


def _tag(call: Call, inline: Inline, builder: Builder) -> None:
    inline.gaps.add("tagged", call.start, call.end, f"the source says: {canonical(call)}")


def _unknown(call: Call, inline: Inline, builder: Builder) -> None:
    first = argument(call, "1")
    if first and first.end - first.start <= _LONG and canonical(call) not in names.COMPUTED and call.name[0] != "#":
        inline.write(first.nodes, builder)
        message = f"the template {call.name!r} is not known; its first argument is taken for its words"
    else:
        message = f"the template {call.name!r} is not known, and its words are left out"
    inline.gaps.add("template", call.start, call.end, message)


def _items(call: Call, inline: Inline, builder: Builder) -> None:
    for each in call.arguments:
        if each.name.isdecimal() or each.name in ("text", "quote"):
            builder.blank(each.start, each.start, "\n")
            inline.write(each.nodes, builder)
    builder.blank(call.end, call.end, "\n")


def _short_note(call: Call, inline: Inline, builder: Builder) -> None:
    words, anchor, locator = short(template(call, inline))
    note = inline.footnotes.find("", f"{anchor} {locator}".strip() or words, call.start, call.end)
    if note.text is None:
        written = Builder(inline.source)
        written.write(words, call.start, call.end)
        note.text, note.anchor, note.locator = written.passage(call.start), anchor, locator
        note.name = ""
    builder.cite(inline.footnotes.cite(note), call.start, call.end)


def _remark(call: Call, inline: Inline, builder: Builder) -> None:
    group = argument(call, "group")
    words = argument(call, "1", "text", "reference")
    given = argument(call, "name")
    in_group = inline.text(group.nodes) if group else "note" if canonical(call) in names.EXPLANATORY else ""
    inline.note(in_group, inline.text(given.nodes) if given else "", words.nodes if words else (), call, builder)


def _named_notes(call: Call, inline: Inline, builder: Builder) -> None:
    """{{r|name|name|p1=443}}: citations of notes by their names."""
    given = template(call, inline)
    group = given.get("group", "g")
    values = dict(given.params)
    for number, name in given.params:
        if number.isdecimal() and name:
            inline.note(group, name, (), call, builder)
            pages = (f"p{number}", f"page{number}", *(("p", "page") if number == "1" else ()))
            if page := next((values[key] for key in pages if values.get(key)), ""):
                builder.locate(page)


def _locator(call: Call, inline: Inline, builder: Builder) -> None:
    """{{rp|443}}: the page of the citation before it."""
    if page := argument(call, "1", "p", "page", "pages", "pp", "at"):
        builder.locate(inline.text(page.nodes))


_SIDES = {"N": 1, "E": 1, "S": -1, "W": -1, "O": 1}


def _coordinates(call: Call, inline: Inline, builder: Builder) -> None:
    """{{coord|48|4|50|N|7|21|36|E}} or {{coord|48.08|7.36}}: a point, with its words unless it stands in the title."""
    given = template(call, inline)
    numbers: list[float] = []
    found: list[float] = []
    for name, value in given.params:
        if not name.isdecimal() or len(found) == 2:
            continue
        if value.upper() in _SIDES and numbers:
            found.append(_SIDES[value.upper()] * sum(part / 60**power for power, part in enumerate(numbers)))
            numbers = []
        else:
            try:
                numbers.append(float(value.replace("−", "-")))
            except ValueError:
                break
    if not found and len(numbers) == 2:
        found = numbers
    if len(found) == 2 and abs(found[0]) <= 90 and abs(found[1]) <= 180:
        lat, lon = (round(value, 6) for value in found)
        inline.coordinates.append(Coordinates(lat, lon, call.start, call.end, given.get("name")))
        if given.get("display") in ("", "inline", "inline,title", "it", "ti", "title,inline"):
            sides = "N" if lat >= 0 else "S", "E" if lon >= 0 else "W"
            words = " ".join(
                f"{abs(value):.4f}".rstrip("0").rstrip(".") + f"°{side}"
                for value, side in zip((lat, lon), sides, strict=True)
            )
            builder.write(words, call.start, call.end)
    else:
        inline.gaps.add("template", call.start, call.end, "these coordinates are not a point on the earth")


_RULES: Mapping[str, Rule] = {
    **dict.fromkeys(names.SILENT | names.HATNOTES, _nothing),
    **dict.fromkeys(names.FIRST, _first),
    **dict.fromkeys(names.SECOND, _second),
    **dict.fromkeys(names.FLAGS, _flag),
    **dict.fromkeys(names.WORDS, _word),
    **dict.fromkeys(names.ITEMS | names.LISTS | names.QUOTATIONS, _items),
    **dict.fromkeys(names.TAGS, _tag),
    **dict.fromkeys(names.CITATIONS, _citation),
    **dict.fromkeys(names.SHORT_WORDS, _short_words),
    **dict.fromkeys(names.SHORT_NOTES, _short_note),
    **dict.fromkeys(names.REMARKS, _remark),
    **dict.fromkeys(names.NOTE_LISTS, _define),
    **dict.fromkeys(WORDINGS, _wording),
    "coord": _coordinates,
    "coords": _coordinates,
    "rp": _locator,
    "r": _named_notes,
}
