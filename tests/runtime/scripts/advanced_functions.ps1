# Advanced functions: parameter sets, pipelines, help, retries, dynamic parameters.
function Get-DiskReport {
    <#
    .SYNOPSIS
    Reports on disks.
    .DESCRIPTION
    Takes disks from the pipeline and says how full they are.
    .PARAMETER Name
    The name of a disk.
    .EXAMPLE
    'C' | Get-DiskReport -Size 100GB
    Reports on C.
    .LINK
    Get-Volume
    #>
    [CmdletBinding(DefaultParameterSetName = 'BySize', SupportsShouldProcess, ConfirmImpact = 'Low')]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory, Position = 0, ValueFromPipeline, ValueFromPipelineByPropertyName, HelpMessage = 'a disk')]
        [Alias('Drive', 'DeviceID')][ValidatePattern('^[A-Z]$')][string[]]$Name,
        [Parameter(ParameterSetName = 'BySize')][ValidateRange(1KB, 10TB)][long]$Size = 50GB,
        [Parameter(ParameterSetName = 'ByPercent', Mandatory)][ValidateRange(1, 100)][int]$Percent,
        [Parameter(ValueFromRemainingArguments)][object[]]$Rest,
        [switch]$Quiet
    )
    begin {
        $seen = [System.Collections.Generic.HashSet[string]]::new([StringComparer]::OrdinalIgnoreCase)
        Write-Verbose "set: $($PSCmdlet.ParameterSetName)"
        $total = 0L
    }
    process {
        foreach ($each in $Name) {
            if (-not $seen.Add($each)) { Write-Warning "$each again"; continue }
            if (-not $PSCmdlet.ShouldProcess("disk $each", 'Report')) { continue }
            $used = switch ($PSCmdlet.ParameterSetName) { 'BySize' { $Size / 2 } 'ByPercent' { 100GB * $Percent / 100 } }
            $total += $used
            [pscustomobject]@{ Name = $each; Used = $used; UsedGB = [math]::Round($used / 1GB, 2); Bound = $PSBoundParameters.Keys -join ',' }
        }
    }
    end {
        if (-not $Quiet) { Write-Information ('total {0:N0} bytes' -f $total) -InformationAction Continue }
        if ($Rest) { "rest: $($Rest -join ';')" }
    }
}
'C', 'D', 'c' | Get-DiskReport -Verbose | Format-Table -AutoSize
#= VERBOSE: set: BySize
#= VERBOSE: Performing the operation "Report" on target "disk C".
#= VERBOSE: Performing the operation "Report" on target "disk D".
#= WARNING: c again
#= total 53,687,091,200 bytes
#=
#= Name        Used UsedGB Bound
#= ----        ---- ------ -----
#= C    26843545600 25.000 Verbose,Name
#= D    26843545600 25.000 Verbose,Name
#=
[pscustomobject]@{ DeviceID = 'E' } | Get-DiskReport -Percent 30 -Quiet
#=
#= Name        Used UsedGB Bound
#= ----        ---- ------ -----
#= E    32212254720 30.000 Percent,Quiet,Name
#=
Get-DiskReport F -Size 1TB extra 5 | Out-String -Width 80
#= total 549,755,813,888 bytes
#=
#= Name         Used  UsedGB Bound
#= ----         ----  ------ -----
#= F    549755813888 512.000 Size,Name,Rest
#= rest: extra;5
#=
#=
$params = @{ Name = 'G', 'H'; Size = 2GB; WhatIf = $true }
Get-DiskReport @params
#= What if: Performing the operation "Report" on target "disk G".
#= What if: Performing the operation "Report" on target "disk H".
#= total 0 bytes
try { 'C:' | Get-DiskReport -ErrorAction Stop } catch { $_.FullyQualifiedErrorId; $_.CategoryInfo.ToString() }
#= ParameterArgumentValidationError,Get-DiskReport
#= InvalidData: (C::String) [Get-DiskReport], ParameterBindingValidationException
try { Get-DiskReport C -Percent 5 -Size 5GB } catch { $_.FullyQualifiedErrorId }
#= AmbiguousParameterSet,Get-DiskReport
try { Get-DiskReport C -Size 5 } catch { $_.Exception.Message }
#= Cannot validate argument on parameter 'Size'. The 5 argument is less than the minimum allowed range of 1024. Supply an argument that is greater than or equal to 1024 and then try the command again.
(Get-Command Get-DiskReport).ParameterSets | ForEach-Object { "$($_.Name) default=$($_.IsDefault): $_" }
#= BySize default=True: [-Name] <string[]> [-Size <long>] [-Rest <Object[]>] [-Quiet] [-WhatIf] [-Confirm] [<CommonParameters>]
#= ByPercent default=False: [-Name] <string[]> -Percent <int> [-Rest <Object[]>] [-Quiet] [-WhatIf] [-Confirm] [<CommonParameters>]
Get-Command Get-DiskReport -Syntax
#=
#= Get-DiskReport [-Name] <string[]> [-Size <long>] [-Rest <Object[]>] [-Quiet] [-WhatIf] [-Confirm] [<CommonParameters>]
#=
#= Get-DiskReport [-Name] <string[]> -Percent <int> [-Rest <Object[]>] [-Quiet] [-WhatIf] [-Confirm] [<CommonParameters>]
#=
Get-Help Get-DiskReport | Out-String -Width 100
#=
#= NAME
#=     Get-DiskReport
#=     
#= SYNOPSIS
#=     Reports on disks.
#=     
#=     
#= SYNTAX
#=     Get-DiskReport [-Name] <String[]> [-Size <Int64>] [-Rest <Object[]>] [-Quiet] [-WhatIf] 
#=     [-Confirm] [<CommonParameters>]
#=     
#=     Get-DiskReport [-Name] <String[]> -Percent <Int32> [-Rest <Object[]>] [-Quiet] [-WhatIf] 
#=     [-Confirm] [<CommonParameters>]
#=     
#=     
#= DESCRIPTION
#=     Takes disks from the pipeline and says how full they are.
#=     
#=
#= RELATED LINKS
#=     Get-Volume 
#=
#= REMARKS
#=     To see the examples, type: "Get-Help Get-DiskReport -Examples"
#=     For more information, type: "Get-Help Get-DiskReport -Detailed"
#=     For technical information, type: "Get-Help Get-DiskReport -Full"
#=     For online help, type: "Get-Help Get-DiskReport -Online"
#=
#=
(Get-Help Get-DiskReport -Parameter Name) | Out-String -Width 100
#=
#= -Name <String[]>
#=     The name of a disk.
#=     
#=     Required?                    true
#=     Position?                    1
#=     Default value                
#=     Accept pipeline input?       true (ByValue, ByPropertyName)
#=     Aliases                      
#=     Accept wildcard characters?  false
#=     
#=
#=
#=
(Get-Help Get-DiskReport -Examples) | Out-String -Width 100
#=
#= NAME
#=     Get-DiskReport
#=     
#= SYNOPSIS
#=     Reports on disks.
#=     
#=     
#=     -------------------------- EXAMPLE 1 --------------------------
#=     
#=     PS > 'C' | Get-DiskReport -Size 100GB
#=     Reports on C.
#=     
#=     
#=     
#=     
#=     
#=     
#=
#=
#=
filter Skip-Odd { if ($_ % 2 -eq 0) { $_ } }
1..6 | Skip-Odd | Measure-Object -Sum | ForEach-Object Sum
#= 12
function Invoke-Retry {
    param([Parameter(Mandatory)][scriptblock]$Action, [int]$Max = 3, [int]$DelayMilliseconds = 1)
    for ($try = 1; ; $try++) {
        try { return & $Action $try }
        catch [System.InvalidOperationException] { if ($try -ge $Max) { throw }; Write-Warning "try $try failed: $($_.Exception.Message)"; Start-Sleep -Milliseconds $DelayMilliseconds }
        catch { "other: $($_.Exception.GetType().Name)"; break }
        finally { $script:tries = $try }
    }
}
Invoke-Retry { param($n) if ($n -lt 3) { throw [System.InvalidOperationException]::new("not yet $n") }; "done at $n" }
#= WARNING: try 1 failed: not yet 1
#= WARNING: try 2 failed: not yet 2
#= done at 3
"tries=$tries"
#= tries=3
Invoke-Retry { 1 / 0 }
#= other: RuntimeException
try { Invoke-Retry { throw [System.InvalidOperationException]'always' } -Max 2 -WarningAction SilentlyContinue } catch { "gave up: $_" }
#= gave up: always
function Dyn {
    [CmdletBinding()] param([ValidateSet('File', 'Net')]$Kind)
    dynamicparam {
        $table = [System.Management.Automation.RuntimeDefinedParameterDictionary]::new()
        if ($Kind -eq 'File') {
            $attributes = [System.Collections.ObjectModel.Collection[System.Attribute]]::new()
            $attribute = [System.Management.Automation.ParameterAttribute]::new(); $attribute.Mandatory = $true
            $attributes.Add($attribute); $attributes.Add([System.Management.Automation.ValidateSetAttribute]::new('a', 'b'))
            $table.Add('Path', [System.Management.Automation.RuntimeDefinedParameter]::new('Path', [string], $attributes))
        }
        $table
    }
    process { "$Kind $($PSBoundParameters['Path'])" }
}
Dyn -Kind File -Path b; Dyn -Kind Net; try { Dyn -Kind Net -Path x } catch { $_.FullyQualifiedErrorId }; try { Dyn -Kind File -Path z } catch { $_.FullyQualifiedErrorId }
#= File b
#= Net 
#= NamedParameterNotFound,Dyn
#= ParameterArgumentValidationError,Dyn
