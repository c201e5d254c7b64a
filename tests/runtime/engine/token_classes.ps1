# Tokens have .NET's classes and numbers, and say what their kinds say.
$tokens = $errors = $null
$null = [System.Management.Automation.Language.Parser]::ParseInput(':x foreach ($a in 1.5kb) { f -Name: @b "q$a" ''r'' w*d 2>> x 3>&1 < y }', [ref] $tokens, [ref] $errors)
$tokens | ForEach-Object { "$([int] $_.Kind) $($_.Kind) $($_.GetType().Name): $($_.TokenFlags)" }
$tokens[3].Name; $tokens[3].VariablePath.UserPath; $tokens[5].Value; $tokens[0].LabelText
$tokens[9].ParameterName, $tokens[9].UsedColon, $tokens[11].NestedTokens.Count, $tokens[11].Value, $tokens[12].Value -join ' '
$redirections = $tokens | Where-Object { $_ -is [System.Management.Automation.Language.RedirectionToken] }
"$($redirections[0].FromStream) $($redirections[0].Append) $($redirections[1].FromStream) $($redirections[1].ToStream)"
$null = [System.Management.Automation.Language.Parser]::ParseInput('1 + 2 -eq 3 -and !$x -cmatch 4 ?? 5 ? 6 : 7..8 | a && b; $i++', [ref] $tokens, [ref] $errors)
$tokens | Where-Object Kind -NotIn Number, Variable | ForEach-Object { "$($_.Kind): $($_.TokenFlags)" }
$tokens[0] | Format-List
#= 5 Label LabelToken: None
#= 135 Foreach Token: Keyword, StatementDoesntSupportAttributes
#= 16 LParen Token: ParseModeInvariant
#= 1 Variable VariableToken: None
#= 139 In Token: Keyword
#= 4 Number NumberToken: None
#= 17 RParen Token: ParseModeInvariant
#= 18 LCurly Token: ParseModeInvariant
#= 6 Identifier Token: CommandName
#= 3 Parameter ParameterToken: None
#= 2 SplattedVariable VariableToken: None
#= 13 StringExpandable StringExpandableToken: ParseModeInvariant
#= 12 StringLiteral StringLiteralToken: ParseModeInvariant
#= 7 Generic StringLiteralToken: None
#= 48 Redirection FileRedirectionToken: DisallowedInRestrictedMode
#= 6 Identifier Token: None
#= 48 Redirection MergingRedirectionToken: DisallowedInRestrictedMode
#= 49 RedirectInStd InputRedirectionToken: ParseModeInvariant, DisallowedInRestrictedMode
#= 6 Identifier Token: None
#= 19 RCurly Token: ParseModeInvariant
#= 11 EndOfInput Token: ParseModeInvariant
#= a
#= a
#= 1536
#= x
#= Name True 1 q$a r
#= Error True Warning Output
#= Plus: BinaryPrecedenceAdd, BinaryOperator, UnaryOperator, CanConstantFold
#= Ieq: BinaryPrecedenceComparison, BinaryOperator, CanConstantFold
#= And: BinaryPrecedenceLogical, BinaryOperator, CanConstantFold
#= Exclaim: UnaryOperator, CanConstantFold
#= Cmatch: BinaryPrecedenceComparison, BinaryOperator, CaseSensitiveOperator, DisallowedInRestrictedMode
#= QuestionQuestion: BinaryPrecedenceCoalesce, BinaryOperator
#= QuestionMark: TernaryOperator, DisallowedInRestrictedMode
#= Colon: SpecialOperator, DisallowedInRestrictedMode
#= DotDot: BinaryPrecedenceRange, BinaryOperator, DisallowedInRestrictedMode
#= Pipe: SpecialOperator, ParseModeInvariant
#= Identifier: CommandName
#= AndAnd: ParseModeInvariant
#= Identifier: CommandName
#= Semi: ParseModeInvariant
#= PlusPlus: UnaryOperator, DisallowedInRestrictedMode, PrefixOrPostfixOperator
#= EndOfInput: ParseModeInvariant
#=
#= Value      : 1
#= Text       : 1
#= TokenFlags : None
#= Kind       : Number
#= HasError   : False
#= Extent     : 1
#=
