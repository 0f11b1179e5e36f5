"""A labeller whose labels differ from those of any other."""

from store.findings.labels import Context, Label


class AllMixed:
    """Finds everything mixed."""

    name = "all-mixed"

    def label(
        self, texts: list[str], contexts: list[Context], *, marked: bool = True
    ) -> list[Label]:
        return [Label("mixed", ("recording",), 0.5) for _ in texts]
