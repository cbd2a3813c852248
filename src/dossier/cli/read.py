"""`dossier read`: what a reader sees in an article."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("source", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--format", "shape", help="The shape of the text where it is not recognised, such as wikitext or html.")
@click.option("--json", "as_data", is_flag=True, help="Print everything as JSON, for programs.")
def read(source: Path, shape: str | None, as_data: bool) -> None:
    """Read the article in SOURCE and show its parts, its dates, and what it left out.

    SOURCE is a text copied from a page, wikitext, a saved page or an export of a wiki. Places are code points of the
    decoded file.

    \b
    Examples:
      dossier read article.txt
      dossier read --json saved-page.html > article.json
    """
    import json

    from dossier.extract.article import article_dates
    from dossier.readers import read as read_article
    from dossier.readers.dump import as_json

    article = read_article(source, format=shape)
    dates = article_dates(article)
    if as_data:
        data = as_json(article) | {
            "dates": [
                {
                    "start": date.start,
                    "end": date.end,
                    "text": date.mention.text,
                    "edtf": date.mention.edtf,
                    "timex": date.mention.timex,
                    "mod": date.mention.mod,
                    "confidence": date.mention.confidence,
                }
                for date in dates
            ]
        }
        click.echo(json.dumps(data, indent=2, ensure_ascii=False))
        return
    click.echo(f"{article.title.text}  ({article.format}, {article.language})")
    for field in article.infobox:
        click.echo(f"  {field.name}: {field.value.text}")
    for section in article.walk():
        click.echo(f"{'  ' * section.level}{section.heading.text}")
    click.echo(f"\n{len(article.references)} references, {len(dates)} dates, {len(article.gaps)} gaps")
    for date in dates:
        value = f"{date.mention.edtf or '?'} {date.mention.mod.lower()}"
        click.echo(f"  {value:<24} {date.mention.text}")
    for gap in article.gaps:
        click.echo(f"  gap at {gap.start}: {gap.message}  [{gap.context}]")
