# Jobs, runspaces, regular expressions, encodings, dates and binding, as scripts use them.
$job = Start-Job { param($n) 1..$n | ForEach-Object { $_ * 2 } } -ArgumentList 3; $job | Wait-Job | Receive-Job; $job.State; Remove-Job $job
#= 2
#= 4
#= 6
#= Completed
(1..4 | ForEach-Object -Parallel { $_ * $using:PSScriptRoot.Length * 0 + $_ } -ThrottleLimit 2 | Sort-Object) -join ','
#= 1,2,3,4
$ps = [powershell]::Create(); [void]$ps.AddScript('param($a) $a + 1').AddArgument(4); $ps.Invoke(); $ps.Dispose()
#= 5
$rs = [runspacefactory]::CreateRunspacePool(1, 2); $rs.Open(); $p2 = [powershell]::Create(); $p2.RunspacePool = $rs; [void]$p2.AddScript({ 'pooled' }); $h = $p2.BeginInvoke(); $p2.EndInvoke($h); $rs.Close()
#= pooled
Invoke-Expression '$x = 3; $x * 2'; $sb = [scriptblock]::Create('param($y) "y=$y"'); & $sb 5; $sb.Invoke(6); Invoke-Command -ScriptBlock $sb -ArgumentList 7; $sb.Ast.ParamBlock.Parameters.Count
#= 6
#= y=5
#= y=6
#= y=7
#= 1
function Proxy { [CmdletBinding()] param([Parameter(ValueFromPipeline)]$InputObject) begin { $pipe = { Sort-Object -Descending }.GetSteppablePipeline($MyInvocation.CommandOrigin); $pipe.Begin($PSCmdlet) } process { $pipe.Process($_) } end { $pipe.End() } }; (1, 3, 2 | Proxy) -join ','
#= 3,2,1
$meta = [System.Management.Automation.CommandMetadata]::new((Get-Command Get-Date)); $meta.Name; ([System.Management.Automation.ProxyCommand]::Create($meta)).Length -gt 200
#= Microsoft.PowerShell.Utility\Get-Date
#= True
$timer = [System.Diagnostics.Stopwatch]::StartNew(); Start-Sleep -Milliseconds 5; $timer.Stop(); $timer.ElapsedMilliseconds -ge 5; (Measure-Command { Start-Sleep -Milliseconds 5 }).TotalMilliseconds -ge 5
#= True
#= True
[regex]$r = '(?<y>\d{4})-(?<m>\d\d)'; $m = $r.Match('on 2024-03-01'); $m.Success; $m.Groups['y'].Value; $m.Index; $r.Replace('2024-03', '${m}/${y}'); [regex]::Split('a1b2', '\d') -join '|'; [regex]::Escape('a.b*'); [regex]::IsMatch('ABC', 'b', 'IgnoreCase'); $r.Matches('2024-01 2025-02').Count; [regex]::Replace('abc', '[ac]', { param($x) $x.Value.ToUpper() })
#= True
#= 2024
#= 3
#= 03/2024
#= a|b|
#= a\.b\*
#= True
#= 2
#= AbC
'2024-03-01' -match $r; $Matches.Count; 'x' -notmatch 'y'; 'foo.bar' -like '*.b?r'; 'abc' -cmatch 'B'; ('a', 'b', 'ab' -match '^a') -join ','; 'The cat' -creplace 'the', 'A'; "a`nb" -split '\r?\n'; 'aXbXc' -split 'X', 2; ' trim '.Trim() + '|'; 'x'.PadRight(3, '-')
#= True
#= 3
#= True
#= True
#= False
#= a,ab
#= The cat
#= a
#= b
#= a
#= bXc
#= trim|
#= x--
[convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes('héllo')); [Text.Encoding]::UTF8.GetString([convert]::FromBase64String('aMOpbGxv')); [convert]::ToString(10, 2); [convert]::ToInt32('ff', 16); '{0:x2}' -f 171; [BitConverter]::ToString([byte[]](1, 255)); [System.Web.HttpUtility]::UrlEncode('a b&c'); [uri]::EscapeDataString('a b'); ([uri]'http://ex01.contoso.com:8080/p/q?x=1#f').Port; ([guid]'00000000-0000-0000-0000-00000000000a').ToString('N').Length
#= aMOpbGxv
#= héllo
#= 1010
#= 255
#= ab
#= 01-FF
#= a+b%26c
#= a%20b
#= 8080
#= 32
$sha = [System.Security.Cryptography.SHA256]::Create(); ([BitConverter]::ToString($sha.ComputeHash([Text.Encoding]::ASCII.GetBytes('abc'))) -replace '-').Substring(0, 16); 'abc' | Set-Content h.txt -NoNewline; (Get-FileHash h.txt -Algorithm MD5).Hash
#= BA7816BF8F01CFEA
#= 900150983CD24FB0D6963F7D28E17F72
$sec = ConvertTo-SecureString 'secret' -AsPlainText -Force; $cred = [pscredential]::new('lab\ann', $sec); $cred.UserName; $cred.GetNetworkCredential().Password; $cred.GetNetworkCredential().Domain; $sec.Length; [System.Net.NetworkCredential]::new('', $sec).Password; ConvertFrom-SecureString $sec -AsPlainText
#= lab\ann
#= secret
#= lab
#= 6
#= secret
#= secret
[version]'1.10.0' -gt [version]'1.9'; ([version]'1.2.3.4').Build; [semver]'1.0.0-beta' -lt [semver]'1.0.0'; [ipaddress]::Parse('10.0.0.1').GetAddressBytes() -join '.'; ([ipaddress]'::1').AddressFamily; [mailaddress]'Ann <ann@contoso.com>' | Select-Object DisplayName, User, Host
#= True
#= 3
#= True
#= 10.0.0.1
#= InterNetworkV6
#=
#= DisplayName User Host
#= ----------- ---- ----
#= Ann         ann  contoso.com
#=
[enum]::GetValues([System.DayOfWeek]) -join ','; [int][DayOfWeek]'Friday'; [System.DayOfWeek]5; [consolecolor]'red'; 'Red' -as [consolecolor]; 'nope' -as [consolecolor]; [System.IO.FileAttributes]'Hidden, System'; [int][System.IO.FileAttributes]'Hidden, System'
#= Sunday,Monday,Tuesday,Wednesday,Thursday,Friday,Saturday
#= 5
#= Friday
#= Red
#= Red
#= Hidden, System
#= 6
$w = [System.Management.Automation.WildcardPattern]::new('a*c', 'IgnoreCase'); $w.IsMatch('ABC'); [math]::Round(2.345, 2); [math]::Round(2.5, [MidpointRounding]::AwayFromZero); [math]::Truncate(-2.7); [math]::Ceiling(2.1); [math]::Sqrt(16); [math]::Max(3, 7); [math]::PI.ToString('F4'); [int]::MaxValue; [double]::NaN -eq [double]::NaN; [decimal]::Divide(1, 3)
#= True
#= 2.35
#= 3
#= -2
#= 3
#= 4
#= 7
#= 3.1416
#= 2147483647
#= False
#= 0.3333333333333333333333333333
[datetime]::ParseExact('01/03/2024', 'dd/MM/yyyy', $null).Month; [datetime]::TryParse('nope', [ref]$null); ([datetime]'2024-03-10').AddDays(-10).ToShortDateString(); [datetime]'2024-01-01' -lt '2024-02-01'; ([datetime]'2024-03-31').AddMonths(1).ToString('o'); ([datetimeoffset]'2024-01-01T00:00:00+02:00').UtcDateTime.ToString('u'); [timespan]'01:30' + [timespan]::FromMinutes(45); (Get-Date -Year 2024 -Month 2 -Day 29 -Hour 1 -Minute 2 -Second 3 -Millisecond 0).ToString('yyyy-MM-ddTHH:mm:ss'); [DateTime]::UnixEpoch.AddSeconds(86400).ToString('d'); (Get-Date -UnixTimeSeconds 0).ToUniversalTime().Year; [cultureinfo]::InvariantCulture.DateTimeFormat.GetMonthName(3); (Get-Culture).Name
#= 3
#= False
#= 2/29/2024
#= True
#= 2024-04-30T00:00:00.0000000
#= 2023-12-31 22:00:00Z
#=
#= Days              : 0
#= Hours             : 2
#= Minutes           : 15
#= Seconds           : 0
#= Milliseconds      : 0
#= Ticks             : 81000000000
#= TotalDays         : 0.09375
#= TotalHours        : 2.25
#= TotalMinutes      : 135
#= TotalSeconds      : 8100
#= TotalMilliseconds : 8100000
#=
#= 2024-02-29T01:02:03
#= 1/2/1970
#= 1970
#= March
#= en-US
$ht = @{ Path = 'h.txt'; Raw = $true }; Get-Content @ht; $argsList = 'h.txt', 'x.txt'; Copy-Item @argsList; Test-Path x.txt; function Show { "$args | $($args.Count)" }; Show @('a', 'b') c; Show -Name v -Flag; $all = 'p', 'q'; Show @all; function Named { param($A, $B) "$A-$B" }; Named @{ A = 1 }; $n = @{ B = 2; A = 1 }; Named @n; Named @n -B 9
#= abc
#= True
#= System.Object[] c | 2
#= -Name v -Flag | 3
#= p q | 2
#= System.Collections.Hashtable-
#= 1-2
#= 1-9
function Ref([ref]$r) { $r.Value++ }; $num = 1; Ref ([ref]$num); $num; function Opt([string]$s = 'def', [switch]$f, [int[]]$list) { "$s $f $($list -join '+')" }; Opt; Opt x -f -list 1, 2; Opt -list (1..3) -s y; function Ret { 'a'; return 'b'; 'c' }; (Ret) -join ''; function Void { [void](1); $null = 2; 3 | Out-Null }; $null -eq (Void); function Multi { return 1, 2, 3 }; $f1, $f2 = Multi; $f2.Count; function Deep { param($n) if ($n -le 0) { return 0 }; 1 + (Deep ($n - 1)) }; Deep 200
#= 2
#= def False 
#= x True 1+2
#= y False 1+2+3
#= ab
#= True
#= 2
#= 200
&{ param([Parameter(Mandatory)][ValidateScript({ $_ -gt 5 }, ErrorMessage = 'too small: {0}')]$v) "v$v" } 6; try { &{ param([ValidateScript({ $_ -gt 5 }, ErrorMessage = 'too small: {0}')]$v) $v } 3 } catch { $_.Exception.Message }; try { &{ param([ValidateCount(1, 2)][int[]]$v) } 1, 2, 3 } catch { $_.Exception.Message }; try { &{ param([ValidateLength(2, 3)]$v) } 'abcd' } catch { $_.Exception.Message }; try { &{ [CmdletBinding()] param([AllowEmptyString()][Parameter(Mandatory)][string]$v) "[$v]" } '' } catch { 'no' }
#= v6
#= Cannot validate argument on parameter 'v'. too small: 3
#= Cannot validate argument on parameter 'v'. The parameter requires at least 1 value(s) and no more than 2 value(s) - 3 value(s) were provided.
#= Cannot validate argument on parameter 'v'. The character length of the 4 argument is too long. Shorten the character length of the argument so it is fewer than or equal to "3" characters, and then try the command again.
#= []
