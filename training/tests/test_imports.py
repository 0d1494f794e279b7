import ast
import pathlib
import unittest
from graphlib import CycleError, TopologicalSorter

FOLDERS = [pathlib.Path(__file__).parents[2] / name for name in ("training", "evaluation")]


def imported(path):
    """Names that a module imports, also inside functions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module


def graph_of(folder):
    """Module -> the modules beside it that it imports."""
    paths = {path.stem: path for path in folder.glob("*.py")}
    return {name: paths.keys() & set(imported(path)) for name, path in paths.items()}


class Imports(unittest.TestCase):
    def test_no_module_imports_itself_by_a_detour(self):
        for folder in FOLDERS:
            graph = graph_of(folder)
            self.assertGreater(sum(map(len, graph.values())), 5, folder.name)
            try:
                TopologicalSorter(graph).prepare()
            except CycleError as error:
                self.fail(f"{folder.name}: {' -> '.join(error.args[1])}")

    def test_what_runs_without_torch(self):
        # These are tested, and read, without it.
        graph = graph_of(FOLDERS[0])
        for start in ("data", "labels", "pieces", "export", "wording"):
            waiting, seen = [start], set()
            while waiting:
                module = waiting.pop()
                seen.add(module)
                waiting += graph[module] - seen
            for module in seen:
                self.assertNotIn("torch", set(imported(FOLDERS[0] / f"{module}.py")), f"{start} by {module}")
