"""What is wrong with one file, by rule, reason, line and column."""

from tests.core.build import portfolio, told

IT = "assignments/it.yaml"


def found(text: str) -> list[tuple[str, str, int, int]]:
    """Give rule, reason, line and column of what is wrong with one assignment's file."""
    read = portfolio(it=text)
    places = [told(finding, read) for finding in read.findings]
    assert {path for _, _, path, _, _ in places} <= {IT}
    return [(rule, reason, line, column) for rule, reason, _, line, column in places]


def found_in_program(text: str) -> list[tuple[str, str, int, int]]:
    """Give rule, reason, line and column of what is wrong with ``program.yaml``."""
    read = portfolio(text)
    assert (read.program is None) == bool(read.findings)
    return [(rule, reason, line, column) for rule, reason, _, line, column in (told(f, read) for f in read.findings)]
