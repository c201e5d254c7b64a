# Classes: inheritance, validation, comparison, fluent methods; enumerations and flags.
enum Severity { Low = 1; Medium = 5; High = 10 }
[Flags()] enum Rights { None = 0; Read = 1; Write = 2; Delete = 4; All = 7 }
class Asset : System.IComparable {
    [string]$Name
    [ValidateRange(0, 100)][int]$Score
    [datetime]$Added = [datetime]'2024-03-01'
    hidden [System.Collections.Generic.Dictionary[string, object]]$tags = [System.Collections.Generic.Dictionary[string, object]]::new()
    static [int]$Count = 0
    Asset() { $this.Init('unnamed', 0) }
    Asset([string]$name, [int]$score) { $this.Init($name, $score) }
    hidden Init([string]$name, [int]$score) { $this.Name = $name; $this.Score = $score; [Asset]::Count++ }
    [Asset] Tag([string]$key, $value) { $this.tags[$key] = $value; return $this }
    [object] GetTag([string]$key) { if ($this.tags.ContainsKey($key)) { return $this.tags[$key] }; return $null }
    [int] CompareTo([object]$other) { return $this.Score.CompareTo(([Asset]$other).Score) }
    [string] ToString() { return "$($this.Name)[$($this.Score)]" }
    static [Asset] Parse([string]$text) {
        if ($text -notmatch '^(?<n>[^:]+):(?<s>\d+)$') { throw [System.FormatException]::new("Bad asset '$text'") }
        return [Asset]::new($Matches.n, [int]$Matches.s)
    }
}
class Server : Asset {
    [Severity]$Severity
    [Rights]$Rights
    [System.Collections.Generic.List[string]]$Roles = @()
    Server([string]$name, [int]$score, [string[]]$roles) : base($name, $score) {
        foreach ($role in $roles) { $this.Roles.Add($role) }
        $this.Severity = if ($score -ge 80) { 'High' } elseif ($score -ge 40) { [Severity]::Medium } else { 1 }
        $this.Rights = 'Read, Write'
    }
    [string] ToString() { return "Server $(([Asset]$this).ToString()) {$($this.Roles -join '|')}" }
}
$all = [System.Collections.Generic.List[Asset]]::new()
$all.Add([Asset]::Parse('printer:12'))
$all.Add([Server]::new('EX01', 90, @('Hub', 'Mailbox')))
$all.Add([Server]::new('EX02', 45, 'Edge'))
$all.Sort()
$all | ForEach-Object { "$_" }
#= printer[12]
#= Server EX02[45] {Edge}
#= Server EX01[90] {Hub|Mailbox}
$all | Format-Table Name, Score, @{ n = 'Kind'; e = { $_.GetType().Name } }, @{ l = 'Age'; e = { (New-TimeSpan $_.Added '2024-03-11').Days }; f = '{0:000}'; a = 'right' }
#=
#= Name    Score Kind   Age
#= ----    ----- ----   ---
#= printer    12 Asset  010
#= EX02       45 Server 010
#= EX01       90 Server 010
#=
"count $([Asset]::Count)"
#= count 3
try { [Asset]::Parse('nope') } catch [System.FormatException] { "format: $($_.Exception.Message)" }
#= format: Bad asset 'nope'
try { $all[0].Score = 200 } catch { "range: $($_.FullyQualifiedErrorId)" }
#= range: ExceptionWhenSetting
$ex = $all | Where-Object Name -eq 'EX01'
$ex.Tag('site', 'Berlin').Tag('rack', 4).GetTag('site')
#= Berlin
$ex.Rights; $ex.Rights.HasFlag([Rights]::Write); [int]($ex.Rights -bor 'Delete'); [Rights]7; [Rights]'All' -band [Rights]::Delete
#= Read, Write
#= True
#= 7
#= All
#= Delete
$ex.Severity -gt 'Medium'; [Severity].GetEnumValues() -join ','; [Enum]::GetNames([Severity]) -join ','
#= True
#= Low,Medium,High
#= Low,Medium,High
$ex | Format-List
#=
#= Severity : High
#= Rights   : Read, Write
#= Roles    : {Hub, Mailbox}
#= Name     : EX01
#= Score    : 90
#= Added    : 3/1/2024 12:00:00 AM
#=
$all | Sort-Object -Descending | Select-Object -First 1 -ExpandProperty Name
#= EX01
($all | Measure-Object Score -Average -Maximum).Average
#= 49
$all.Where({ $_ -is [Server] }).ForEach({ $_.Roles.Count }) -join '+'
#= 1+2
[Asset]@{ Name = 'from table'; Score = 7 }
#=
#= Name       Score Added
#= ----       ----- -----
#= from table     7 3/1/2024 12:00:00 AM
#=
$ex | Get-Member -MemberType Method | Where-Object Name -in 'Tag', 'CompareTo', 'ToString' | ForEach-Object Definition
#= int CompareTo(System.Object other)
#= Asset Tag(string key, System.Object value)
#= string ToString()
