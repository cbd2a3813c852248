"""Metadata packets (ISO 16684-1)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID
from xml.sax.saxutils import escape

import pikepdf

_ABOUT = '<rdf:Description rdf:about=""'

_PDFUA = f"""{_ABOUT} xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
{_ABOUT} xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
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


_PDFX = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<pdf:Producer>{producer}</pdf:Producer>
<pdf:Trapped>False</pdf:Trapped>
<xmp:CreateDate>{created}</xmp:CreateDate>
<xmp:ModifyDate>{created}</xmp:ModifyDate>
<xmp:MetadataDate>{created}</xmp:MetadataDate>
<xmpMM:DocumentID>uuid:{document_id}</xmpMM:DocumentID>
<xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>
"""


def claim_pdfua(document: pikepdf.Pdf) -> pikepdf.Stream:
    """Return a document's metadata with PDF/UA-1, and the description of that schema that PDF/A-3, 6.6.2.3.1 wants."""
    packet = document.Root.Metadata.read_bytes()
    return _stream(document, packet.replace(b"</rdf:RDF>", _PDFUA.encode() + b"</rdf:RDF>"))


def describe_pdfx(
    document: pikepdf.Pdf, *, title: str, producer: str, created: datetime, document_id: UUID
) -> pikepdf.Stream:
    """Return metadata with what PDF/X-4 (ISO 15930-7, 6.13) asks for."""
    packet = _PDFX.format(
        title=escape(title), producer=escape(producer), created=f"{created:%Y-%m-%dT%H:%M:%SZ}", document_id=document_id
    )
    return _stream(document, packet.encode())


def _stream(document: pikepdf.Pdf, packet: bytes) -> pikepdf.Stream:
    return pikepdf.Stream(document, packet, Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML)
