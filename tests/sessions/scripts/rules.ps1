# A tokenizer and parser of a small rule language, with regex and switch -regex
using namespace System.Collections.Generic
using namespace System.Text.RegularExpressions
enum TokenKind { Word; Number; String; Op; Open; Close; End }
class Token {
    [TokenKind] $Kind; [string] $Text; [int] $Line; [int] $Column
    Token([TokenKind]$k, [string]$t, [int]$l, [int]$c) { $this.Kind = $k; $this.Text = $t; $this.Line = $l; $this.Column = $c }
    [string] ToString() { return "$($this.Kind)<$($this.Text)>@$($this.Line):$($this.Column)" }
}
class SyntaxException : System.FormatException {
    [Token] $Token
    SyntaxException([string]$m, [Token]$t) : base("$m at $($t.Line):$($t.Column)") { $this.Token = $t }
}
class Lexer {
    static [regex] $Pattern = [regex]::new(@'
(?<nl>\r?\n)|(?<ws>[ \t]+|\#[^\n]*)|(?<Number>-?\d+(?:\.\d+)?(?:[KMG]B)?)|(?<String>"(?:[^"\\]|\\.)*")
|(?<Op>->|[<>]=?|==|!=|=~|\bAND\b|\bOR\b|\bNOT\b)|(?<Word>[\p{L}_][\p{L}\p{Nd}_.-]*)|(?<Open>\()|(?<Close>\))
'@, 'IgnorePatternWhitespace, ExplicitCapture, IgnoreCase')
    static [List[Token]] Scan([string]$source) {
        $out = [List[Token]]::new(); $line = 1; $start = 0; $at = 0
        while ($at -lt $source.Length) {
            $m = [Lexer]::Pattern.Match($source, $at)
            if (-not $m.Success -or $m.Index -ne $at) { throw [SyntaxException]::new("Unexpected '$($source[$at])'", [Token]::new('End', $source[$at], $line, $at - $start + 1)) }
            $col = $at - $start + 1
            switch ($m.Groups.Where{ $_.Success -and $_.Name -notmatch '^\d+$' }[0]) {
                { $_.Name -eq 'nl' } { $line++; $start = $m.Index + $m.Length; break }
                { $_.Name -eq 'ws' } { break }
                { $_.Name -eq 'String' } { $out.Add([Token]::new('String', [regex]::Unescape($_.Value.Trim('"')), $line, $col)); break }
                default { $out.Add([Token]::new($_.Name, $_.Value, $line, $col)) }
            }
            $at = $m.Index + $m.Length
        }
        $out.Add([Token]::new('End', '', $line, $at - $start + 1))
        return $out
    }
}
class Node { [string] $Op; [object[]] $Args
    Node([string]$op, [object[]]$a) { $this.Op = $op; $this.Args = $a }
    [string] ToString() { return '(' + (@($this.Op) + $this.Args -join ' ') + ')' } }
class RuleParser {
    hidden [Queue[Token]] $tokens
    static [hashtable] $Power = @{ OR = 1; AND = 2; '==' = 3; '!=' = 3; '<' = 4; '<=' = 4; '>' = 4; '>=' = 4; '=~' = 4 }
    RuleParser([string]$text) { $this.tokens = [Queue[Token]]::new([Lexer]::Scan($text)) }
    [Token] Next() { return $this.tokens.Dequeue() }
    [Token] Peek() { return $this.tokens.Peek() }
    [object] Primary() {
        $t = $this.Next()
        switch -Exact ($t.Kind) {
            Number { return ([double]($t.Text -replace '[KMG]B$') * $(switch -Regex ($t.Text) { 'KB$' { 1KB } 'MB$' { 1MB } 'GB$' { 1GB } default { 1 } })) }
            String { return $t.Text }
            Word { return '$' + $t.Text }
            Open { $e = $this.Expr(0); if ($this.Next().Kind -ne 'Close') { throw [SyntaxException]::new("Expected ')'", $t) }; return $e }
            Op { if ($t.Text -eq 'NOT') { return [Node]::new('NOT', @($this.Expr(3))) } }
        }
        throw [SyntaxException]::new("Unexpected $($t.Kind)", $t)
        return $null
    }
    [object] Expr([int]$min) {
        $left = $this.Primary()
        while ($this.Peek().Kind -eq [TokenKind]::Op -and [RuleParser]::Power.ContainsKey($this.Peek().Text) -and ($p = [RuleParser]::Power[$this.Peek().Text]) -gt $min) {
            $op = $this.Next(); $left = [Node]::new($op.Text.ToUpper(), @($left, $this.Expr($p)))
        }
        return $left
    }
}
function Invoke-Node($Node, [hashtable] $Values) {
    if ($Node -isnot [Node]) { if ($Node -is [string] -and $Node[0] -eq '$') { return $Values[$Node.Substring(1)] }; return $Node }
    $a = { Invoke-Node $Node.Args[0] $Values }; $b = { Invoke-Node $Node.Args[1] $Values }
    switch ($Node.Op) {
        'AND' { (& $a) -and (& $b) } 'OR' { (& $a) -or (& $b) } 'NOT' { -not (& $a) }
        '==' { (& $a) -eq (& $b) } '!=' { (& $a) -ne (& $b) } '<' { (& $a) -lt (& $b) } '>=' { (& $a) -ge (& $b) } '>' { (& $a) -gt (& $b) } '<=' { (& $a) -le (& $b) }
        '=~' { (& $a) -match (& $b) }
    }
}
$rule = @'
# big mail from outside
Size >= 10MB AND NOT (Sender =~ "@contoso\\.com$" OR SCL < -0.5)
  or Subject == "say \"hi\""
'@
[Lexer]::Scan($rule) | Select-Object -First 8 | ForEach-Object ToString
#= Word<Size>@2:1
#= Op<>=>@2:6
#= Number<10MB>@2:9
#= Op<AND>@2:14
#= Op<NOT>@2:18
#= Open<(>@2:22
#= Word<Sender>@2:23
#= Op<=~>@2:30
[Lexer]::Scan($rule) | Group-Object Kind -NoElement
#=
#= Count Name
#= ----- ----
#=     4 Word
#=     2 Number
#=     2 String
#=     8 Op
#=     1 Open
#=     1 Close
#=     1 End
#=
$tree = [RuleParser]::new($rule).Expr(0)
"$tree"
#= (OR (AND (>= $Size 10485760) (NOT (OR (=~ $Sender @contoso\.com$) (< $SCL -0.5)))) (== $Subject say "hi))
foreach ($v in @{ Size = 11MB; Sender = 'a@x.org'; SCL = 1 }, @{ Size = 11MB; Sender = 'a@CONTOSO.com'; SCL = 1 }, @{ Size = 1; Subject = 'say "hi"' }) { Invoke-Node $tree $v }
#= True
#= False
#= False
foreach ($bad in 'a == ', 'a & b', '(a', ')', 'x < "unclosed') {
    try { $null = [RuleParser]::new($bad).Expr(0); "parsed $bad" }
    catch [SyntaxException] { "{0}: {1}: {2} [{3}]" -f $bad, $_.Exception.GetType().Name, $_.Exception.Message, $_.Exception.Token }
    catch { "{0}: other {1} {2}" -f $bad, $_.Exception.GetType().Name, $_.FullyQualifiedErrorId }
}
#= a == : SyntaxException: Unexpected End at 1:6 [End<>@1:6]
#= a & b: SyntaxException: Unexpected '&' at 1:3 [End<&>@1:3]
#= (a: SyntaxException: Expected ')' at 1:1 [Open<(>@1:1]
#= ): SyntaxException: Unexpected Close at 1:1 [Close<)>@1:1]
#= x < "unclosed: SyntaxException: Unexpected '"' at 1:5 [End<">@1:5]
$node = $tree.Args[0]; $node
#=
#= Op  Args
#= --  ----
#= AND {(>= $Size 10485760), (NOT (OR (=~ $Sender @contoso\.com$) (< $SCL -0.5)))}
#=
$tree.Args[0].Args | Format-Table Op, Args
#=
#= Op  Args
#= --  ----
#= >=  {$Size, 10485760}
#= NOT {(OR (=~ $Sender @contoso\.com$) (< $SCL -0.5))}
#=
# log lines
$log = @'
2024-03-01T08:00:01.123Z,08DC,EX01\Internet,192.0.2.7:53211,<,EHLO mail.example.org
2024-03-01T08:00:01.456Z,08DC,EX01\Internet,192.0.2.7:53211,>,250-EX01 Hello [192.0.2.7]
2024-03-01T08:00:02.000Z,08DC,EX01\Internet,192.0.2.7:53211,<,"MAIL FROM:<a,b@example.org> SIZE=1024"
2024-03-01T08:00:02.100Z,08DC,EX01\Internet,192.0.2.7:53211,>,530 5.7.1 Client was not authenticated
garbage here
2024-03-01T08:00:03.000Z,08DC,EX01\Internet,192.0.2.7:53211,-,Local
'@ -split '\r?\n'
$state = @{ in = 0; out = 0; errors = @() }
switch -Regex ($log) {
    '^(?<time>[^,]+),(?<id>\w+),(?<conn>[^,]+),(?<ip>[\d.]+):(?<port>\d+),(?<ev>[<>+*-]),(?<data>.*)$' {
        $matches.Remove(0)
        $rec = [pscustomobject]$matches | Select-Object time, ev, data
        if ($matches.ev -eq '<') { $state.in++ } elseif ($matches['ev'] -eq '>') { $state.out++ }
    }
    ',>,(5\d\d) (\d\.\d\.\d)? ?(.*)' { $state.errors += '{0}/{1}: {2}' -f $matches[1..3]; continue }
    'EHLO (\S+)' { "greeting from $($Matches[1])" }
    '^garbage' { "skip '$_'"; continue }
    ',-,' { 'session ended'; break }
    default { "never: $_" }
}
#= greeting from mail.example.org
#= skip 'garbage here'
#= session ended
$state.in, $state.out, $state.errors
#= 2
#= 2
#= 530/5.7.1: Client was not authenticated
$rec
#=
#= time                     ev data
#= ----                     -- ----
#= 2024-03-01T08:00:03.000Z -  Local
#=
switch -Wildcard -CaseSensitive ('Alpha', 'alpha', 'BETA') { 'a*' { "w $_" } 'A*' { "W $_" } default { "d $_" } }
#= W Alpha
#= w alpha
#= d BETA
switch -Regex -CaseSensitive ('ABC') { 'abc' { 'no' } '(?i)abc' { 'inline' } 'B' { $Matches[0] } }
#= inline
#= B
switch (1, 'two', 3.0, $null, @()) { 1 { 'one' } { $_ -is [double] } { "double $_" } 'two' { 'TWO'; continue } $null { 'null' } default { "? $_" } }
#= one
#= TWO
#= double 3
#= null
#= ? 
$r = [regex]'(?<k>\w+)=(?<v>"[^"]*"|\S+)'
$r.Matches('a=1 b="x y" c=') | ForEach-Object { [pscustomobject]@{ Key = $_.Groups['k'].Value; Value = $_.Groups['v'].Value.Trim('"'); At = $_.Index } }
#=
#= Key Value At
#= --- ----- --
#= a   1      0
#= b   x y    4
#=
$r.Replace('a=1 b=2', { param($m) "$($m.Groups['k'].Value.ToUpper()):$([int]$m.Groups['v'].Value * 2)" })
#= A:2 B:4
'a1b22' -replace '\d+', { "<$($_.Value.Length)>" }
#= a<1>b<2>
'2024-03-01' -replace '(\d+)-(\d+)-(\d+)', '$3.$2.$1'; 'John Smith' -replace '(?<f>\w+) (?<l>\w+)', '${l}, ${f}'; 'aaa' -replace 'a', '$$'
#= 01.03.2024
#= Smith, John
#= $$$
'a,b;c' -split '([,;])'; 'a  b' -split ' ', 2; -split "  x `t y`nz "; 'abcd' -split { $_ -eq 'c' }; 'aXbxc' -csplit 'x'; 'a-b-c-d' -split '-', -2
#= a
#= ,
#= b
#= ;
#= c
#= a
#=  b
#= x
#= y
#= z
#= ab
#= d
#= aXb
#= c
#= a-b-c
#= d
'one two' -match '(?<first>\w+)\s(\w+)'; $Matches; $Matches.Keys.GetType().Name
#= True
#=
#= Name                           Value
#= ----                           -----
#= 0                              one two
#= 1                              two
#= first                          one
#= KeyCollection
#=
'none' -match 'x'; $Matches.first
#= False
#= one
'x1', 'y', 'z3' -match '\d'; @('a', 'b') -notmatch 'a'
#= x1
#= z3
#= b
try { 'a' -match '(' } catch { $_.FullyQualifiedErrorId; $_.Exception.Message }
#= InvalidRegularExpression
#= The regular expression pattern ( is not valid.
try { [regex]::new('[z-a]') } catch { $_.Exception.Message }
#= Exception calling ".ctor" with "1" argument(s): "Invalid pattern '[z-a]' at offset 4. [x-y] range in reverse order."
Select-String -InputObject 'mail from <a@b.c> to <d@e.f>' -Pattern '<([^>]+)>' -AllMatches | ForEach-Object { $_.Matches.ForEach{ $_.Groups[1].Value } }
#= a@b.c
#= d@e.f
$log | Select-String '5\d\d \d' -Context 1, 0
#=
#=   2024-03-01T08:00:02.000Z,08DC,EX01\Internet,192.0.2.7:53211,<,"MAIL FROM:<a,b@example.org> SIZE=1024"
#= > 2024-03-01T08:00:02.100Z,08DC,EX01\Internet,192.0.2.7:53211,>,530 5.7.1 Client was not authenticated
#=
$log | Select-String EHLO -SimpleMatch | Format-List Line, LineNumber, Pattern
#=
#= Line       : 2024-03-01T08:00:01.123Z,08DC,EX01\Internet,192.0.2.7:53211,<,EHLO mail.example.org
#= LineNumber : 1
#= Pattern    : EHLO
#=
[regex]::Escape('a.b*c[d]') ; [regex]::IsMatch("a`nb", '^b$', 'Multiline'); [regex]::Split('1,2,,3', ','); [regex]::Match('abc', 'z').Success
#= a\.b\*c\[d]
#= True
#= 1
#= 2
#=
#= 3
#= False
([regex]'(\d)(?:x)(?<n>q)?').GetGroupNames() -join ','
#= 0,1,n
'{0}' -f ([regex]'a|b').Matches('cab').Count
#= 2
