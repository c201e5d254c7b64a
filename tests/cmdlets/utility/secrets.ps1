$s = ConvertTo-SecureString 'Pa$$' -AsPlainText -Force
$s; $s.Length; ConvertFrom-SecureString $s -AsPlainText; $s | ConvertFrom-SecureString; (ConvertFrom-SecureString $s | ConvertTo-SecureString).Length
#= System.Security.SecureString
#= 4
#= Pa$$
#= 5000610024002400
#= 4
$key = [byte[]](1..16)
(ConvertTo-SecureString (ConvertFrom-SecureString $s -Key $key) -Key $key | ConvertFrom-SecureString -AsPlainText) -eq 'Pa$$'; (ConvertFrom-SecureString $s -Key $key).StartsWith('76492d1116743f0423413b16050a5345')
#= True
#= True
ConvertTo-SecureString 'plain'
#= ConvertTo-SecureString: The input string 'pl' was not in a correct format.
ConvertFrom-SecureString $s -Key 1, 2
#= ConvertFrom-SecureString: The specified key is not valid. Valid key length settings are either 128 bits, 192 bits, or 256 bits.
$c = [pscredential]::new('CONTOSO\ann', $s)
$c
#=
#= UserName                        Password
#= --------                        --------
#= CONTOSO\ann System.Security.SecureString
#=
$c.UserName; $c.GetNetworkCredential().Password; $c.GetNetworkCredential().Domain; (Get-Credential $c).UserName; $c.Password.GetType().FullName
#= CONTOSO\ann
#= Pa$$
#= CONTOSO
#= CONTOSO\ann
#= System.Security.SecureString
Get-Credential ann
#= Get-Credential: A command that prompts the user failed because the host program or the command type does not support user interaction.
Read-Host 'Name'
#= Read-Host: A command that prompts the user failed because the host program or the command type does not support user interaction.
[pscredential]::new('', $s)
#= MethodInvocationException: Exception calling ".ctor" with "2" argument(s): "Cannot process argument because the value of argument "userName" is not valid. Change the value of the "userName" argument and run the operation again."
