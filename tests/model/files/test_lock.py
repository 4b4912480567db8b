"""Who has a workbook open: other programs' files read, our own written, what was left behind recognised."""

import getpass
import os
import platform
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from model.files import held, lock
from model.files.held import Sign, hold, is_held
from model.files.lock import OLDEST, Holder, Lock, who_has
from model.files.owner_files import LockText, excel_file, excel_user, libreoffice_file, lock_text
from sources import ROOT

HERE, ME = platform.node(), getpass.getuser()


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """A workbook on the share."""
    path = tmp_path / "share" / "tracker.xlsx"
    path.parent.mkdir()
    path.write_bytes(b"a workbook")
    return path


@pytest.fixture
def signs(tmp_path: Path) -> Path:
    """The user's folder for signs of life."""
    return tmp_path / "signs"


def owner(name: str, size: int = 165) -> bytes:
    """Excel's owner file, or Word's, or that of an old Excel."""
    ansi = bytes([len(name)]) + name.encode("cp1252", "replace").ljust(54 if size == 165 else 53)
    wide = len(name).to_bytes(2, "little") + name.encode("utf-16-le")
    return (ansi + wide + " ".encode("utf-16-le") * 54)[:size]


def locked_by(workbook: Path, name: str = "", login: str = ME, host: str = HERE, profile: str = "") -> Path:
    """Puts a lock of LibreOffice's form beside a workbook."""
    file = libreoffice_file(workbook)
    file.write_text(str(LockText(name, login, host, "10.07.2020 09:30", profile)), encoding="utf-8")
    return file


def taken(workbook: Path, signs: Path) -> Lock:
    """A lock that must be given."""
    found = Lock.take(workbook, "M. Officer", signs)
    assert found
    return found


def test_a_workbook_that_nobody_has_open_is_free(workbook: Path) -> None:
    assert who_has(workbook) is None


@pytest.mark.parametrize("size", [165, 162, 54])
def test_excels_owner_file_names_its_user(workbook: Path, size: int) -> None:
    excel_file(workbook).write_bytes(owner("Jo Smith", size))
    assert excel_file(workbook).name == "~$tracker.xlsx"
    assert who_has(workbook) == Holder("Jo Smith", program="Excel")


def test_a_name_in_other_letters_is_read_from_the_second_half() -> None:
    assert excel_user(owner("Zoë Ćosić")) == "Zoë Ćosić"
    assert excel_user(owner("Zoë Ćosić", 54)) == "Zoë ?osi?"


@pytest.mark.parametrize("content", [b"", b"\0" * 165, b" " * 165, b"\x05", b"\xff" * 165, b"\x34" + b"A" * 10])
def test_an_owner_file_without_a_name_still_says_that_somebody_is_there(workbook: Path, content: bytes) -> None:
    excel_file(workbook).write_bytes(content)
    holder = who_has(workbook)
    assert holder
    assert len(holder.name) <= 53
    assert "has “tracker.xlsx” open" in holder.sentence("tracker.xlsx")


def test_libreoffices_lock_names_user_machine_and_time(workbook: Path) -> None:
    locked_by(workbook, "Jo, the Clerk; \\", "jo", "finance-7", "file:///srv/jo/libreoffice/4")
    holder = who_has(workbook)
    assert holder == Holder("Jo, the Clerk; \\", "finance-7", "LibreOffice", "10.07.2020 09:30")
    assert holder.sentence("tracker.xlsx") == (
        "Jo, the Clerk; \\ has “tracker.xlsx” open on finance-7 since 10.07.2020 09:30, so it is open here for viewing"
        " only. To change it all the same, choose Tracker > Viewing only; it can be saved once they have closed it."
    )


def test_a_lock_as_libreoffice_wrote_it_is_read(workbook: Path) -> None:
    written = ",root,vm,21.11.2026 22:00,file:///tmp/profile%20of%20jo;"
    libreoffice_file(workbook).write_text(written, encoding="utf-8")
    read = lock_text(written.encode())
    assert read == LockText("", "root", "vm", "21.11.2026 22:00", "file:///tmp/profile%20of%20jo")
    assert str(read) == written


@pytest.mark.parametrize("content", [b"", b"\0\0", b";", b"\xff\xfe", b"jo", b",,,,,,,;"])
def test_a_lock_that_says_nothing_still_locks(workbook: Path, content: bytes) -> None:
    libreoffice_file(workbook).write_bytes(content)
    assert who_has(workbook)


def test_a_lock_that_nobody_may_read_still_locks(workbook: Path) -> None:
    excel_file(workbook).mkdir()
    assert who_has(workbook) == Holder(program="Excel")


def test_our_lock_is_of_libreoffices_form_and_goes_when_released(workbook: Path, signs: Path) -> None:
    ours = taken(workbook, signs)
    said = lock_text(libreoffice_file(workbook).read_bytes())
    assert (said.name, said.login, said.host) == ("M. Officer", ME, HERE)
    assert datetime.strptime(said.time, "%d.%m.%Y %H:%M").astimezone().year >= 2026
    assert said.profile.startswith("file:///")
    assert who_has(workbook) is None
    ours.release()
    assert [path.name for path in workbook.parent.iterdir()] == ["tracker.xlsx"]
    assert list(signs.iterdir()) == []


def test_a_workbook_is_locked_where_a_link_leads(workbook: Path, signs: Path, tmp_path: Path) -> None:
    (tmp_path / "link.xlsx").symlink_to(workbook)
    taken(tmp_path / "link.xlsx", signs)
    assert libreoffice_file(workbook).exists()


CHILD = """
import sys
from pathlib import Path
from model.files.lock import Lock
lock = Lock.take(Path(sys.argv[1]), "A. Colleague", Path(sys.argv[2]))
assert lock
print("locked", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def colleague(workbook: Path, signs: Path) -> Iterator[subprocess.Popen[str]]:
    """Another window of the program, in a process of its own, that has the workbook open."""
    command = [sys.executable, "-c", CHILD, str(workbook), str(signs)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, cwd=ROOT, text=True, **pipes) as process:  # type: ignore[call-overload]
        assert process.stdout.readline() == "locked\n"
        yield process
        process.kill()


def test_another_window_has_it_until_its_process_is_gone(
    workbook: Path, signs: Path, colleague: subprocess.Popen[str]
) -> None:
    holder = who_has(workbook)
    assert holder
    assert (holder.name, holder.host) == ("A. Colleague", HERE)
    assert Lock.take(workbook, "M. Officer", signs) is None
    assert lock_text(libreoffice_file(workbook).read_bytes()).name == "A. Colleague"
    colleague.kill()
    colleague.wait()
    assert libreoffice_file(workbook).exists()
    assert who_has(workbook) is None
    taken(workbook, signs).release()
    assert not libreoffice_file(workbook).exists()


def test_a_lock_that_another_took_over_is_left_to_him(workbook: Path, signs: Path) -> None:
    ours = taken(workbook, signs)
    locked_by(workbook, "Jo", "jo", "finance-7")
    ours.release()
    assert who_has(workbook)


def test_a_lock_that_is_gone_is_released_all_the_same(workbook: Path, signs: Path) -> None:
    ours = taken(workbook, signs)
    libreoffice_file(workbook).unlink()
    ours.release()
    assert list(signs.iterdir()) == []


def test_libreoffice_that_crashed_here_holds_nothing(workbook: Path, tmp_path: Path, signs: Path) -> None:
    profile = tmp_path / "profile of me"
    profile.mkdir()
    (profile / ".lock").touch()
    locked_by(workbook, profile=profile.as_uri())
    assert who_has(workbook)
    (profile / ".lock").unlink()
    assert who_has(workbook) is None
    taken(workbook, signs)


@pytest.mark.parametrize(
    ("login", "host", "profile"),
    [
        ("jo", HERE, "file:///gone"),
        (ME, "finance-7", "file:///gone"),
        (ME, HERE, "vnd.sun.star.pkg:///x"),
        (ME, HERE, ""),
    ],
)
def test_a_lock_of_whom_nothing_is_known_here_holds(workbook: Path, login: str, host: str, profile: str) -> None:
    locked_by(workbook, "Jo", login, host, profile)
    assert who_has(workbook)


def test_a_machine_is_the_same_with_the_name_of_its_network(workbook: Path) -> None:
    locked_by(workbook, host=f"{HERE.upper()}.council.example", profile="file:///gone")
    assert who_has(workbook) is None


def test_a_profile_on_a_drive_is_read_as_windows_writes_it() -> None:
    profile = lock._profile(LockText("", ME, HERE, "", "file:///C:/People/M%20O/LibreOffice/4"))
    assert str(profile) == "C:/People/M O/LibreOffice/4"


@pytest.mark.parametrize("name", [excel_file, libreoffice_file])
def test_a_lock_of_last_week_is_left_behind_where_the_file_can_be_written(
    workbook: Path, name: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert callable(name)
    file: Path = name(workbook)
    file.write_bytes(b"\x02Jo")
    last_week = time.time() - OLDEST
    os.utime(file, (last_week + 3600,) * 2)
    assert who_has(workbook)
    os.utime(file, (last_week - 3600,) * 2)
    assert who_has(workbook) is None
    workbook.unlink()
    assert who_has(workbook)


def test_where_nothing_can_be_written_there_is_no_lock_and_no_error(workbook: Path, signs: Path) -> None:
    libreoffice_file(workbook).mkdir()
    assert Lock.take(workbook, "M. Officer", signs) is None
    assert list(signs.iterdir()) == []
    assert Lock.take(workbook, "M. Officer", workbook / "no folder") is None
    assert Lock.take(workbook.parent / "none" / "a.xlsx", "M. Officer", signs) is None


def test_signs_stand_in_the_users_own_folder(workbook: Path, own_folders: Path) -> None:
    ours = Lock.take(workbook, "M. Officer")
    assert ours
    assert len(list(own_folders.rglob("*.alive"))) == 1
    ours.release()


def test_an_account_without_a_name_locks_too(workbook: Path, signs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise KeyError

    monkeypatch.setattr(getpass, "getuser", nobody)
    ours = taken(workbook, signs)
    assert lock_text(libreoffice_file(workbook).read_bytes()).login == ""
    ours.release()


def test_a_sign_is_held_until_it_is_taken_down(signs: Path) -> None:
    sign = Sign.show(signs)
    assert sign
    assert is_held(sign.path)
    sign.take_down()
    assert not is_held(sign.path)


def test_signs_of_processes_that_were_killed_are_cleared_away(signs: Path) -> None:
    living = Sign.show(signs)
    assert living
    for path in (signs / "1-old.alive", signs / "2-new.alive", signs / "other"):
        path.touch()
    for path in (living.path, signs / "1-old.alive", signs / "other"):
        os.utime(path, (1, 1))
    second = Sign.show(signs)
    assert second
    assert set(signs.iterdir()) == {living.path, second.path, signs / "2-new.alive", signs / "other"}


def test_a_sign_that_can_not_be_held_is_none(signs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(held, "hold", lambda _number: False)
    assert Sign.show(signs) is None


def test_what_is_held_can_not_be_held_again(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    first, second = (os.open(tmp_path / "a", os.O_RDWR) for _ in range(2))
    assert hold(first)
    assert not hold(second)
    os.close(first)
    assert hold(second)
    os.close(second)
