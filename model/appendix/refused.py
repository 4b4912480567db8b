"""What the program won't do about an appendix, each as one sentence that the officer can act on."""

from collections.abc import Sequence

from model.refusals import Refusal


class NoSuchCommittee(Refusal):
    """A committee to which no saving belongs."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        if known:
            super().__init__(f"No saving belongs to “{name}”. The committees are: {', '.join(known)}.")
        else:
            super().__init__(
                f"This tracker does not say which savings are those of “{name}”. Say it once by the beginning of "
                f"their references, such as --assign “A/R={name}”; it is remembered."
            )


class AssignmentRefused(Refusal):
    """Words that do not say whose savings are."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f"“{text}” does not say whose savings are. Write the beginning of their references, or one whole "
            "reference, and the committee: A/R=Adults."
        )


class NotEarlier(Refusal):
    """A tracker that does not say how things stood before; `why` is a sentence."""

    def __init__(self, why: str) -> None:
        super().__init__(f"{why} Choose the tracker of an earlier period of the same year.")


class TrackerKept(Refusal):
    """An appendix whose name in that folder is the tracker's own file."""

    def __init__(self, name: str) -> None:
        super().__init__(f"“{name}” is the tracker itself, which an appendix never replaces. Choose another folder.")


class PrintingFailed(Refusal):
    """A printer that took none of the pages, or not all of them; a printer without a name prints into a file."""

    def __init__(self, printer: str, done: int, pages: int) -> None:
        name = f"The printer “{printer}”" if printer else "The printer"
        took = f"stopped after {done} of {pages} pages" if done else "took no page"
        super().__init__(f"{name} {took}. See whether it is switched on and connected, or choose another one.")


class FolderNotMade(Refusal):
    """A folder for the appendices that could not be made."""

    def __init__(self, name: str) -> None:
        super().__init__(f"The folder “{name}” can't be made here. Choose another folder.")
