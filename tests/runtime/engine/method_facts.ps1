# What reflection says of a class's methods: accessors and constructors have special names, nothing is private.

class Box { [int] $Size; [void] Fill() {} static [Box] Make() { return [Box]::new() } }
[Box].GetMethods() | Where-Object DeclaringType -eq ([Box]) | ForEach-Object { "$($_.Name) $($_.IsSpecialName) $($_.IsStatic) $($_.IsHideBySig) $($_.IsPrivate)" }
[Box].GetConstructors()[0].IsSpecialName; [Box].GetMethod('Fill').IsFamily
#= get_Size True False True False
#= set_Size True False True False
#= Fill False False True False
#= Make False True True False
#= True
#= False
