# Meta tags: some go by http-equiv, unknown ones are written with a warning.
$row = [pscustomobject]@{ a = 1 }
$row | ConvertTo-Html -Meta @{ 'content-type' = 'text/html' } | Select-Object -Index 3
$row | ConvertTo-Html -Meta @{ author = 'me' } | Select-Object -Index 3
$row | ConvertTo-Html -Meta @{ odd = 'x' } | Select-Object -Index 3

# Empty arguments.
foreach ($call in { $row | ConvertTo-Html -CssUri '' }, { $row | ConvertTo-Html -Charset '' }, { $row | ConvertTo-Html -Meta @{} },
    { $row | Select-Object -Property '' }, { $row | Sort-Object @{ Expression = '' } }) {
    try { & $call } catch { $_.FullyQualifiedErrorId }
}
#= <meta http-equiv="content-type" content="text/html">
#= <meta name="author" content="me">
#= WARNING: Accepted meta properties are content-type, default-style, application-name, author, description, generator, keywords, x-ua-compatible, and viewport. The meta pair: odd and x may not function correctly.
#= <meta name="odd" content="x">
#= ArgumentException,Microsoft.PowerShell.Commands.ConvertToHtmlCommand
#= ParameterArgumentValidationError,Microsoft.PowerShell.Commands.ConvertToHtmlCommand
#= ParameterArgumentValidationError,Microsoft.PowerShell.Commands.ConvertToHtmlCommand
#= ExpressionEmptyString1,Microsoft.PowerShell.Commands.SelectObjectCommand
#= ExpressionEmptyString2,Microsoft.PowerShell.Commands.SortObjectCommand
