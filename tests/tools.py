"""Programs that tests need and a plain machine may lack: skipped there, a failure where `CI` is set."""

from __future__ import annotations

import os
import shutil
import zipfile
from pathlib import Path

import pytest

_JAVA = Path("/usr/share/java")  # where Debian's packages put jars
_JARS = (
    "jena-arq", "jena-base", "jena-cmds", "jena-core", "jena-dboe-base", "jena-dboe-index", "jena-dboe-storage",
    "jena-dboe-trans-data", "jena-dboe-transaction", "jena-iri", "jena-rdfconnection", "jena-shacl", "jena-shex",
    "jena-tdb", "commons-cli", "commons-codec", "commons-compress", "commons-csv", "commons-io", "dexx.collection",
    "guava", "httpclient", "httpclient-cache", "httpcore", "jackson-annotations", "jackson-core", "jackson-databind",
    "jcl-over-slf4j", "jsonld-java", "protobuf", "slf4j-api", "slf4j-nop", "thrift", "titanium-json-ld",
)  # fmt: skip


def absent(what: str) -> None:
    """Skip the test for want of `what`, or fail it where `CI` is set."""
    if os.environ.get("CI"):
        pytest.fail(f"{what}: not on this machine, but CI is set")
    pytest.skip(f"{what}: not on this machine")


def program(*names: str) -> str:
    """The path of the first of these programs that is installed."""
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        absent(names[0])
    return str(found)


def riot(scratch: Path) -> list[str]:
    """The command line that starts Jena's riot; `scratch` is a folder for a part that Debian's package misplaces.

    In jena-core 4.5.0-2 the messages of the Xerces inside lie under another package's name than its classes, so that
    no class that checks a datatype loads.
    """
    java = program("java")
    if not (_JAVA / "jena-arq.jar").exists():
        absent("Jena (libapache-jena-java)")
    with zipfile.ZipFile(_JAVA / "jena-core.jar") as jar:
        for name in jar.namelist():
            if name.startswith("org/apache/jena/ext/xerces/") and name.endswith(".properties"):
                target = scratch / name.removeprefix("org/apache/jena/ext/")
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(jar.read(name))
    jars = [str(_JAVA / f"{name}.jar") for name in _JARS]
    return [java, "-cp", ":".join([str(scratch), *jars]), "riotcmd.riot"]
