"""The command line as pwsh reads its own: any case, short forms, a raw rest behind -Command and -File."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

EXCHANGE_VERSIONS = ("2007", "2010", "2013", "2016", "2019", "SE")


class UsageError(Exception):
    """A command line that cannot be read. The text goes to stderr, the exit code is 64 (EX_USAGE), as pwsh's."""

    exit_code = 64


@dataclass(slots=True)
class Options:
    """What the command line asks for."""

    command: str | None = None
    """Text to run; `-` means that the commands come from standard input."""
    command_arguments: list[str] | None = None
    """What `$args` holds, for -CommandWithArgs."""
    file: str | None = None
    """A script to run; `-` means that the script comes from standard input."""
    file_arguments: list[str] = field(default_factory=list)
    no_profile: bool = False
    no_logo: bool = False
    no_exit: bool = False
    non_interactive: bool = False
    interactive: bool = False
    show_help: bool = False
    show_version: bool = False
    working_directory: str | None = None
    exchange_version: str = "2007"
    no_listen: bool = False
    bind_address: str | None = None
    lab: str | None = None
    serve: bool = False
    log_folder: str | None = None
    """The folder for the drives of the lab's server, on which it writes its logs."""
    drives: dict[str, str] = field(default_factory=dict)
    """Further letters of drives of the lab's server, and the folders of this machine that they stand for."""
    xml_output: bool = False
    """The output goes out as CLIXML, for another shell to read."""
    sandbox: str | None = None
    """The folder that scripts cannot leave."""


Setter = Callable[[Options, str], None]


def _flag(name: str) -> Setter:
    def set_flag(options: Options, _: str) -> None:
        setattr(options, name, True)

    return set_flag


def _text(name: str) -> Setter:
    def set_text(options: Options, value: str) -> None:
        setattr(options, name, value)

    return set_text


def _drive(options: Options, value: str) -> None:
    letter, equals, folder = value.partition("=")
    letter = letter.removesuffix(":").upper()
    if not equals or not folder or not (len(letter) == 1 and letter.isascii() and letter.isalpha()):
        raise UsageError(f"'{value}' names no drive. Write a letter and a folder: -Drive D=folder.")
    if letter == "C":
        raise UsageError("C: is the server's own drive. -LogFolder says in which folder it lies.")
    options.drives[letter] = folder


def _nothing(_: Options, __: str) -> None:
    """Accept an option of pwsh's that has no meaning here."""


def _exchange_version(options: Options, value: str) -> None:
    for known in EXCHANGE_VERSIONS:
        if known.lower() == value.lower():
            options.exchange_version = known
            return
    raise UsageError(f"'{value}' is not an Exchange version that is emulated: {', '.join(EXCHANGE_VERSIONS)}.")


def _encoded(options: Options, value: str) -> None:
    try:
        options.command = base64.b64decode(value, validate=True).decode("utf-16-le")
    except (binascii.Error, UnicodeDecodeError, ValueError):
        raise UsageError(
            "Cannot process the command because the value specified with -EncodedCommand is not properly encoded. "
            "The value must be Base64 encoded."
        ) from None


def _output_format(options: Options, value: str) -> None:
    options.xml_output = value.lower() == "xml"


@dataclass(frozen=True, slots=True)
class _Option:
    """One option: its name, the shortest prefix that pwsh accepts, further names, and what it does."""

    name: str
    shortest: int
    setter: Setter
    takes_value: bool = False
    also: tuple[str, ...] = ()
    ends: bool = False
    """All that follows belongs to it."""
    optional: str | None = None
    """The value where none is given: the next word is another option, or there is none."""


_OPTIONS = (
    _Option("command", 1, _nothing, ends=True),
    _Option("commandwithargs", 8, _nothing, also=("cwa",), ends=True),
    _Option("file", 1, _nothing, ends=True),
    _Option("encodedcommand", 1, _encoded, takes_value=True, also=("ec",)),
    _Option("noprofile", 3, _flag("no_profile")),
    _Option("nologo", 3, _flag("no_logo")),
    _Option("noexit", 3, _flag("no_exit")),
    _Option("noninteractive", 4, _flag("non_interactive")),
    _Option("nolisten", 4, _flag("no_listen")),
    _Option("interactive", 1, _flag("interactive")),
    _Option("help", 1, _flag("show_help"), also=("?",)),
    _Option("version", 1, _flag("show_version")),
    _Option("workingdirectory", 9, _text("working_directory"), takes_value=True, also=("wd", "wo")),
    _Option("executionpolicy", 2, _nothing, takes_value=True, also=("ep",)),
    _Option("exchangeversion", 3, _exchange_version, takes_value=True),
    _Option("inputformat", 3, _nothing, takes_value=True, also=("if",)),
    _Option("outputformat", 1, _output_format, takes_value=True, also=("of",)),
    _Option("windowstyle", 3, _nothing, takes_value=True),
    _Option("configurationname", 6, _nothing, takes_value=True),
    _Option("settingsfile", 8, _nothing, takes_value=True),
    _Option("custompipename", 3, _nothing, takes_value=True),
    _Option("login", 1, _nothing),
    _Option("sta", 3, _nothing),
    _Option("mta", 3, _nothing),
    _Option("noprofileloadtime", 10, _nothing),
    _Option("bindaddress", 1, _text("bind_address"), takes_value=True),
    _Option("lab", 2, _text("lab"), takes_value=True),
    _Option("logfolder", 4, _text("log_folder"), takes_value=True),
    _Option("drive", 2, _drive, takes_value=True),
    _Option("serve", 3, _flag("serve")),
    _Option("sandbox", 2, _text("sandbox"), takes_value=True, optional="."),
)


def _find(word: str) -> _Option | None:
    for option in _OPTIONS:
        if word == option.name or word in option.also:
            return option
    for option in _OPTIONS:
        if len(word) >= option.shortest and option.name.startswith(word):
            return option
    return None


def _option_word(argument: str) -> str | None:
    """Return an argument's name in lower case if it is written as an option, else None."""
    if len(argument) > 1 and argument[0] in "-–—―":
        return argument.lstrip("-–—―").lower()
    if len(argument) > 1 and argument[0] == "/" and _find(argument[1:].lower()) is not None:
        return argument[1:].lower()
    return None


def _take_rest(options: Options, name: str, rest: Sequence[str]) -> None:
    if not rest:
        what = "a script file" if name == "file" else "a command"
        raise UsageError(f"The option -{name.capitalize()} needs {what} behind it.")
    if name == "file":
        options.file, options.file_arguments = rest[0], list(rest[1:])
    elif name == "command":
        options.command = " ".join(rest)
    else:
        options.command, options.command_arguments = rest[0], list(rest[1:])


def parse_arguments(arguments: Sequence[str]) -> Options:
    """Read a command line. Raises UsageError."""
    options = Options()
    at = 0
    while at < len(arguments):
        argument = arguments[at]
        at += 1
        word = _option_word(argument)
        if word is None:
            _take_rest(options, "file", arguments[at - 1 :])
            return options
        option = _find(word)
        if option is None:
            raise UsageError(
                f"The argument '{argument}' is not recognized as the name of a script file. Check the spelling of the "
                "name, or if a path was included, verify that the path is correct and try again."
            )
        if option.ends:
            _take_rest(options, option.name, arguments[at:])
            return options
        if not option.takes_value:
            option.setter(options, "")
            continue
        if option.optional is not None and (at >= len(arguments) or _option_word(arguments[at]) is not None):
            option.setter(options, option.optional)
            continue
        if at >= len(arguments):
            raise UsageError(f"The option -{option.name} needs a value.")
        option.setter(options, arguments[at])
        at += 1
    return options


USAGE = """
Usage: emshell [[-File] <file> [arguments]] [-Command { - | <text> }]
               [-CommandWithArgs <text> [arguments]] [-EncodedCommand <base64>]
               [-NoProfile] [-NoLogo] [-NoExit] [-NonInteractive] [-Interactive]
               [-WorkingDirectory <folder>] [-Version] [-Help]
               [-ExchangeVersion {2007 | 2010 | 2013 | 2016 | 2019 | SE}]
               [-Lab {contoso | empty | <file.ps1>}] [-NoListen] [-BindAddress <address>]
               [-Serve] [-LogFolder <folder>] [-Drive <letter>=<folder>]
               [-Sandbox [<folder>]]

  -File, -Command     run a script or a text and leave with its exit code; the rest of the line belongs to it
  -ExchangeVersion    the product whose defaults, texts and built-in connectors are emulated
  -Lab                the organization to start with: the standard lab, an empty one, or one that a script builds
  -NoListen           open no sockets: telnet and Send-MailMessage reach the lab from inside the shell only
  -BindAddress        the address of this machine to listen on instead of the loopback network
  -LogFolder          the folder for the server's C: with its logs, instead of one for the state of programs; '' for
                      a C: that goes with the session, and no logs
  -Drive              a further drive of the server and the folder that it stands for, D=folder; may be repeated
  -Sandbox            scripts cannot leave the folder (the working directory where none is given) and run no programs
  -Serve              keep the listeners up without a prompt until SIGINT, SIGTERM or Ctrl+C

Options are found in any case and in short forms, as pwsh's. Without -File and -Command the shell opens.
"""
