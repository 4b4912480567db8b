"""What follows from a tracker's lines, kept up to date as they change: its totals and its findings."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from itertools import islice

from model.findings import line_findings, source_findings, year_findings
from model.saving import Saving
from model.totals import Totals
from model.travel import Travel
from model.year import Finding, Year

Findings = tuple[Finding, ...]


class Standing:
    """Totals and findings of a year, worked out when first asked for and then moved by each change."""

    def __init__(self, year: Year, opened: Year | None = None, travel: Travel | None = None) -> None:
        """Take the year as it is now, as it was read where that is another, and its previous period where known."""
        self._year = year
        self.travel = travel
        self.opened = year if opened is None else opened
        self._of_source: Findings | None = None
        self._totals: Totals | None = None
        self._by_line: dict[int, Findings] = {}
        self._marked: set[int] | None = None
        self._whole: Findings | None = None
        self._whole_by_line: Mapping[int, list[Finding]] = {}

    def move(self, year: Year, changed: Collection[Saving]) -> None:
        """Go over to the year as it is after a change of some lines, given as they were."""
        for saving in changed:
            self._by_line.pop(saving.line, None)
            if self._totals is not None:
                self._totals.remove(saving)
                self._totals.add(year.savings[saving.line])
        self._year = year
        self._whole = None
        if self._marked is not None:
            self._marked = self._marked_anew(self._marked, {saving.line for saving in changed})

    @property
    def totals(self) -> Totals:
        """The totals of all lines, in £000."""
        if self._totals is None:
            self._totals = Totals(self._year, self._year.scheme)
        return self._totals

    @property
    def findings(self) -> Findings:
        """Every finding: line by line in order, then those of the tracker as a whole."""
        by_line = (finding for saving in self._year for finding in self.findings_of(saving.line))
        return (*by_line, *(finding for finding in self._of_the_whole() if finding.line is None))

    @property
    def marked(self) -> frozenset[int]:
        """The lines that have findings."""
        if self._marked is None:
            self._marked = self._marked_anew(set(), range(len(self._year.savings)))
        return frozenset(self._marked.union(self._whole_by_line if self._of_the_whole() else ()))

    def look_at(self, most: int) -> bool:
        """Look for findings on that many lines more; tells whether all lines have been looked at."""
        if self._marked is None:
            lines = range(len(self._year.savings))
            for line in islice((line for line in lines if line not in self._by_line), most):
                self._own(line)
            if len(self._by_line) == len(lines):
                self._marked = self._marked_anew(set(), lines)
        return self._marked is not None

    def findings_of(self, line: int) -> Findings:
        """The findings of one line."""
        whole = self._whole_by_line.get(line, ()) if self._of_the_whole() else ()
        return (*whole, *self._own(line))

    def _marked_anew(self, marked: set[int], lines: Iterable[int]) -> set[int]:
        return (marked - set(lines)) | {line for line in lines if self._own(line)}

    def _own(self, line: int) -> Findings:
        if line not in self._by_line:
            self._by_line[line] = line_findings(self._year.savings[line], self._year, self.travel)
        return self._by_line[line]

    def _of_the_whole(self) -> Findings:
        if self._whole is None:
            if self._of_source is None:
                self._of_source = source_findings(self.opened)
            self._whole = self._of_source + year_findings(self._year)
            by_line: defaultdict[int, list[Finding]] = defaultdict(list)
            for finding in self._whole:
                if finding.line is not None:
                    by_line[finding.line].append(finding)
            self._whole_by_line = by_line
        return self._whole
