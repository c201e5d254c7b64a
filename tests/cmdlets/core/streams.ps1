# Writing to the streams.

Write-Output 1, 2 | ForEach-Object { "[$_]" }; Write-Output 1, 2 -NoEnumerate | ForEach-Object { $_.Count }
#= [1]
#= [2]
#= 2
Write-Host a, b c -Separator -; Write-Host; Write-Host x -NoNewline; Write-Host y
#= a-b-c
#=
#= xy
Write-Warning w; Write-Verbose v -Verbose; Write-Debug d -Debug; Write-Information i -InformationAction Continue
#= WARNING: w
#= VERBOSE: v
#= DEBUG: d
#= i
(Write-Warning w 3>&1).GetType().Name; (Write-Information i -Tags t 6>&1).Tags
#= WarningRecord
#= t
Write-Error -Message m -Category ObjectNotFound -ErrorId My.Id -TargetObject 5; $?; $Error[0].CategoryInfo.ToString(); $Error[0].FullyQualifiedErrorId
#= Write-Error: m
#= False
#= ObjectNotFound: (5:Int32) [Write-Error], WriteErrorException
#= My.Id
function f { Write-Error inside }; f; $?; $Error[0].FullyQualifiedErrorId
#= f: inside
#= True
#= Microsoft.PowerShell.Commands.WriteErrorException,f
1..3 | Out-Null
