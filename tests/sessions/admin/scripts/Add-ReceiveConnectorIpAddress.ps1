<#
.SYNOPSIS
Adds addresses from a text file to the remote ranges of a Receive connector on one or all servers; keeps a copy of what was there.
.NOTES
Comment lines begin with #. A trailing comment behind an address is cut.
#>
param(
    [parameter(Mandatory = $true, HelpMessage = 'Name of the connector')] [string] $ConnectorName,
    [parameter(Mandatory = $true, HelpMessage = 'File with one address or range a line')] [string] $FileName,
    [string] $ViewEntireForest = $true
)

$scriptPath = Split-Path -Parent $MyInvocation.MyCommand.Path
$scriptName = $script:MyInvocation.MyCommand.Name
$tmpFileFolderName = 'ReceiveConnectorIpAddresses'
$tmpFileLocation = ''
$timeStamp = Get-Date -Format 'yyyy-MM-dd-HHmmss'

# Exit codes
$ERR_OK = 0
$ERR_FILEEMPTY = 1001
$ERR_FILENOTFOUND = 1002

function CheckLogPath {
    $script:tmpFileLocation = Join-Path -Path 'C:\Scripts' -ChildPath $tmpFileFolderName
    if (-not (Test-Path $script:tmpFileLocation)) {
        Write-Verbose 'Folder is created'
        New-Item -ItemType Directory -Path $script:tmpFileLocation -Force | Out-Null
    }
}

function SaveRanges([string]$Server, [object[]]$Ranges) {
    $file = "{0}\{1}-{2}-{3}.txt" -f $script:tmpFileLocation, $Server.ToUpper(), ($ConnectorName -replace ' '), $timeStamp
    foreach ($range in ($Ranges | Sort-Object { [string]$_ })) {
        Add-Content -Path $file -Value $range.ToString()
    }
    $file
}

CheckLogPath
if (!(Test-Path -LiteralPath $FileName)) { Write-Host "File $FileName not found"; exit $ERR_FILENOTFOUND }
$lines = [System.IO.File]::ReadAllLines((Resolve-Path $FileName).ProviderPath)
$addresses = @($lines | Where-Object { $_.Trim() -and $_ -notmatch '^\s*#' } | ForEach-Object { ($_ -split '#')[0].Trim() })
if ($addresses.Count -eq 0) { Write-Host 'Nothing to add'; exit $ERR_FILEEMPTY }

Set-ADServerSettings -ViewEntireForest ([bool]$ViewEntireForest) -ErrorAction SilentlyContinue
foreach ($server in Get-TransportServer | Sort-Object Name) {
    $connector = Get-ReceiveConnector -Server $server.Name | Where-Object { $_.Name -ieq $ConnectorName }
    if ($connector -eq $null) { Write-Host "No connector '$ConnectorName' on $($server.Name)"; continue }
    $ranges = $connector.RemoteIPRanges
    $saved = SaveRanges -Server $server.Name -Ranges $ranges
    Write-Host "Saved $(@(Get-Content $saved).Count) ranges to $(Split-Path $saved -Leaf)".Replace($timeStamp, '<time>')
    foreach ($address in $addresses) {
        try { $ranges += $address; Write-Host "  $address added" }
        catch { Write-Host "  $address is no address" -ForegroundColor Yellow }
    }
    Set-ReceiveConnector -Identity $connector.Identity -RemoteIPRanges $ranges
    (Get-ReceiveConnector $connector.Identity).RemoteIPRanges | Sort-Object { "$_" } |
        Select-Object @{Label = 'Range'; Expression = { "$_" } }, @{Label = 'Format'; Expression = { $_.RangeFormat } }
}
Write-Host "$scriptName ended in $(if ($scriptPath) { 'its folder' } else { 'nowhere' })"
exit $ERR_OK
