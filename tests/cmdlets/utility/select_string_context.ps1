# A line around two matches is shown once; both keep it in their context.
'one', 'two', 'three', 'two', 'x', 'y', 'z', 'two' | Select-String two -Context 1
'one', 'two', 'three', 'two', 'x' | Select-String two -Context 1 | ForEach-Object {
    "$($_.Context.PreContext)|$($_.Context.PostContext)|$($_.Context.DisplayPreContext)|$($_.Context.DisplayPostContext)"
}

# What was imported is exported under the name of its first type.
'#TYPE My.Type', 'a', '1' | ConvertFrom-Csv | ConvertTo-Csv -IncludeTypeInformation
$odd = [pscustomobject]@{ a = 1 }
$odd.PSTypeNames.Insert(0, 'CSV:My.Type')
$odd | ConvertTo-Csv -IncludeTypeInformation
#=
#=   one
#= > two
#=   three
#= > two
#=   x
#=   z
#= > two
#= one|three|one|three
#= three|x||x
#= #TYPE My.Type
#= "a"
#= "1"
#= #TYPE My.Type
#= "a"
#= "1"
#=

# Which letters belong together depends on the culture of -SimpleMatch only where i has two capitals.
foreach ($culture in 'en-US', 'de-DE', 'tr-TR', 'Ordinal') {
    "$culture " + ('FILE', 'file', 'fıle' | Select-String file -SimpleMatch -Culture $culture)
}
'FILE', 'FİLE', 'fıle' | Select-String FILE -SimpleMatch -Culture tr-TR -Raw
Get-Variable nothing -Scope ([int]::MaxValue)
#= en-US FILE file
#= de-DE FILE file
#= tr-TR file
#= Ordinal FILE file
#= FILE
#= fıle
#= Get-Variable: 
#= Line |
#=    7 |  Get-Variable nothing -Scope ([int]::MaxValue)
#=      |  ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=      | The scope number '2147483647' exceeds the number of active scopes. (Parameter 'scopeID') Actual value was
#=      | 2147483647.
