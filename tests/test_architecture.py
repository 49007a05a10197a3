"""Who may import whom, who may print, and how large things may grow."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "tpmprep"
FILES = sorted(SOURCE.rglob("*.py"))
TESTS = sorted(Path(__file__).parent.rglob("*.py"))

MAY_IMPORT = {
    "errors": {"errors"},
    "domain": {"errors", "domain"},
    "adapters": {"errors", "domain", "adapters"},
    "ui": {"errors", "domain", "ui"},
    "cli": {"errors", "domain", "adapters", "ui", "cli"},
    "__main__": {"cli"},
    "__init__": set(),
}
LIBRARIES = {
    "errors": set(),
    "domain": {"snowballstemmer", "fsrs"},
    "adapters": {
        "yaml",
        "pydantic",
        "platformdirs",
        "jinja2",
        "markupsafe",
        "icalendar",
        "tzlocal",
    },
    "ui": {"rich", "prompt_toolkit", "questionary"},
    "cli": {"typer", "rich"},
    "__main__": set(),
    "__init__": set(),
}
NOT_IN_DOMAIN = {"os", "pathlib", "time", "tempfile", "subprocess", "secrets", "sys", "socket"}
CLOCKS = {"now", "today", "utcnow", "monotonic", "perf_counter", "time_ns", "getenv"}
HEAVY = {
    "pydantic",
    "rich",
    "yaml",
    "prompt_toolkit",
    "questionary",
    "jinja2",
    "icalendar",
    "fsrs",
}
ITSELF_LATE = {
    "ui/wordwrap.py": "imported only when a screen is shown",
    "domain/memory.py": "imported only by the planner, see the test below",
}
NETWORK = {"socket", "ssl", "http", "urllib", "ftplib", "smtplib", "requests", "httpx"}

SOFT_FILE, HARD_FILE = 300, 450
SOFT_FUNCTION, HARD_FUNCTION = 40, 60
OVER_SOFT_FILE: dict[str, str] = {}
OVER_SOFT_FUNCTION = {
    "cli/drill.py:drill": "a flag is a line, and drill has nineteen",
}


def layer(path: Path) -> str:
    """The room a file is in."""
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imports(tree: ast.AST) -> Iterator[tuple[int, str, list[str]]]:
    """Line, module and names of every import."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name, []
        elif isinstance(node, ast.ImportFrom):
            yield node.lineno, node.module or "", [alias.name for alias in node.names]


def calls(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """The name and line of every call; methods with a dot before their name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id, node.lineno
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield f".{node.func.attr}", node.lineno


def imported_rooms(module: str, names: list[str]) -> set[str]:
    """The rooms of this package that an import reaches."""
    parts = module.split(".")
    if parts[0] != "tpmprep":
        return set()
    reached = {parts[1]} if len(parts) > 1 else set(names)
    return reached & (set(MAY_IMPORT) | {"__main__"})


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_layers(path: Path) -> None:
    """A file imports its own layer, the layers below it, and the libraries of its layer."""
    room = layer(path)
    wrong = []
    for line, module, names in imports(ast.parse(path.read_text("utf-8"))):
        top = module.split(".")[0]
        reached = imported_rooms(module, names)
        own = top == "tpmprep" or top in sys.stdlib_module_names or top in LIBRARIES[room]
        version_line = (room, reached) == ("cli", {"__main__"})  # worded in one place
        if not (own and reached <= MAY_IMPORT[room]) and not version_line:
            wrong.append(f"{line}: {module}")
        if top in NETWORK:
            wrong.append(f"{line}: {module} reaches the network")
    assert [] == wrong


@pytest.mark.parametrize(
    "path", sorted((SOURCE / "domain").glob("*.py")), ids=lambda p: str(p.name)
)
def test_domain_is_pure(path: Path) -> None:
    """No clock, no randomness but a Random that is passed in, no files, no environment."""
    tree = ast.parse(path.read_text("utf-8"))
    wrong = [
        f"{line}: imports {module} {names}"
        for line, module, names in imports(tree)
        if module.split(".")[0] in NOT_IN_DOMAIN or (module == "random" and names != ["Random"])
    ]
    for name, line in calls(tree):
        if name.removeprefix(".") in CLOCKS and name.startswith("."):
            wrong.append(f"{line}: calls {name}()")
        if name in ("open", "print", "input"):
            wrong.append(f"{line}: calls {name}()")
    assert [] == wrong


def test_only_two_places_print() -> None:
    """Everything that is printed goes through cli/output.py; `--version` is quicker alone."""
    printing = {
        path.relative_to(SOURCE).as_posix()
        for path in FILES
        for name, _ in calls(ast.parse(path.read_text("utf-8")))
        if name == "print"
    }
    assert {"__main__.py"} == printing


def test_questionary_never_swallows_ctrl_c() -> None:
    """`.ask()` turns Ctrl-C into None and goes on; only `widgets.run` runs a prompt."""
    source = "\n".join(path.read_text("utf-8") for path in FILES)
    assert ".ask(" not in source
    assert ".unsafe_ask(" not in source


def test_yaml_has_one_reader() -> None:
    """Only the bounded reader reads YAML, so nothing in a file can run, loop or explode."""
    users = {
        path.name
        for path in FILES
        for _, module, _ in imports(ast.parse(path.read_text("utf-8")))
        if module.split(".")[0] == "yaml"
    }
    assert {"yamlfile.py", "yamlwrite.py"} == users
    writer = next(path for path in FILES if path.name == "yamlwrite.py").read_text("utf-8")
    assert not re.search(r"yaml\.(?:\w*load|parse|compose|scan|\w*Loader)", writer)


def test_nothing_heavy_at_import_time() -> None:
    """Heavy libraries are imported inside the function that needs them."""
    wrong = []
    for path in FILES:
        if path.relative_to(SOURCE).as_posix() in ITSELF_LATE:
            continue
        for line, module, _ in imports(_at_import(path)):
            if module.split(".")[0] in HEAVY:
                wrong.append(f"{path.name}:{line}: {module}")
    assert [] == wrong


def test_the_model_of_memory_loads_with_the_planner_only() -> None:
    """No command imports it, or what needs it, before it makes a plan."""
    needs = {
        path: {module for _, module, _ in imports(_at_import(path))}
        for path in FILES
        if layer(path) != "__init__"
    }
    reached, before = {"tpmprep.domain.memory"}, 0
    while len(reached) > before:
        before = len(reached)
        users = [path for path, modules in needs.items() if modules & reached]
        reached |= {".".join(("tpmprep", *_parts(path))) for path in users}
    assert "tpmprep.domain.planner" in reached
    assert [] == [name for name in reached if not name.startswith("tpmprep.domain.")]


def _parts(path: Path) -> tuple[str, ...]:
    return path.relative_to(SOURCE).with_suffix("").parts


def _at_import(path: Path) -> ast.Module:
    """What of a file runs when it is imported."""
    body = [node for node in ast.parse(path.read_text("utf-8")).body if _runs(node)]
    return ast.Module(body=body, type_ignores=[])


def _runs(node: ast.stmt) -> bool:
    """Whether what is inside runs when the module is imported."""
    if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
        return False
    return not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)


@pytest.mark.parametrize("path", [*FILES, *TESTS], ids=lambda p: "/".join(p.parts[-2:]))
def test_sizes(path: Path) -> None:
    """Files up to 300 lines and functions up to 40; what is larger is named with its reason."""
    source = path.read_text("utf-8")
    lines = len(source.splitlines())
    name = path.relative_to(SOURCE).as_posix() if path in FILES else path.name
    assert lines <= (HARD_FILE if name in OVER_SOFT_FILE else SOFT_FILE)
    too_long = {}
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or 0) - node.lineno + 1
            known = f"{name}:{node.name}" in OVER_SOFT_FUNCTION
            if length > (HARD_FUNCTION if known else SOFT_FUNCTION):
                too_long[node.name] = length
    assert {} == too_long
