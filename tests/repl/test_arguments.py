import base64

import pytest

from shell.arguments import Options, UsageError, parse_arguments


def encoded(text: str) -> str:
    return base64.b64encode(text.encode("utf-16-le")).decode()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ([], Options()),
        (["-Command", "1+1"], Options(command="1+1")),
        (["-c", "Get-Date", ";", "2"], Options(command="Get-Date ; 2")),
        (["/c", "4"], Options(command="4")),
        (["--nop", "-noL", "-NONI"], Options(no_profile=True, no_logo=True, non_interactive=True)),
        (["-NoListen"], Options(no_listen=True)),
        (["x.ps1", "-Name", "a"], Options(file="x.ps1", file_arguments=["-Name", "a"])),
        (["-f", "x.ps1", "-Command"], Options(file="x.ps1", file_arguments=["-Command"])),
        (["/lab/x.ps1"], Options(file="/lab/x.ps1")),
        (["-cwa", '"$args"', "a", "b c"], Options(command='"$args"', command_arguments=["a", "b c"])),
        (["-e", encoded("'hé'")], Options(command="'hé'")),
        (["-ExchangeVersion", "se"], Options(exchange_version="SE")),
        (["-Serve", "-Lab", "empty", "-File", "l.ps1"], Options(serve=True, lab="empty", file="l.ps1")),
        (["-ep", "Bypass", "-Command", "-"], Options(command="-")),
    ],
)
def test_command_lines_are_read_as_pwsh_reads_them(line: list[str], expected: Options) -> None:
    assert parse_arguments(line) == expected


@pytest.mark.parametrize(
    ("line", "part"),
    [
        (["-Nope"], "'-Nope' is not recognized"),
        (["-EncodedCommand", "!!!"], "Base64"),
        (["-ExchangeVersion", "2003"], "2007, 2010"),
        (["-Lab"], "needs a value"),
        (["-File"], "needs a script file"),
    ],
)
def test_bad_command_lines_say_what_is_wrong(line: list[str], part: str) -> None:
    with pytest.raises(UsageError, match=part):
        parse_arguments(line)
