param([string]$Source = "$PSScriptRoot\files", [ValidateSet('Install','Remove')]$Action='Install')
$dir = ${env:ProgramFiles(x86)} + '\Vendor'
$log = Join-Path $env:TEMP "install_$(Get-Date -Format 'yyyyMMdd').log"
if (!(Test-Path $dir)) { New-Item -ItemType Directory -Path $dir -Force | Out-Null }
robocopy "$Source" $dir /MIR /R:2 /W:5 /NFL /NDL "/LOG+:$log" *> $null
if ($LASTEXITCODE -ge 8) { Write-Error "robocopy ended with $LASTEXITCODE" -ErrorAction Stop }
cmd /c "echo one & echo two > nul 2>&1"
cmd.exe /c dir `"$dir`" /b
net use Z: \\server\share$ /persistent:no
& "$env:windir\system32\reg.exe" add HKLM\SOFTWARE\Vendor /v Path /t REG_SZ /d "$dir" /f | Out-Null
reg query "HKLM\SOFTWARE\Vendor" /s 2>$null
.\7z.exe a -tzip "$env:TEMP\a.zip" .\*.txt -mx=9 -p"secret word" -x!*.tmp -bd
msiexec.exe /i "$Source\setup.msi" /qn /norestart TRANSFORMS=`"$Source\en.mst`" ALLUSERS=1
Start-Process -FilePath msiexec -ArgumentList "/x {0} /qn" -f $code -Wait -NoNewWindow
icacls --% C:\Data /grant Users:(OI)(CI)F /T
schtasks /create /tn "Nightly" /tr "powershell.exe -File $dir\nightly.ps1" /sc daily /st 02:30 /ru SYSTEM /f
sc.exe config Spooler start= disabled; netsh advfirewall firewall add rule name="Vendor" dir=in action=allow protocol=TCP localport=25,587
git log --oneline -n 5 --format=%h%x09%s HEAD~2..HEAD -- ':!*.md'
ping -n 1 127.0.0.1 | find "TTL=" > $null && 'up' || 'down'
$args = @('/S', "/D=$dir"); & $Source\setup.exe @args 2>&1 | Tee-Object -FilePath $log -Append
. "$PSScriptRoot\common.ps1"; . $PSScriptRoot\more.ps1 -Quiet:$true -Level:2
dir C:\Windows\*.exe, C:\Temp\[a-f]*.tmp -Recurse -Exclude *.bak,~* | ? { $_.Length -gt 1MB -and -not $_.PSIsContainer } | % FullName
Get-ChildItem Env:Path, 'Cert:\LocalMachine\My' | % { $_.Name }
Get-WmiObject Win32_Product -Filter "Name LIKE '%Vendor%'" | % { $_.Uninstall() } 3>$null
[Environment]::SetEnvironmentVariable('PATH', "$env:PATH;$dir", [EnvironmentVariableTarget]::Machine)
Write-Host -ForegroundColor Green -NoNewline "done: " ; Write-Host ("{0:P0}" -f 1.0) -Fore Yellow
exit $(if ($?) { 0 } else { 1 })
