"""Metadata packets (ISO 16684-1)."""

from __future__ import annotations

import pikepdf

ABOUT = '<rdf:Description rdf:about=""'

_PDFUA = f"""{ABOUT} xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
{ABOUT} xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 to which the file conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""


def claim_pdfua(document: pikepdf.Pdf) -> None:
    """Add PDF/UA-1 to the metadata, with the description of its schema that PDF/A-3 asks for (clause 6.6.2.3.1)."""
    packet = document.Root.Metadata.read_bytes()
    document.Root.Metadata = metadata(document, packet.replace(b"</rdf:RDF>", _PDFUA.encode() + b"</rdf:RDF>"))


def metadata(document: pikepdf.Pdf, packet: bytes) -> pikepdf.Stream:
    """Return a metadata stream; PDF/A forbids nothing here, but readers that scan a file expect it uncompressed."""
    return pikepdf.Stream(document, packet, Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML)
