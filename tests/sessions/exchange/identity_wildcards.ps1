# An identity with wildcards is compared with name, display name and alias.
1..3 | ForEach-Object { $null = New-Mailbox -Name "User $_" -Alias "person$_" -DisplayName "Shown $_" -Shared }
Get-Mailbox person* | ForEach-Object Name
#= User 1
#= User 2
#= User 3

Get-Mailbox "User *" | ForEach-Object Alias
#= person1
#= person2
#= person3

Get-Recipient *own* | ForEach-Object Name
#= User 1
#= User 2
#= User 3

# Without one that fits, nothing is an answer and no error.
Get-Mailbox nobody*
"none"
#= none
