"""The report in NUnit's format of version 2.5."""

from __future__ import annotations

import getpass
import os
import platform
from datetime import datetime
from typing import TYPE_CHECKING, Final

from cmdlets.testing.failing import base_record, message_lines, trace
from cmdlets.testing.model import Block, Container, Test
from cmdlets.testing.xmltext import XmlText

if TYPE_CHECKING:
    from cmdlets.testing.configuration import Configuration
    from cmdlets.testing.results import Run

_RESULTS: Final = {"Passed": "Success", "Failed": "Failure", "Skipped": "Ignored", "Inconclusive": "Inconclusive"}


def report(run: Run, configuration: Configuration) -> str:
    """Return the document."""
    xml = XmlText()
    now = datetime.now()
    name = configuration["TestResult.TestSuiteName"]
    xml.start(
        "test-results",
        (
            ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
            ("xsi:noNamespaceSchemaLocation", "nunit_schema_2.5.xsd"),
            ("name", name),
            ("total", run.total_count - run.not_run_count),
            ("errors", 0),
            ("failures", run.failed_count),
            ("not-run", run.not_run_count),
            ("inconclusive", run.inconclusive_count),
            ("ignored", run.skipped_count),
            ("skipped", 0),
            ("invalid", 0),
            ("date", now.strftime("%Y-%m-%d")),
            ("time", now.strftime("%H:%M:%S")),
        ),
    )
    xml.element("environment", _environment())
    xml.element("culture-info", (("current-culture", "en-US"), ("current-uiculture", "en-US")))
    xml.start("test-suite", _suite("Powershell", name, name, run.failed_count, run.seconds))
    xml.start("results")
    for container in run.containers:
        if container.root.should_run or container.older:
            _container(xml, container)
    for _ in range(3):
        xml.end()
    return xml.text


def _environment() -> list[tuple[str, str]]:
    return [
        ("user", _user()),
        ("machine-name", platform.node()),
        ("cwd", os.getcwd()),
        ("user-domain", ""),
        ("platform", platform.system()),
        ("nunit-version", "2.5.8.0"),
        ("os-version", platform.release()),
        ("clr-version", "Unknown"),
    ]


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return ""


def _suite(kind: str, name: str, description: str, failed: int, seconds: float) -> list[tuple[str, object]]:
    return [
        ("type", kind),
        ("name", name),
        ("executed", "True"),
        ("result", "Failure" if failed else "Success"),
        ("success", "False" if failed else "True"),
        ("time", f"{seconds:.4f}".rstrip("0").rstrip(".")),
        ("asserts", "0"),
        ("description", description),
    ]


def _container(xml: XmlText, container: Container) -> None:
    failed = container.root.failed_count
    xml.start("test-suite", _suite("TestFixture", container.name, container.name, failed, container.seconds))
    xml.start("results")
    for each in container.root.blocks:
        if each.should_run:
            _block(xml, each)
    for _ in range(2):
        xml.end()


def _block(xml: XmlText, block: Block) -> None:
    path = block.expanded_path
    xml.start("test-suite", _suite("TestFixture", path, path, block.failed_count, block.seconds))
    xml.start("results")
    _tests(xml, block)
    for each in block.blocks:
        if each.should_run:
            _block(xml, each)
    for _ in range(2):
        xml.end()


def _tests(xml: XmlText, block: Block) -> None:
    """Write the tests of a block; those that one It made for its data are a suite of their own."""
    groups: dict[tuple[str, int], list[Test]] = {}
    for test in block.tests:
        if test.result != "NotRun":
            groups.setdefault((test.name, test.start_line), []).append(test)
    for (name, _), tests in groups.items():
        if not tests[0].has_data:
            _test(xml, tests[0])
            continue
        failed = sum(1 for each in tests if each.result == "Failed")
        full = f"{block.expanded_path}.{name}"
        xml.start("test-suite", _suite("ParameterizedTest", full, name, failed, sum(each.seconds for each in tests)))
        xml.start("results")
        for each in tests:
            _test(xml, each)
        for _ in range(2):
            xml.end()


def _test(xml: XmlText, test: Test) -> None:
    result = _RESULTS.get(test.result, "Ignored")
    attributes: list[tuple[str, object]] = [
        ("description", test.expanded_name),
        ("name", test.expanded_path),
        ("time", f"{test.seconds:.4f}".rstrip("0").rstrip(".")),
        ("asserts", "0"),
        ("success", "True" if test.result == "Passed" else "False"),
        ("result", result),
        ("executed", "True" if test.executed else "False"),
    ]
    if test.result == "Passed":
        xml.element("test-case", attributes)
        return
    xml.start("test-case", attributes)
    if test.result == "Failed":
        _failure(xml, test)
    else:
        xml.start("reason")
        xml.element("message", text=test.failure_message)
        xml.end()
    xml.end()


def _failure(xml: XmlText, test: Test) -> None:
    records = [base_record(each) for each in test.error_record]
    xml.start("failure")
    xml.element("message", text="\n".join("\n".join(message_lines(each)) for each in records))
    xml.element("stack-trace", text="\n".join("\n".join(trace(each)) for each in records))
    xml.end()


__all__ = ["report"]
