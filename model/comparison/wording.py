"""How one text became another, word by word: what was kept, removed and added."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

# Words compared with words: beyond that many pairs a passage is compared sentence by sentence first.
MOST_PAIRS = 2_000_000
_WORD = re.compile(r"\s+|\w+|[^\w\s]")
_SENTENCE = re.compile(r".*?(?:[.;:!?](?=\s)|\n|$)\s*", re.DOTALL)
# A word of many letters in a row that are no letters of ours (no spaces between words) is compared letter by letter.
_LONGEST_WORD = 40
# So few letters kept between two changes only make them harder to read.
_FEW = 3


class Kept(StrEnum):
    """What became of a part of a text."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of two texts: in both, in the earlier only, or in the later only; spaces and all."""

    kind: Kept
    text: str


def differences(earlier: str, later: str) -> tuple[Part, ...]:
    """Tell how one text became another.

    The kept and the removed parts make up the earlier text, the kept and the added ones the later, to the last sign.
    Texts of 20,000 signs take a fraction of a second, whatever is in them: where two passages have too much of
    difference to be compared word by word, one is removed whole and the other added.
    """
    return tuple(_joined(_compared(_words(earlier), _words(later))))


def _words(text: str) -> list[str]:
    return [piece for word in _WORD.findall(text) for piece in (word if len(word) > _LONGEST_WORD else (word,))]


def _compared(earlier: Sequence[str], later: Sequence[str]) -> Iterator[Part]:
    """Set what begins and ends alike aside, and compare what is left between."""
    head = _alike(earlier, later)
    tail = _alike(earlier[head:][::-1], later[head:][::-1])
    yield Part(Kept.KEPT, "".join(earlier[:head]))
    yield from _between(earlier[head : len(earlier) - tail], later[head : len(later) - tail])
    yield Part(Kept.KEPT, "".join(earlier[len(earlier) - tail :]))


def _alike(earlier: Sequence[str], later: Sequence[str]) -> int:
    count = 0
    for word, other in zip(earlier, later, strict=False):
        if word != other:
            break
        count += 1
    return count


def _between(earlier: Sequence[str], later: Sequence[str]) -> Iterator[Part]:
    if len(earlier) * len(later) <= MOST_PAIRS:
        yield from _aligned(earlier, later)
        return
    sentences, others = _sentences(earlier), _sentences(later)
    if len(sentences) * len(others) > MOST_PAIRS:
        yield from _replaced("".join(earlier), "".join(later))
        return
    for tag, first, last, start, end in SequenceMatcher(None, sentences, others, autojunk=False).get_opcodes():
        before, after = "".join(sentences[first:last]), "".join(others[start:end])
        yield from [Part(Kept.KEPT, before)] if tag == "equal" else _passage(before, after)


def _passage(earlier: str, later: str) -> Iterator[Part]:
    """Compare two passages of which no sentence is alike."""
    words, others = _words(earlier), _words(later)
    if len(words) * len(others) <= MOST_PAIRS:
        yield from _aligned(words, others)
    else:
        yield from _replaced(earlier, later)


def _sentences(words: Sequence[str]) -> list[str]:
    return [sentence for sentence in _SENTENCE.findall("".join(words)) if sentence]


def _aligned(earlier: Sequence[str], later: Sequence[str]) -> Iterator[Part]:
    # In long texts, words that come often say little about what belongs together, and take most of the time.
    for tag, first, last, start, end in SequenceMatcher(str.isspace, earlier, later).get_opcodes():
        before, after = "".join(earlier[first:last]), "".join(later[start:end])
        yield from [Part(Kept.KEPT, before)] if tag == "equal" else _replaced(before, after)


def _replaced(earlier: str, later: str) -> Iterator[Part]:
    yield Part(Kept.REMOVED, earlier)
    yield Part(Kept.ADDED, later)


def _joined(parts: Iterator[Part]) -> Iterator[Part]:
    """Join parts of one kind that follow each other; what little is kept between two changes changes along."""
    removed = added = ""
    kept = ""
    for part in parts:
        if not part.text:
            continue
        if part.kind is Kept.KEPT:
            kept += part.text
            continue
        if kept and (len(kept.strip()) > _FEW or not (removed and added)):
            yield from _told(removed, added)
            yield Part(Kept.KEPT, kept)
            removed = added = kept = ""
        removed, added, kept = removed + kept, added + kept, ""
        removed += part.text if part.kind is Kept.REMOVED else ""
        added += part.text if part.kind is Kept.ADDED else ""
    yield from _told(removed, added)
    yield from [Part(Kept.KEPT, kept)] if kept else []


def _told(removed: str, added: str) -> Iterator[Part]:
    if removed:
        yield Part(Kept.REMOVED, removed)
    if added:
        yield Part(Kept.ADDED, added)
