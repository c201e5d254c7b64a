"""Module manifests: the contents of .psd1 files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from shell.engine.commands.metadata import version_of
from shell.engine.modules.modules import guid_of
from shell.machine import path_text
from shell.types.conversion.conversion import convert
from shell.types.conversion.text import to_string
from shell.types.registry.names import named
from shell.values.objects import Hashtable, Value
from shell.values.wildcard import wildcard_matcher

if TYPE_CHECKING:
    from shell.engine.modules.modules import PSModuleInfo

KEYS: Final = (
    *("RootModule", "ModuleVersion", "CompatiblePSEditions", "GUID", "Author", "CompanyName", "Copyright"),
    *("Description", "PowerShellVersion", "PowerShellHostName", "PowerShellHostVersion", "DotNetFrameworkVersion"),
    *("ClrVersion", "ProcessorArchitecture", "RequiredModules", "RequiredAssemblies", "ScriptsToProcess"),
    *("TypesToProcess", "FormatsToProcess", "NestedModules", "FunctionsToExport", "CmdletsToExport"),
    *("VariablesToExport", "AliasesToExport", "DscResourcesToExport", "ModuleList", "FileList", "PrivateData"),
    *("HelpInfoURI", "DefaultCommandPrefix"),
)
"""Keys of a manifest, in the order in which they are written."""

MEMBERS: Final = (
    *("ModuleToProcess", "NestedModules", "GUID", "Author", "CompanyName", "Copyright", "ModuleVersion"),
    *("Description", "PowerShellVersion", "PowerShellHostName", "PowerShellHostVersion", "CLRVersion"),
    *("DotNetFrameworkVersion", "ProcessorArchitecture", "RequiredModules", "TypesToProcess", "FormatsToProcess"),
    *("ScriptsToProcess", "PrivateData", "RequiredAssemblies", "ModuleList", "FileList", "FunctionsToExport"),
    *("VariablesToExport", "AliasesToExport", "CmdletsToExport", "DscResourcesToExport", "CompatiblePSEditions"),
    *("HelpInfoURI", "RootModule", "DefaultCommandPrefix"),
)
"""The same in the order in which an error lists what is valid."""

_VALID: Final = frozenset(each.lower() for each in MEMBERS)


class Manifest:
    """The contents of a .psd1 file."""

    def __init__(self, table: Hashtable) -> None:
        self.table = table

    def unknown(self) -> list[str]:
        """Return the keys that a manifest may not have."""
        return [to_string(key) for key, _ in self.table.items() if to_string(key).lower() not in _VALID]

    def text(self, key: str) -> str:
        """Return a value as text."""
        value = self.table.get(key)
        return "" if value is None else to_string(value)

    def values(self, key: str) -> list[Value]:
        """Return a value as a list."""
        value = self.table.get(key)
        return [] if value is None else list(value) if isinstance(value, list) else [value]

    def texts(self, key: str) -> list[str]:
        """Return a value as a list of texts; a module by its name."""
        return [to_string(each.get("ModuleName") if isinstance(each, Hashtable) else each) for each in self.values(key)]

    def patterns(self, key: str) -> list[str]:
        """Return the name patterns that a key exports; everything without the key."""
        return self.texts(key) if key in self.table else ["*"]

    def exports(self, key: str, found: dict[str, Any]) -> dict[str, Any]:
        """Return the names that the manifest exports; all without the key."""
        if key not in self.table:
            return found
        patterns = [wildcard_matcher(each) for each in self.patterns(key)]
        return {name: each for name, each in found.items() if any(matches(name) for matches in patterns)}

    def describe(self, module: PSModuleInfo) -> None:
        """Copy the manifest's data into the module."""
        module.version = version_of(self.text("ModuleVersion") or "0.0")
        module.description = self.text("Description")
        module.author = self.text("Author")
        module.company_name = self.text("CompanyName")
        module.copyright = self.text("Copyright")
        module.guid = guid_of(self.text("GUID"))
        module.power_shell_version = self._version("PowerShellVersion")
        module.power_shell_host_name = self.text("PowerShellHostName")
        module.power_shell_host_version = self._version("PowerShellHostVersion")
        module.prefix = self.text("DefaultCommandPrefix")
        module.private_data = self.table.get("PrivateData")
        module.root_module = self.text("RootModule") or self.text("ModuleToProcess")
        module.help_info_uri = self.text("HelpInfoURI")
        module.compatible_ps_editions = list(self.texts("CompatiblePSEditions"))
        module.module_list = self.values("ModuleList")
        module.required_assemblies = list(self.texts("RequiredAssemblies"))
        folder = module.module_base
        module.file_list = [path_text.join(folder, each) for each in self.texts("FileList")]
        module.scripts = [path_text.join(folder, each) for each in self.texts("ScriptsToProcess")]
        self._describe_package(module)

    def _version(self, key: str) -> Value:
        asked = self.text(key)
        return version_of(asked if "." in asked else asked + ".0") if asked else None

    def _describe_package(self, module: PSModuleInfo) -> None:
        """Copy the gallery's data from PrivateData.PSData."""
        private = module.private_data
        data = private.get("PSData") if isinstance(private, Hashtable) else None
        if not isinstance(data, Hashtable):
            return
        package = Manifest(data)
        module.tags = list(package.texts("Tags"))
        module.release_notes = package.text("ReleaseNotes")
        for key, attribute in (("ProjectUri", "project_uri"), ("LicenseUri", "license_uri"), ("IconUri", "icon_uri")):
            text = package.text(key)
            setattr(module, attribute, convert(text, named("System.Uri")) if text else None)


__all__ = ["KEYS", "MEMBERS", "Manifest"]
