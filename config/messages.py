"""Keep the catalogues of ``config/locale`` complete, and what they compile to up to date.

The site is written in Chinese: its own strings are Chinese in the source and need no Chinese catalogue.

- ``en``: the English of our own strings. ``--write`` refreshes its msgids from the source; people fill in the msgstrs.
- ``zh_Hans``: laid over the catalogues of the packages, for strings that they leave in English or say badly. It is
  edited by hand only; nothing is ever extracted into it.

Run it as ``python -m config.messages`` with one of ``--write`` (the default: read our strings into the English
catalogue, keep its translations, compile; needs GNU gettext), ``--compile`` (every ``.po`` into the ``.mo`` beside it;
needs no gettext) and ``--check`` (exit with 1 and a list when something is missing, out of date or would break).
"""

import argparse
import contextlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import polib
from django.core.management import call_command
from django.core.management.commands import makemessages

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "config" / "locale"
ENGLISH = LOCALE / "en" / "LC_MESSAGES" / "django.po"
CHINESE = "zh_Hans"
ROOMS = ("catalog", "cms", "config", "home", "search", "templates")
#: Packages whose strings reach people.
PACKAGES = (
    *("wagtail", "allauth", "taggit", "django_filters", "phonenumber_field", "django.conf", "django.contrib.auth"),
    *("django.contrib.contenttypes", "django.contrib.humanize", "django.contrib.sessions"),
)
GETTEXT_TOOLS = ("xgettext", "msguniq", "msgmerge", "msgattrib")
NO_GETTEXT = "缺少 gettext，请先运行 apt-get install -y gettext / GNU gettext is missing: apt-get install -y gettext"
HEADER = {
    "Project-Id-Version": "smile-jiaozuo",
    "Language": "en",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": "nplurals=2; plural=(n != 1);",
}

NAMED = re.compile(r"%\(\w+\)[#0\- +]*\d*(?:\.\d+)?[a-zA-Z]|\{\w*(?:![rsa])?(?::[^{}]*)?\}")
POSITIONAL = re.compile(r"%[#0\-+]*\d*(?:\.\d+)?[sdrif]")
TAG = re.compile(r"</?[a-zA-Z][^>]*>")
CHINESE_CHARACTER = re.compile(r"[\u3400-\u9fff]")
LATIN_WORD = re.compile(r"[A-Za-z]{2,}")

Key = tuple[str, str]


class GettextMissingError(Exception):
    """GNU gettext is not on this machine, and we may not install it."""


class Extract(makemessages.Command):
    """``makemessages`` that writes into ``locale`` of the working directory, whatever the settings say."""

    settings_available = False


def key(entry: polib.POEntry) -> Key:
    """Return what gettext looks an entry up by: its context and its msgid."""
    return entry.msgctxt or "", entry.msgid


def name(entry: polib.POEntry) -> str:
    """Return an entry's msgid on one short line, to be printed."""
    line = " ".join(entry.msgid.split())
    return f"“{line[:69]}…”" if len(line) > 70 else f"“{line}”"


def catalogues() -> list[Path]:
    """Return every ``.po`` of ours."""
    return sorted(LOCALE.glob("*/LC_MESSAGES/*.po"))


def english() -> polib.POFile:
    """Return the English catalogue as it is."""
    return polib.pofile(str(ENGLISH))


def translated(entry: polib.POEntry) -> bool:
    """Tell whether a ``.mo`` would carry a translation of the entry in every plural form."""
    if entry.obsolete or entry.fuzzy:
        return False
    if entry.msgid_plural:
        return bool(entry.msgstr_plural) and all(entry.msgstr_plural.values())
    return bool(entry.msgstr)


def gettext_ensure() -> None:
    """Install GNU gettext from Debian's packages when it is missing and we are root.

    Raises GettextMissingError when it is missing and can't be installed.
    """
    if all(map(shutil.which, GETTEXT_TOOLS)):
        return
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        raise GettextMissingError(NO_GETTEXT)
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "gettext"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    if subprocess.run(install, **quiet).returncode:
        subprocess.run(["apt-get", "update", "-qq"], **quiet)
        subprocess.run(install, **quiet)
    if not all(map(shutil.which, GETTEXT_TOOLS)):
        raise GettextMissingError(NO_GETTEXT)


def extract(root: Path = ROOT) -> polib.POFile:
    """Return the translatable strings of our rooms below ``root``, sorted, without translations.

    Works on a copy, so that the working tree is neither littered nor changed. Raises GettextMissingError.
    """
    gettext_ensure()
    skip = shutil.ignore_patterns("__pycache__", "migrations", "static", "locale", "node_modules")
    with tempfile.TemporaryDirectory(prefix="messages-") as folder:
        for room in ROOMS:
            if (root / room).is_dir():
                shutil.copytree(root / room, Path(folder, room), ignore=skip)
        Path(folder, "locale").mkdir()
        with contextlib.chdir(folder):
            options = {"no_location": True, "no_wrap": True, "extensions": ["py,html,txt,xml"], "verbosity": 0}
            call_command(Extract(), locale=["en"], **options)
        result = Path(folder, "locale", "en", "LC_MESSAGES", "django.po")
        found = polib.pofile(str(result)) if result.exists() else polib.POFile()
    return catalogue(entry for entry in found if not entry.obsolete)


def catalogue(entries: Iterable[polib.POEntry]) -> polib.POFile:
    """Return an English catalogue of the entries: unwrapped, sorted, with a header that never changes by itself."""
    po = polib.POFile(wrapwidth=0)
    po.header = "English for the strings of this site."
    po.metadata = dict(HEADER)
    po.extend(sorted(entries, key=lambda entry: (entry.msgid, entry.msgctxt or "")))
    return po


def merge(found: polib.POFile, present: polib.POFile) -> polib.POFile:
    """Return the strings of ``found`` with the translations of ``present``; what is no longer used is dropped."""
    known = {key(entry): entry for entry in present if not entry.obsolete}
    for entry in found:
        old = known.get(key(entry))
        plural = bool(entry.msgid_plural)
        entry.msgstr = old.msgstr if old and not plural and not old.msgid_plural else ""
        forms = old.msgstr_plural if old and old.msgid_plural and plural else {}
        entry.msgstr_plural = (forms or {0: "", 1: ""}) if plural else {}
        fuzzy = {"fuzzy"} if old and old.fuzzy and (entry.msgstr or forms) else set()
        entry.flags = sorted({flag for flag in entry.flags if flag != "fuzzy"} | fuzzy)
    return found


def english_problems(found: polib.POFile, present: polib.POFile) -> Iterator[str]:
    """Yield what keeps the English catalogue from being exactly our strings, each translated."""
    ours, theirs = {key(entry): entry for entry in found}, {key(entry): entry for entry in present}
    for which, entry in ours.items():
        old = theirs.get(which)
        if old is None or old.obsolete or old.msgid_plural != entry.msgid_plural:
            yield f"en: not in the catalogue (run --write): {name(entry)}"
        elif old.fuzzy:
            yield f"en: fuzzy: {name(entry)}"
        elif not translated(old):
            yield f"en: no translation: {name(entry)}"
    for which, entry in theirs.items():
        if entry.obsolete or which not in ours:
            yield f"en: no longer used (run --write): {name(entry)}"


def foreign_problems(found: polib.POFile) -> Iterator[str]:
    """Yield strings of ours that hold Latin words, no Chinese, and no Chinese translation."""
    paths = [folder / CHINESE / "LC_MESSAGES" / "django.po" for folder in [*package_locales(), LOCALE]]
    known = {key(entry) for path in paths if path.exists() for entry in polib.pofile(str(path)) if translated(entry)}
    for entry in found:
        words = TAG.sub(" ", POSITIONAL.sub(" ", NAMED.sub(" ", entry.msgid)))
        if LATIN_WORD.search(words) and not CHINESE_CHARACTER.search(words) and key(entry) not in known:
            yield f"{CHINESE}: ours, and not Chinese: {name(entry)}"


def package_locales() -> list[Path]:
    """Return the ``locale`` folders of the packages whose strings reach people."""
    specs = [spec for package in PACKAGES if (spec := importlib.util.find_spec(package))]
    return [folder for spec in specs for folder in sorted(Path(spec.origin).parent.glob("**/locale"))]


def overlay_problems() -> Iterator[str]:
    """Yield each string of the packages that neither the package nor our overlay has in Chinese.

    What a package says is read from its English catalogue, or from all of its catalogues when it has no English one.
    """
    for domain in ("django", "djangojs"):
        ours = LOCALE / CHINESE / "LC_MESSAGES" / f"{domain}.po"
        laid = {key(entry) for entry in polib.pofile(str(ours)) if translated(entry)} if ours.exists() else set()
        for folder in package_locales():
            chinese = folder / CHINESE / "LC_MESSAGES" / f"{domain}.po"
            theirs = {key(e) for e in polib.pofile(str(chinese)) if translated(e)} if chinese.exists() else set()
            english = folder / "en" / "LC_MESSAGES" / f"{domain}.po"
            sources = [english] if english.exists() else sorted(folder.glob(f"*/LC_MESSAGES/{domain}.po"))
            said = {key(e): e for path in sources for e in polib.pofile(str(path)) if not e.obsolete}
            for which in said.keys() - theirs - laid:
                where = "/".join((*folder.parts[-3:-1], domain))
                yield f"{CHINESE}: no Chinese for {where}: {name(said[which])}"


def placeholders(text: str) -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]:
    """Return a text's named placeholders, its positional ones in order, and its tags, sorted."""
    text = text.replace("%%", "")
    tags = sorted(re.sub(r"\s+", " ", tag) for tag in TAG.findall(text))
    return frozenset(NAMED.findall(text)), tuple(POSITIONAL.findall(text)), tuple(tags)


def placeholders_differ(entry: polib.POEntry) -> bool:
    """Tell whether a translation loses or invents a placeholder or a tag.

    A plural form may leave out what the msgid or its plural leaves out as well (“1 page”, “%(count)s pages”).
    """
    sources = [placeholders(text) for text in (entry.msgid, entry.msgid_plural) if text]
    needed = frozenset.intersection(*(named for named, _, _ in sources))
    allowed = frozenset.union(*(named for named, _, _ in sources))
    for text in [entry.msgstr, *entry.msgstr_plural.values()]:
        if not text:
            continue
        named, *rest = placeholders(text)
        if not needed <= named <= allowed or rest not in [list(source[1:]) for source in sources]:
            return True
    return False


def compiled_problems() -> Iterator[str]:
    """Yield each catalogue with a broken placeholder, and each whose ``.mo`` is not what it compiles to."""
    for path in catalogues():
        po, mo = polib.pofile(str(path), wrapwidth=0), path.with_suffix(".mo")
        where = f"{path.parent.parent.name}/{path.name}"
        for entry in po:
            if not entry.obsolete and placeholders_differ(entry):
                yield f"{where}: placeholders or tags differ: {name(entry)}"
        if not mo.exists() or mo.read_bytes() != po.to_binary():
            yield f"{where}: {mo.name} is out of date (run --compile)"


def compile_all() -> None:
    """Compile every catalogue into the ``.mo`` beside it."""
    for path in catalogues():
        polib.pofile(str(path)).save_as_mofile(str(path.with_suffix(".mo")))


def write() -> None:
    """Refresh the English catalogue from the source, and compile. Raises GettextMissingError."""
    merge(extract(), english()).save(str(ENGLISH))
    compile_all()


def check() -> list[str]:
    """Return everything that is wrong with the catalogues, one line each. Raises GettextMissingError."""
    ours = extract()
    english_ones = english_problems(ours, english())
    return sorted([*english_ones, *foreign_problems(ours), *overlay_problems(), *compiled_problems()])


def main(arguments: list[str] | None = None) -> int:
    """Do what the command line asks. Returns 0, or 1 with problems, or 2 when GNU gettext is missing."""
    parser = argparse.ArgumentParser(prog="python -m config.messages", description=__doc__.splitlines()[0])
    actions = parser.add_mutually_exclusive_group()
    actions.add_argument("--write", action="store_true", help="read our strings into the English catalogue (default)")
    actions.add_argument("--compile", action="store_true", help="compile every catalogue")
    actions.add_argument("--check", action="store_true", help="list what is missing, out of date or broken")
    options = parser.parse_args(arguments)
    try:
        if options.compile:
            compile_all()
        elif not options.check:
            write()
        elif problems := check():
            print(*problems, f"{len(problems)} problems in config/locale.", sep="\n")
            return 1
    except GettextMissingError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
