"""The table of cmdlets is what the modules declare."""

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
    from shell.runtime.signature import cmdlet_signature

    index = installed()
    for name in index.names():
        signature = cmdlet_signature(index.load(name))
        assert len({each.key for each in signature.parameters}) == len(signature.parameters), name
