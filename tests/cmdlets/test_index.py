"""The table of cmdlets is what the modules declare."""

import subprocess
import sys

from cmdlets.index import installed, make_table
from cmdlets.table import TABLE


def test_table_is_up_to_date() -> None:
    assert make_table().strip() == TABLE.strip(), "run `python -m cmdlets.index`"


def test_every_cmdlet_has_help_and_examples() -> None:
    index = installed()
    for name in index.names():
        cmdlet = index.load(name)
        assert cmdlet.__doc__, name
        for declaration in cmdlet.parameters.values():
            assert declaration.help, f"{name} -{declaration.name}"


def test_every_signature_can_be_made() -> None:
    from shell.engine.binding.signature import cmdlet_signature

    index = installed()
    for name in index.names():
        signature = cmdlet_signature(index.load(name))
        assert len({each.key for each in signature.parameters}) == len(signature.parameters), name


def test_types_of_cmdlets_have_names_before_they_run() -> None:
    checked = subprocess.run([sys.executable, "-m", "cmdlets.typeindex", "--check"], check=False)
    assert checked.returncode == 0, "run `python -m cmdlets.typeindex`"


def test_a_type_is_found_by_name_alone() -> None:
    script = (
        "'Microsoft.PowerShell.Commands.MatchInfo', 'Microsoft.Exchange.Data.ServerRole',"
        " 'System.Management.Automation.SteppablePipeline', 'Microsoft.PowerShell.Commands.WriteErrorException'"
        " | ForEach-Object { ($_ -as [type]).Name }"
    )
    code = f"from shell import Session\nprint(Session(listen=False).run({script!r}).text.split())"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert found.strip() == "['MatchInfo', 'ServerRole', 'SteppablePipeline', 'WriteErrorException']"
