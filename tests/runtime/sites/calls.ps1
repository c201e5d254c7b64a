# One site of a call, arguments of many types: each goes to its own overload.
foreach ($x in 'l', [char]'l', 'll', 3, $null) {
    try { 'hello'.IndexOf($x) } catch { $_.FullyQualifiedErrorId }
}
foreach ($x in 2.5, 3.5, [decimal]2.5, 7, '2.5', [long]9) { $r = [math]::Round($x); "$r $($r.GetType().Name)" }
foreach ($x in 4, 2.25, '9', [long]16) { [math]::Sqrt($x) }
foreach ($pair in (1, 2), (1, 2.5), (1, [long]2), ([byte]1, [byte]2)) { $r = [math]::Max($pair[0], $pair[1]); "$r $($r.GetType().Name)" }

# A conversion that fails after many that did not is the method's own error.
foreach ($x in 'x', 'y', 'xy') { try { 'abc'.PadLeft(5, $x) } catch { $_.Exception.Message; $_.FullyQualifiedErrorId } }
foreach ($x in 1, '2', 'three') { try { 'abcdef'.Substring($x) } catch { $_.FullyQualifiedErrorId } }
foreach ($x in 1, 99) { try { 'abcdef'.Substring($x) } catch { $_.Exception.Message; $_.FullyQualifiedErrorId } }

# Arrays among the arguments: what they hold may decide, and null and nothing count.
foreach ($x in ('a', 'b'), (1, 2), @(), [string[]]('c', 'd'), [int[]](3, 4), 'e', 5) { "<$([string]::Join('-', $x))>" }
foreach ($x in 'a', ('b', 'c'), $null) { "<$([string]::Concat($x))>" }
foreach ($x in '.', '.;', ('.', ';'), ([char[]]'.;')) { 'a.b;c'.Split($x).Count }
foreach ($x in '.', ',') { 'a.b.c'.Split($x, 2) -join '|' }
foreach ($x in 'x', 'h', [char[]]'hd') { 'hxd'.Trim($x) }

# Lists of different elements at one site.
foreach ($list in [Collections.Generic.List[int]]::new(), [Collections.Generic.List[string]]::new(), [Collections.ArrayList]::new()) {
    $null = $list.Add('7'); $list[0].GetType().Name
}

# A script's class: the site of a call is its own, defaults and overloads too.
class Box { [int]$n; Box([int]$n) { $this.n = $n }; [string] Show() { return "box $($this.n)" }; [string] Show([int]$more) { return "box $($this.n + $more)" }; [void] Nothing() { 5 } }
foreach ($b in [Box]::new(1), [Box]::new('2')) { $b.Show(); $b.Show(10); $b.Show('20'); $null -eq $b.Nothing() }
#= 2
#= 2
#= 2
#= -1
#= 0
#= 2 Double
#= 4 Double
#= 2 Decimal
#= 7 Double
#= 2 Decimal
#= 9 Double
#= 2
#= 1.5
#= 3
#= 4
#= 2 Int32
#= 2 Int32
#= 2 Int32
#= 2 Byte
#= xxabc
#= yyabc
#= Cannot convert argument "paddingChar", with value: "xy", for "PadLeft" to type "System.Char": "Cannot convert value "xy" to type "System.Char". Error: "String must be exactly one character long.""
#= MethodArgumentConversionInvalidCastArgument
#= bcdef
#= cdef
#= MethodArgumentConversionInvalidCastArgument
#= bcdef
#= Exception calling "Substring" with "1" argument(s): "startIndex cannot be larger than length of string. (Parameter 'startIndex')"
#= ArgumentOutOfRangeException
#= <a-b>
#= <1-2>
#= <>
#= <c-d>
#= <3-4>
#= <e>
#= <5>
#= <a>
#= <bc>
#= <>
#= 2
#= 1
#= 1
#= 3
#= a|b.c
#= a.b.c
#= hxd
#= xd
#= x
#= Int32
#= String
#= String
#= box 1
#= box 11
#= box 21
#= True
#= box 2
#= box 12
#= box 22
#= True
