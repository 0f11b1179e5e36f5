"""Figures: measures with their values, ranges, units and directions.

figures(sentences) -> Iterator[Figure]
"""

from store.parsing.figures.figures import figures

__all__ = ["figures"]
