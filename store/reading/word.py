"""Word files (.docx) through mammoth: tracked changes, text boxes, lists and tables come right."""

import io
from typing import Final

from store.model.line import Line
from store.reading.failure import ReadingError
from store.reading.limits import Limits, Stopwatch, refuse_long
from store.reading.markup import lines_of
from store.reading.package import vetted
from store.reading.tree import parsed

_BULLETS: Final = "\n".join(
    f"p:unordered-list({level}) => {'ul|ol > li > ' * (level - 1)}ul > li:fresh"
    for level in range(1, 6)
)
_HEADINGS: Final = "\n".join(
    f"p.Heading{level} => h{level}:fresh\np[style-name='Heading {level}'] => h{level}:fresh"
    for level in range(1, 7)
)
_STYLES: Final = f"""
p[style-name='header'] => !
p[style-name='footer'] => !
{_HEADINGS}
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => h2:fresh
p[style-name='Heading'] => h1:fresh
p[style-name='List Bullet 2'] => ul|ol > li > ul > li:fresh
p[style-name='List Bullet 3'] => ul|ol > li > ul|ol > li > ul > li:fresh
{_BULLETS}
p[style-name='List Bullet'] => ul > li:fresh
"""
"""mammoth's own map is twice as long, and looked through for every paragraph and run."""


def read_docx(data: bytes, limits: Limits) -> list[Line]:
    """The lines of the document's body; headers, footers, footnotes and pictures are left out.

    Raises:
        ReadingError: `damaged`, `encrypted`, `too-large`, `too-slow`, `no-text`.
    """
    stopwatch = Stopwatch(limits)
    for package in vetted(data, limits):
        stopwatch.check()
        try:
            markup = _converted(package)
            break
        except RecursionError as error:
            raise ReadingError("damaged", " (its parts are nested too deeply)") from error
        except Exception as error:  # mammoth lets through whatever the broken parts raise
            fault = error
    else:
        raise ReadingError("damaged") from fault
    stopwatch.check()
    refuse_long(markup, limits)
    return lines_of(parsed(f"<html><body>{markup}</body></html>", limits))


def _converted(package: bytes) -> str:
    import mammoth

    result = mammoth.convert_to_html(
        io.BytesIO(package),
        style_map=_STYLES,
        include_default_style_map=False,
        external_file_access=False,
    )
    markup: str = result.value
    return markup
