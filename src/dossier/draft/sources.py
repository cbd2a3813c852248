"""The sources of a draft, with attribution and licence: filled in where the text says them, else a blank to fill."""

from __future__ import annotations

from collections.abc import Sequence

from dossier.draft.desk import Desk
from dossier.draft.versions import Version
from dossier.model.consistency import BLANK
from dossier.model.dossier import Licence, Source
from dossier.model.references import Url

_BY_SA = "https://creativecommons.org/licenses/by-sa/{}/"
_SINCE_4 = "2023-06-29"
"""Since that day texts of Wikipedia are under version 4.0, before under 3.0 (Wikimedia's terms of use)."""


def sources(desk: Desk) -> tuple[Source, ...]:
    """Return the sources; what a curator has to fill in is noted."""
    return tuple(source(desk, version) for version in desk.sides.versions)


def source(desk: Desk, version: Version) -> Source:
    """Return what is printed about a source; noted where its attribution or its licence is not known."""
    article, origin = version.article, version.article.provenance
    t = desk.teller
    label = " ".join(origin.label.text.split())
    title = article.title.text
    licence = licence_of(version, t("licence-version"))
    if origin.site:
        attribution = t("attribution", site=origin.site, title=title)
        if label and t.prints(label):
            attribution = f"{label} {attribution}"
    else:
        attribution = t("attribution-missing", blank=BLANK)
        desk.note("fill-in", f"attribution missing: fill in who wrote {version.file}, and where it was published",
                  item=version.id)  # fmt: skip
    if BLANK in licence.name:
        desk.note("fill-in", f"licence missing: fill in on what terms {version.file} may be used", item=version.id)
    return Source(
        id=version.id,
        mark=version.mark,
        title=_title(version),
        description=t("copy", file=version.file),
        path=f"sources/{version.file}",
        language=t.locale.tag,
        url=_url(origin.url),
        revision=origin.revision[:200],
        licence=licence,
        attribution=attribution,
        sha256=version.sha256,
    )


def _title(version: Version) -> str:
    return " ".join(version.article.title.text.split())[:300] or version.file


def licence_of(version: Version, unknown_version: str) -> Licence:
    """Return the terms of a text: as it says, or as its site has them; with a blank where neither is known."""
    origin = version.article.provenance
    if origin.licence:
        return Licence(name=origin.licence[:200], url=_url(origin.licence_url))
    if origin.site == "Wikipedia":
        if not origin.modified:
            return Licence(name=f"CC BY-SA {unknown_version}")
        number = "4.0" if origin.modified[:10] >= _SINCE_4 else "3.0"
        return Licence(name=f"CC BY-SA {number}", url=_BY_SA.format(number))
    return Licence(name=BLANK)


def shared_licence(sources: Sequence[Source]) -> Licence:
    """Return the terms of the dossier: those of its source that have been found, since it quotes it."""
    return next((source.licence for source in sources if BLANK in source.licence.name), sources[0].licence)


def _url(address: str) -> Url:
    return address if address.startswith(("https://", "http://")) and " " not in address else ""
