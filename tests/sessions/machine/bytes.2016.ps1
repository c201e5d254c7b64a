# Bytes as Windows PowerShell reads and writes them, and texts on certificates have it.

[IO.File]::WriteAllBytes('C:\Windows\Temp\b.bin', [byte[]](1, 2, 250))
(Get-Content C:\windows\temp\B.bin -Encoding Byte) -join ' '
[byte[]](65, 66) | Add-Content C:\Windows\Temp\b.bin -Encoding byte
([byte[]](Get-Content C:\Windows\Temp\b.bin -Encoding Byte -ReadCount 0)).Length
Get-Content C:\Windows\Temp\b.bin -Encoding Bytes
#= 1 2 250
#= 5
#= Get-Content : Cannot process argument transformation on parameter 'Encoding'. 'Bytes' is not a supported encoding name. For information on defining a custom encoding, see the documentation for the Encoding.RegisterProvider method. (Parameter 'name')
#= At line:7 char:45
#= + Get-Content C:\Windows\Temp\b.bin -Encoding Bytes
#= +                                             ~~~~~
#=     + CategoryInfo          : InvalidData: (:) [Get-Content], ParameterBindingArgumentTransformationException
#=     + FullyQualifiedErrorId : ParameterArgumentTransformationError,Microsoft.PowerShell.Commands.GetContentCommand

$password = ConvertTo-SecureString 'x' -AsPlainText -Force
$made = New-ExchangeCertificate -SubjectName 'CN=mail.contoso.com' -PrivateKeyExportable $true -Force
$file = Export-ExchangeCertificate -Thumbprint $made.Thumbprint -BinaryEncoded -Password $password
Set-Content -Path C:\mail.pfx -Value $file.FileData -Encoding Byte
Export-ExchangeCertificate -Thumbprint $made.Thumbprint -FileName \\EX01\c$\share.pfx -BinaryEncoded -Password $password | Out-Null
Get-ChildItem C:\*.pfx | ForEach-Object { "$($_.Name) $($_.Length -gt 500)" }
New-ExchangeCertificate -SubjectName 'CN=other.contoso.com' -Force | Out-Null
Remove-ExchangeCertificate $made.Thumbprint -Confirm:$false
$data = [Byte[]]$(Get-Content -Path C:\mail.pfx -Encoding byte -ReadCount 0)
(Import-ExchangeCertificate -FileData $data -Password $password).Subject
#= mail.pfx True
#= share.pfx True
#= CN=mail.contoso.com
