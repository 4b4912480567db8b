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
        super().__init__(
            "This tracker is open for viewing only. To change it, choose Tracker > Viewing only once more."
        )


class StandsBeside(Refusal):
    """Any change to a tracker that stands beside another to be looked at."""

    def __init__(self) -> None:
        super().__init__(
            "This tracker stands beside another for viewing only."
            " To change it, choose Years > Move to a tab of its own."
        )


class NoSuchSaving(Refusal):
    """A reference that the tracker does not have, or has more than once."""

    def __init__(self, reference: str, times: int = 0) -> None:
        found = f"stands on {times} lines" if times else "is on no line of this tracker"
        super().__init__(f"{reference} {found}. Choose the line in the table.")


class NoSuchField(Refusal):
    """A key that names no field of a saving."""

    def __init__(self, key: str) -> None:
        super().__init__(f"“{key}” is no field of a saving. docs/scripts.md lists their keys, such as forecast_q4.")


class ReasonNeeded(Refusal):
    """An act that is only done with a reason, for the log."""

    def __init__(self, act: str) -> None:
        self.act = act
        super().__init__(f"{act} needs a reason, which is kept in the log. Type a few words and try again.")


class TotalDisagrees(Refusal):
    """A total that came together with quarters which do not add up to it."""

    def __init__(self, shown: str, due: str) -> None:
        super().__init__(f"it reads “{shown}”, but the quarters beside it add up to {due or 'nothing'}.")


class BlockRefused(Refusal):
    """A block of cells, refused whole for one of them.

    Args:
        done: what would have been done, such as `pasted`.
        name: the field of the cell, in words.
    """

    def __init__(self, done: str, reference: str, name: str, cause: Refusal) -> None:
        super().__init__(f"Nothing was {done}: {reference}, {name}: {cause}")


class BlockTooLarge(Refusal):
    """A block that reaches beyond the lines and columns that are shown."""

    def __init__(self, block: tuple[int, int], room: tuple[int, int]) -> None:
        super().__init__(
            f"Nothing was pasted: what was copied is {_size(block)}, but from this cell on there are only "
            f"{_size(room)}. Choose a cell further up or to the left, or show more lines."
        )


class NothingToFill(Refusal):
    """A fill with nothing to fill."""

    def __init__(self, where: str) -> None:
        super().__init__(f"Nothing was filled: select the cells to copy together with the cells {where} them.")


class NamedTwice(Refusal):
    """One name given for two files, of which the second would replace the first."""

    def __init__(self) -> None:
        super().__init__("Nothing was written: two of the files to write have one name. Give each a name of its own.")


class OverwriteNeeded(Refusal):
    """A name for a workbook that another file has."""

    def __init__(self, name: str) -> None:
        super().__init__(f"“{name}” is there already. Give another name, or add --overwrite to replace it.")


class SourceKept(Refusal):
    """A workbook that would replace the file that it is made from."""

    def __init__(self, name: str) -> None:
        super().__init__(f"“{name}” is the file that the tracker is read from, and stays as it is. Give another name.")


class FileOpenAlready(Refusal):
    """A name for a new workbook that is the file of a tracker which is open, or of the example."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"“{name}” is the file that a tracker was opened from, and stays as it is. Save under another name."
        )


def _size(size: tuple[int, int]) -> str:
    lines, columns = size
    return f"{lines} line{'s' * (lines != 1)} by {columns} column{'s' * (columns != 1)}"


class NothingToSpread(Refusal):
    """A total cleared or typed where it cannot be spread over quarters."""

    def __init__(self, reference: str) -> None:
        super().__init__(f"The total of {reference} can't be cleared: clear its quarters instead.")
