# Modules that import modules: each has a session state of its own, below the session's.
Import-Module ./Shop.psm1
function Customer {
    $wish = 'a wish'
    Use-Store { "mine: $wish"; Show-Shop; [bool](Get-Command Show-Store -ErrorAction Ignore) }
    (order 'tea').Show()
    (New-Order 'coffee').Apply({ param($o) "$($o.Item) with $wish [$orders]" })
}
Customer
Show-Shop
(Get-Module).Name
(Get-Module -All).Name
(Get-Module Shop).NestedModules.Name
& (Get-Module Shop) { (Get-Module).Name -join ' ' }
"$currency"
Remove-Module Shop
(Get-Module -All).Name
[bool](Get-Command New-Order -ErrorAction Ignore)

# Where an import goes: the module that asks, the session, or one scope.
$m = New-Module -Name Importer {
    function Import-Here { Import-Module ./Store.psm1 -Force; Show-Store }
    function Import-Everywhere { Import-Module ./Store.psm1 -Force -Global }
    Export-ModuleMember -Function Import-Here, Import-Everywhere
}
Import-Here
[bool](Get-Command Show-Store -ErrorAction Ignore)
Import-Everywhere
[bool](Get-Command Show-Store -ErrorAction Ignore)
Remove-Module Store
function Import-Locally { Import-Module ./Store.psm1 -Scope Local; Show-Store }
Import-Locally
[bool](Get-Command Show-Store -ErrorAction Ignore)
Remove-Module Store

# A manifest: scripts run where the import is asked for, nested modules have states of their own.
function Import-Kit {
    Import-Module ./Kit.psd1
    $mine = 'mine'
    Use-Inner { "$mine" }
    "started $started"
}
Import-Kit
"[$started]"

#= in Store [EUR]
#= Shop's block: Shop in progress EUR
#= mine: a wish
#= [Shop in progress]
#= False
#= tea: 5 EUR, number 1
#= coffee with a wish []
#= []
#= Shop
#= Shop
#= Store
#= Store
#= Shop Store
#= EUR
#= False
#= []
#= False
#= True
#= []
#= False
#= KitInner sees [] []
#= Kit's block: Kit local of Kit
#= mine
#= started by Kit
#= []

# Classes that `using module` brings along run in their module; blocks that they are given do not.
using module ./Shop.psm1
function Use-Class {
    $wish = 'a wish'
    $order = [Order]::new('cake')
    $order.Show()
    $order.Apply({ "$($args[0].Item) with $wish, [$(Get-Command Hidden-Price -ErrorAction Ignore)]" })
}
Use-Class
Remove-Module Shop

# A module is loaded while its importer is in progress, and sees nothing of it.
$inSession = 'of the session'
function Load {
    $inLoad = 'of Load'
    $module = New-Module -Name Loaded { $seen = "[$inLoad] [$inSession]"; function Get-Seen { $seen }; function Run { param($b) & $b } }
    Get-Seen
    Run { $inLoad }
    & $module { Get-Seen }
}
Load
#= cake: 5 EUR, number 1
#= cake with a wish, []
#= [] [of the session]
#= of Load
#= [] [of the session]
