# Where a help comment may stand, and what spoils it.
function First {
    <#
    .SYNOPSIS
    At the beginning.
    #>
    param($a)
}
function Last {
    param($a)
    1
    # .synopsis
    #   At the end.
}
filter Odd { <#
.Synopsis
A filter. #> }
# .SYNOPSIS
#     One blank line between.

function Near { }
# .SYNOPSIS
#     Two blank lines between.


function Far { }
# .SYNOPSIS
#     Before counts more.
function Both {
    # .SYNOPSIS
    #     Inside.
}
# A stray line.
# .SYNOPSIS
#     Never seen.
function Spoilt { }
# .SYNOPSIS the text must stand on the next line
function SameLine { }
# .SYNOPSIS
#     A section that nobody knows.
# .REMARK
#     x
function Unknown { }
# .PARAMETER
#     A parameter without a name.
function Nameless { }
<# a #> <#
.SYNOPSIS
Blocks that touch are one, and this one has a stray line.
#>
function Touching { }
#####
#.SYNOPSIS
##   More than one mark.
#####
function Marks { }
function Outer {
    # .SYNOPSIS
    #     Of the inner one.
    function Inner { }
    Get-Help Inner
}
Set-Item function:Made { # .SYNOPSIS
    # From a block.
    process { } }
$null = New-Item function: -Name FromText -Value ([scriptblock]::Create("# .SYNOPSIS`n# From text.`n"))
'First', 'Last', 'Odd', 'Near', 'Far', 'Both', 'Spoilt', 'SameLine', 'Unknown', 'Nameless', 'Touching', 'Marks', 'Made', 'FromText' | ForEach-Object { '{0,-10}{1}' -f $_, (Get-Help $_).Synopsis.Trim() }
#= First     At the beginning.
#= Last      At the end.
#= Odd       A filter.
#= Near      One blank line between.
#= Far       Far
#= Both      Before counts more.
#= Spoilt    Spoilt
#= SameLine  SameLine
#= Unknown   Unknown
#= Nameless  Nameless
#= Touching  Touching
#= Marks     More than one mark.
#= Made      From a block.
#= FromText  From text.
(Outer).Synopsis
#= Of the inner one.
# Parameters are described before them, inside them, or before their comma.
function Get-Note {
    # .SYNOPSIS
    #     Notes.
    # .PARAMETER Told
    #     Told by the section.
    param(
        # Before.
        [string] # Inside.
        $Before,
        $After <# Behind. #>,   # Of the next.
        $Next,
        # Not seen.
        $Told,

        # Too far.


        $Far,
        [Parameter(HelpMessage = 'The message.')] $Message # Last.
    )
}
(Get-Help Get-Note).parameters.parameter | ForEach-Object { '{0}: {1}' -f $_.name, ($_.description.Text -replace '\n', '|') }
#= Before: Before.|Inside.
#= After: Behind.
#= Next: Of the next.
#= Told: Told by the section.
#= Far: 
#= Message: Last.
# Scripts: at the start, at the end, and not what belongs to a function.
Set-Content start.ps1 "#requires -version 2`n`n# Of the author.`n`n# .SYNOPSIS`n#    At the start.`nparam(`$x)"
Set-Content end.ps1 "1`n`n`n<#`n.SYNOPSIS`nAt the end.`n#>`n"
Set-Content function.ps1 "# .SYNOPSIS`n#    Of the function.`nfunction foo { }`nGet-Help foo"
Set-Content apart.ps1 "# .SYNOPSIS`n#    Of the script.`n`n`nfunction foo { }`nGet-Help foo"
Set-Content two.ps1 "# .SYNOPSIS`n#    Of the script.`n`n# .SYNOPSIS`n#    Of the function.`nfunction foo { }`nGet-Help foo"
foreach ($file in 'start', 'end', 'function', 'apart', 'two') { '{0,-9}{1}' -f $file, (Get-Help ./$file.ps1).Synopsis.Trim().Replace($PWD, '.') }
#= start    At the start.
#= end      At the end.
#= function ./function.ps1
#= apart    Of the script.
#= two      Of the script.
foreach ($file in 'function', 'apart', 'two') { (& ./$file.ps1).Synopsis.Trim() }
#= Of the function.
#= foo
#= Of the function.
