"""Why the system refuses is said in the reader's language, and what no catalogue has in the system's own words."""

import errno
import os

import pytest

from staircase.cli.environment import texts
from staircase.system import said_reason, system_reason


@pytest.mark.parametrize(
    ("number", "english", "swedish"),
    [
        (errno.ENOENT, "no such file or folder", "det finns ingen sådan fil eller mapp"),
        (errno.EACCES, "permission denied", "behörighet saknas"),
        (errno.EPERM, "permission denied", "behörighet saknas"),
        (errno.EISDIR, "it is a folder", "det är en mapp"),
        (errno.ENOTDIR, "a part of the path is no folder", "en del av sökvägen är ingen mapp"),
        (errno.EEXIST, "it exists already", "den finns redan"),
        (errno.ENOSPC, "there is no room for it on the disk", "den får inte plats på disken"),
        (errno.EROFS, "nothing can be written there", "där går det inte att skriva"),
        (errno.ENAMETOOLONG, "the name is too long", "namnet är för långt"),
        (errno.ECHILD, os.strerror(errno.ECHILD), os.strerror(errno.ECHILD)),
    ],
)
def test_a_reason_of_the_systems_is_said_in_the_readers_language(number: int, english: str, swedish: str) -> None:
    reason = system_reason(OSError(number, os.strerror(number)))

    assert (said_reason(reason, texts("en")), said_reason(reason, texts("sv"))) == (english, swedish)


def test_an_error_without_a_number_is_said_in_its_own_words_and_a_name_that_can_not_be_as_such() -> None:
    assert system_reason(OSError("odd")) == "odd"
    assert said_reason(system_reason(ValueError("embedded null byte")), texts("sv")) == "ingen fil kan heta så"
