"""New-ModuleManifest and Test-ModuleManifest."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Any, Final

from shell.engine.commands.cmdlet import Cmdlet, Example, parameter
from shell.engine.modules.manifest import KEYS, Manifest
from shell.engine.modules.module_loading import check_manifest, read_manifest
from shell.engine.modules.module_search import describe, file_at, find_module, native_path, not_found
from shell.machine import disk, environment, path_text
from shell.types.conversion.text import to_string
from shell.values.errors import (
    ErrorCategory,
    ErrorRecord,
    InvalidOperationException,
    NetException,
    NotEmulatedException,
)
from shell.values.objects import Hashtable, Value

_CORE = "Microsoft.PowerShell.Core"


def _texts(help: str) -> Any:
    return parameter("string[]", help=help)


def _text(help: str, **more: Any) -> Any:
    return parameter("string", help=help, **more)


def _data(type_name: str, help: str, **more: Any) -> Any:
    return parameter(type_name, not_null_or_empty=True, help=help, **more)


_PACKAGE_KEYS: Final = (
    *("Tags", "LicenseUri", "ProjectUri", "IconUri", "ReleaseNotes", "Prerelease", "RequireLicenseAcceptance"),
    "ExternalModuleDependencies",
)
_NAMED_FILES: Final = (
    ("NestedModules", "Modules_InvalidNestedModuleinModuleManifest"),
    ("FileList", "Modules_InvalidFilePathinModuleManifest"),
    ("TypesToProcess", "Modules_InvalidManifest"),
    ("FormatsToProcess", "Modules_InvalidManifest"),
    ("ScriptsToProcess", "Modules_InvalidManifest"),
)
_EXPORTS: Final = ("FunctionsToExport", "CmdletsToExport", "VariablesToExport", "AliasesToExport")


class NewModuleManifest(Cmdlet, verb="New", noun="ModuleManifest", module=_CORE, should_process=True):
    """Write a module manifest."""

    examples = (Example("New-ModuleManifest ./Demo.psd1 -RootModule Demo.psm1 -ModuleVersion 1.0", "A manifest."),)

    path: str = _text("The file.", mandatory=True, position=0)
    nested_modules: Any = parameter("object[]", help="Modules inside.")
    guid: Any = parameter("guid", help="The module's identity.")
    author: str = _text("Who wrote it.")
    company_name: str = _text("Whose it is.")
    copyright: str = _text("The notice.")
    root_module: str = _text("The file with the code.", aliases=("ModuleToProcess",))
    module_version: Any = parameter("version", not_null=True, help="The version.")
    description: str = _text("What it does.")
    processor_architecture: Any = parameter(
        "System.Reflection.ProcessorArchitecture", refused="It has no meaning here.", help="A processor."
    )
    power_shell_version: Any = parameter("version", help="The shell's version at least.")
    clr_version: Any = parameter("version", help="The runtime's version at least.")
    dot_net_framework_version: Any = parameter("version", help="The framework's version at least.")
    power_shell_host_name: str = _text("The host it needs.")
    power_shell_host_version: Any = parameter("version", help="The host's version at least.")
    required_modules: Any = parameter("object[]", help="Modules it needs.")
    types_to_process: Any = _texts("Type files.")
    formats_to_process: Any = _texts("Format files.")
    scripts_to_process: Any = _texts("Scripts to run first.")
    required_assemblies: Any = _texts("Assemblies it needs.")
    file_list: Any = _texts("Its files.")
    module_list: Any = parameter("object[]", help="Modules that come with it.")
    functions_to_export: Any = _texts("Functions that others see.")
    aliases_to_export: Any = _texts("Aliases that others see.")
    variables_to_export: Any = _texts("Variables that others see.")
    cmdlets_to_export: Any = _texts("Cmdlets that others see.")
    dsc_resources_to_export: Any = _texts("Resources that others see.")
    compatible_ps_editions: Any = parameter(
        "string[]", name="CompatiblePSEditions", values=("Desktop", "Core"), help="Editions it runs on."
    )
    private_data: Any = parameter("object", help="Data of its own.")
    tags: Any = _data("string[]", "Words by which it is found.")
    project_uri: Any = _data("uri", "Its project.")
    license_uri: Any = _data("uri", "Its license.")
    icon_uri: Any = _data("uri", "Its icon.")
    release_notes: Any = _data("string", "What is new.")
    prerelease: Any = _data("string", "The mark of a preview.")
    require_license_acceptance: bool = parameter("switch", help="The license must be accepted.")
    external_module_dependencies: Any = _data("string[]", "Modules that it does not bring.")
    help_info_uri: str = _text("Where help is.")
    pass_thru: bool = parameter("switch", help="Show the text.")
    default_command_prefix: str = _text("What is put in front of the nouns.")

    def end(self) -> None:
        """Write the file."""
        if not self.path.lower().endswith(".psd1"):
            raise self.fail(wrong_extension(self, self.path))
        if not self.should_process(self.path, "Creating module manifest file"):
            return
        text = "".join(line + "\n" for line in self._lines())
        path = native_path(self.session, self.path)
        with disk.open_file(path, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        if self.pass_thru:
            self.write(text)

    def _lines(self) -> Iterator[str]:
        given = {name.lower(): value for name, value in self.bound.items()}
        defaults: dict[str, Value] = {
            "moduleversion": "0.0.1",
            "guid": str(uuid.uuid4()),
            "author": environment.user_name(),
            "companyname": "Unknown",
            "copyright": f"(c) {given.get('author') or environment.user_name()}. All rights reserved.",
            **{each.lower(): ["*"] for each in _EXPORTS},
        }
        yield f"# Module manifest for module '{path_text.splitext(path_text.basename(self.path))[0]}'"
        yield ""
        yield "@{"
        for key in KEYS:
            value = given.get(key.lower(), defaults.get(key.lower()))
            if key == "PrivateData" and (value is None or isinstance(value, Hashtable)):
                yield from self._package_data(given, value)
            elif value is not None:
                yield f"    {key} = {_literal(value)}"
        yield "}"

    def _package_data(self, given: dict[str, Value], own: Hashtable | None) -> Iterator[str]:
        yield "    PrivateData = @{"
        for name, value in own.items() if own is not None else ():
            yield f"        {name} = {_literal(value)}"
        yield "        PSData = @{"
        for key in _PACKAGE_KEYS:
            if key.lower() in given:
                yield f"            {key} = {_literal(given[key.lower()])}"
        yield "        }"
        yield "    }"


def wrong_extension(command: Cmdlet, path: str) -> ErrorRecord:
    """Return the error of a path that names no .psd1 file."""
    text = (
        f"The module manifest path '{path}' is not valid. The value of the Path argument must resolve to a single file"
        " that has a '.psd1' file name extension. Change the value of the Path argument to point to a valid psd1 file,"
        " and then try again."
    )
    return command.error(
        text,
        "Modules_InvalidModuleManifestPath",
        ErrorCategory.InvalidArgument,
        path,
        exception=InvalidOperationException,
    )


def _literal(value: Value) -> str:
    """Return a value as it is written in a data file."""
    if isinstance(value, list):
        return "@(" + ", ".join(_literal(each) for each in value) + ")"
    if isinstance(value, Hashtable):
        return "@{ " + "; ".join(f"{key} = {_literal(each)}" for key, each in value.items()) + " }"
    if isinstance(value, bool):
        return f"${str(value).lower()}"
    return "'" + to_string(value).replace("'", "''") + "'"


class TestModuleManifest(
    Cmdlet,
    verb="Test",
    noun="ModuleManifest",
    module=_CORE,
    output=("System.Management.Automation.PSModuleInfo",),
):
    """Read a module manifest and show what it says."""

    __test__ = False  # its name is the cmdlet's
    examples = (
        Example("New-ModuleManifest ./Demo.psd1 -ModuleVersion 1.0; Test-ModuleManifest ./Demo.psd1", "Read it back."),
    )

    path: str = parameter(
        "string", mandatory=True, position=0, pipeline=True, by_property_name=True, help="The manifest's path."
    )

    def process(self) -> None:
        """Read and show."""
        path = native_path(self.session, self.path)
        if not disk.is_file(disk.admit(path)):
            error = not_found(self.path)
            record = self.error(error, error.error_id or "", error.category, self.path)
            raise self.fail(record)
        if not path.lower().endswith(".psd1"):
            raise self.fail(wrong_extension(self, self.path))
        manifest = read_manifest(self.session, path)
        try:
            check_manifest(self.session, manifest, path)
        except NotEmulatedException:
            pass  # only loading needs the code
        except NetException as error:
            self.write_error(self.error(error, error.error_id or "", error.category, path))
            return
        self._check(manifest, path)
        self.write(describe(self.session, path))

    def _check(self, manifest: Manifest, path: str) -> None:
        """Report the files that a manifest names and that are not there."""
        folder = path_text.dirname(path)
        root = manifest.text("RootModule") or manifest.text("ModuleToProcess")
        named = [("RootModule", root, "Modules_InvalidRootModuleInModuleManifest")] if root else []
        for key, error_id in _NAMED_FILES:
            named += [(key, each, error_id) for each in manifest.texts(key)]
        for key, name, error_id in named:
            if name and not self._is_there(folder, name, key):
                text = f"The member '{key}' in the module manifest '{path}' names '{name}', which is not there."
                self.write_error(self.error(text, error_id, ErrorCategory.ObjectNotFound, path))

    def _is_there(self, folder: str, name: str, key: str) -> bool:
        if key in ("RootModule", "NestedModules") and find_module(self.session, name) is not None:
            return True
        return file_at(path_text.join(folder, path_text.native(name))) is not None
