"""Train the classifier: `python -m store.training LABELLED --work WORK`."""

import argparse
import datetime
import sys
import time
from pathlib import Path

import msgspec

from store.findings.themes import vocabulary
from store.findings.trained.weights import MODEL_FILE
from store.training.course import VARIANTS, Course
from store.training.examples import load
from store.training.readings import with_readings
from store.training.student import Shape
from store.training.teacher import BASE


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m store.training", description=__doc__)
    parser.add_argument("labelled", type=Path, help="folder of labelled and unlabelled JSON lines")
    parser.add_argument("--work", type=Path, required=True, help="folder for what teachers say")
    parser.add_argument("--base", default=BASE, help="name or folder of the teacher's base model")
    parser.add_argument("--out", type=Path, default=MODEL_FILE, help="the model file to write")
    parser.add_argument(
        "--limit", type=int, help="unlabelled sentences to use; else all (to try the course out)"
    )
    parser.add_argument(
        "--variants", type=int, default=VARIANTS, help="sentences to make from the unlabelled"
    )
    parser.add_argument("--epochs", type=int, help="of the student")
    parser.add_argument("--version", help="of the model; else today's date")
    args = parser.parse_args()
    args.work.mkdir(parents=True, exist_ok=True)
    began = time.monotonic()

    def say(words: str) -> None:
        print(f"{time.monotonic() - began:7.0f} s  {words}", file=sys.stderr, flush=True)

    examples = with_readings(load(args.labelled))
    if not examples.train:
        print(f"{args.labelled} holds no labelled sentences.", file=sys.stderr)
        return 1
    if args.limit:
        fewer = examples.unlabelled[:: max(1, len(examples.unlabelled) // args.limit)]
        examples = msgspec.structs.replace(examples, unlabelled=fewer[: args.limit])
    shape = Shape(epochs=args.epochs) if args.epochs else Shape()
    themes = [theme.id for theme in vocabulary().themes]
    course = Course(examples, themes, args.work, args.base, say, shape, args.variants)
    version = args.version or f"{datetime.date.today():%Y.%m.%d}"
    card = course.finish(args.out, version)
    for name, value in card.scores.items():
        print(f"{name:<46}{value:.4f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
