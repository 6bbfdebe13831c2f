from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path
from typing import Any

import pytest

from pytest_modelgate import compiled, table

ROOT = Path(__file__).parents[2]
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PYTEST", "COV_"))}

# What the installed wheel says of itself, in a Python that sees neither the checkout nor any other package.
ASK = """
import json, sys
sys.path.insert(0, sys.argv[1])
from pytest_modelgate import catalog, compiled
loaded = catalog.load()
record = loaded.find("openai", "gpt-4")
print(json.dumps({
    "file": catalog.__file__,
    "rows": loaded.rows,
    "as_of": loaded.as_of.isoformat(),
    "retires": record.retires.isoformat(),
    "content": compiled.bundled(),
    "imported": sorted({"yaml", "platformdirs", "pytest_modelgate.table"} & sys.modules.keys()),
}))
"""


def build(tree: Path, out: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out), str(tree)],
        env=ENVIRONMENT,
        cwd=out,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an sdist of the checkout, and a wheel that was built from that sdist."""
    out = tmp_path_factory.mktemp("built")
    done = build(ROOT, out)
    assert done.returncode == 0, done.stdout + done.stderr
    return out


def test_the_wheel_holds_the_table_in_both_forms(built: Path) -> None:
    (path,) = built.glob("*.whl")
    with zipfile.ZipFile(path) as wheel:
        names = wheel.namelist()
        assert wheel.read(f"pytest_modelgate/{compiled.TABLE}") == (ROOT / compiled.TABLE).read_bytes()
        assert f"pytest_modelgate/{compiled.COMPILED}" in names
    assert "pytest_modelgate/py.typed" in names
    assert {f"pytest_modelgate/formats/_page/page.{kind}" for kind in ("css", "html", "js")} <= set(names)
    assert {name.split("/")[0].split("-")[0] for name in names} == {"pytest_modelgate"}
    assert not [name for name in names if name.endswith(".md")]


def test_the_sdist_holds_what_a_wheel_is_built_from(built: Path) -> None:
    (path,) = built.glob("*.tar.gz")
    with tarfile.open(path) as sdist:
        names = {name.partition("/")[2] for name in sdist.getnames()}
    assert {compiled.TABLE, "hatch_build.py", "pyproject.toml", "LICENSE", "README.md"} <= names
    assert "pytest_modelgate/rules/pages/MG101.md" in names
    assert not {name for name in names if name.endswith((".pyc", compiled.COMPILED))}


def test_the_installed_wheel_loads_its_table_without_yaml_and_without_the_checkout(built: Path, tmp_path: Path) -> None:
    (path,) = built.glob("*.whl")
    target = tmp_path / "installed"
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--no-compile"]
    subprocess.run([*pip, "--target", str(target), str(path)], env=ENVIRONMENT, cwd=tmp_path, check=True)
    asked = subprocess.run(
        [sys.executable, "-I", "-S", "-c", ASK, str(target)],
        env=ENVIRONMENT,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    answer = json.loads(asked.stdout)
    assert Path(answer["file"]).is_relative_to(target)
    assert answer["imported"] == []
    assert answer["content"] == table.parse((ROOT / compiled.TABLE).read_bytes(), compiled.TABLE)
    assert answer["retires"] == "2026-10-23"


def test_a_table_with_a_mistake_is_never_built(tmp_path: Path) -> None:
    tree = tmp_path / "tree"
    out = tmp_path / "out"
    out.mkdir()
    shutil.copytree(ROOT / "pytest_modelgate", tree / "pytest_modelgate", ignore=shutil.ignore_patterns("__pycache__"))
    for name in (compiled.TABLE, "hatch_build.py", "pyproject.toml", "LICENSE", "README.md"):
        shutil.copy(ROOT / name, tree / name)
    text = (tree / compiled.TABLE).read_text("utf-8")
    (tree / compiled.TABLE).write_text(text.replace("retires: 2026-10-23", "retires: 2026-10-32", 1), "utf-8")
    line = text[: text.index("retires: 2026-10-23")].count("\n") + 1
    done = build(tree, out)
    assert done.returncode != 0
    assert f"{compiled.TABLE}:{line}: there is no day 2026-10-32" in done.stdout + done.stderr
    assert list(out.iterdir()) == []


@pytest.mark.parametrize(("target", "version"), [("wheel", "editable"), ("sdist", "standard")])
def test_only_a_standard_wheel_gets_a_copy_of_the_table(
    target: str, version: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(sys, "path", [*sys.path])
    hook: Any = module.CustomBuildHook(str(ROOT), {}, None, None, str(ROOT), target)
    data: dict[str, Any] = {"force_include": {}}
    hook.initialize(version, data)
    hook.finalize(version, data, "")
    assert data == {"force_include": {}}
