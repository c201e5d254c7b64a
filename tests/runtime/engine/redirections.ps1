# Streams, their preferences and variables, redirections.
function s { 'out'; Write-Error 'err'; Write-Warning 'warn'; Write-Verbose 'verb' -Verbose; Write-Information 'info' -InformationAction Continue; Write-Host 'host' }
s 2>$null 3>$null 4>$null 6>$null
#= out
$all = s *>&1; $all.Count; $all | ForEach-Object { $_.GetType().Name }
#= 6
#= String
#= ErrorRecord
#= WarningRecord
#= VerboseRecord
#= InformationRecord
#= InformationRecord
s > o.txt 2> e.txt 3> w.txt 4> v.txt 6> i.txt; 'files:'; Get-Content o.txt; Get-Content w.txt; Get-Content v.txt; Get-Content i.txt; (Get-Content e.txt)[0]
#= files:
#= out
#= warn
#= verb
#= info
#= host
#= s : err
'more' >> o.txt; Get-Content o.txt
#= out
#= more
s *> all.txt; (Get-Content all.txt).Count
#= 11
1..3 > n.txt; Get-Content n.txt
#= 1
#= 2
#= 3
$x = Write-Warning 'w' 3>&1; "$x"; $x.Message
#= w
#= w
$y = & { Write-Error 'a'; 'b' } 2>&1; $y[0].Exception.Message; $y[1]
#= a
#= b
& { 'o'; Write-Error 'e' } 2>&1 | ForEach-Object { if ($_ -is [System.Management.Automation.ErrorRecord]) { "E:$_" } else { "O:$_" } }
#= O:o
#= E:e
$(1/0; 'after') 2>$null
#= after
if ($true) { 'in if' } > $null
#= in if
$z = $(Write-Error 'q' 2>&1); "z=$z"
#= z=q
Write-Output 'p' > $null; [void](s 2>$null 3>$null 4>$null 6>$null)
Write-Host 'h' 6>&1 | ForEach-Object { "got $_" }
#= got h
Write-Error 'silent' -ErrorAction SilentlyContinue; $Error[0].Exception.Message
#= silent
Write-Error 'ign' -ErrorAction Ignore; $Error[0].Exception.Message
#= silent
Write-Verbose 'no'; $VerbosePreference = 'Continue'; Write-Verbose 'yes'; $VerbosePreference = 'SilentlyContinue'
#= VERBOSE: yes
$DebugPreference = 'Continue'; Write-Debug 'dbg'; $DebugPreference = 'SilentlyContinue'
#= DEBUG: dbg
$WarningPreference = 'SilentlyContinue'; Write-Warning 'no'; $WarningPreference = 'Continue'
$InformationPreference = 'Continue'; Write-Information 'shown'; $InformationPreference = 'SilentlyContinue'; Write-Information 'hidden'
#= shown
function vf { [CmdletBinding()] param() Write-Verbose 'vv'; Write-Debug 'dd'; Write-Warning 'ww'; Write-Error 'ee'; "pref $VerbosePreference $ErrorActionPreference" }
vf -Verbose -WarningAction SilentlyContinue -ErrorAction SilentlyContinue
#= VERBOSE: vv
#= pref Continue SilentlyContinue
vf -WarningVariable wv -ErrorVariable ev -ErrorAction SilentlyContinue 3>$null; "$wv|$ev"
#= pref SilentlyContinue SilentlyContinue
#= ww|ee
vf -OutVariable ov -EA 0 -WA 0; "ov=$ov"
#= pref SilentlyContinue SilentlyContinue
#= ov=pref SilentlyContinue SilentlyContinue
try { vf -ErrorAction Stop -WA 0 } catch { "stop: $_" }
#= stop: ee
1..3 | ForEach-Object -PipelineVariable pv { $_ } | ForEach-Object { "$pv-$_" }
#= 1-1
#= 2-2
#= 3-3
Get-ChildItem nosuch -EV +ev2 -EA 0; Get-ChildItem nosuch2 -EV +ev2 -EA 0; $ev2.Count
#= 2
Write-Output 1, 2 -OutVariable o2 | ForEach-Object { $_ * 2 }; $o2.Count
#= 2
#= 4
#= 2

# To a variable: the objects themselves
'a' > variable:kept; $kept
1, 2 > variable:kept; 3 >> variable:kept; "$kept"
& { Write-Error 'e'; 'o' } 2> variable:kept; $kept.GetType().Name
#= a
#= 1 2 3
#= o
#= ErrorRecord
