# A character beyond U+FFFF is two [char]s; put together they are it again.
([char[]]'😀').ForEach{ [int] $_ }; 'a😀b'.ToCharArray(1, 2).Count; $each = '😀'.GetEnumerator(); $count = 0; while ($each.MoveNext()) { $count++ }; $count; [char]::IsHighSurrogate('😀'.ToCharArray()[0])
$letters = '😀b'.ToCharArray(); (-join $letters) -eq '😀b'; [string]::new($letters) -eq '😀b'; [string]::Join('', $letters) -eq '😀b'; [string]::Concat($letters) -eq '😀b'; "$($letters[0])$($letters[1])$($letters[2])" -eq '😀b'
$text = ''; foreach ($letter in $letters) { $text += $letter }; $text -eq '😀b'; $builder = [Text.StringBuilder]::new(); foreach ($letter in $letters) { $null = $builder.Append($letter) }; $builder.ToString() -eq '😀b'
# One title for the window, whoever names it.
$Host.UI.RawUI.WindowTitle = 'lab'; [Console]::Title; [Console]::Title = 'other'; $Host.UI.RawUI.WindowTitle
#= 55357
#= 56832
#= 2
#= 2
#= True
#= True
#= True
#= True
#= True
#= True
#= True
#= True
#= lab
#= other
