"""What the program won't do, each as one sentence that the officer can act on."""

LONGEST_QUOTED = 40


class Refusal(Exception):  # noqa: N818 - a refusal is not an error: the program did what it should
    """Something the program won't do; `str()` of it is the sentence to show."""


class AmountRefused(Refusal):
    """Text that was typed or pasted where an amount belongs, and is not one."""

    def __init__(self, text: str) -> None:
        shown = text if len(text) <= LONGEST_QUOTED else f"{text[:LONGEST_QUOTED]}…"
        super().__init__(
            f"“{shown}” is not an amount. Type thousands of pounds, such as -50, (50), 50-, -1,400, -50k or -0.05m."
        )


class ChoiceRefused(Refusal):
    """A word that is none of a field's choices."""

    def __init__(self, text: str, heading: str, choices: tuple[str, ...]) -> None:
        super().__init__(f"“{text}” is no choice for {heading}. Choose one of: {', '.join(choices)}.")


class NotEditable(Refusal):
    """A field that follows from others, or that nobody types."""

    def __init__(self, heading: str) -> None:
        super().__init__(
            f"{heading} can't be typed over: it is part of the published plan or follows from other figures."
        )


class PlanLocked(Refusal):
    """A plan figure, while the plan is locked."""

    def __init__(self, reference: str) -> None:
        super().__init__(
            f"The plan of {reference} is locked. To change it, choose Tracker > Unlock plan figures and give a reason."
        )


class Viewing(Refusal):
    """Any change to a tracker that is open for viewing only."""

    def __init__(self) -> None:
        super().__init__("This tracker is open for viewing only. Choose Tracker > Edit this tracker to change it.")


class NoSuchSaving(Refusal):
    """A reference that the tracker does not have, or has more than once."""

    def __init__(self, reference: str, times: int = 0) -> None:
        found = f"stands on {times} lines" if times else "is on no line of this tracker"
        super().__init__(f"{reference} {found}. Choose the line in the table.")


class ReasonNeeded(Refusal):
    """An act that is only done with a reason, for the log."""

    def __init__(self, act: str) -> None:
        super().__init__(f"{act} needs a reason, which is kept in the log. Type a few words and try again.")


class NothingToSpread(Refusal):
    """A total cleared or typed where it cannot be spread over quarters."""

    def __init__(self, reference: str) -> None:
        super().__init__(f"The total of {reference} can't be cleared: clear its quarters instead.")
