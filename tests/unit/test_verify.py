from __future__ import annotations

import json
import zipfile
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from pytest_modelgate import verify
from pytest_modelgate.catalogues import all_catalogues
from pytest_modelgate.claims import Catalogue, Claim, Quirk, Reading
from pytest_modelgate.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from pytest_modelgate.claims import Comparison, Difference
    from pytest_modelgate.content import Content, RowContent

TODAY = date(2026, 11, 21)
END = date(2027, 1, 14)
NOTHING = "0 differences with the providers' own packages; 0 with third parties; 0 reviewed; 0 rows to read again"


def row(**keys: Any) -> RowContent:
    made: RowContent = {"kind": "snapshot", "modality": "chat", "source": ["S1"]}
    made.update(keys)  # type: ignore[typeddict-item]
    return made


def content(
    models: Mapping[str, RowContent], *, listing: str = "complete", reviewed: list[dict[str, str]] | None = None
) -> Content:
    """A table of one part."""
    return {
        "one": {
            "as_of": "2026-11-01",
            "after_retirement": "fails",
            "listing": listing,
            "sources": {"S1": {"title": "The page", "read": "2026-11-01"}},
            "reviewed": reviewed or [],
            "models": dict(models),
        }
    }


def reading(*claims: Claim, official: bool = True, complete: bool = False, quirks: tuple[Quirk, ...] = ()) -> Reading:
    surfaces = frozenset({"one", "two"})
    catalogue = Catalogue(
        name="list",
        package="list-package",
        official=official,
        surfaces=surfaces,
        members=(),
        read=lambda _: (),
        complete=surfaces if complete else frozenset(),
        quirks=quirks,
    )
    return Reading(catalogue=catalogue, version="1.0", claims=claims)


def claim(id_: str = "a", **keys: Any) -> Claim:
    return Claim(surface="one", id=id_, **keys)


def compared(models: Mapping[str, RowContent], said: Reading, **keys: Any) -> Comparison:
    return verify.compare(content(models, **keys), [said], TODAY)


def only(comparison: Comparison) -> Difference:
    (difference,) = comparison.differences
    return difference


def told(comparison: Comparison) -> list[tuple[str, str, str, str]]:
    return [(one.id, one.kind, one.table, one.says) for one in comparison.differences]


def test_what_both_say_is_no_difference() -> None:
    models = {"a": row(retires="2027-01-14", successor=["b"]), "b": row()}
    comparison = compared(models, reading(claim(retires=END, successors=("b",)), claim("b"), complete=True))
    assert comparison.agrees
    assert comparison.differences == ()
    assert verify.lines(comparison) == (
        "list (list-package 1.0, the provider's own): 2 claims",
        f"{NOTHING}; every catalogue was read",
    )


def test_an_id_without_a_row_is_missing() -> None:
    comparison = compared({"b": row()}, reading(claim(retires=END, kind="snapshot", modality="chat")))
    difference = only(comparison)
    assert not comparison.agrees
    assert (difference.kind, difference.table, difference.says) == ("missing-row", "no row", "listed, ends 2027-01-14")
    assert difference.row == {"id": "a", "kind": "snapshot", "modality": "chat", "retires": "2027-01-14"}
    assert difference.source == {"title": "list-package 1.0, the provider's own package", "read": "2026-11-21"}


@pytest.mark.parametrize(
    "claims",
    [
        [claim(modality="chat")],
        [claim(kind="snapshot")],
        [claim("a b", kind="snapshot", modality="chat")],
        [claim("a\ud800", kind="snapshot", modality="chat")],
        [claim(kind="snapshot", modality="chat"), claim(kind="snapshot", modality="image")],
        [
            claim(kind="snapshot", modality="chat", retires=END),
            claim(kind="snapshot", modality="chat", retires=date(2027, 2, 1)),
        ],
    ],
)
def test_a_row_of_which_too_little_is_known_is_not_proposed(claims: list[Claim]) -> None:
    difference = only(compared({"b": row()}, reading(*claims)))
    assert (difference.kind, difference.row, difference.source) == ("missing-row", None, None)


def test_third_parties_propose_no_rows_and_count_for_no_verdict() -> None:
    comparison = compared({"b": row()}, reading(claim(kind="snapshot", modality="chat"), official=False))
    assert comparison.agrees
    assert (only(comparison).kind, only(comparison).row) == ("missing-row", None)


def test_ids_beyond_a_partial_listing_are_counted() -> None:
    said = reading(claim("x"), claim("y"), claim("x"), claim("b"), official=False)
    comparison = compared({"b": row()}, said, listing="partial")
    assert comparison.differences == ()
    assert comparison.beyond == {("list", "one"): 2}
    assert verify.lines(comparison)[1] == "  2 more ids of one, of which the table lists only some"
    official = compared({"b": row()}, replace(said, catalogue=reading().catalogue), listing="partial")
    assert [one.id for one in official.differences] == ["x", "y"]


def test_a_surface_without_a_part_is_left_out() -> None:
    said = reading(Claim(surface="two", id="a"), complete=True)
    assert verify.compare(content({"a": row(retires="2020-01-01")}), [said], TODAY).differences == ()


def test_another_day_is_a_difference() -> None:
    comparison = compared({"a": row(retires="2027-01-13")}, reading(claim(retires=END)))
    assert told(comparison) == [("a", "other-date", "2027-01-13", "2027-01-14")]
    assert only(comparison).row is None
    assert not comparison.agrees


def test_a_catalogue_that_contradicts_itself_differs() -> None:
    said = reading(claim(retires=END), claim(retires=date(2027, 2, 1)))
    assert told(compared({"a": row(retires="2027-01-14")}, said)) == [
        ("a", "other-date", "2027-01-14", "2027-01-14, 2027-02-01")
    ]


@pytest.mark.parametrize(
    ("keys", "said", "proposed"),
    [
        ({}, "no end day", {}),
        ({"earliest": "2026-12-01"}, "not before 2026-12-01", {"earliest": "2026-12-01"}),
        ({"earliest": "2027-06-01"}, "not before 2027-06-01", None),
        ({"stage": "retired"}, "retired, without a day", {}),
        ({"note": "Disputed: they disagree."}, "no end day", None),
        ({"note": "Fine."}, "no end day", {"note": "Fine."}),
        ({"third_party": True}, "no end day", {}),
    ],
)
def test_a_row_without_the_day_is_proposed_with_it(
    keys: dict[str, Any], said: str, proposed: dict[str, Any] | None
) -> None:
    difference = only(compared({"a": row(**keys)}, reading(claim(retires=END))))
    assert (difference.kind, difference.table, difference.says) == ("missing-date", said, "2027-01-14")
    whole = {"id": "a", "kind": "snapshot", "modality": "chat", "source": ["S1"], "retires": "2027-01-14"}
    assert difference.row == (None if proposed is None else {**whole, **proposed})


def test_an_alias_without_a_day_shares_its_targets() -> None:
    models = {"a": row(kind="alias", alias_of="b"), "b": row(retires="2027-01-14")}
    assert compared(models, reading(claim(retires=END))).differences == ()
    loop = {"a": row(alias_of="b"), "b": row(alias_of="a")}
    assert [one.kind for one in compared(loop, reading(claim(retires=END))).differences] == ["missing-date"]


def test_versions_answer_for_their_model() -> None:
    models = {
        "gpt-1": row(model="gpt", version="1", retires="2027-01-14"),
        "gpt-2": row(model="gpt", version="2", retires="2027-06-01"),
    }
    assert compared(models, reading(claim("gpt", retires=END))).differences == ()
    other = compared(models, reading(claim("gpt", retires=date(2027, 3, 1))))
    assert told(other) == [("gpt", "other-date", "2027-01-14, 2027-06-01", "2027-03-01")]
    undated = {"gpt-1": row(model="gpt", version="1")}
    assert only(compared(undated, reading(claim("gpt", retires=END)))).row is None


def test_other_spellings_and_cases_find_the_row() -> None:
    models = {"Maker/Model": row(), "model": row(), "MODEL": row()}
    said = reading(claim("MAKER/model"), claim("maker/x", also=("model",)), claim("MODEL"), claim("Model"))
    assert compared(models, said).differences == ()


def test_a_model_that_is_called_gone_is_told_when_the_table_knows_of_no_end() -> None:
    models = {
        "a": row(),
        "b": row(stage="deprecated"),
        "c": row(announced="2026-01-01"),
        "d": row(retires="2027-01-14"),
        "e": row(kind="family"),
    }
    said = reading(*(claim(id_, ended=True) for id_ in ("a", "b", "c", "d")))
    assert told(compared(models, said)) == [("a", "gone-there", "nothing of an end", "deprecated")]


def test_other_successors_are_told() -> None:
    models = {"a": row(successor=["b"]), "b": row(), "c": row(successor=["b", "a"])}
    said = reading(claim(successors=("x", "b")), claim("b", successors=("c",)), claim("c", successors=("a", "b")))
    assert told(compared(models, said)) == [
        ("a", "other-successor", "b", "x, b"),
        ("b", "other-successor", "no successor", "c"),
    ]


def test_what_a_complete_list_does_not_have_is_told_while_it_is_alive() -> None:
    models = {
        "alive": row(),
        "alias-of-listed": row(kind="alias", alias_of="listed"),
        "ending": row(retires="2027-01-14"),
        "ended": row(retires="2026-11-21"),
        "family": row(kind="family"),
        "gone": row(stage="retired"),
        "listed": row(),
        "named-by-alias": row(),
        "other-name": row(kind="alias", alias_of="named-by-alias"),
        "tuned": row(kind="fine-tunes"),
    }
    said = reading(claim("listed"), claim("other-name"), complete=True)
    assert told(compared(models, said)) == [
        ("alive", "unknown-there", "active", "not listed"),
        ("ending", "unknown-there", "retiring", "not listed"),
    ]
    assert compared(models, reading(claim("listed"))).differences == ()


def test_a_review_applies_while_the_catalogue_says_just_that() -> None:
    review = {"id": "a", "catalogue": "list", "says": "2027-01-14", "reason": "The page is newer."}
    comparison = compared({"a": row()}, reading(claim(retires=END)), reviewed=[review])
    assert comparison.agrees
    assert only(comparison).reviewed == "The page is newer."
    assert comparison.spent == ()
    assert "    reviewed: The page is newer." in verify.lines(comparison)
    moved = compared({"a": row()}, reading(claim(retires=date(2027, 1, 15))), reviewed=[review])
    assert not moved.agrees
    assert only(moved).reviewed is None
    assert moved.spent == (("one", "a", "list"),)
    settled = compared({"a": row(retires="2027-01-14")}, reading(claim(retires=END)), reviewed=[review])
    assert settled.spent == (("one", "a", "list"),)
    assert "one a: list no longer says what was reviewed; take the review out of the table" in verify.lines(settled)
    other = compared({"a": row()}, reading(), reviewed=[{**review, "catalogue": "another"}])
    assert other.spent == ()


def test_days_that_are_no_end_days_are_left_out_and_counted() -> None:
    quirk = Quirk(name="odd", reason="it is odd", holds=lambda one, _, sharing: one.id == "a" and sharing == 2)
    said = reading(claim(retires=END), claim("b", retires=END), quirks=(quirk,))
    comparison = compared({"a": row(), "b": row(retires="2027-01-14")}, said)
    assert comparison.differences == ()
    assert comparison.excused == {("list", "odd"): 1}
    assert verify.lines(comparison)[1] == "  1 day left out (odd): it is odd"


def quirk_of(name: str) -> Quirk:
    (found,) = (one for catalogue in all_catalogues() for one in catalogue.quirks if one.name == name)
    return found


def test_a_floor_that_is_stored_as_a_day_is_no_end_day() -> None:
    holds = quirk_of("floor").holds
    assert holds(claim(retires=END), row(earliest="2027-01-14"), 1)
    assert not holds(claim(retires=END), row(earliest="2027-01-13"), 1)
    assert not holds(claim(retires=END), row(earliest="2027-01-14", retires="2027-02-01"), 1)
    assert not holds(claim(retires=END), row(), 1)
    assert not holds(claim(retires=END), None, 1)


def test_a_day_that_many_ids_of_a_host_share_is_the_day_of_a_run() -> None:
    holds = quirk_of("sync-stamp").holds
    stamped = Claim(surface="baseten", id="a", retires=END)
    assert holds(stamped, row(), 5)
    assert holds(stamped, row(retires="2026-01-01"), 5)
    assert holds(stamped, None, 5)
    assert not holds(stamped, row(retires="2027-01-14"), 5)
    assert not holds(stamped, row(), 4)
    assert not holds(replace(stamped, surface="openai"), row(), 50)


def test_rows_whose_newest_source_is_old_are_to_be_read_again() -> None:
    table = content({"a": row(), "b": row(source=["S1", "S2"]), "c": row(source=["S2"]), "d": row(source=["S3"])})
    table["one"]["sources"] = {
        "S1": {"title": "Old", "read": "2026-08-22"},
        "S2": {"title": "Older", "read": "2026-08-01"},
        "S3": {"title": "New", "read": "2026-08-24"},
    }
    comparison = verify.compare(table, [], TODAY)
    assert [(one.source, one.read, one.ids) for one in comparison.stale] == [
        ("S1", date(2026, 8, 22), ("a", "b")),
        ("S2", date(2026, 8, 1), ("c",)),
    ]
    assert verify.lines(comparison)[0] == "2 rows to read again: one, source S1 of 2026-08-22 (91 days ago): Old"
    assert verify.compare(table, [], date(2026, 11, 20)).stale[0].source == "S2"


def test_what_could_not_be_read_is_told_and_no_agreement() -> None:
    unread = Reading(catalogue=reading().catalogue, unread="pip got no\x1b[31m wheel")
    comparison = verify.compare(content({"a": row()}), [unread], TODAY)
    assert not comparison.agrees
    assert verify.lines(comparison) == (
        "list (list-package, the provider's own): 0 claims",
        "  not read: pip got no\\x1b[31m wheel",
        f"{NOTHING}; not read: list",
    )


def test_hostile_texts_are_shown_harmless() -> None:
    hostile = "a\n::error::\x1b]0;x\x07" + "y" * 2000 + "\ud800"
    comparison = compared({"b": row()}, replace(reading(claim(hostile)), version="1\u202e"))
    for line in verify.lines(comparison):
        assert line.isprintable()
        assert len(line) < 700
    assert json.loads(json.dumps(verify.document(comparison)).encode())


def test_the_document_holds_everything() -> None:
    models = {"a": row(), "b": row()}
    said = reading(claim(retires=END), claim("b", successors=("a",)))
    unread = Reading(catalogue=replace(said.catalogue, name="other"), version="2.0", unread="gone")
    comparison = verify.compare(content(models), [said, unread], TODAY)
    assert verify.document(comparison) == {
        "version": 1,
        "today": "2026-11-21",
        "agrees": False,
        "table": {"as_of": "2026-11-01", "rows": 2},
        "catalogues": [
            {
                "name": "list",
                "package": "list-package",
                "version": "1.0",
                "official": True,
                "unread": None,
                "facts": 2,
                "excused": {},
                "beyond": {},
            },
            {
                "name": "other",
                "package": "list-package",
                "version": "2.0",
                "official": True,
                "unread": "gone",
                "facts": 0,
                "excused": {},
                "beyond": {},
            },
        ],
        "differences": [
            {
                "surface": "one",
                "id": "a",
                "catalogue": "list",
                "official": True,
                "kind": "missing-date",
                "table": "no end day",
                "says": "2027-01-14",
                "reviewed": None,
                "row": {
                    "id": "a",
                    "kind": "snapshot",
                    "modality": "chat",
                    "source": ["S1"],
                    "retires": "2027-01-14",
                },
                "source": {"title": "list-package 1.0, the provider's own package", "read": "2026-11-21"},
            },
            {
                "surface": "one",
                "id": "b",
                "catalogue": "list",
                "official": True,
                "kind": "other-successor",
                "table": "no successor",
                "says": "a",
                "reviewed": None,
                "row": None,
                "source": None,
            },
        ],
        "spent": [],
        "stale": [],
    }
    assert verify.lines(comparison)[1:3] == (
        '  missing-date: one a: it says "2027-01-14", the table "no end day"',
        "    a row is proposed",
    )


def wheel(folder: Path, name: str, files: dict[str, str]) -> None:
    with zipfile.ZipFile(folder / f"{name}-1.0-py3-none-any.whl", "w") as archive:
        for member, text in files.items():
            archive.writestr(member, text)
        about = f"{name}-1.0.dist-info"
        archive.writestr(f"{about}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        archive.writestr(f"{about}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr(f"{about}/RECORD", "")


def test_packages_are_fetched_read_and_compared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pip")
    shop, keep = tmp_path / "shop", tmp_path / "kept" / "here"
    shop.mkdir()
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(shop))
    wheel(shop, "xai_sdk", {"xai_sdk/types/model.py": "ChatModel: T = Literal['grok-a', 'grok-b']\n"})
    wheel(shop, "anthropic", {"anthropic/types/model.py": "Model: T = Literal['claude-a']\n"})
    table: Content = {"xai": content({"grok-a": row()})["one"]}
    names = ("xai-sdk", "groq-sdk", "anthropic-sdk")
    comparison = verify.run(table, TODAY, only=names, keep=keep)
    assert [(one.catalogue.name, one.version, (one.unread or "")[:46]) for one in comparison.readings] == [
        ("anthropic-sdk", "1.0", "it has no file anthropic/resources/messages/me"),
        ("groq-sdk", None, "pip got no wheel of groq: No matching distribu"),
        ("xai-sdk", "1.0", ""),
    ]
    assert told(comparison) == [("grok-b", "missing-row", "no row", "listed")]
    assert sorted(path.name for path in keep.iterdir()) == [
        "anthropic-1.0-py3-none-any.whl",
        "xai_sdk-1.0-py3-none-any.whl",
    ]
    assert verify.run(table, TODAY, only=["xai-sdk"]).differences == comparison.differences


def test_a_catalogue_that_is_not_known_is_told() -> None:
    with pytest.raises(UsageError, match=r"there is no catalogue 'openai-sdc'; did you mean 'openai-sdk'\?; there are"):
        verify.run(content({"a": row()}), TODAY, only=["openai-sdc"])


def test_a_place_for_packages_that_cannot_be_one_is_told(tmp_path: Path) -> None:
    place = tmp_path / "file"
    place.write_bytes(b"")
    with pytest.raises(UsageError, match="cannot be a directory for packages; name another"):
        verify.run(content({"a": row()}), TODAY, keep=place)
