"""The typed reasons for which a file cannot be read, each with a sentence that says what to do."""

from typing import Final, Literal

FailureCode = Literal[
    "not-found",
    "not-readable",
    "empty",
    "not-a-pdf",
    "not-a-document",
    "unknown-format",
    "encrypted",
    "damaged",
    "image-only",
    "no-text",
    "attached",
    "too-large",
    "too-many-pages",
    "too-slow",
    "changing",
    "reader-died",
]

ADVICE: Final[dict[FailureCode, str]] = {
    "not-found": "There is no such file; check the path.",
    "not-readable": "The file may not be opened{detail}; check its permissions.",
    "empty": "The file is empty; download or copy it again.",
    "not-a-pdf": "The file is named .pdf but is a web page{detail}; download the PDF again.",
    "not-a-document": "The page{detail} is an error page of a web site; download it again.",
    "unknown-format": "This is{detail} and not a PDF, web page, Word (.docx), text or Markdown "
    "file; save or convert it as one of these.",
    "encrypted": "The file is locked with a password; save a copy without one and add that.",
    "damaged": "The file is damaged or cut short{detail}; download or copy it again.",
    "image-only": "The pages are pictures without text; run text recognition (OCR) on the file "
    "first, for example with ocrmypdf.",
    "no-text": "The file holds no readable text; check that it is the right one.",
    "attached": "What this e-mail has to say is in files attached to it{detail}; save them "
    "from the mail program and add them.",
    "too-large": "The file has {detail}; raise the limit in the settings if it is really wanted.",
    "too-many-pages": "The file has {detail}; raise the limit in the settings if it is really "
    "wanted.",
    "too-slow": "Reading takes longer than {detail}; raise the limit in the settings or convert "
    "the file to text.",
    "changing": "The file is being changed; add it again once it is written.",
    "reader-died": "Reading it took all the memory it may have, or it crashed the reader{detail}; "
    "convert the file to text, or print it to a new PDF, and add that.",
}


class ReadingError(Exception):
    """A file that cannot be read: `code` for programs, `str(error)` a sentence for people."""

    def __init__(self, code: FailureCode, detail: str = "") -> None:
        self.code: FailureCode = code
        super().__init__(ADVICE[code].format(detail=detail))

    def __reduce__(self) -> tuple[type["ReadingError"], tuple[FailureCode, str]]:
        # The message is formatted already; keep it when the error crosses a process border.
        return _rebuild, (self.code, str(self))  # type: ignore[return-value]


def _rebuild(code: FailureCode, message: str) -> ReadingError:
    error = ReadingError(code)
    error.args = (message,)
    return error
