"""The command ``thrice``: the window without arguments, and the engine without a window."""

import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path

import click

from kb_content.failure import Failure

#: Exit codes: nothing to say, findings of severity ``stop``, bad input or usage.
CLEAN, STOPPED, BAD_INPUT = 0, 1, 2


#: Where each command lies; it is loaded when it is called, since a script calls one of them often.
COMMANDS: Mapping[str, str] = {
    "read": "desktop.cli.read_command:read",
    "check": "desktop.cli.check_command:check",
    "search": "desktop.cli.search_commands:search",
    "index": "desktop.cli.search_commands:index",
    "rules": "desktop.cli.rules_command:rules",
    "finish": "desktop.cli.finish_command:finish",
    "tour": "desktop.cli.tour_command:tour",
    "self-check": "desktop.cli.self_check_command:self_check",
}


class _LateCommands(click.Group):
    """A group whose commands are imported one at a time."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        place = COMMANDS.get(cmd_name)
        if place is None:
            return None
        module, _, name = place.partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command


@click.group(
    cls=_LateCommands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.option("--data-dir", type=click.Path(path_type=Path), help="Keep desk, index and settings here.")
@click.option("--library", type=click.Path(path_type=Path), help="Open this library's folder.")
@click.version_option(package_name="thrice", prog_name="thrice", message="%(prog)s %(version)s")
@click.pass_context
def thrice(context: click.Context, data_dir: Path | None, library: Path | None) -> None:
    """Answer customers' mail offline, and read every reply three times.

    Without a command the window opens.
    """
    context.obj = data_dir
    if context.invoked_subcommand is None:
        from desktop.app import run_window  # Qt is loaded for the window alone
        from desktop.paths import data_paths

        context.exit(run_window(data_paths(data_dir), library_folder=library))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code; a failure is told as one sentence."""
    try:
        code = thrice.main(args=arguments, prog_name="thrice", standalone_mode=False)
    except click.UsageError as error:
        where = error.ctx.command_path if error.ctx else "thrice"
        return _fail(f"{error.format_message()} Run “{where} --help” for what it takes.")
    except click.Abort:
        return _fail("Stopped.")
    except Failure as failure:
        return _fail(str(failure))
    except BrokenPipeError:
        # The reader of our output (head, less) has seen enough.
        sys.stderr.close()
        return CLEAN
    return int(code or CLEAN)


def _fail(sentence: str) -> int:
    click.echo(sentence, err=True)
    return BAD_INPUT


if __name__ == "__main__":
    sys.exit(main())
