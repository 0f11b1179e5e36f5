"""The network against the same sums written out plainly, one sentence at a time."""

import numpy as np
import numpy.typing as npt
from hypothesis import given, settings
from hypothesis import strategies as st

from store.findings.trained.network import Network
from store.findings.trained.weights import FORMAT, ModelCard, Weights

Floats = npt.NDArray[np.float32]
WORDS, SIZE, DEPTH, HEADS, OUTPUTS = 12, 5, 8, 3, 6
SENTENCES = st.lists(
    st.lists(st.integers(1, WORDS - 1), min_size=1, max_size=9), min_size=1, max_size=5
)


def some_arrays() -> dict[str, Floats]:
    rng = np.random.RandomState(0)

    def of(*shape: int) -> Floats:
        return rng.randn(*shape).astype(np.float32)

    arrays = {
        "e": of(WORDS, SIZE), "n.g": of(DEPTH), "n.b": of(DEPTH),
        "att": of(DEPTH, HEADS), "attb": of(HEADS),
        "h": of((2 + HEADS) * DEPTH, 4), "hb": of(4), "o": of(4, OUTPUTS), "ob": of(OUTPUTS),
    }  # fmt: skip
    arrays["e"][0] = 0
    for layer, (into, width) in enumerate(((SIZE, 7), (DEPTH, 3), (DEPTH, 5))):
        arrays |= {
            f"{layer}.c": of(width, into, 2 * DEPTH), f"{layer}.cb": of(2 * DEPTH),
            f"{layer}.g": of(into), f"{layer}.b": of(into),
            f"{layer}.s1": of(DEPTH, 2), f"{layer}.s1b": of(2),
            f"{layer}.s2": of(2, DEPTH), f"{layer}.s2b": of(DEPTH),
        }  # fmt: skip
    return arrays


ARRAYS = some_arrays()
CARD = ModelCard(
    format=FORMAT, version="1", base="", data_sha256="", sentences=0, taught=0,
    themes=(), thresholds=(), calibration=(),
)  # fmt: skip


def sigmoid(x: Floats) -> Floats:
    result: Floats = 1 / (1 + np.exp(-x))
    return result


def normal(x: Floats, gain: Floats, bias: Floats) -> Floats:
    centred = x - x.mean(1, keepdims=True)
    result: Floats = centred / np.sqrt((centred**2).mean(1, keepdims=True) + 1e-5) * gain + bias
    return result


def layer(x: Floats, number: int) -> Floats:
    kernel = ARRAYS[f"{number}.c"]
    half = len(kernel) // 2
    rows = np.concatenate([np.zeros((half, x.shape[1])), x, np.zeros((half, x.shape[1]))])
    wide = np.stack([
        sum(rows[i + k] @ kernel[k] for k in range(len(kernel))) for i in range(len(x))
    ]) + ARRAYS[f"{number}.cb"]  # fmt: skip
    h = wide[:, :DEPTH] * sigmoid(wide[:, DEPTH:])
    narrow = np.maximum(h.mean(0) @ ARRAYS[f"{number}.s1"] + ARRAYS[f"{number}.s1b"], 0)
    gated: Floats = h * sigmoid(narrow @ ARRAYS[f"{number}.s2"] + ARRAYS[f"{number}.s2b"])
    return gated


def plainly(numbers: list[int]) -> Floats:
    x = layer(ARRAYS["e"][numbers], 0)
    for number in (1, 2):
        x = x + layer(normal(x, ARRAYS[f"{number}.g"], ARRAYS[f"{number}.b"]), number)
    x = normal(x, ARRAYS["n.g"], ARRAYS["n.b"])
    heed = np.exp(x @ ARRAYS["att"] + ARRAYS["attb"])
    heeded = (heed / heed.sum(0)).T @ x
    pooled = np.concatenate([x.max(0), x.mean(0), *heeded])
    inner = np.maximum(pooled @ ARRAYS["h"] + ARRAYS["hb"], 0)
    result: Floats = inner @ ARRAYS["o"] + ARRAYS["ob"]
    return result


@settings(deadline=None)
@given(SENTENCES)
def test_sentences_in_one_array_give_what_each_gives_alone(sentences: list[list[int]]) -> None:
    network = Network(Weights(CARD, [], ARRAYS))
    expected = np.stack([plainly(numbers) for numbers in sentences])
    np.testing.assert_allclose(network.scores(sentences), expected, rtol=1e-3, atol=1e-3)
