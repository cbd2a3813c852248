"""What the headings of an encyclopedia mean: which sections are apparatus and not story."""

from __future__ import annotations

from collections.abc import Mapping

from dossier.model.article import Role

_ROLES: Mapping[Role, tuple[str, ...]] = {
    "see-also": (
        "see also", "related articles", "siehe auch", "voir aussi", "articles connexes", "véase también", "vedi anche",
        "voci correlate", "zobacz też", "zie ook", "ver também", "см. также", "див. також", "viz také", "se även",
    ),
    "references": (
        "references", "notes", "footnotes", "citations", "sources", "bibliography", "notes and references",
        "references and notes", "references and further reading", "sources and references", "works cited",
        "explanatory notes", "literature", "einzelnachweise", "anmerkungen", "literatur", "quellen", "nachweise",
        "références", "notes et références", "bibliographie", "referencias", "notas", "bibliografía", "note",
        "bibliografia", "przypisy", "bronnen", "referenties", "literatuur", "referências", "примечания", "литература",
        "источники", "сноски", "примітки", "література", "джерела", "reference", "källor", "noter", "poznámky",
    ),
    "further-reading": ("further reading", "weiterführende literatur", "pour approfondir", "lectura adicional"),
    "external-links": (
        "external links", "external link", "weblinks", "liens externes", "enlaces externos", "collegamenti esterni",
        "linki zewnętrzne", "externe links", "ligações externas", "ссылки", "посилання", "externí odkazy",
        "externa länkar",
    ),
}  # fmt: skip

_ROLE_OF = {heading: role for role, headings in _ROLES.items() for heading in headings}


def role_of(heading: str) -> Role:
    """Return what a section under `heading` is for."""
    return _ROLE_OF.get(" ".join(heading.lower().split()).strip(" :"), "body")
