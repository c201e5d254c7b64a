# A module with manifest, classes, formats and types files
$dir = "./Inventory"
$null = New-Item -ItemType Directory -Path $dir, "$dir/Private", "$dir/en-US" -Force
@'
enum AssetState { New; Active; Retired = 10 }
[Flags()] enum Tag { None = 0; Rack = 1; Loan = 2; Spare = 4 }
class Asset : System.IComparable {
    [ValidatePattern('^[A-Z]{2}\d{3}$')] [string] $Id
    [string] $Name
    [AssetState] $State = [AssetState]::New
    [Tag] $Tags
    [decimal] $Price
    [Nullable[datetime]] $Bought
    hidden [int] $Version = 1
    static [int] $Count
    Asset() { [Asset]::Count++ }
    Asset([string]$id, [string]$name) { $this.Id = $id; $this.Name = $name; [Asset]::Count++ }
    [int] CompareTo([object]$other) {
        if ($null -eq $other) { return 1 }
        return $this.Price.CompareTo($other.Price)
    }
    [bool] Equals([object]$other) { return $other -is [Asset] -and $other.Id -eq $this.Id }
    [int] GetHashCode() { return $this.Id.GetHashCode() }
    [void] Retire() {
        if ($this.State -eq [AssetState]::Retired) { throw [System.InvalidOperationException]::new("Asset $($this.Id) is retired already.") }
        $this.State = 'Retired'; $this.Version++
    }
    [string] ToString() { return '{0}/{1}' -f $this.Id, $this.Name }
    static [Asset] Parse([string]$line) {
        $i, $n, $p = $line -split '\s*;\s*'
        $a = [Asset]::new($i, $n)
        $a.Price = $p
        return $a
    }
}
class Server : Asset {
    [int] $Cores
    Server([string]$id, [string]$name, [int]$cores) : base($id, $name) { $this.Cores = $cores }
    [void] Retire() { ([Asset]$this).Retire(); $this.Cores = 0 }
    [string] ToString() { return "$(([Asset]$this).ToString()) x$($this.Cores)" }
}
$script:Store = [ordered]@{}
foreach ($f in Get-ChildItem "$PSScriptRoot/Private/*.ps1" | Sort-Object Name) { . $f.FullName }

function New-Asset {
    <#
    .SYNOPSIS
        Makes an asset and stores it.
    .PARAMETER Id
        Two letters and three digits.
    .EXAMPLE
        New-Asset -Id AB001 -Name Switch
        A switch.
    #>
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType([Asset])]
    param(
        [Parameter(Mandatory, ValueFromPipelineByPropertyName, Position = 0)] [string] $Id,
        [Parameter(Mandatory, ValueFromPipelineByPropertyName, Position = 1)] [string] $Name,
        [Parameter(ValueFromPipelineByPropertyName)] [ValidateRange(0, 100000)] [decimal] $Price,
        [Parameter(ValueFromPipelineByPropertyName)] [Tag] $Tags,
        [Parameter(ParameterSetName = 'Server')] [int] $Cores
    )
    process {
        if ($Store.Contains($Id)) {
            Write-Error -Message "Asset $Id exists." -ErrorId AssetExists -Category ResourceExists -TargetObject $Id
            return
        }
        if (-not $PSCmdlet.ShouldProcess($Id, 'Store asset')) { return }
        $a = if ($PSCmdlet.ParameterSetName -eq "Server") { [Server]::new($Id, $Name, $Cores) } else { [Asset]::new($Id, $Name) }
        if ($PSBoundParameters.ContainsKey('Price')) { $a.Price = $Price }
        $a.Tags = $Tags
        $Store[$Id] = $a
        Write-Verbose (Get-Text 'Stored' $a)
        $a
    }
}
function Get-Asset {
    [CmdletBinding(DefaultParameterSetName = 'Name')]
    param(
        [Parameter(Position = 0, ParameterSetName = 'Name')] [SupportsWildcards()] [string[]] $Name = '*',
        [Parameter(ParameterSetName = 'State', Mandatory)] [AssetState] $State,
        [Alias('Cheapest')] [switch] $Sorted
    )
    $all = switch ($PSCmdlet.ParameterSetName) {
        Name { $Store.Values | Where-Object { $n = $_.Name; $Name.Where({ $n -like $_ }, 'First') } }
        State { $Store.Values.Where{ $_.State -eq $State } }
    }
    if ($Sorted) { $all | Sort-Object } else { $all }
}
function Remove-Asset {
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
    param([Parameter(ValueFromPipeline, Mandatory)] [Asset] $Asset, [switch] $Force)
    begin { $n = 0 }
    process { if ($Force -or $PSCmdlet.ShouldProcess($Asset)) { $Store.Remove($Asset.Id); $n++ } }
    end { Write-Verbose "$n removed" }
}
New-Alias gas Get-Asset
$ExecutionContext.SessionState.Module.OnRemove = { "cleanup of $($Store.Count) assets" | Out-Host }
Export-ModuleMember -Function *-Asset -Alias gas
'@ | Set-Content "$dir/Inventory.psm1"
@'
function Get-Text($Key, $Value) {
    Import-LocalizedData -BindingVariable t -BaseDirectory $PSScriptRoot/.. -FileName Inventory.Texts -UICulture en-US
    $t[$Key] -f $Value
}
'@ | Set-Content "$dir/Private/Text.ps1"
@'
ConvertFrom-StringData @"
Stored = Stored {0} for you.
Gone = Gone.
"@
'@ | Set-Content "$dir/en-US/Inventory.Texts.psd1"
@'
<Types><Type><Name>Asset</Name><Members>
  <ScriptProperty><Name>Age</Name><GetScriptBlock>if ($this.Bought) { ([datetime]'2024-06-01' - $this.Bought).Days }</GetScriptBlock></ScriptProperty>
  <AliasProperty><Name>Key</Name><ReferencedMemberName>Id</ReferencedMemberName></AliasProperty>
  <NoteProperty><Name>Kind</Name><Value>asset</Value></NoteProperty>
  <ScriptMethod><Name>Discount</Name><Script>param([int]$Percent) [math]::Round($this.Price * (100 - $Percent) / 100, 2)</Script></ScriptMethod>
  <PropertySet><Name>Money</Name><ReferencedProperties><Name>Id</Name><Name>Price</Name></ReferencedProperties></PropertySet>
  <MemberSet><Name>PSStandardMembers</Name><Members><PropertySet><Name>DefaultDisplayPropertySet</Name><ReferencedProperties><Name>Id</Name><Name>Name</Name></ReferencedProperties></PropertySet></Members></MemberSet>
</Members></Type></Types>
'@ | Set-Content "$dir/Inventory.Types.ps1xml"
@'
<Configuration><ViewDefinitions>
<View><Name>asset.table</Name><ViewSelectedBy><TypeName>Asset</TypeName></ViewSelectedBy>
 <GroupBy><PropertyName>State</PropertyName><Label>Condition</Label></GroupBy>
 <TableControl><TableHeaders>
  <TableColumnHeader><Label>Id</Label><Width>6</Width></TableColumnHeader>
  <TableColumnHeader><Width>12</Width></TableColumnHeader>
  <TableColumnHeader><Label>Cost</Label><Width>10</Width><Alignment>Right</Alignment></TableColumnHeader>
  <TableColumnHeader><Label>Tags</Label></TableColumnHeader>
 </TableHeaders><TableRowEntries><TableRowEntry><TableColumnItems>
  <TableColumnItem><PropertyName>Id</PropertyName></TableColumnItem>
  <TableColumnItem><PropertyName>Name</PropertyName></TableColumnItem>
  <TableColumnItem><PropertyName>Price</PropertyName><FormatString>{0:N2}</FormatString></TableColumnItem>
  <TableColumnItem><ScriptBlock>if ($_.Tags) { "&lt;$($_.Tags)&gt;" } else { '-' }</ScriptBlock></TableColumnItem>
 </TableColumnItems></TableRowEntry></TableRowEntries></TableControl></View>
<View><Name>asset.list</Name><ViewSelectedBy><TypeName>Asset</TypeName></ViewSelectedBy>
 <ListControl><ListEntries><ListEntry><ListItems>
  <ListItem><PropertyName>Id</PropertyName></ListItem>
  <ListItem><Label>Label</Label><ScriptBlock>$_.ToString()</ScriptBlock></ListItem>
  <ListItem><ItemSelectionCondition><PropertyName>Tags</PropertyName></ItemSelectionCondition><PropertyName>Tags</PropertyName></ListItem>
 </ListItems></ListEntry></ListEntries></ListControl></View>
<View><Name>asset.wide</Name><ViewSelectedBy><TypeName>Asset</TypeName></ViewSelectedBy>
 <WideControl><WideEntries><WideEntry><WideItem><PropertyName>Name</PropertyName></WideItem></WideEntry></WideEntries></WideControl></View>
</ViewDefinitions></Configuration>
'@ | Set-Content "$dir/Inventory.Format.ps1xml"
New-ModuleManifest -Path "$dir/Inventory.psd1" -RootModule Inventory.psm1 -ModuleVersion 1.2.3 -Guid 11111111-2222-3333-4444-555555555555 `
    -Author 'A. Admin' -CompanyName Contoso -Description 'Assets of the house' -FunctionsToExport New-Asset, Get-Asset, Remove-Asset -AliasesToExport gas `
    -CmdletsToExport @() -VariablesToExport @() -TypesToProcess Inventory.Types.ps1xml -FormatsToProcess Inventory.Format.ps1xml -PrivateData @{ Ring = 3 } -Tags assets, demo
$m = Test-ModuleManifest "$dir/Inventory.psd1"
"$($m.Name) $($m.Version) [$($m.ExportedFunctions.Keys -join ',')] tags=$($m.Tags -join '+') ring=$($m.PrivateData.Ring)"
#= Inventory 1.2.3 [New-Asset,Get-Asset,Remove-Asset] tags=assets+demo ring=3
$m = Import-Module "$dir/Inventory.psd1" -PassThru -Verbose 4>$null
$m | Format-Table Name, Version, ModuleType, ExportedCommands
#=
#= Name      Version ModuleType ExportedCommands
#= ----      ------- ---------- ----------------
#= Inventory 1.2.3       Script {[New-Asset, New-Asset], [Get-Asset, Get-Asset], [Remove-Asset, Remove-Asset], [gas, gas]}
#=
Get-Command -Module Inventory | Format-Table CommandType, Name, Version, Source
#=
#= CommandType Name         Version Source
#= ----------- ----         ------- ------
#=       Alias gas          1.2.3   Inventory
#=    Function Get-Asset    1.2.3   Inventory
#=    Function New-Asset    1.2.3   Inventory
#=    Function Remove-Asset 1.2.3   Inventory
#=
(Get-Command New-Asset).ParameterSets | ForEach-Object { "$($_.Name): $_" }
#= Server: [-Id] <string> [-Name] <string> [-Price <decimal>] [-Tags <Tag>] [-Cores <int>] [-WhatIf] [-Confirm] [<CommonParameters>]
'Id,Name,Price,Tags
AB001,Switch,199.5,Rack
AB002,Laptop,1250,"Loan, Spare"
AB003,Cable,3.456,None' | ConvertFrom-Csv | New-Asset -Verbose
#= VERBOSE: Performing the operation "Store asset" on target "AB001".
#= VERBOSE: Stored AB001/Switch for you.
#=
#=    Condition: New
#=
#= Id     Name               Cost Tags
#= --     ----               ---- ----
#= AB001  Switch           199.50 <Rack>
#= VERBOSE: Performing the operation "Store asset" on target "AB002".
#= VERBOSE: Stored AB002/Laptop for you.
#= AB002  Laptop         1,250.00 <Loan, Spare>
#= VERBOSE: Performing the operation "Store asset" on target "AB003".
#= VERBOSE: Stored AB003/Cable for you.
#= AB003  Cable              3.46 -
#=
New-Asset XY900 Exchange -Cores 8 -Price 5000 -Tags Rack | Out-Null
New-Asset AB001 Again -ErrorVariable ev
#= New-Asset : Asset AB001 exists.
#= At line:2 char:1
#= + New-Asset AB001 Again -ErrorVariable ev
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : ResourceExists: (AB001:String) [Write-Error], WriteErrorException
#=     + FullyQualifiedErrorId : AssetExists,New-Asset
$ev[0].FullyQualifiedErrorId; $ev[0].CategoryInfo.ToString()
#= AssetExists,New-Asset
#= ResourceExists: (AB001:String) [Write-Error], WriteErrorException
try { New-Asset bad001 X } catch { $_.FullyQualifiedErrorId; $_.Exception.Message }
#= ExceptionWhenSetting
#= Exception setting "Id": "The argument "bad001" does not match the "^[A-Z]{2}\d{3}$" pattern. Supply an argument that matches "^[A-Z]{2}\d{3}$" and try the command again."
try { New-Asset AB009 X -Price 100001 } catch { $_.FullyQualifiedErrorId; $_.Exception.Message }
#= ParameterArgumentValidationError,New-Asset
#= Cannot validate argument on parameter 'Price'. The 100001 argument is greater than the maximum allowed range of 100000. Supply an argument that is less than or equal to 100000 and then try the command again.
try { New-Asset AB009 X -Tags Huge } catch { $_.FullyQualifiedErrorId; $_.Exception.Message }
#= ParameterArgumentTransformationError,New-Asset
#= Cannot process argument transformation on parameter 'Tags'. Cannot convert value "Huge" to type "Tag". Error: "Unable to match the identifier name Huge to a valid enumerator name. Specify one of the following enumerator names and try again:
#= None, Rack, Loan, Spare"
New-Asset AB010 Y -WhatIf
#= What if: Performing the operation "Store asset" on target "AB010".
(gas).Count
#= 4
Get-Asset S*, L* | Format-List
#=
#= Id    : AB001
#= Label : AB001/Switch
#= Tags  : Rack
#=
#= Id    : AB002
#= Label : AB002/Laptop
#= Tags  : Loan, Spare
#=
Get-Asset -Sorted | Format-Wide -Column 2
#=
#= Cable                                                        Switch
#= Laptop                                                       Exchange
#=
Get-Asset -Cheapest | Select-Object Money, Key, Kind -First 2 | Format-Table
#=
#= Id      Price Key   Kind
#= --      ----- ---   ----
#= AB003   3.456 AB003 asset
#= AB001 199.500 AB001 asset
#=
$s = Get-Asset Exch*
"$s"; $s.Discount(15); $s.Retire(); "$s $($s.State)"
#= XY900/Exchange x8
#= 4250
#= XY900/Exchange x0 Retired
try { $s.Retire() } catch { $_.Exception.GetType().FullName; $_.Exception.InnerException; $_.ScriptStackTrace -replace 'at (\S+), .*[\\/]', 'at $1, ' }
#= System.InvalidOperationException
#= at Retire, Inventory.psm1: line 21
#= at Retire, Inventory.psm1: line 35
#= at <ScriptBlock>, <No file>: line 1
Get-Asset | Sort-Object State | Format-Table -View asset.table
#=
#=    Condition: New
#=
#= Id     Name               Cost Tags
#= --     ----               ---- ----
#= AB001  Switch           199.50 <Rack>
#= AB002  Laptop         1,250.00 <Loan, Spare>
#= AB003  Cable              3.46 -
#=
#=    Condition: Retired
#=
#= Id     Name               Cost Tags
#= --     ----               ---- ----
#= XY900  Exchange       5,000.00 <Rack>
#=
Get-Asset -State Retired
#=
#=    Condition: Retired
#=
#= Id     Name               Cost Tags
#= --     ----               ---- ----
#= XY900  Exchange       5,000.00 <Rack>
#=
Get-Asset Laptop | ForEach-Object { $_.Bought = '2024-05-01'; $_.Age }
#= 31
& $m { $Store.Count; [Asset]::Count; [Asset]::Parse('ZZ111 ; Desk; 42.10') } | Format-Table -Auto Id, Name, Price
#= 4
#= 4
#=
#= Id    Name  Price
#= --    ----  -----
#= ZZ111 Desk 42.100
#=
& $m { try { [Asset]@{ Id = 'q' } } catch { $_.Exception.Message } }
#= Cannot create object of type "Asset". Exception setting "Id": "The argument "q" does not match the "^[A-Z]{2}\d{3}$" pattern. Supply an argument that matches "^[A-Z]{2}\d{3}$" and try the command again."
& $m { [Asset]@{ Id = 'QQ123'; Name = 'Hash' } } | Format-List *
#=
#= Age    : 
#= Key    : QQ123
#= Kind   : asset
#= Id     : QQ123
#= Name   : Hash
#= State  : New
#= Tags   : None
#= Price  : 0
#= Bought : 
#=
& $m { [Server]::new('QQ124', 'Hash', 4) } | Get-Member -MemberType Properties, ScriptMethod | Format-Table Name, MemberType, Definition -Auto
#=
#= Name         MemberType Definition
#= ----         ---------- ----------
#= Key       AliasProperty Key = Id
#= Kind       NoteProperty string Kind=asset
#= Bought         Property System.Nullable[datetime] Bought {get;set;}
#= Cores          Property int Cores {get;set;}
#= Id             Property string Id {get;set;}
#= Name           Property string Name {get;set;}
#= Price          Property decimal Price {get;set;}
#= State          Property AssetState State {get;set;}
#= Tags           Property Tag Tags {get;set;}
#= Discount   ScriptMethod System.Object Discount();
#= Age      ScriptProperty System.Object Age {get=if ($this.Bought) { ([datetime]'2024-06-01' - $this.Bought).Days };}
#=
Get-Asset Cable | Remove-Asset -Confirm:$false -Verbose
#= VERBOSE: Performing the operation "Remove-Asset" on target "AB003/Cable".
#= VERBOSE: 1 removed
Get-Asset Switch | Remove-Asset -WhatIf
#= What if: Performing the operation "Remove-Asset" on target "AB001/Switch".
try { 5 | Remove-Asset -Force } catch { $_.Exception.Message }
#= Remove-Asset : The input object cannot be bound to any parameters for the command either because the command does not take pipeline input or the input and its properties do not match any of the parameters that take pipeline input.
#= At line:1 char:11
#= + try { 5 | Remove-Asset -Force } catch { $_.Exception.Message }
#= +           ~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidArgument: (5:Int32) [Remove-Asset], ParameterBindingException
#=     + FullyQualifiedErrorId : InputObjectNotBound,Remove-Asset
Get-Help New-Asset -Parameter Id
#=
#= -Id <String>
#=     Two letters and three digits.
#=     
#=     Required?                    true
#=     Position?                    1
#=     Default value                
#=     Accept pipeline input?       true (ByPropertyName)
#=     Aliases                      
#=     Accept wildcard characters?  false
#=     
#=
#=
(Get-Help New-Asset).examples.example[0].code
#= New-Asset -Id AB001 -Name Switch
#= A switch.
Remove-Module Inventory
#= cleanup of 3 assets
try { Get-Asset } catch { $_.FullyQualifiedErrorId }
#= CommandNotFoundException
Get-TypeData Asset
