# -Culture: each language has its own order of letters; Turkish tells the dotless i from the dotted one.
'I', 'ı', 'i', 'İ', 'h', 'j' | Sort-Object -Culture tr-TR | Join-String -Separator ' '; 'I', 'i', 'ı' | Group-Object -Culture tr-TR | ForEach-Object { "$($_.Count) $($_.Name)" }; @(Compare-Object I ı -Culture tr-TR).Count; @(Compare-Object I i -Culture tr-TR).Count
'ä', 'z', 'å', 'a', 'ö', 'y', 'ü' | Sort-Object -Culture sv-SE | Join-String -Separator ' '; 'ä', 'z', 'å', 'a', 'ö', 'y', 'ü' | Sort-Object -Culture de-DE | Join-String -Separator ' '
'ch', 'cz', 'h', 'i', 'c', 'hz', 'Chata' | Sort-Object -Culture cs-CZ | Join-String -Separator ' '; 'ñ', 'o', 'nz', 'n' | Sort-Object -Culture es | Join-String -Separator ' '; 'aa', 'z', 'å', 'Å', 'ø' | Sort-Object -Culture da-DK -CaseSensitive | Join-String -Separator ' '
'côté', 'cote', 'coté', 'côte' | Sort-Object -Culture fr-CA | Join-String -Separator ' '; 'côté', 'cote', 'coté', 'côte' | Sort-Object -Culture fr-FR | Join-String -Separator ' '
'I', 'ı', 'i' | Sort-Object -Culture 1055 -Unique | Join-String -Separator ' '; 'b', 'I', 'i' | Sort-Object -Culture 0x41F -Descending | Join-String -Separator ' '; [pscustomobject]@{ N = 'z' }, [pscustomobject]@{ N = 'å' }, [pscustomobject]@{ N = 'a' } | Sort-Object N -Culture sv-SE | Select-Object -ExpandProperty N | Join-String -Separator ' '
[cultureinfo]::CurrentCulture = 'sv-SE'; 'z', 'å', 'a' | Sort-Object | Join-String -Separator ' '
foreach ($culture in 'ru-RU', 'no culture!') { try { 'a' | Sort-Object -Culture $culture } catch { $_.FullyQualifiedErrorId; $_.Exception.Message } }
#= h I ı i İ j
#= 2 I
#= 1 i
#= 0
#= 2
#= a y ü z å ä ö
#= a ä å ö ü y z
#= c cz h hz ch Chata i
#= n nz ñ o
#= z ø Å å aa
#= cote côte coté côté
#= cote coté côte côté
#= I i
#= i I b
#= a z å
#= a z å
#= NotEmulatedCulture,Microsoft.PowerShell.Commands.SortObjectCommand
#= The order of texts of ru-RU is not emulated.
#= ParameterBindingFailed,Microsoft.PowerShell.Commands.SortObjectCommand
#= Cannot bind parameter 'Culture' to the target. Exception setting "Culture": "Culture is not supported. (Parameter 'name')
#= no culture! is an invalid culture identifier."
