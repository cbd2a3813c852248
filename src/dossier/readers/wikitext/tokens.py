"""The tokens of wikitext: one expression finds them all, and none of its parts looks at a character twice."""

from __future__ import annotations

import html
import re

RAW = (
    "nowiki|pre|math|chem|syntaxhighlight|source|code|timeline|score|graph|gallery|imagemap|hiero|templatestyles"
    "|script|style"
)
WORDS = {"nowiki", "pre", "syntaxhighlight", "source", "code"}
ACTIVE = {"script", "style"}
HOLDING = {"ref", "references", "blockquote", "includeonly"}
PLAIN = set(
    "abbr b bdi bdo big br caption center cite data dd del dfn div dl dt em font h1 h2 h3 h4 h5 h6 hr i ins kbd li mark"
    " noinclude ol onlyinclude p poem q rb rp rt ruby s samp section small span strike strong sub sup table tbody td"
    " tfoot th thead time tr translate tt u ul var wbr".split()
)
TOKEN = re.compile(
    rf"""
      (?P<comment><!--)
    | <(?P<raw>(?i:{RAW}))\b(?P<raw_attributes>[^<>]*)>
    | <(?P<closing>/?)(?P<tag>[a-zA-Z][a-zA-Z0-9]*)\b(?P<attributes>[^<>]*)>
    | (?P<parameter>\{{\{{\{{[^{{}}\n]{{0,200}}\}}\}}\}})
    | (?P<call>\{{\{{)
    | (?P<end_call>\}}\}})
    | (?P<link>\[\[)
    | (?P<end_link>\]\])
    | (?P<address>\[(?=(?:https?:|ftp:)?//|mailto:))
    | (?P<end_address>\])
    | (?P<table>^[^\S\n]*+:*+[^\S\n]*+\{{\|[^\n]*)
    | (?P<end_table>^[^\S\n]*+\|\}}(?!\}}(?!\}})))
    | ^[^\S\n]*+(?P<line_mark>\|-+|\|\+|\||!)
    | (?P<mark>\|\||!!|\||=)
    | (?P<quotes>'{{2,}})
    | (?P<newline>\n)
    | (?P<entity>&(?:\#\d{{1,7}}|\#[xX][0-9a-fA-F]{{1,6}}|[a-zA-Z][a-zA-Z0-9]{{1,31}});)
    | (?P<magic>__[A-Z]{{3,20}}__)
    """,
    re.VERBOSE | re.MULTILINE,
)
_ATTRIBUTE = re.compile(r"""(?<![\w:-])([a-zA-Z][\w:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
URL = re.compile(r"[^\s\[\]<>\"{|}]*")
REST_OF_LINE = re.compile(r"[^\S\n]*\n")


def attributes(text: str) -> dict[str, str]:
    """Return the attributes in the opening tag or table mark `text`, names in lower case."""
    return {
        name.lower(): html.unescape(one or other or bare).rstrip("/").strip()
        for name, one, other, bare in _ATTRIBUTE.findall(text)
    }
