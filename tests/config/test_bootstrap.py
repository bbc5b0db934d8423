"""The first command on a new machine: it ends well, or with one sentence in two languages and no traceback."""

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from config import bootstrap

SOURCE = Path(bootstrap.__file__)
NOWHERE = "http://127.0.0.1:9/simple"


@pytest.fixture
def fresh_clone(tmp_path):
    """A folder with the script and a lock that names nothing, so that no index is asked."""
    (tmp_path / "config").mkdir()
    shutil.copy(SOURCE, tmp_path / "config")
    (tmp_path / "requirements.lock").write_text("# nothing\n")
    return tmp_path


def run(folder: Path, **environment: str) -> subprocess.CompletedProcess:
    command = [sys.executable, "-I", "config/bootstrap.py"]
    return subprocess.run(command, cwd=folder, env=os.environ | environment, capture_output=True, text=True)


def assert_says_why(result: subprocess.CompletedProcess, chinese: str, english: str) -> None:
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    assert len(result.stderr.splitlines()) == 2
    assert chinese in result.stderr.splitlines()[0]
    assert english in result.stderr.splitlines()[1]


def test_second_run_does_nothing_and_an_interrupted_one_is_mended(fresh_clone):
    assert run(fresh_clone).returncode == 0
    assert (fresh_clone / ".venv/bin/python").exists()

    again = run(fresh_clone)
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "")

    leftover = fresh_clone / ".venv/half-installed"
    leftover.touch()
    (fresh_clone / ".venv/.installing").touch()
    assert run(fresh_clone).returncode == 0
    assert not leftover.exists()


def test_index_that_does_not_answer_gets_one_sentence(fresh_clone):
    (fresh_clone / "requirements.lock").write_text(f"nothing==1.0 --hash=sha256:{'0' * 64}\n")
    result = run(fresh_clone, PIP_INDEX_URL=NOWHERE, PIP_NO_INDEX="0", PIP_FIND_LINKS="")
    assert_says_why(result, "软件包索引没有应答", "The package index does not answer")
    assert not (fresh_clone / ".venv/.installed").exists()


def test_folder_that_cannot_be_written_gets_one_sentence(fresh_clone):
    (fresh_clone / "var").write_text("a file, where a folder is to be")
    assert_says_why(run(fresh_clone), "请检查磁盘空间和权限", "Look at the disk's free space")


def test_python_without_venv_module_names_the_package(monkeypatch, capsys, tmp_path):
    monkeypatch.setattr(bootstrap, "ROOT", tmp_path)
    monkeypatch.setattr(bootstrap, "VENV_PYTHON", tmp_path / ".venv/bin/python")
    monkeypatch.setattr(bootstrap, "STAMP", tmp_path / ".venv/.installed")
    monkeypatch.setattr(bootstrap, "LOG", tmp_path / "var/bootstrap.log")
    monkeypatch.setattr(bootstrap.importlib.util, "find_spec", lambda name: None)
    assert bootstrap.main() == 1
    assert capsys.readouterr().err.count("apt-get install -y python3-venv") == 2


def test_python_that_is_too_old_says_which_is_needed(monkeypatch, capsys):
    monkeypatch.setattr(bootstrap, "OLDEST_PYTHON", (3, 99))
    monkeypatch.setattr(bootstrap.shutil, "which", lambda name: None)
    assert bootstrap.main() == 1
    assert "需要 Python 3.11" in capsys.readouterr().err


def test_old_python_can_read_the_script():
    ast.parse(SOURCE.read_text(), feature_version=(3, 6))


def test_lock_names_uv_with_hashes_and_no_index(monkeypatch):
    lock = bootstrap.LOCK.read_text()
    assert "http" not in lock
    assert "--hash=sha256:" in lock.split("\nuv==")[1].split("\n")[1]
