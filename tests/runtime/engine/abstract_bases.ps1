# Classes that derive from abstract .NET classes, and calls of a base class's method.
class TestHost : System.Management.Automation.Host.PSHost {
    [string] get_Name() { return 'MyHost' }
    [version] get_Version() { return '1.2' }
    [guid] get_InstanceId() { return [guid]::Empty }
    [cultureinfo] get_CurrentCulture() { return 'en-US' }
    [cultureinfo] get_CurrentUICulture() { return 'en-US' }
    [System.Management.Automation.Host.PSHostUserInterface] get_UI() { return $null }
    [void] SetShouldExit([int] $code) { }
    [void] EnterNestedPrompt() { throw 'not nested' }
    [void] ExitNestedPrompt() { }
    [void] NotifyBeginApplication() { }
    [void] NotifyEndApplication() { }
}
$testHost = [TestHost]::new()
"$($testHost.Name) $($testHost.Version) $($testHost -is [System.Management.Automation.Host.PSHost])"
try { $testHost.EnterNestedPrompt() } catch { $_.Exception.Message }
class Entry : System.IO.FileSystemInfo { [string] $Name; [bool] $Exists = $true; Entry($name) { $this.Name = $name }; [void] Delete() { } }
"$([Entry]::new('one').Name) $([Entry]::new('one').Exists)"
class Numbers : System.Collections.CollectionBase { [void] Add([int] $x) { $this.InnerList.Add($x) } }
$numbers = [Numbers]::new(); $numbers.Add(3); $numbers.Add(4); "$numbers | $($numbers.Count)"; $numbers.RemoveAt(0); $numbers
try { . ([scriptblock]::Create('class Open : System.IO.FileSystemInfo { [string] $Name }')) } catch { $_.FullyQualifiedErrorId; $_.Exception.Message }
try { . ([scriptblock]::Create('class MyType : Type {}')) } catch { $_.FullyQualifiedErrorId }
try { . ([scriptblock]::Create('class Check : System.Management.Automation.ValidateArgumentsAttribute {}')) } catch { $_.FullyQualifiedErrorId }
class A { [int] f() { return 1 } }
class B : A { [int] f() { return 2 } }
class C : B { [int] f() { return 3 } }
$c = [C]::new()
$c.f(), ([B] $c).f(), ([A] $c).f(), ([A] [B]::new()).f() -join ' '
class D : IDisposable { [void] Dispose() { } }
[D].GetInterface('IDisposable').Name; $null -eq [D].GetInterface('idisposable'); [D].GetInterface('idisposable', $true).FullName
try { $c.{.ctor}() } catch { $_.FullyQualifiedErrorId }
'abc'.{Length}
#= MyHost 1.2 True
#= not nested
#= one True
#= 3 4 | 2
#= 4
#= TypeCreationError
#= At line:1 char:1
#= + class Open : System.IO.FileSystemInfo { [string] $Name }
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#= Error during creation of type "Open". Error message:
#= Method 'get_Exists' in type 'Open' from assembly 'PowerShell Class Assembly, Version=1.0.0.0, Culture=neutral, PublicKeyToken=null' does not have an implementation.
#= TypeCreationError
#= TypeCreationError
#= 3 2 1 1
#= IDisposable
#= True
#= System.IDisposable
#= MethodNotFound
#= 3
