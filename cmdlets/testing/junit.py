"""The report in JUnit's format of version 4."""

from __future__ import annotations

import platform
from datetime import datetime
from typing import TYPE_CHECKING

from cmdlets.testing.failing import base_record, message_lines, trace
from cmdlets.testing.model import Container, Test
from cmdlets.testing.xmltext import XmlText

if TYPE_CHECKING:
    from cmdlets.testing.configuration import Configuration
    from cmdlets.testing.results import Run


def report(run: Run, configuration: Configuration) -> str:
    """Return the document."""
    xml = XmlText()
    xml.start(
        "testsuites",
        (
            ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
            ("xsi:noNamespaceSchemaLocation", "junit_schema_4.xsd"),
            ("name", configuration["TestResult.TestSuiteName"]),
            ("tests", run.total_count),
            ("errors", run.failed_containers_count + run.failed_blocks_count),
            ("failures", run.failed_count),
            ("disabled", run.skipped_count + run.not_run_count),
            ("time", _seconds(run.seconds)),
        ),
    )
    for number, container in enumerate(run.containers):
        if container.root.should_run or container.older:
            _container(xml, container, number)
    xml.end()
    return xml.text


def _seconds(time: float) -> str:
    return f"{time:.3f}"


def _container(xml: XmlText, container: Container, number: int) -> None:
    root = container.root
    xml.start(
        "testsuite",
        (
            ("name", container.name),
            ("tests", root.total_count),
            ("errors", "0"),
            ("failures", root.failed_count),
            ("hostname", platform.node()),
            ("id", number),
            ("skipped", root.skipped_count),
            ("disabled", root.not_run_count),
            ("package", container.name),
            ("time", _seconds(container.seconds)),
            ("timestamp", datetime.now().strftime("%Y-%m-%dT%H:%M:%S")),
        ),
    )
    xml.start("properties")
    xml.element("property", (("name", "platform"), ("value", platform.system())))
    xml.end()
    for test in root.all_tests():
        if test.result != "NotRun":
            _test(xml, test, container)
    xml.end()


def _test(xml: XmlText, test: Test, container: Container) -> None:
    attributes = (
        ("name", test.expanded_path),
        ("status", test.result),
        ("classname", container.name),
        ("assertions", "0"),
        ("time", _seconds(test.seconds)),
    )
    if test.result == "Passed":
        xml.element("testcase", attributes)
        return
    xml.start("testcase", attributes)
    if test.result == "Failed":
        records = [base_record(each) for each in test.error_record]
        message = "\n".join("\n".join(message_lines(each)) for each in records)
        xml.element("failure", (("message", message),), "\n".join("\n".join(trace(each)) for each in records))
    else:
        xml.element("skipped", (("message", test.failure_message),) if test.failure_message else ())
    xml.end()


__all__ = ["report"]
