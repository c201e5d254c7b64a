# What script classes derive from: abstract .NET classes and interfaces, whose members they write themselves.
class Named : System.IO.FileSystemInfo { [string]$Name; [bool]$Exists = $true; Named([string]$n) { $this.Name = $n } [void] Delete() { } }
"$([Named]::new('a').Name) $([Named]::new('a').Exists)"
try { Invoke-Expression 'class Half : System.IO.FileSystemInfo { [string]$Name; [void] Delete() { } }' } catch { $_.FullyQualifiedErrorId; $_.Exception.Message.Split("`n")[-1] }
try { Invoke-Expression 'class Kind : Type { }' } catch { $_.FullyQualifiedErrorId }
class Own : System.Management.Automation.Host.PSHost {
    [string] get_Name() { return 'own' } [version] get_Version() { return [version]'1.2' } [guid] get_InstanceId() { return [guid]::Empty }
    [System.Management.Automation.Host.PSHostUserInterface] get_UI() { return $null } [cultureinfo] get_CurrentCulture() { return 'en-US' }
    [cultureinfo] get_CurrentUICulture() { return 'en-US' } [void] SetShouldExit([int]$c) { } [void] EnterNestedPrompt() { throw 'not here' }
    [void] ExitNestedPrompt() { } [void] NotifyBeginApplication() { } [void] NotifyEndApplication() { } }
$own = [Own]::new(); "$($own.Name) $($own.Version) $($own -is [System.Management.Automation.Host.PSHost])"
try { $own.EnterNestedPrompt() } catch { $_.Exception.Message }
class Bag : System.Collections.CollectionBase { [void] Add($x) { $this.InnerList.Add($x) } }; $bag = [Bag]::new(); $bag.Add(1); $bag.Add(2); "$($bag.Count): $($bag | ForEach-Object { $_ * 2 })"
class Walk : System.Collections.Generic.IEnumerator[int] { [int]$At = 0; [object] get_Current() { return $this.At } [bool] MoveNext() { $this.At++; return $this.At -lt 3 } [void] Reset() { } [void] Dispose() { } }; "$([Walk]::new().Current)"
class Same : IEquatable[object] { [int]$N; [bool] Equals([object]$o) { return $o.N -eq $this.N } [int] GetHashCode() { return $this.N } }; [Same]@{ N = 1 } -eq [Same]@{ N = 1 }
class Shown : IFormattable { [string] ToString([string]$f, [IFormatProvider]$p) { return "<$f>" } [string] ToString() { return 'plain' } }; '{0:x} {0}' -f [Shown]::new(); "$([Shown]::new())"
class Closing : IDisposable { Dispose() { Write-Host 'closed' } }; [Closing]::new().Dispose()
# ([Base]$x).Method() is the base's method, wherever it is called; of no ancestor it is the object's own.
class A { [string] f() { return 'A' } [string] only() { return 'only A' } }; class B : A { [string] f() { return 'B' } }; class C : B { [string] f() { return 'C' } [string] ToString() { return 'text, ' + ([object]$this).ToString() } }
$c = [C]::new(); ([A]$c).f(), ([B]$c).f(), ([C]$c).f(), ([B]$c).only(), "$c" -join '; '
class Twice : System.Collections.Generic.List[int] { [void] Add([int]$n) { ([System.Collections.Generic.List[int]]$this).Add($n * 2) } }; $twice = [Twice]::new(); $twice.Add(4); $twice[0]
# Static members get their values when the class is first used.
class Late { static [int]$N = (& { Write-Host 'now'; 5 }); static Late() { Write-Host 'constructor' } static [int] Twice() { return [Late]::N * 2 } }; 'defined'
[Late]::Twice(); [Late]::N
# What an abstract class does by itself is refused aloud; a text writer writes letter by letter; Message is virtual.
[Named]::new('a').FullName
class Loud : System.IO.TextWriter { [string]$Text = ''; [System.Text.Encoding] get_Encoding() { return [System.Text.Encoding]::UTF8 } [void] Write([char]$c) { $this.Text += [char]::ToUpper($c) } }; $loud = [Loud]::new(); $loud.Write('ab'); $loud.Write(5); $loud.Text
class Told : System.Exception { [string] get_Message() { return 'told' } }; try { throw [Told]::new() } catch { $_.Exception.Message; "$_" }
try { Invoke-Expression 'class Kinds : enum { }' } catch { $_.FullyQualifiedErrorId }
#= a True
#= TypeCreationError
#= Method 'get_Exists' in type 'Half' from assembly 'PowerShell Class Assembly, Version=1.0.0.0, Culture=neutral, PublicKeyToken=null' does not have an implementation.
#= TypeCreationError
#= own 1.2 True
#= not here
#= 2: 2 4
#= 0
#= True
#= <x> <>
#= plain
#= closed
#= A; B; C; only A; text, C
#= 8
#= defined
#= now
#= constructor
#= 10
#= 5
#= What System.IO.FileSystemInfo does by itself is not emulated for a class that derives from it.
#= At line:26 char:1
#= + [Named]::new('a').FullName
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotImplemented: (:) [], NotSupportedException
#=     + FullyQualifiedErrorId : NotEmulated
#= AB5
#= told
#= told
#= SealedBaseClass
