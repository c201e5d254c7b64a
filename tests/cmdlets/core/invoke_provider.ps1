# Items, drives, providers and paths by $ExecutionContext, without their commands.
$null = New-Item -ItemType Directory own; Set-Location own; $items = $ExecutionContext.InvokeProvider.Item; $null = $items.New($PWD, 'note.txt', 'File', 'first'); $items.Exists('note.txt'); $items.IsContainer('note.txt'), $items.IsContainer('.'); $items.Get('note.*').Name
$items.Rename('note.txt', 'text.txt').Name; $items.Copy('text.txt', 'more.txt', $false, 'CopyTargetContainer').Name; $items.Move('more.txt', 'last.txt').Name; $items.Remove('last.txt', $false); $items.Exists('last.txt')
$items.Set('env:LAB_MODE', 'on').Value; $items.Clear('env:LAB_MODE'); "[$env:LAB_MODE]"
try { $items.Get('nowhere') } catch { $_.FullyQualifiedErrorId; $_.Exception.InnerException.GetType().Name }
$children = $ExecutionContext.InvokeProvider.ChildItem; $children.GetNames('.', 'ReturnMatchingContainers', $false); $children.HasChild('.'); $children.Get('.', $true).Name
$content = $ExecutionContext.InvokeProvider.Content; $writer = $content.GetWriter('text.txt')[0]; $null = $writer.Write(@('a', 'b')); $null = $writer.Write(@('c')); $writer.Close(); $reader = $content.GetReader('text.txt')[0]; $reader.Read(2); '-'; $reader.Read(0)
$ExecutionContext.InvokeProvider.Property.Get('text.txt', @('Length')).Length
try { $ExecutionContext.InvokeProvider.SecurityDescriptor.Get('text.txt', 'All') } catch { $_.FullyQualifiedErrorId }
$state = $ExecutionContext.SessionState; $state.Drive.Get('Env').Name; $state.Drive.GetAllForProvider('Function').Name; $state.Provider.GetOne('Alias').Name; $state.Applications
try { $state.Drive.Get('zz') } catch { $_.FullyQualifiedErrorId }; try { $state.Provider.GetOne('zz') } catch { $_.FullyQualifiedErrorId }
$provider = $drive = $null; $state.Path.GetUnresolvedProviderPathFromPSPath('Env:x', [ref]$provider, [ref]$drive); "$($provider.Name) $($drive.Name)"; $state.Path.NormalizeRelativePath('/a/b/../c', '/a')
$here = $PWD.Path; $state.Path.PushCurrentLocation('mine'); Set-Location env:; $state.Path.CurrentProviderLocation('FileSystem').Path -eq $here; $state.Path.PopLocation('mine').Path -eq $here
try { $state.Path.GetResolvedPSPathFromPSPath('nowhere') } catch [System.Management.Automation.ItemNotFoundException] { $_.FullyQualifiedErrorId }
try { $ExecutionContext.InvokeCommand.InvokeScript('throw "bad"') } catch { $_.FullyQualifiedErrorId; $_.Exception.Message }
$ExecutionContext.InvokeCommand.GetCmdletByTypeName('Microsoft.PowerShell.Commands.GetItemCommand').Name
try { New-PSDrive 'a:b' FileSystem . -ErrorAction Stop } catch { $_.FullyQualifiedErrorId; $_.Exception.Message }
[System.Management.Automation.PSDriveInfo]::new('lab', $state.Provider.GetOne('FileSystem'), '/', 'a drive', $null).Description
#= True
#= False
#= True
#= note.txt
#= text.txt
#= more.txt
#= last.txt
#= False
#= on
#= []
#= ItemNotFoundException
#= ItemNotFoundException
#= text.txt
#= True
#= text.txt
#= a
#= b
#= -
#= c
#= 6
#= NotEmulatedAcl
#= Env
#= Function
#= Alias
#= *
#= DriveNotFoundException
#= ProviderNotFoundException
#= x
#= Environment Env
#= c
#= True
#= True
#= ItemNotFoundException
#= RuntimeException
#= Exception calling "InvokeScript" with "1" argument(s): "bad"
#= Get-Item
#= Argument,Microsoft.PowerShell.Commands.NewPSDriveCommand
#= Cannot process the drive name because the drive name contains one or more of the following characters that are not valid: ; ~ / \ . :
#= a drive
