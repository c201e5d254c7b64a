# The help comment of a tree, and help made a comment again.
$block = { function Get-Thing { <#
.SYNOPSIS
  Gets a thing.
.PARAMETER Name
  Which.
.EXAMPLE
  Get-Thing a
.LINK
  Get-Other
.ROLE
  Keeper
#>
param($Name) } ; function Get-None { } }
$functions = $block.Ast.FindAll({ $args[0] -is [System.Management.Automation.Language.FunctionDefinitionAst] }, $true)
$content = $functions[0].GetHelpContent()
$content.Synopsis.Trim(), $content.Parameters.NAME.Trim(), $content.Examples[0].Trim(), $content.Links[0], $content.Role -join '|'
#= Gets a thing.|Which.|Get-Thing a|Get-Other|Keeper
$content.GetType().FullName
#= System.Management.Automation.Language.CommentHelpInfo
$content.GetCommentBlock() -split '\n' | Select-Object -First 3
#= <#
#= .SYNOPSIS
#= Gets a thing.
$null -eq $functions[1].GetHelpContent()
#= True
[System.Management.Automation.Language.Parser]::ParseInput("# .SYNOPSIS`n# A script.`n1", [ref]$null, [ref]$null).GetHelpContent().Synopsis.Trim()
#= A script.
function Get-Thing { <#
.SYNOPSIS
  Gets a thing.
.PARAMETER Name
  Which.
.EXAMPLE
  Get-Thing a

  Shows it.
.LINK
  Get-Other
#>
param($Name) }
[System.Management.Automation.ProxyCommand]::GetHelpComments((Get-Help Get-Thing))
#= .SYNOPSIS
#= Gets a thing.
#=
#= .PARAMETER Name
#= Which.
#=
#= .EXAMPLE
#= PS > Get-Thing a
#=
#= Shows it.
#=
#= .LINK
#= Get-Other
#=
#=
Set-Content tool.ps1 "# .SYNOPSIS`n#  A tool.`nparam(`$a)"
(./tool.ps1 -?).Synopsis
#= A tool.
