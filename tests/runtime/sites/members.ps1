# One site meets values of every kind: what it remembers of one must not answer for another.
foreach ($x in 'text', 42, @(1, 2, 3), @{ a = 1 }, @{ Length = 'entry' }, $null, [pscustomobject]@{ length = 'note' }, [char]'c', 1.5) {
    "$($x.Length)|$($x.Count)"
}

# Collections without the property give their elements' values.
foreach ($x in @([Collections.ArrayList]@('a', 'bcd'), [Collections.Generic.List[string]]@('ef', 'g'), ('h', 'ij'), [string[]]('k', 'lmn'))) {
    "$($x.Length)|$($x.Count)"
}

# Type data of the session come before the type, also where the site is warm.
$read = { param($value) $value.Length; $value.Half(); $value.Trim() }
function Read($value) { $value.Length; $value.Trim() }
Read ' ab '
Update-TypeData -TypeName System.String -MemberType ScriptProperty -MemberName Length -Value { 'mine' } -Force
Update-TypeData -TypeName System.String -MemberType ScriptMethod -MemberName Trim -Value { 'trimmed' } -Force
Read ' ab '
Remove-TypeData -TypeName System.String
Read ' ab '

# Members of one object do not show on others of its class.
$dates = [datetime]'2024-01-02', ([datetime]'2024-01-03' | Add-Member -NotePropertyName Year -NotePropertyValue 'own' -PassThru -Force), [datetime]'2024-01-04'
$dates.ForEach({ $_.Year })
foreach ($date in $dates) { $date.Year }

# Strict mode still minds what is not there.
& { Set-StrictMode -Version 2; foreach ($x in 'a', 'b') { try { $x.Nothing } catch { $_.FullyQualifiedErrorId } } }

# What a property raises comes out wrapped, the second time too.
foreach ($i in 1, 2) { try { ([Collections.Generic.Queue[int]]::new()).Peek() } catch { $_.FullyQualifiedErrorId } }
#= 4|1
#= 1|1
#= 3|3
#= 1|1
#= entry|1
#= 0|0
#= note|1
#= 1|1
#= 1|1
#= 1 3|2
#= 2 1|2
#= 2|2
#= 2|2
#= 4
#= ab
#= mine
#= trimmed
#= 4
#= ab
#= 2024
#= own
#= 2024
#= 2024
#= own
#= 2024
#= PropertyNotFoundStrict
#= PropertyNotFoundStrict
#= InvalidOperationException
#= InvalidOperationException
