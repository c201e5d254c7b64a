# Objects of one pipeline, of many kinds: each is bound by what it is, whatever the one before bound.
function Show {
    [CmdletBinding(DefaultParameterSetName = 'Any')]
    param(
        [Parameter(ValueFromPipeline, ParameterSetName = 'Any')][psobject]$InputObject,
        [Parameter(ValueFromPipelineByPropertyName)][string]$Name = 'none',
        [Parameter(ValueFromPipelineByPropertyName)][Alias('Length')][int]$Size = -1
    )
    process { "$($PSCmdlet.ParameterSetName) $($InputObject.Id) $Name $Size $($PSBoundParameters.Count)" }
}
[pscustomobject]@{ Id = 1 }, [pscustomobject]@{ Id = 2 }, [pscustomobject]@{ Id = 3; Name = 'x' }, [pscustomobject]@{ Id = 4 }, [pscustomobject]@{ Id = 5; Size = '7' }, [pscustomobject]@{ Id = 6; Size = 'big' }, [pscustomobject]@{ Id = 7; Size = '8' }, 'text', 'more', [pscustomobject]@{ Id = 8 } | Show

# A property that type data give counts as well, also from the middle of a script on.
1..2 | ForEach-Object { [pscustomobject]@{ Id = $_ } } | Show
Update-TypeData -TypeName System.Management.Automation.PSCustomObject -MemberType ScriptProperty -MemberName Name -Value { "named $($this.Id)" }
1..2 | ForEach-Object { [pscustomobject]@{ Id = $_ } } | Show
Remove-TypeData -TypeName System.Management.Automation.PSCustomObject
1..2 | ForEach-Object { if ($_ -eq 2) { Update-TypeData -TypeName System.Management.Automation.PSCustomObject -MemberType ScriptProperty -MemberName Size -Value { 9 } }; [pscustomobject]@{ Id = $_ } } | Show
Remove-TypeData -TypeName System.Management.Automation.PSCustomObject

# What is checked for each object is checked for each.
function Small { [CmdletBinding()] param([Parameter(Mandatory, ValueFromPipeline)][ValidateRange(1, 5)][int]$Value, [Parameter(ValueFromPipelineByPropertyName)]$Other) process { $Value } }
1, 2, 9, 3, 'x', '4' | Small 2>&1 | ForEach-Object { if ($_ -is [Management.Automation.ErrorRecord]) { $_.FullyQualifiedErrorId } else { $_ } }

# A mandatory parameter that the objects must bring.
function Both { [CmdletBinding()] param([Parameter(ValueFromPipeline)]$Value, [Parameter(Mandatory, ValueFromPipelineByPropertyName)]$Key) process { "$($Value.Id) $Key" } }
[pscustomobject]@{ Id = 1; Key = 'a' }, [pscustomobject]@{ Id = 2; Key = 'b' }, [pscustomobject]@{ Id = 3 }, [pscustomobject]@{ Id = 4; Key = 'c' } | Both 2>&1 | ForEach-Object { "$_" }

# Lines of different objects; quotes, numbers, truth, nothing, what the first did not have.
[pscustomobject]@{ A = 'x'; B = 1 }, [pscustomobject]@{ A = 'say "y"'; B = $true }, [pscustomobject]@{ A = $null; B = 2.5 }, [pscustomobject]@{ B = 3; A = 'a,b' }, [pscustomobject]@{ A = 'z' }, [pscustomobject]@{ a = '' ; b = -1 } | ConvertTo-Csv
[pscustomobject]@{ A = 'x y'; B = 1 }, [pscustomobject]@{ A = '"'; B = 'c;d' } | ConvertTo-Csv -Delimiter ';' -UseQuotes AsNeeded
'"Name","Note"', '"a","say ""b"""', '"c', 'd","e" ', 'f , g h', '"","",', '"i"' | ConvertFrom-Csv | ForEach-Object { "[$($_.Name)|$($_.Note)|$($null -eq $_.Note)]" }
"Name,,Size,`n1,2,3,4`n5" | ConvertFrom-Csv | ForEach-Object { "$($_.Name) $($_.H1) $($_.Size)" }
'a,A', '1,2' | ConvertFrom-Csv
#= Any 1 none -1 1
#= Any 2 none -1 1
#= Any 3 x -1 2
#= Any 4 none -1 1
#= Any 5 none 7 2
#= Any 6 none -1 1
#= Any 7 none 8 2
#= Any  none 4 2
#= Any  none 4 2
#= Any 8 none -1 1
#= Any 1 none -1 1
#= Any 2 none -1 1
#= Any 1 named 1 -1 2
#= Any 2 named 2 -1 2
#= Any 1 none -1 1
#= Any 2 none 9 2
#= 1
#= 2
#= ParameterArgumentValidationError,Small
#= 3
#= InputObjectNotBound,Small
#= 4
#= 1 a
#= 2 b
#= The input object cannot be bound because it did not contain the information required to bind all mandatory parameters:  Key
#= 4 c
#= "A","B"
#= "x","1"
#= "say ""y""","True"
#= ,"2.5"
#= "a,b","3"
#= "z",
#= "","-1"
#= A;B
#= x y;1
#= """";"c;d"
#= [a|say "b"|False]
#= [c||True]
#= [d"|e|False]
#= [f |g h|False]
#= [||False]
#= [i||True]
#= WARNING: One or more headers were not specified. Default names starting with "H" have been used in place of any missing headers.
#= 1 2 3
#= 5  
#= ConvertFrom-Csv : The member "A" is already present.
#= At line:34 char:16
#= + 'a,A', '1,2' | ConvertFrom-Csv
#= +                ~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [ConvertFrom-Csv], RuntimeException
#=     + FullyQualifiedErrorId : AlreadyPresentPSMemberInfoInternalCollectionAdd,Microsoft.PowerShell.Commands.ConvertFromCsvCommand

# One call with arguments of many kinds: names, blocks, lists of names, calculated properties.
$objects = [pscustomobject]@{ Id = 1; Name = 'a' }, [pscustomobject]@{ Id = 2; Name = 'b' }
foreach ($round in 1, 2) {
    foreach ($p in 'Id', ('Id', 'Name'), @(@{ n = 'X'; e = { $_.Id * 10 } }), @('Name', @{ n = 'Y'; e = { 5 } }), 'N*') { ($objects | Select-Object $p | ForEach-Object { ($_.PSObject.Properties | ForEach-Object { "$($_.Name)=$($_.Value)" }) -join ',' }) -join ';' }
    foreach ($p in { $_.Id + 1 }, 'Id', { $_.Name }, 'Name') { ($objects | ForEach-Object $p) -join ',' }
    foreach ($p in { $_.Id -eq 1 }, 'Id', { $_.Name -eq 'b' }, 'Missing') { @($objects | Where-Object $p).Count }
    foreach ($n in 1, 2, '1', 'x') { try { ($objects | Select-Object Id -First $n | ForEach-Object Id) -join ',' } catch { $_.FullyQualifiedErrorId } }
    ($objects | ForEach-Object { 'begin' } { $_.Id } { 'end' }) -join ','
    ($objects | Sort-Object { -$_.Id } | ForEach-Object Id) -join ','; ($objects | Sort-Object Name -Descending | ForEach-Object Id) -join ','
}
function Late { [CmdletBinding()] param([Parameter(ValueFromPipeline)]$In, [string]$Text, [Parameter(ValueFromPipelineByPropertyName)][int]$Number) process { "$($In.Id) $Text $Number" } }
foreach ($t in { "by $($_.Id)" }, 'fixed', { "again $($_.Id)" }) { $objects | Late -Text $t -Number { $_.Id * 2 } }
#= Id=1;Id=2
#= Id=1,Name=a;Id=2,Name=b
#= X=10;X=20
#= Name=a,Y=5;Name=b,Y=5
#= Name=a;Name=b
#= 2,3
#= 1,2
#= a,b
#= a,b
#= 1
#= 2
#= 1
#= 0
#= 1
#= 1,2
#= 1
#= CannotConvertArgumentNoMessage,Microsoft.PowerShell.Commands.SelectObjectCommand
#= begin,1,2,end
#= 2,1
#= 2,1
#= Id=1;Id=2
#= Id=1,Name=a;Id=2,Name=b
#= X=10;X=20
#= Name=a,Y=5;Name=b,Y=5
#= Name=a;Name=b
#= 2,3
#= 1,2
#= a,b
#= a,b
#= 1
#= 2
#= 1
#= 0
#= 1
#= 1,2
#= 1
#= CannotConvertArgumentNoMessage,Microsoft.PowerShell.Commands.SelectObjectCommand
#= begin,1,2,end
#= 2,1
#= 2,1
#= 1  "by $($_.Id)"  2
#= 2  "by $($_.Id)"  4
#= 1 fixed 2
#= 2 fixed 4
#= 1  "again $($_.Id)"  2
#= 2  "again $($_.Id)"  4
