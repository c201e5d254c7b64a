# An error in a calculated property leaves an empty value: the command goes on.
[pscustomobject]@{ a = 1 } | Select-Object a, @{ n = 'q'; e = { $_.a / 0 } }
[pscustomobject]@{ a = 1 } | Format-Table @{ n = 'q'; e = { $_.a / 0 } } -DisplayError
[pscustomobject]@{ a = 1 } | Format-Table { $_.a / 0 } -ShowError

# Sort-Object and Group-Object report it.
$ErrorActionPreference = 'SilentlyContinue'
2, 1 | Sort-Object { $_ / 0 }
$Error[0].FullyQualifiedErrorId
(1, 2 | Group-Object { $_ / 0 }).Count

# A view that a type does not have ends the statement alone.
[pscustomobject]@{ a = 1 } | Format-Table -View Nothing
'next'

# Escape sequences show where there is a terminal, or where $PSStyle says so.
"$($PSStyle.Foreground.Green)plain$($PSStyle.Reset)"
("$($PSStyle.Bold)x" | Out-String -NoNewline).Length
[System.Management.Automation.Internal.StringDecorated]::new("$($PSStyle.Bold)abc").ContentLength
[System.Management.Automation.PSStyle]::MapForegroundColorToEscapeSequence('Red').Substring(1)
#=
#= a q
#= - -
#= 1 
#=
#=
#= q
#= -
#= #ERR
#=
#=
#=  $_.a / 0 
#= ----------
#=
#= InvalidArgument: Failed to evaluate expression " $_.a / 0 ".
#=
#= 2
#= 1
#= RuntimeException
#= 2
#= next
#= plain
#= 1
#= 3
#= [91m
