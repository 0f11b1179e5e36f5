"""The versions that a reader of findings should know: of the program, and of its classifier."""

from store import __version__
from store.findings.trained.weights import MODEL_FILE, ModelFileError, read_card


def versions() -> str:
    """The program's version, and the model's with what it was trained on and how well it did."""
    try:
        card = read_card(MODEL_FILE)
    except ModelFileError as error:
        return f"ofsted-tui {__version__}\n{error}"
    scores = ", ".join(f"{name} {value:.2f}" for name, value in card.scores.items())
    return (
        f"ofsted-tui {__version__}\n"
        f"model {card.version}, taught by {card.base}; {card.sentences:,} labelled sentences "
        f"(sha256 {card.data_sha256[:12]})\n"
        f"on sentences kept apart: {scores}"
    )
