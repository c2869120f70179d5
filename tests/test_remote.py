"""A remote's address: nothing secret of it is shown, and the page of its forge is found whatever stands in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staircase.push import remote_place, shown_address, without_secrets

GITHUB = "https://github.com/orten/portfolj/pull/new/b-1"
GITLAB = "https://gitlab.orten.se/it/plan/portfolj/-/merge_requests/new?merge_request%5Bsource_branch%5D=b-1"


@pytest.mark.parametrize(
    ("address", "page"),
    [
        ("https://github.com/orten/portfolj.git", GITHUB),
        ("https://kim:s3cret@github.com/orten/portfolj", GITHUB),
        ("https://x-access-token:p@ss@GitHub.com/orten/portfolj.git/", GITHUB),
        ("git@github.com:orten/portfolj.git", GITHUB),
        ("github.com:/orten/portfolj", GITHUB),
        ("ssh://git@ssh.github.com:443/orten/portfolj.git", GITHUB),
        ("https://gitlab.orten.se/it/plan/portfolj.git?private_token=s3cret#x", GITLAB),
        ("git+ssh://git@gitlab.orten.se:2222/it/plan/portfolj.git", GITLAB),
        (
            "https://gitlab.orten.se:8443/a",
            "https://gitlab.orten.se:8443/a/-/merge_requests/new?merge_request%5Bsource_branch%5D=b-1",
        ),
        ("https://github.com/o/r \x1b]8;;x", "https://github.com/o/r%20%1B%5D8%3B%3Bx/pull/new/b-1"),
        ("https://github.com/a%20b/r", "https://github.com/a%20b/r/pull/new/b-1"),
        ("https://notgithub.com/o/r", ""),
        ("https://git.orten.se/o/r", ""),
    ],
)
def test_the_page_where_a_merge_is_asked_for_is_read_off_the_address(address: str, page: str) -> None:
    place = remote_place(address)

    assert place
    assert place.request("b-1") == page


@pytest.mark.parametrize(
    "address",
    [
        *("../remote.git", "/srv/git/r.git", "C:\\git\\r.git", "C:/git/r.git", "file:///srv/r.git"),
        *("ext::sh -c x", "https://", "https:///o/r", "https://host/", "https://a b/o/r", "git://host/o/r", ""),
    ],
)
def test_a_folder_and_what_is_not_understood_have_no_page(address: str) -> None:
    assert remote_place(address) is None


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://kim:s3cret@host/o/r.git", "https://host/o/r.git"),
        ("https://kim:s3:c@ret@host:8443/o/r?token=s3cret", "https://host:8443/o/r"),
        ("git@host:o/r.git", "host:o/r.git"),
        ("host:o/r.git", "host:o/r.git"),
        ("ssh://git@host/o/r#frag", "ssh://host/o/r"),
        ("/srv/git/r.git", "/srv/git/r.git"),
    ],
)
def test_an_address_is_shown_without_who_logs_in(address: str, shown: str) -> None:
    assert shown_address(address) == shown


def test_what_git_says_is_told_without_who_logs_in() -> None:
    said = "fatal: unable to access 'https://kim:s3cret@host/o/': no route; see https://host/x"

    assert without_secrets(said) == "fatal: unable to access 'https://host/o/': no route; see https://host/x"


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_a_page_holds_nothing_that_acts_and_leads_to_the_host(text: str) -> None:
    place = remote_place(f"https://github.com/{text}")

    if place:
        page = place.request("b")
        assert page.isascii()
        assert page.isprintable()
        assert page.startswith("https://github.com/")
        assert " " not in page
