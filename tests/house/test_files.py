"""Files of the project: short, without addresses of machines, and what is given out is what is in the folder."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.tools import absent

ROOT = Path(__file__).parents[2]
LONGEST = 300
# Code of more lines than that, each with its reason; none now.
LONG: dict[str, str] = {}
# Registries, private indices, and folders of the machine that somebody worked on.
FOREIGN = re.compile(
    r"(?<![\w.~)-])/(?:work|root|home|tmp|opt|mnt|Users)/[\w.]+|[\w-]*(?:pythonhosted|pypi\.|artifactory|nexus\.|devpi)[\w.-]*"
    r"|(?:index-url|trusted-host)\b"
)
TEXTS = {
    "000_8366c46db1e521ca.txt": "1c7e52d8ccbb1acff16fc26ec8ed69360a296d2a55668e270ea9afc6d324e940",
    "001_4eac3ca128b3d98d.txt": "d597848a1760ccde79034754935fbcb2aed5a5c0bfda7eb89d48850845735425",
    "002_82ed54de27dabfd8.txt": "4b123fbb48c2aa030560f0cb67076d187036932b6c91a1a481edb948f97e2453",
    "003_4eb0d6632495bc62.txt": "18aedc7a35a920bd7992c53fbf50ba8f701874c556b585dd59eab12caea46bc7",
    "004_96aa271022c17038.txt": "c6606209238512efe6ea3031c1161e75cf1761402baba453acb1306b2d2b9dd8",
}


def tracked() -> list[Path]:
    git = shutil.which("git")
    if not git or not (ROOT / ".git").exists():
        absent("git with the project's history")
    listed = subprocess.run([str(git), "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    return [ROOT / name for name in listed.decode().split("\0") if name and (ROOT / name).is_file()]


def test_no_file_of_code_is_long() -> None:
    code = [
        path for path in tracked() if path.suffix in {".py", ".js", ".html", ".css"} and "exports" not in path.parts
    ]
    lines = {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in code}
    own = {name: count for name, count in lines.items() if name.startswith(("kg/", "bench/"))}
    assert len(own) > 100
    assert {name for name, count in own.items() if count > LONGEST} == set(LONG)


def test_no_machine_and_no_registry_is_named() -> None:
    found = []
    for path in tracked():
        if path == Path(__file__) or "seeds/documents" in str(path):
            continue
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += [f"{path.relative_to(ROOT)}: {match.group()}" for match in FOREIGN.finditer(text)]
    assert found == []


@pytest.mark.parametrize(
    "text",
    [
        "see /w|ork/shared",
        "in /t|mp/x",
        "/r|oot/.venv",
        "https://py|pi.org/simple",
        "--index-|url x",
        "a.python|hosted.org",
    ],
)
def test_the_pattern_finds_what_it_is_for(text: str) -> None:
    """The texts are parted by a bar, so that this file names no machine and no registry itself."""
    assert FOREIGN.search(text.replace("|", ""))


@pytest.mark.parametrize("text", ["https://w3id.org/work/x", "a/tmp/b", "tmp_path / 'x'", "/usr/share/java"])
def test_the_pattern_leaves_the_rest(text: str) -> None:
    assert not FOREIGN.search(text)


def test_documents_are_byte_for_byte_what_they_were() -> None:
    """The offsets in the answer keys hold for these bytes and no others."""
    digests = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in (ROOT / "seeds/documents").iterdir()
    }
    assert digests == TEXTS
