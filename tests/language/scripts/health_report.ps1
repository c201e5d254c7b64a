#Requires -Version 3.0
<#
.SYNOPSIS
    Collects the state of a handful of servers and writes a report.
.PARAMETER ComputerName
    The servers to look at.
.EXAMPLE
    .\health_report.ps1 -ComputerName EX01, EX02 -Threshold 80
#>
[CmdletBinding(SupportsShouldProcess = $true, DefaultParameterSetName = 'Name')]
[OutputType([pscustomobject])]
param (
    # Names, also by the pipeline
    [Parameter(Position = 0, ValueFromPipeline, ParameterSetName = 'Name', HelpMessage = "One or more servers")]
    [Alias('Server', 'CN')]
    [ValidateNotNullOrEmpty()]
    [string[]]$ComputerName = @('EX01', 'EX02', 'EX03'),

    [Parameter(ParameterSetName = 'File')] [ValidateScript({ Test-Path -LiteralPath $_ })] [string] $Path,

    [ValidateRange(1, 100)][int]$Threshold = 80, # per cent
    [ValidateSet("Html", "Text")][string]$As = "Text",
    [switch]$PassThru
)

begin {
    Set-StrictMode -Version 2.0
    $ErrorActionPreference = 'Stop'
    $script:results = New-Object 'System.Collections.Generic.List[object]'
    $started = [datetime]::new(2024, 2, 29, 12, 0, 0)

    #region Helpers
    function Write-Log([string]$Message, [string]$Level = 'INFO') {
        $line = '{0:yyyy-MM-dd HH:mm:ss} [{1,-5}] {2}' -f $started, $Level, $Message
        Write-Verbose -Message $line
        return $line | Out-Null
    }

    Function Get-Share
    {
        param ( $Used, $Size )
        if (-not $Size -or $Size -eq 0) { return 0 } elseif ($Used -gt $Size) { return 100 }
        else
        {
            [math]::Round(($Used / $Size) * 100, 1)
        }
    }

    filter Where-Loud { if ($_.Level -in 'WARN', 'ERROR') { $_ } }
    #endregion

    $sizes = @{
        'EX01' = 1kb * 4; EX02 = 10KB
        "EX03" = [int64]20kb
        Nested = @{ Inner = @{ Value = 1; List = 1, 2, 3 }; 'two words' = $null }
    }
    $colours = [ordered]@{ Low = 'Green'; Middle = 'Yellow'; High = 'Red' }
}

process {
    foreach ($name in $ComputerName) {
        try {
            Write-Log "Looking at $name (of $($ComputerName.Count), '$($sizes["Nested"].Inner.List -join ',')')"
            $size = $sizes[$name]
            if ($null -eq $size) { throw "No size known for '$name'." }
            $used = switch -Regex ($name) {
                '^EX0[1-2]$' { 3kb; break }
                '\d{2}$'     { 19kb }
                default      { 0 }
            }
            $share = Get-Share -Used $used `
                               -Size $size
            $level = $(if ($share -ge $Threshold) { 'High' } elseif ($share -ge $Threshold / 2) { 'Middle' } else { 'Low' })
            $item = New-Object -TypeName PSObject -Property @{
                Name   = $name
                Used   = $used
                Share  = $share
                Level  = $level
                Colour = $colours.$level
                Tags   = @($name.ToLower(), "size:$size", 'x' * 3)
            }
            if ($PSCmdlet.ShouldProcess($name, 'Add to report')) { $script:results.Add($item) }
        }
        catch [System.Management.Automation.RuntimeException] {
            Write-Warning -Message ("{0}: {1}" -f $name, $_.Exception.Message)
            continue
        }
        catch {
            Write-Warning $_
        }
        finally {
            $null = Remove-Variable -Name item -ErrorAction SilentlyContinue 2>&1
        }
    }
}

end {
    $summary = $script:results |
        Sort-Object -Property @{ Expression = { $_.Share }; Descending = $true }, Name |
        Select-Object -Property Name, Level, @{ n = 'Used (KB)'; e = { '{0:N1}' -f ($_.Used / 1KB) } }, Share
    $grouped = $summary | Group-Object -Property Level | ForEach-Object -Process { "{0}={1}" -f $_.Name, $_.Count }
    $body = @"
<h1>Report of $($started.ToString('d', [cultureinfo]::InvariantCulture))</h1>
<p>`$cost: $('{0:F2}' -f 12.5)</p>
$(foreach ($line in $summary) {
    "<tr><td>$($line.Name)</td><td class=`"$($line.Level)`">$($line.Share)%</td></tr>`n"
})
"@
    $footer = @'
<!-- $nothing expands here; "quotes" and 'quotes' are free -->
'@
    if ($As -eq 'Html') { $body + $footer } else { $summary | Format-Table -AutoSize | Out-String -Width 100 }
    "Levels: $($grouped -join '; ')"
    $counts = @{}
    $script:results | ForEach-Object { $counts[$_.Level] += 1 }
    ($counts.GetEnumerator() | Sort-Object Name | % { "$($_.Key):$($_.Value)" }) -join ' '
    if ($PassThru) { , $script:results.ToArray() }
}
