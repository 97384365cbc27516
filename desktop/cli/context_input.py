"""The circumstances of a check: the mail, the library, and what the file CONTEXT.json says of them."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from composer.lint.context import Context
from composer.lint.context_file import ContextFailure, context_from
from composer.lint.library_context import with_library
from composer.questions.understood import UnderstoodMail
from desktop.team_time import local_time
from kb_content.library import Library

_MAX_BYTES = 1_000_000


def context_for(path: Path | None, mail: UnderstoodMail, library: Library | None) -> Context:
    """Return the context of a check: the mail's sender, then the library, then the file, then today.

    Raises ContextFailure with the key that is wrong, and what it should be.
    """
    context = Context(customer=mail.message.sender)
    if library is not None:
        context = with_library(context, library)
    if path is not None:
        context = context_from(_object_in(path), base=context, source=str(path))
    if context.today is None:
        context = replace(context, today=local_time(datetime.now(UTC), context.time_zone).date())
    return context


def _object_in(path: Path) -> Any:
    try:
        with path.open("rb") as file:
            data = file.read(_MAX_BYTES + 1)
    except OSError as error:
        raise ContextFailure(f"The context can't be opened: {error.strerror}.", path=str(path)) from error
    if len(data) > _MAX_BYTES:
        raise ContextFailure("The context is larger than 1 MB; give only what it needs.", path=str(path))
    try:
        return json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 0)
        raise ContextFailure(
            f"The context is no JSON ({error}); mend it there.", path=str(path), line=line
        ) from error
