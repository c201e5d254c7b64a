"""The aliases and functions that a session starts with."""

from __future__ import annotations

from typing import Final

_ALIASES = r"""
%=ForEach-Object ?=Where-Object cd=Set-Location chdir=Set-Location clc=Clear-Content clhy=Clear-History
cli=Clear-Item clp=Clear-ItemProperty cls=Clear-Host clv=Clear-Variable copy=Copy-Item cpi=Copy-Item
cvpa=Convert-Path dbp=Disable-PSBreakpoint del=Remove-Item dir=Get-ChildItem ebp=Enable-PSBreakpoint
echo=Write-Output epal=Export-Alias epcsv=Export-Csv erase=Remove-Item etsn=Enter-PSSession exsn=Exit-PSSession
fc=Format-Custom fhx=Format-Hex fl=Format-List foreach=ForEach-Object ft=Format-Table fw=Format-Wide gal=Get-Alias
gbp=Get-PSBreakpoint gc=Get-Content gcb=Get-Clipboard gci=Get-ChildItem gcm=Get-Command gcs=Get-PSCallStack
gdr=Get-PSDrive gerr=Get-Error ghy=Get-History gi=Get-Item gjb=Get-Job gl=Get-Location gm=Get-Member gmo=Get-Module
gp=Get-ItemProperty gps=Get-Process gpv=Get-ItemPropertyValue group=Group-Object gsn=Get-PSSession gtz=Get-TimeZone
gu=Get-Unique gv=Get-Variable h=Get-History history=Get-History icm=Invoke-Command iex=Invoke-Expression
ihy=Invoke-History ii=Invoke-Item ipal=Import-Alias ipcsv=Import-Csv ipmo=Import-Module irm=Invoke-RestMethod
iwr=Invoke-WebRequest md=mkdir measure=Measure-Object mi=Move-Item move=Move-Item mp=Move-ItemProperty nal=New-Alias
ndr=New-PSDrive ni=New-Item nmo=New-Module nsn=New-PSSession nv=New-Variable oh=Out-Host popd=Pop-Location
pushd=Push-Location pwd=Get-Location r=Invoke-History rbp=Remove-PSBreakpoint rcjb=Receive-Job
rcsn=Receive-PSSession rd=Remove-Item rdr=Remove-PSDrive ren=Rename-Item ri=Remove-Item rjb=Remove-Job
rmo=Remove-Module rni=Rename-Item rnp=Rename-ItemProperty rp=Remove-ItemProperty rsn=Remove-PSSession
rv=Remove-Variable rvpa=Resolve-Path sajb=Start-Job sal=Set-Alias saps=Start-Process sbp=Set-PSBreakpoint
scb=Set-Clipboard select=Select-Object set=Set-Variable si=Set-Item sl=Set-Location sls=Select-String
sp=Set-ItemProperty spjb=Stop-Job spps=Stop-Process sv=Set-Variable type=Get-Content where=Where-Object wjb=Wait-Job
"""
"""Those of every system."""

_WINDOWS_ALIASES = r"""
ac=Add-Content asnp=Add-PSSnapin cat=Get-Content clear=Clear-Host compare=Compare-Object cp=Copy-Item
cpp=Copy-ItemProperty diff=Compare-Object gsnp=Get-PSSnapin gsv=Get-Service kill=Stop-Process ls=Get-ChildItem
man=help mount=New-PSDrive mv=Move-Item ps=Get-Process rm=Remove-Item rmdir=Remove-Item rsnp=Remove-PSSnapin
sasv=Start-Service sleep=Start-Sleep sort=Sort-Object spsv=Stop-Service start=Start-Process tee=Tee-Object
write=Write-Output
"""
"""Those that PowerShell leaves out where programs of the same name exist. The Exchange Management Shell has them."""

_READ_ONLY = r"""
% ? ac asnp clc cli clp clv compare cpi cpp cvpa dbp diff ebp epal epcsv fc fl foreach ft fw gal gbp gc gci gcm gcs
gdr gi gl gm gmo gp gps gpv group gsnp gsv gu gv icm iex ihy ii ipal ipcsv ipmo measure mi mp nal ndr ni nmo nv oh
rbp rdr ri rmo rni rnp rp rsnp rv rvpa sal saps sasv sbp select si sl sleep sort sp spps spsv start sv tee where
write
"""

_ALL_SCOPE = (
    "? % cd copy del dir echo foreach group h history ii iex kill ls measure md move mv popd ps pushd pwd r rm select"
    " sort tee type where"
)


def _table() -> dict[str, tuple[str, str, int]]:
    read_only = frozenset(_READ_ONLY.split())
    all_scope = frozenset(_ALL_SCOPE.split())
    made: dict[str, tuple[str, str, int]] = {}
    for word in (_ALIASES + _WINDOWS_ALIASES).split():
        name, _, target = word.partition("=")
        made[name.lower()] = (name, target, (1 if name in read_only else 0) | (8 if name in all_scope else 0))
    return made


STANDARD_ALIASES: Final = _table()
"""Lower-case name -> (name, target, ScopedItemOptions)."""

STANDARD_FUNCTIONS: Final[dict[str, tuple[str, str]]] = {
    name.lower(): (name, text)
    for name, text in {
        "cd..": "Set-Location ..",
        "cd\\": "Set-Location \\",
        "cd~": "Set-Location ~",
        "Clear-Host": "$Host.UI.RawUI.Clear()",
        "help": "param([string]$Name) Get-Help @PSBoundParameters @args",
        "mkdir": (
            "[CmdletBinding(SupportsShouldProcess)] param([Parameter(Position = 0, ValueFromPipeline,"
            " ValueFromPipelineByPropertyName)][string[]]$Path, [switch]$Force) process"
            " { $Path | ForEach-Object { New-Item -ItemType Directory -Path $_ -Force:$Force } }"
        ),
        "oss": (
            "param([ValidateRange(2, 2147483647)][int]$Width, [Parameter(ValueFromPipeline)][psobject]$InputObject)"
            " end { $input | Out-String -Stream @PSBoundParameters }"
        ),
        "TabExpansion2": (
            "param([Parameter(Mandatory, Position = 0)][string]$inputScript,"
            " [Parameter(Position = 1)][int]$cursorColumn = $inputScript.Length, [Parameter(Position = 2)]$options)"
            " [System.Management.Automation.CommandCompletion]::CompleteInput($inputScript, $cursorColumn, $options)"
        ),
        "Pause": "$null = Read-Host 'Press Enter to continue...'",
        "prompt": "\"[PS] $($executionContext.SessionState.Path.CurrentLocation)$('>' * ($nestedPromptLevel + 1)) \"",
    }.items()
}
"""Lower-case name -> (name, code)."""

__all__ = ["STANDARD_ALIASES", "STANDARD_FUNCTIONS"]
