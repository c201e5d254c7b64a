"""What follows from the declarations: parameters, help, the coverage list."""

from pathlib import Path

import pytest

from cmdlets.exchange.coverage import coverage, emulated
from cmdlets.exchange.mail_flow.receive_connector import NewReceiveConnector, SetReceiveConnector
from cmdlets.exchange.unemulated import known_cmdlets
from organization.objects.receive_connector import ReceiveConnector
from shell.engine.binding.signature import cmdlet_signature

CMDLETS = emulated()


@pytest.mark.parametrize("cmdlet", CMDLETS, ids=lambda cmdlet: cmdlet.command_name())
def test_every_cmdlet_has_a_signature_and_says_what_it_does(cmdlet):
    signature = cmdlet_signature(cmdlet)
    assert len({each.name.lower() for each in signature.parameters}) == len(signature.parameters)
    assert cmdlet.__doc__
    for declared in cmdlet.parameters.values():
        assert declared.help or declared.hidden or declared.extra.get("property"), declared.name


def test_every_property_that_can_be_set_is_a_parameter():
    names = {declared.name for declared in SetReceiveConnector.parameters.values()}
    for declared in ReceiveConnector.properties:
        if declared.compute is None and not declared.read_only and not declared.hidden:
            assert declared.name in names


@pytest.mark.parametrize("cmdlet", [NewReceiveConnector, SetReceiveConnector])
def test_the_articles_own_names_are_taken_and_not_shown(cmdlet):
    hidden = {declared.name for declared in cmdlet.parameters.values() if declared.hidden}
    assert {"ConnectionInactiveTimeout", "MaxInboundConnectionsPerSource", "MaxRateLimit"} <= hidden


def test_cmdlets_that_remove_something_ask():
    for cmdlet in CMDLETS:
        if cmdlet.verb in ("Remove", "Disable"):
            assert cmdlet.supports_should_process, cmdlet.command_name()
            assert cmdlet.impact.name == "HIGH", cmdlet.command_name()


def test_coverage_is_up_to_date():
    written = Path(__file__).parents[3].joinpath("COVERAGE.md").read_text(encoding="utf-8")
    assert written == coverage(), "run: python -m cmdlets.exchange.coverage"


def test_names_of_exchange_are_known():
    known = known_cmdlets()
    assert len(known) == 896
    assert known["get-queue"] == "Get-Queue"
