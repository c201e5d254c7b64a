# The same seed gives the same numbers as in PowerShell.
(1..5 | ForEach-Object { if ($_ -eq 1) { Get-Random -SetSeed 42 -Maximum 100 } else { Get-Random -Maximum 100 } }) -join ' '
(Get-Random -SetSeed 7 -Minimum 10 -Maximum 20 -Count 3) -join ' '; (1..10 | Get-Random -SetSeed 1 -Count 3) -join ' '; Get-Random -SetSeed 1
(Get-Random -SetSeed 1 -Maximum 10.0).GetType().Name; (Get-Random -SetSeed 1 -Maximum 10000000000).GetType().Name; (Get-Random -Maximum 5).GetType().Name
#= 66 14 12 52 16
#= 13 18 16
#= 10 8 9
#= 534011718
#= Double
#= Int64
#= Int32
Get-Random -Minimum 5 -Maximum 5
#= Get-Random: The Minimum value (5) cannot be greater than or equal to the Maximum value (5).
Get-Random -InputObject 7; @(1..3 | Get-Random -Shuffle).Count; (Get-SecureRandom -Maximum 10) -lt 10; @('a', 'b' | Get-SecureRandom).Count
#= 7
#= 3
#= True
#= 1
