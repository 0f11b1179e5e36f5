"""Why the system refused something, in words for a sentence."""

import os
from pathlib import Path


def refusal(error: OSError, of: "os.PathLike[str] | None" = None) -> str:
    """ "Permission denied" for "[Errno 13] Permission denied: '/a/.b-x3f.new'".

    The file is named unless it is a temporary one, or `of`, which the sentence names already.
    """
    words = error.strerror or str(error) or type(error).__name__
    name = error.filename
    if not isinstance(name, str) or Path(name).name.startswith(".") or Path(name) == of:
        return words
    return f"{words}: {name}"
