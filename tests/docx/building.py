"""Word documents written by hand: small packages of XML, of which a test says every element that matters."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'mc:Ignorable="w14"'
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{sort}+xml"
STYLES = (
    f'<w:styles {NAMES}><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/></w:style></w:styles>'
)
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8cfc000000301010018dd8db0"
    "0000000049454e44ae426082"
)
USES = ("default", "first", "even")
SECTION = '<w:sectPr>{references}<w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
CELL = '<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>{}</w:tc>'
TODAY = 'w:date="2024-05-01T10:00:00Z"'


def t(text: str) -> str:
    """The text of a run, with its blanks."""
    return f'<w:t xml:space="preserve">{text}</w:t>'


def r(content: str, properties: str = "", attributes: str = "") -> str:
    """A run; content that is no XML is its text."""
    inside = content if content.startswith("<") else t(content)
    shape = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r{' ' * bool(attributes)}{attributes}>{shape}{inside}</w:r>"


def p(*runs: str, properties: str = "") -> str:
    """A paragraph of runs; what is no XML is the text of one."""
    shape = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{shape}{''.join(run if run.startswith('<') else r(run) for run in runs)}</w:p>"


def change(sort: str, number: int, content: str, author: str = "Ann") -> str:
    """An earlier change."""
    return f'<w:{sort} w:id="{number}" w:author="{author}" {TODAY}>{content}</w:{sort}>'


def deleted(text: str, properties: str = "") -> str:
    """A run inside a deletion."""
    return r(f'<w:delText xml:space="preserve">{text}</w:delText>', properties)


def table(*rows: list[str]) -> str:
    """A table of cells, each what stands in it."""
    width = max(map(len, rows))
    grid = "".join('<w:gridCol w:w="3000"/>' for _ in range(width))
    cells = "".join("<w:tr>" + "".join(CELL.format(cell) for cell in row) + "</w:tr>" for row in rows)
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{cells}</w:tbl>'


def field(code: str, *result: str) -> str:
    """A field of runs: its code, and what it shows."""
    marks = {sort: r(f'<w:fldChar w:fldCharType="{sort}"/>') for sort in ("begin", "separate", "end")}
    instruction = r(f'<w:instrText xml:space="preserve"> {code} </w:instrText>')
    return marks["begin"] + instruction + marks["separate"] + "".join(result) + marks["end"]


def box(*paragraphs: str) -> str:
    """What Word draws a text box with, for new programs."""
    return (
        '<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" '
        'locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column">'
        '<wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>0'
        '</wp:posOffset></wp:positionV><wp:extent cx="2000000" cy="900000"/><wp:wrapSquare wrapText="bothSides"/>'
        '<wp:docPr id="7" name="Box"/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        '<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2000000" cy="900000"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent>{"".join(paragraphs)}'
        "</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )


def old_box(*paragraphs: str) -> str:
    """What Word draws a text box with, for old programs."""
    return (
        '<w:pict><v:shape style="position:absolute;width:150pt;height:70pt" type="#box"><v:textbox><w:txbxContent>'
        f"{''.join(paragraphs)}</w:txbxContent></v:textbox></v:shape></w:pict>"
    )


def either(new: str, old: str, requires: str = "wps") -> str:
    """The same in two ways."""
    return (
        f'<mc:AlternateContent><mc:Choice Requires="{requires}">{new}</mc:Choice><mc:Fallback>{old}</mc:Fallback>'
        "</mc:AlternateContent>"
    )


def root(sort: str, content: str, names: str = NAMES) -> str:
    """The XML of a part."""
    return f"{DECLARATION}<w:{sort} {names}>{content}</w:{sort}>"


def docx(
    *blocks: str,
    notes: Mapping[str, str] | None = None,
    headers: Mapping[str, str] | None = None,
    comments: str | None = None,
    more: Mapping[str, str | bytes] | None = None,
    names: str = NAMES,
    main: str = "word/document.xml",
) -> bytes:
    """A document of these blocks. Notes are ``footnotes`` and ``endnotes``, headers ``header1``, ``footer1`` ..."""
    sorts = {**(notes or {}), **(headers or {}), **({} if comments is None else {"comments": comments})}
    references = "".join(
        f'<w:{name[:6]}Reference w:type="{USES[int(name[6:]) - 1]}" r:id="{name}"/>' for name in headers or {}
    )
    body = f"<w:body>{''.join(blocks)}{SECTION.format(references=references)}</w:body>"
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": _types(main, sorts),
        "_rels/.rels": _related({"rId1": ("officeDocument", main)}),
        main: root("document", body, names),
        f"word/_rels/{main[5:]}.rels": _related(
            {"styles": ("styles", "styles.xml"), "picture": ("image", "media/image1.png")}
            | {name: (name.rstrip("0123456789"), f"{name}.xml") for name in sorts}
        ),
        "word/styles.xml": DECLARATION + STYLES,
        "word/media/image1.png": PIXEL,
        **{f"word/{name}.xml": root(_root_of(name), content, names) for name, content in sorts.items()},
        **(more or {}),
    }
    return packed(parts)


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """An archive of these parts, pictures as they are."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            # At one time for all, so that the same parts make the same bytes.
            archive.writestr(ZipInfo(name), content, 0 if name.endswith(".png") else ZIP_DEFLATED)
    return made.getvalue()


def note(sort: str, number: int, *paragraphs: str) -> str:
    """A note, as the part with notes has it."""
    return f'<w:{sort} w:id="{number}">{"".join(paragraphs)}</w:{sort}>'


def separators(sort: str) -> str:
    """The first two notes of any document, which are lines."""
    return "".join(
        f'<w:{sort} w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:{sort}>'
        for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
    )


def _root_of(name: str) -> str:
    return {"header": "hdr", "footer": "ftr"}.get(name.rstrip("0123456789"), name)


def _types(main: str, sorts: Mapping[str, str]) -> str:
    overrides = {f"/{main}": MAIN_TYPE, "/word/styles.xml": TYPE.format(sort="styles")} | {
        f"/word/{name}.xml": TYPE.format(sort=name.rstrip("0123456789")) for name in sorts
    }
    listed = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    return (
        f'{DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
        f"{listed}</Types>"
    )


def _related(links: Mapping[str, tuple[str, str]]) -> str:
    listed = "".join(
        f'<Relationship Id="{number}" Type="{R}/{sort}" Target="{target}"/>' for number, (sort, target) in links.items()
    )
    return (
        f'{DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{listed}</Relationships>"
    )
