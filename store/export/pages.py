"""Briefings as Markdown and as one HTML page, from templates that a user can put others over."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from store.export.briefing import Briefing, History
from store.export.written import ExportError
from store.reading.clean import clean

if TYPE_CHECKING:
    from jinja2 import Environment

OWN: Final = Path(__file__).with_name("templates")
_SPECIAL: Final = re.compile(r"([\\`*_{}\[\]<>#|~])")
_BARS: Final = "▁▂▃▄▅▆▇█"


def page(briefing: Briefing, suffix: str, templates: Path | None = None) -> str:
    """The briefing as text.

    Args:
        briefing: what is told.
        suffix: `.md` or `.html`.
        templates: the user's folder; a `briefing.md` or `briefing.html` there is used instead.

    Raises:
        ExportError: the user's template has a fault; the message names file and line.
    """
    from jinja2 import TemplateError, TemplateSyntaxError

    try:
        template = _environment(suffix, templates).get_template(f"briefing{suffix}")
        text: str = template.render(briefing=briefing)
    except TemplateSyntaxError as error:
        raise ExportError(
            f"The template {error.filename or error.name}, line {error.lineno}, has a fault: "
            f"{error.message}."
        ) from error
    except (TemplateError, TypeError, AttributeError, ValueError) as error:
        raise ExportError(f"The template briefing{suffix} has a fault: {error}.") from error
    return _fewer_gaps(text) if suffix == ".md" else text


def _environment(suffix: str, templates: Path | None) -> "Environment":
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    folders = [str(folder) for folder in (templates, OWN) if folder is not None]
    environment = SandboxedEnvironment(
        loader=FileSystemLoader(folders),
        autoescape=suffix == ".html",
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    environment.filters.update(md=as_markdown, capital=_capital, bars=bars, chart=_chart)
    environment.finalize = lambda value: clean(value) if type(value) is str else value
    return environment


def as_markdown(words: Any) -> str:
    """A document's words as Markdown that shows them as they are, on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(clean(str(words)).split()))


def bars(history: History) -> str:
    """A figure over time as a row of bars, the lowest value as the lowest."""
    values = [point.value for point in history.series.line]
    low, high = min(values), max(values)
    span = (high - low) or 1.0
    return "".join(_BARS[round((value - low) / span * (len(_BARS) - 1))] for value in values)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _chart(history: History) -> Any:
    from markupsafe import Markup

    from store.export.pictures import figure_svg

    return Markup(figure_svg(history.series, inline=True))


def _fewer_gaps(text: str) -> str:
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"
