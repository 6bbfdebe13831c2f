from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pytest_modelgate import cli, compiled, verify
from pytest_modelgate.catalogues import all_catalogues
from pytest_modelgate.claims import Claim, Comparison, Reading

TEXT = """\
# When models end.
openai:
  as_of: 2026-11-01
  after_retirement: fails
  listing: partial
  endpoints: [responses]
  sources:
    S1: {title: "the page", url: "https://example.org/ends", read: 2026-11-01}
  models:
    - {id: gpt-8, kind: snapshot, modality: chat, endpoints: [responses], source: [S1]}
"""
ROW = ("--surface", "openai", "--id", "gpt-9", "--kind", "snapshot", "--modality", "chat")
SOURCE = ("--source-title", "the page", "--source-url", "https://example.org/ends", "--read", "2026-11-01")


@dataclass
class Answer:
    code: int
    out: str
    err: str


@pytest.fixture
def modelgate(capsys: pytest.CaptureFixture[str]) -> Any:
    def run(*words: str) -> Answer:
        code = cli.main(("table", *words))
        caught = capsys.readouterr()
        return Answer(code, caught.out, caught.err)

    return run


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A canonical table in the current directory."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / compiled.TABLE
    path.write_bytes(TEXT.encode())
    return path


def test_without_a_command_they_are_listed(modelgate: Any) -> None:
    answer = modelgate()
    assert (answer.code, answer.err) == (0, "")
    for name in ("format", "add", "import", "verify", "update"):
        assert f"    {name} " in answer.out


def test_help_says_what_the_exit_codes_are(modelgate: Any) -> None:
    for name in ("format", "add", "import", "verify", "update"):
        answer = modelgate(name, "--help")
        assert answer.code == 0
        assert answer.out.startswith(f"usage: modelgate table {name}")
        assert "exit codes:" in answer.out
        assert max(map(len, answer.out.splitlines())) <= 120


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("formt",), "unknown command 'table formt'; did you mean format?"),
        (("--chek",), "unknown option '--chek'"),
        (("format", "--chek"), "unknown option '--chek'; did you mean --check?"),
        (("format", "a", "b"), "`modelgate table format` takes one file; there is no use for 'b'"),
        (("format", "nowhere.yaml"), "'nowhere.yaml' is no file; name a table"),
        (("import",), "FILE"),
        (("import", "nowhere.json"), "'nowhere.json' cannot be read: no such file or directory"),
        (("add", "x"), "`modelgate table add` takes no names; there is no use for 'x'"),
        (("add", *ROW, *SOURCE, "--table", "no.yaml"), "'no.yaml' is no file; name a table"),
        (("verify", "--format", "jsno"), "--format: unknown value 'jsno'; did you mean json?"),
        (("verify", "--catalogue", "litelm"), "there is no catalogue 'litelm'; did you mean 'litellm'?"),
        (("verify", "--table", "no.yaml"), "'no.yaml' cannot be read: no such file or directory"),
        (("verify", "--as-of", "soon"), "--as-of: 'soon' is no day"),
        (("verify", "--output", "no/where"), "there is no directory 'no'"),
        (
            ("update", "--remove", "--url", "https://example.org"),
            "--remove fetches nothing; leave out --url and --sha256",
        ),
        (("update", "--sha256", "abc"), "--sha256: 'abc' is no SHA-256: write its 64 hexadecimal digits"),
        (("update", "--url", "http://example.org/t.yaml"), "is no https address; only https is fetched"),
    ],
)
@pytest.mark.usefixtures("table")
def test_wrong_usage(modelgate: Any, words: tuple[str, ...], told: str) -> None:
    answer = modelgate(*words)
    assert (answer.code, answer.out) == (2, "")
    assert told in answer.err
    assert "Traceback" not in answer.err


@pytest.mark.parametrize("words", [("format",), ("add", *ROW, *SOURCE), ("import", "x.json")])
def test_without_a_table_the_next_step_is_told(
    modelgate: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert modelgate(*words) == Answer(
        2,
        "",
        "modelgate: error: there is no deprecations.yaml in this directory; name the table, or go to where it is\n",
    )


def test_a_canonical_table_is_left_alone(modelgate: Any, table: Path) -> None:
    before = table.stat()
    for words in (("format",), ("format", "--check"), ("format", str(table))):
        answer = modelgate(*words)
        assert (answer.code, answer.err) == (0, "")
        assert answer.out.endswith("deprecations.yaml is canonical.\n")
    assert table.stat().st_mtime_ns == before.st_mtime_ns


def test_a_check_says_what_is_not_canonical_and_format_mends_it(modelgate: Any, table: Path) -> None:
    rows = "".join(
        f'    - {{id: "gpt-7{number}", modality: chat, kind: snapshot, source: S1}}\n' for number in range(9)
    )
    odd = TEXT.replace('title: "the page"', "title: the page").replace("  models:\n", f"  models:\n{rows}")
    table.write_bytes(odd.encode())
    answer = modelgate("format", "--check")
    assert (answer.code, answer.err) == (1, "")
    assert answer.out.splitlines()[:5] == [
        "deprecations.yaml:8: not canonical",
        '  - {8}S1: {title: the page, url: "https://example.org/ends", read: 2026-11-01}'.replace("{8}", "    "),
        '  + {8}S1: {title: "the page", url: "https://example.org/ends", read: 2026-11-01}'.replace("{8}", "    "),
        "deprecations.yaml:10: not canonical",
        '  -     - {id: "gpt-70", modality: chat, kind: snapshot, source: S1}',
    ]
    assert answer.out.splitlines()[-1] == "`modelgate table format deprecations.yaml` writes the canonical form."
    assert table.read_bytes() == odd.encode()
    assert modelgate("format") == Answer(0, "deprecations.yaml is canonical now.\n", "")
    assert modelgate("format", "--check").code == 0


def test_a_check_names_the_first_places_and_counts_the_rest(modelgate: Any, table: Path) -> None:
    rows = [f"    - {{id: gpt-7{number}, kind: snapshot, modality: chat, source: [S1]}}\n" for number in range(14)]
    odd = [row.replace("[S1]", "S1") if place % 2 else row for place, row in enumerate(sorted(rows))]
    table.write_bytes(TEXT.replace("  models:\n", f"  models:\n{''.join(odd)}").encode())
    answer = modelgate("format", "--check")
    assert answer.out.count(": not canonical\n") == 5
    assert "\n2 more places are not canonical.\n" in answer.out


def test_a_byte_order_mark_is_not_canonical(modelgate: Any, table: Path) -> None:
    table.write_bytes(b"\xef\xbb\xbf" + TEXT.encode())
    answer = modelgate("format", "--check")
    assert (answer.code, answer.out.splitlines()[0]) == (
        1,
        "deprecations.yaml:1: not canonical: it begins with a byte order mark",
    )
    assert modelgate("format").code == 0
    assert table.read_bytes() == TEXT.encode()


def test_lines_of_windows_are_not_canonical(modelgate: Any, table: Path) -> None:
    table.write_bytes(TEXT.replace("\n", "\r\n").encode())
    assert modelgate("format", "--check").code == 1
    assert modelgate("format").code == 0
    assert table.read_bytes() == TEXT.encode()


def test_a_wrong_table_is_never_written(modelgate: Any, table: Path) -> None:
    table.write_bytes(TEXT.replace("2026-11-01", "2026-11-31").encode())
    for words in (("format",), ("format", "--check"), ("add", *ROW, *SOURCE)):
        answer = modelgate(*words)
        assert (answer.code, answer.out) == (2, "")
        assert answer.err.splitlines()[0] == "modelgate: error: deprecations.yaml:3: there is no day 2026-11-31"
    assert "2026-11-31" in table.read_text()


def test_a_row_is_added_with_all_that_is_said_of_it(modelgate: Any, table: Path) -> None:
    answer = modelgate(
        "add", *ROW, *SOURCE, "--source", "S1", "--announced", "2026-10-01", "--retires", "2027-10-01",
        "--endpoint", "responses", "--successor", "gpt-8", "--successor", "gpt-10", "--unlisted", "gpt-10",
        "--condition", "with: care", "--after-retirement", "redirects", "--floating", "--note", 'said "so"',
        "--model", "gpt", "--version", "9",
    )  # fmt: skip
    line = (
        '{id: gpt-9, kind: snapshot, modality: chat, model: gpt, version: "9", floating: true, endpoints: [responses], '
        "announced: 2026-10-01, retires: 2027-10-01, successor: [gpt-8, gpt-10], unlisted: gpt-10, "
        'condition: "with: care", after_retirement: redirects, source: [S1], note: "said \\"so\\""}'
    )
    assert answer == Answer(0, f"added in deprecations.yaml:\n  {line}\n", "")
    assert table.read_text() == f"{TEXT}    - {line}\n"
    assert modelgate("format", "--check").code == 0


def test_a_row_that_is_there_is_only_replaced_when_asked(modelgate: Any, table: Path) -> None:
    words = ("add", *ROW, *SOURCE, "--id", "gpt-8", "--stage", "legacy")
    answer = modelgate(*words)
    assert (answer.code, answer.out) == (2, "")
    assert "has a row of 'gpt-8' on openai already; --replace replaces it" in answer.err
    assert table.read_text() == TEXT
    assert modelgate(*words, "--replace").out.startswith("replaced in deprecations.yaml:\n")
    assert modelgate(*words).out.startswith("kept in deprecations.yaml:\n")


def test_a_new_source_of_a_third_party_and_a_later_day(modelgate: Any, table: Path) -> None:
    words = (
        "add",
        *ROW,
        "--source-title",
        "a blog",
        "--read",
        "2026-11-20",
        "--third-party",
        "--retires",
        "2027-01-01",
    )
    answer = modelgate(*words, "--source", "S1", "--third-party-dates")
    assert answer.code == 2
    assert (
        "source S2 of openai: the source 'S2' was read on 2026-11-20, after the provider's as_of 2026-11-01; move"
        in answer.err
    )
    assert table.read_text() == TEXT
    answer = modelgate(*words, "--source", "S1", "--third-party-dates", "--as-of")
    assert "third_party: true, source: [S1, S2]}" in answer.out
    assert "  as_of: 2026-11-20\n" in table.read_text()
    assert '    S2: {title: "a blog", read: 2026-11-20, third_party: true}\n' in table.read_text()


def test_every_mistake_in_the_usage_is_told_at_once(modelgate: Any, table: Path) -> None:
    answer = modelgate(
        "add", "--kind", "snapshit", "--modality", "chats", "--stage", "gone", "--after-retirement", "fail",
        "--retires", "soon", "--read", "2026-02-30", "--wat", "--table", "no.yaml",
    )  # fmt: skip
    assert (answer.code, answer.out) == (2, "")
    lines = [line.removeprefix("modelgate: error: ") for line in answer.err.splitlines()]
    for told in (
        "unknown option '--wat'",
        "`modelgate table add` needs --surface, --id",
        "--kind: unknown value 'snapshit'; did you mean snapshot?",
        "--modality: unknown value 'chats'; did you mean chat?",
        "--stage: unknown value 'gone'; known are retired, deprecated, legacy",
        "--after-retirement: unknown value 'fail'; did you mean fails?",
        "'no.yaml' is no file; name a table",
        "--retires: 'soon' is no day",
        "--read: '2026-02-30' is no day",
        "a new source needs --source-title and --read; --source names one that the table has",
    ):
        assert sum(line.startswith(told) for line in lines) == 1, told
    assert len(lines) == 10
    assert "a row needs a source" in modelgate("add", *ROW).err


def test_every_mistake_in_the_table_is_told_at_once(modelgate: Any, table: Path) -> None:
    answer = modelgate("add", *ROW, *SOURCE, "--successor", "gpt8", "--alias-of", "gpt-88", "--endpoint", "response")
    assert answer.code == 2
    said = "modelgate: error: gpt-9 of openai: "
    assert sorted(line.removeprefix(said) for line in answer.err.splitlines()) == [
        "alias_of 'gpt-88' has no row; did you mean 'gpt-8'?",
        "successor 'gpt8' has no row; did you mean 'gpt-8'?",
        "the provider's part names no endpoint 'response'; did you mean 'responses'?",
    ]
    assert (
        "has no provider 'opnai'; did you mean 'openai'?" in modelgate("add", *ROW, *SOURCE, "--surface", "opnai").err
    )
    assert "`modelgate table import` adds a whole part" in modelgate("add", *ROW, *SOURCE, "--surface", "zzz").err
    assert table.read_text() == TEXT


def test_hostile_words_are_shown_escaped(modelgate: Any, table: Path) -> None:
    assert "\x1b" not in modelgate("add", *ROW, *SOURCE, "--note", "\x1b[31mred").err
    assert "\x1b" not in modelgate("format", "\x1b[31mred").err


def test_rows_of_a_file_are_added_replaced_or_left(modelgate: Any, table: Path) -> None:
    own = table.with_name("rows.yaml")
    own.write_text(
        TEXT.replace("gpt-8, kind: snapshot", "gpt-8, kind: preview")
        + "    - {id: gpt-9, kind: snapshot, modality: chat, source: S1}\n"
    )
    answer = modelgate("import", "rows.yaml")
    assert answer == Answer(
        0,
        "openai gpt-8: left (--replace replaces it)\nopenai gpt-9: added\n"
        "deprecations.yaml: 1 added, 0 replaced, 1 left, 0 kept.\n",
        "",
    )
    assert modelgate("import", "rows.yaml", "--replace").out.splitlines() == [
        "openai gpt-8: replaced",
        "openai gpt-9: kept as it is",
        "deprecations.yaml: 0 added, 1 replaced, 0 left, 1 kept.",
    ]
    assert modelgate("format", "--check").code == 0


def test_one_wrong_row_keeps_the_whole_file_out(modelgate: Any, table: Path) -> None:
    row = {"kind": "snapshot", "modality": "chat", "source": ["S1"]}
    rows = {"openai": {"models": {"a": row, "b": {**row, "retires": "soon"}, "c": {**row, "kind": "x"}}}}
    table.with_name("rows.json").write_text(json.dumps(rows))
    answer = modelgate("import", "rows.json")
    assert (answer.code, answer.out) == (2, "")
    assert [line.split(": ")[2] for line in answer.err.splitlines()] == ["b of openai", "c of openai"]
    assert table.read_text() == TEXT


def test_a_teams_own_table_is_kept_canonical_too(modelgate: Any, table: Path) -> None:
    own = table.with_name("own.yaml")
    own.write_text(
        "openai:\n  sources:\n    S1: {title: us, read: 2026-11-20}\n"
        "  models:\n    - {id: gpt-4, retires: 2026-11-20, source: S1}\n"
    )
    assert modelgate("format", "own.yaml").code == 2
    assert modelgate("format", "own.yaml", "--extra").code == 0
    words = ("add", *ROW, "--id", "gpt-5-ours", "--source", "S1", "--table", "own.yaml", "--extra")
    assert modelgate(*words).code == 0
    assert own.read_text().splitlines() == [
        "openai:",
        "  sources:",
        '    S1: {title: "us", read: 2026-11-20}',
        "  models:",
        "    - {id: gpt-4, retires: 2026-11-20, source: [S1]}",
        "    - {id: gpt-5-ours, kind: snapshot, modality: chat, source: [S1]}",
    ]


@pytest.fixture
def claimed(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What the official OpenAI package says in this test; what `verify` was asked is noted in it."""
    said: dict[str, Any] = {"claims": (), "unread": None}

    def run(content: Any, today: date, **asked: Any) -> Comparison:
        said.update(asked=asked, content=content)
        catalogue = next(one for one in all_catalogues() if one.official and "openai" in one.surfaces)
        reading = Reading(catalogue=catalogue, version="9.0", claims=said["claims"], unread=said["unread"])
        return verify.compare(content, [reading], today)

    monkeypatch.setattr(verify, "run", run)
    return said


def claim(model: str, **said: Any) -> Claim:
    return Claim(surface="openai", id=model, kind="snapshot", modality="chat", **said)


def test_verify_says_whether_the_table_agrees(modelgate: Any, table: Path, claimed: dict[str, Any]) -> None:
    claimed["claims"] = (claim("gpt-8"),)
    answer = modelgate("verify", "--catalogue", "litellm", "--catalogue", "openai-sdk", "--keep", "kept")
    assert (answer.code, answer.err) == (0, "")
    assert "0 differences with the providers' own packages" in answer.out
    assert claimed["asked"] == {"only": ["litellm", "openai-sdk"], "index_url": None, "keep": Path("kept")}
    assert list(claimed["content"]) == ["openai"]
    claimed["claims"] = (claim("gpt-9"),)
    assert modelgate("verify").code == 1
    claimed["unread"] = "no network"
    answer = modelgate("verify")
    assert answer.code == 2
    assert "no network" in answer.out


def test_verify_without_a_table_here_takes_the_one_in_use(
    modelgate: Any, claimed: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    modelgate("verify")
    assert claimed["content"] == compiled.newest()[0]


def test_what_verify_proposes_can_be_imported(modelgate: Any, table: Path, claimed: dict[str, Any]) -> None:
    claimed["claims"] = (claim("gpt-8", retires=date(2027, 5, 1)), claim("gpt-9"))
    answer = modelgate("verify", "--format", "json", "--output", "found.json", "--as-of", "2026-11-20")
    assert (answer.code, answer.out) == (1, "")
    answer = modelgate("import", "found.json", "--replace", "--as-of")
    assert answer.out.splitlines() == [
        "openai gpt-8: replaced",
        "openai gpt-9: added",
        "deprecations.yaml: 1 added, 1 replaced, 0 left, 0 kept.",
    ]
    assert modelgate("format", "--check").code == 0
    assert modelgate("verify", "--as-of", "2026-11-20").code == 0
    assert json.loads(modelgate("verify", "--format", "json").out)["agrees"] is True


def test_update_fetches_keeps_and_removes(
    modelgate: Any, site: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "data"))
    text = (Path(__file__).parents[2] / compiled.TABLE).read_bytes()
    newer = text.replace(b"\nai21:\n  as_of: 2026", b"\nai21:\n  as_of: 2036", 1)
    assert newer != text
    site.put("/t.yaml.sha256", hashlib.sha256(newer).hexdigest().encode())
    url = site.put("/t.yaml", newer)
    answer = modelgate("update", "--url", url)
    assert (answer.code, answer.err) == (0, "")
    assert "is used from now on" in answer.out
    assert compiled.newest()[0]["ai21"]["as_of"].startswith("2036")
    assert modelgate("update", "--url", url).out.startswith("Already in use: ")
    site.put("/t.yaml.sha256", b"0" * 64)
    answer = modelgate("update", "--url", url)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("modelgate: error: ")
    assert modelgate("update", "--remove").out.startswith("Removed: ")
    assert compiled.newest()[1].name == "bundled"
