"""Imports go round nowhere: every module can be read, tested and moved without one that needs it.

The graph is import-linter's own, which its contracts are checked on.
"""

import grimp


def test_no_module_imports_itself_in_a_roundabout_way() -> None:
    """Also not for types only, and not late inside a function: who needs each other is one idea, or three."""
    graph = grimp.build_graph("desktop", "composer", "search", "kb_content", cache_dir=None)
    needs = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    while free := {module for module, needed in needs.items() if not needed & set(needs)}:
        needs = {module: needed for module, needed in needs.items() if module not in free}
    # What is left stands in a cycle or needs one.
    assert {module: sorted(needed & set(needs)) for module, needed in needs.items()} == {}
