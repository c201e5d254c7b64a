# Breakpoints with actions: on variables, commands and lines.
$watch = Set-PSBreakpoint -Variable total -Action { Write-Host "total was '$total', hit $($_.HitCount)" }
$total = 1; foreach ($i in 1..2) { $total += $i }
#= total was '', hit 1
#= total was '1', hit 2
#= total was '2', hit 3
function Show-It { $null = Get-Date; 'shown' }; $null = Set-PSBreakpoint -Command Get-Dat?, Show-It -Action { Write-Host "before $($_.Command)" }; Show-It; 'again'; & { Show-It }
#= before Show-It
#= before Get-Dat?
#= shown
#= again
#= before Show-It
#= before Get-Dat?
#= shown
$read = Set-PSBreakpoint -Variable word -Mode ReadWrite -Action { Write-Host 'used' }; $word = 1; if ($word) { $word++ }; $read.HitCount
#= used
#= used
#= used
#= used
#= 4
Set-Content lines.ps1 '$a = 1', 'if ($a) {', '    $a = 2', '}', '"$a"'; $null = Set-PSBreakpoint -Script lines.ps1 -Line 3, 5 -Action { Write-Host "line $($_.Line), a is $a" }; ./lines.ps1
#= line 3, a is 1
#= line 5, a is 2
#= 2
$read | Disable-PSBreakpoint; "$word"; ($read | Enable-PSBreakpoint -PassThru).Enabled; (Get-PSBreakpoint -Type Line).Line -join ','; (Get-PSBreakpoint -Command *).Count; (Get-PSBreakpoint -Id 0).Variable
#= 2
#= True
#= 3,5
#= 2
#= total
"$watch"; "$read"; $watch | Format-List *
#= Variable breakpoint on '$total' (Write access)
#= Variable breakpoint on '$word' (ReadWrite access)
#=
#= AccessMode : Write
#= Variable   : total
#= Action     :  Write-Host "total was '$total', hit $($_.HitCount)" 
#= Enabled    : True
#= HitCount   : 3
#= Id         : 0
#= Script     : 
#=
Get-PSBreakpoint | Remove-PSBreakpoint; $total = 5; @(Get-PSBreakpoint).Count
#= 0
$stop = Set-PSBreakpoint -Variable halt; $halt = 1; $null = Set-PSBreakpoint -Variable halt -Action { if ($halt -eq 1) { break } }; $stop | Remove-PSBreakpoint; $halt = 2; "went on with $halt"
#= WARNING: Hit Variable breakpoint on '$halt' (Write access). There is no debugger here: the script goes on. Give the breakpoint an -Action.
#= WARNING: Hit Variable breakpoint on '$halt' (Write access). There is no debugger here: the script goes on. Give the breakpoint an -Action.
#= went on with 2
Get-PSBreakpoint -Id 99; Set-PSBreakpoint -Script nope.ps1 -Line 1; Get-PSBreakpoint | Remove-PSBreakpoint
#= Get-PSBreakpoint: There is no breakpoint with ID '99'.
#= Set-PSBreakpoint: File 'nope.ps1' does not exist.
