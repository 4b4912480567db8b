"""The commands of the Years menu: trackers beside one another, compared, and followed over the years."""

from gui.command import YEARS, Command

YEARS_COMMANDS: tuple[Command, ...] = (
    Command(
        "show_what_if",
        YEARS,
        "Under another &scheme…",
        "Look at this tracker under the RAG key of another year, as a what-if that is never saved",
    ),
)
