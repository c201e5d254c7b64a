# Imports a module of its own, has a class, and a nested function that calls on.
Import-Module $PSScriptRoot/Store.psm1
$currency = 'EUR'
$script:orders = 0
function Hidden-Price { "$args $currency" }
class Order {
    [string] $Item
    [string] $Price = (Hidden-Price 5)
    Order([string] $item) { $this.Item = $item; $script:orders++ }
    [string] Show() { return "$($this.Item): $($this.Price), number $script:orders" }
    [object] Apply([scriptblock] $block) { return & $block $this }
}
function New-Order { param($Item) [Order]::new($Item) }
function Use-Store { param($Block) $inShop = 'Shop in progress'; Enter-Store { "Shop's block: $inShop $currency"; & $Block } }
function Show-Shop { "[$inShop]" }
Set-Alias order New-Order
Export-ModuleMember -Function New-Order, Use-Store, Show-Shop -Variable currency -Alias order
