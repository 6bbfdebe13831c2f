"""The command line of `modelgate table`: what its commands take."""

from __future__ import annotations

import argparse

from pytest_modelgate.content import KINDS, MODALITIES, OUTCOMES, STAGES

SUMMARY = "keep a table of models true: format, add, import, verify, update"
DESCRIPTION = """\
Keep a table of models true. A table is a YAML file such as the deprecations.yaml of this project, or one of your own
that `extra-tables` names in the configuration."""
_FORMAT = """\
Write a table in its canonical form: sorted, one row a line, keys in the documented order. Facts never change."""
_FORMAT_CODES = """\
exit codes:
  0  the table is canonical, or is so now
  1  --check: it is not
  2  the table is wrong, cannot be read or cannot be written"""
_ADD = """\
Put one row into a table, with the source it rests on. The whole table is validated before anything is written."""
_ADD_EPILOG = """\
example:
  modelgate table add --surface openai --id gpt-9 --kind snapshot --modality chat --retires 2028-01-31 \\
      --source-title "Deprecations" --source-url https://platform.openai.com/docs/deprecations --read 2026-11-21

exit codes:
  0  the table has the row
  2  nothing is written: wrong usage, or the table would be wrong; every mistake is told"""
_IMPORT = """\
Put the rows of a file into a table. The file is YAML or JSON, and either shaped like a table (providers with sources
and models) or what `modelgate table verify --format json` has written, whose proposed rows are taken."""
_IMPORT_CODES = """\
exit codes:
  0  every row is added, replaced or left, as the lines say
  2  nothing is written: wrong usage, or the table would be wrong; every mistake is told"""
_VERIFY = """\
Compare a table with what can be read by machine: the releases of the official SDKs, and public catalogues."""
_VERIFY_CODES = """\
exit codes:
  0  they agree, or a person has recorded why they differ
  1  they differ
  2  wrong usage, or something could not be read"""
_UPDATE = """\
Fetch a newer table than the one in use over https, compare it with its SHA-256, and keep it for every later run of this
user. A table that is wrong, or older than the one in use, is refused."""
_UPDATE_CODES = """\
exit codes:
  0  the newer table is kept, or is already in use; --remove: it is gone
  2  wrong usage, or the table is refused; the one in use stays"""


def offer(table: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    """Adds the commands below `modelgate table`; the parsers by the words that ask for them."""
    below = table.add_subparsers(dest="table_command", metavar="COMMAND", title="commands")

    def command(name: str, summary: str, description: str, epilog: str) -> argparse.ArgumentParser:
        parser = below.add_parser(
            name,
            help=summary,
            description=description,
            epilog=epilog,
            allow_abbrev=False,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        parser.set_defaults(formats=(), takes="no names")
        return parser

    form = command("format", "write a table in its canonical form", _FORMAT, _FORMAT_CODES)
    form.add_argument("file", metavar="FILE", nargs="?", help=_TABLE)
    form.add_argument("--check", action="store_true", help="write nothing; say which lines are not canonical")
    _extra_option(form)
    form.set_defaults(takes="one file")
    add = command("add", "put a row into a table", _ADD, _ADD_EPILOG)
    _row_options(add)
    _writing_options(add)
    take = command("import", "put the rows of a file into a table", _IMPORT, _IMPORT_CODES)
    take.add_argument("file", metavar="FILE", help="the file with the rows")
    _writing_options(take)
    take.set_defaults(takes="one file")
    verify = command("verify", "compare a table with the SDKs and public catalogues", _VERIFY, _VERIFY_CODES)
    _verify_options(verify)
    update = command("update", "fetch a newer table", _UPDATE, _UPDATE_CODES)
    update.add_argument("--url", metavar="URL", help="where the table is (default: the newest of this project)")
    update.add_argument("--sha256", metavar="DIGEST", help="its SHA-256 (default: what URL.sha256 says)")
    update.add_argument("--remove", action="store_true", help="go back to the table that came with this package")
    return {f"table {name}": parser for name, parser in below.choices.items()}


_TABLE = "the table (default: deprecations.yaml here)"


def _row_options(parser: argparse.ArgumentParser) -> None:
    row = parser.add_argument_group("the row")
    row.add_argument("--surface", metavar="NAME", help="the provider's part, such as openai")
    row.add_argument("--id", metavar="ID", help="the id as it is sent")
    row.add_argument("--kind", metavar="KIND", help=f"{', '.join(KINDS)}")
    row.add_argument("--modality", metavar="MODALITY", help=f"{', '.join(MODALITIES)}")
    row.add_argument("--model", metavar="NAME", help="the model, where the provider names it apart from its version")
    row.add_argument("--version", metavar="VERSION", help="its version")
    row.add_argument("--floating", action="store_true", help="the provider may let this alias point elsewhere")
    row.add_argument("--endpoint", metavar="NAME", action="append", help="an endpoint that serves it; may be repeated")
    row.add_argument("--announced", metavar="DATE", help="the day on which its end was announced")
    row.add_argument("--retires", metavar="DATE", help="the first day on which it is no longer served")
    row.add_argument("--earliest", metavar="DATE", help='"not sooner than": a floor and no end day')
    row.add_argument("--stage", metavar="STAGE", help=f"{', '.join(STAGES)}: said by the provider without a day")
    row.add_argument("--successor", metavar="ID", action="append", help="an official replacement; may be repeated")
    row.add_argument("--unlisted", metavar="ID", action="append", help="a successor without a row; may be repeated")
    row.add_argument("--condition", metavar="TEXT", help="what limits the replacement")
    row.add_argument("--alias-of", metavar="ID", help="the id that this one stands for")
    row.add_argument("--after-retirement", metavar="OUTCOME", help=f"{', '.join(OUTCOMES)}, if not the provider's")
    row.add_argument("--third-party-dates", action="store_true", help="its days rest on those sources of a third party")
    row.add_argument("--note", metavar="TEXT", help="one line; begins with Disputed: where sources disagree")
    source = parser.add_argument_group("what it rests on")
    source.add_argument("--source", metavar="KEY", action="append", help="a source of the part; may be repeated")
    source.add_argument("--source-title", metavar="TEXT", help="another source: its title")
    source.add_argument("--source-url", metavar="URL", help="its https address")
    source.add_argument("--read", metavar="DATE", help="the day on which it was read")
    source.add_argument("--third-party", action="store_true", help="somebody else than the provider publishes it")
    parser.set_defaults(
        needed=("surface", "id", "kind", "modality"),
        choices={"kind": KINDS, "modality": MODALITIES, "stage": STAGES, "after-retirement": OUTCOMES},
    )


def _writing_options(parser: argparse.ArgumentParser) -> None:
    writing = parser.add_argument_group("the table")
    writing.add_argument("--table", metavar="FILE", help=_TABLE)
    writing.add_argument("--replace", action="store_true", help="replace rows that are there; without, they stay")
    writing.add_argument(
        "--as-of", action="store_true", dest="move_as_of", help="move the part's as_of up to the newest day of a source"
    )
    _extra_option(writing)


def _extra_option(container: argparse._ActionsContainer) -> None:
    container.add_argument(
        "--extra", action="store_true", help="the table is one for `extra-tables`: it holds only what it changes"
    )


def _verify_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--table", metavar="FILE", help="the table (default: deprecations.yaml here, else the one in use)"
    )
    parser.add_argument("--catalogue", metavar="NAME", action="append", help="only this one; may be repeated")
    parser.add_argument(
        "--as-of",
        metavar="DATE",
        help="compare as of this day, YYYY-MM-DD (default: MODELGATE_AS_OF, else today in UTC)",
    )
    parser.add_argument("--format", metavar="NAME", default="text", help="json or text (default: text)")
    parser.add_argument("--output", metavar="FILE", help="write the result to FILE instead of standard output")
    parser.add_argument("--index-url", metavar="URL", help="the package index to read releases from (default: pip's)")
    parser.add_argument("--keep", metavar="DIRECTORY", help="keep the packages that are read there")
    parser.set_defaults(formats=("json", "text"))
