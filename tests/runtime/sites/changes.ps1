# Read, change, write: the parts of the target are evaluated once, null counts as nothing, overflow leaves Int32.
$h = @{ a = 1; B = 'x' }
$h['a'] += 1; $h.a += 1; $h['A']++; ++$h.a; $h['b'] += 'y'; $h.b += 'z'; $h['new'] += 5; $h.other += 2; $h['list'] += , 1; $h['list'] += 2
"$($h.a) $($h.B) $($h.new) $($h.other) $($h.list) $(($h.Keys | Sort-Object) -join ',')"
$h['big'] = [int]::MaxValue; $h['big'] += 1; $h['big'].GetType().Name
$h['big'] = [int]::MaxValue; $h['big']++; $h['big'].GetType().Name
$calls = 0; function Next { $script:calls++; 'a' }; $h[(Next)] += 1; "$calls $($h.a)"
$h['a'] += $($h['a'] = 100; 1); $h.a
$h['none'] += $(); $null -eq $h['none']
try { $h['b'] -= 1 } catch { $_.FullyQualifiedErrorId }
$o = [pscustomobject]@{ Size = 1; Text = 'a' }; $o.Size += 2; $o.size++; $o.Text += 'b'; $o.Size *= 3; "$($o.Size) $($o.Text)"
try { $o.Missing += 1 } catch { $_.FullyQualifiedErrorId }
$o | Add-Member ScriptProperty Twice { $this.Size * 2 } { param($v) $this.Size = $v / 2 }; $o.Twice += 6; "$($o.Size) $($o.Twice)"
$a = 1, 2, 3; $a[0] += 5; $a[-1]++; $a[1] -= 1; "$a"
$ordered = [ordered]@{ x = 1 }; $ordered['x'] += 1; $ordered[0] += 1; $ordered.x
#= 5 xyz 5 2 1 2 a,B,list,new,other
#= Double
#= Double
#= 1 6
#= 7
#= True
#= InvalidCastFromStringToInteger
#= 12 ab
#= ExceptionWhenSetting
#= 15 30
#= 6 1 4
#= 3
