# What scripts set of the prompt's keys and options, and what they cannot.
Set-PSReadLineKeyHandler -Key Tab -Function MenuComplete
Set-PSReadLineKeyHandler -Chord 'ctrl+X,ctrl+E' -ScriptBlock { 1 } -BriefDescription Mine
Get-PSReadLineKeyHandler -Chord Tab, 'Ctrl+x,Ctrl+e'
Remove-PSReadLineKeyHandler Tab
Get-PSReadLineKeyHandler Tab
Set-PSReadLineKeyHandler -Chord 'Hyper+d' -Function Undo
Set-PSReadLineKeyHandler -Chord F5 -Function WhatIsKey
Set-PSReadLineKeyHandler -Chord 'Ctrl+Enter' -Function AddLine
[Microsoft.PowerShell.PSConsoleReadLine]::Insert('x')
Set-PSReadLineOption -EditMode Emacs -Colors @{ Command = 'Cyan'; String = '#ff0000' }
Get-PSReadLineOption | Format-List EditMode, PredictionSource
(Get-PSReadLineOption).StringColor.Length
Set-PSReadLineOption -Colors @{ Nothing = 'Red' }
Set-PSReadLineOption -Colors @{ Command = 'Redd' }
Set-PSReadLineOption -PredictionViewStyle ListView
Set-PSReadLineOption -MaximumHistoryCount 0
#=
#= Completion functions
#= ====================
#=
#= Key Function     Description
#= --- --------     -----------
#= Tab MenuComplete Show a menu of completions.
#=
#= User defined functions
#= ======================
#= WARNING: A terminal does not send Ctrl+Enter as a key of its own: nothing will happen.
#=
#= Key           Function Description
#= ---           -------- -----------
#= Ctrl+x,Ctrl+e Mine     User defined action
#= Set-PSReadLineKeyHandler : 'Hyper' in the chord 'Hyper+d' is no modifier, or stands there twice.
#= At line:7 char:1
#= + Set-PSReadLineKeyHandler -Chord 'Hyper+d' -Function Undo
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [Set-PSReadLineKeyHandler], ArgumentException
#=     + FullyQualifiedErrorId : System.ArgumentException,Microsoft.PowerShell.SetPSReadLineKeyHandlerCommand
#= Set-PSReadLineKeyHandler : The function WhatIsKey is not emulated here. See COVERAGE.md.
#= At line:8 char:1
#= + Set-PSReadLineKeyHandler -Chord F5 -Function WhatIsKey
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotImplemented: (:) [Set-PSReadLineKeyHandler], NotSupportedException
#=     + FullyQualifiedErrorId : NotEmulatedReadLineFunction,Microsoft.PowerShell.SetPSReadLineKeyHandlerCommand
#= Exception calling "Insert" with "1" argument(s): "No line is being edited: this can be called from a key handler only."
#= At line:10 char:1
#= + [Microsoft.PowerShell.PSConsoleReadLine]::Insert('x')
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [], MethodInvocationException
#=     + FullyQualifiedErrorId : InvalidOperationException
#=
#=
#= EditMode         : Emacs
#= PredictionSource : History
#=
#= 15
#= Set-PSReadLineOption : 'Nothing' is not a valid color property.
#= At line:14 char:1
#= + Set-PSReadLineOption -Colors @{ Nothing = 'Red' }
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [Set-PSReadLineOption], ArgumentException
#=     + FullyQualifiedErrorId : System.ArgumentException,Microsoft.PowerShell.SetPSReadLineOption
#= Set-PSReadLineOption : 'Redd' is not a valid color. A color is a ConsoleColor, an escape sequence, or of the form #RRGGBB.
#= At line:15 char:1
#= + Set-PSReadLineOption -Colors @{ Command = 'Redd' }
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [Set-PSReadLineOption], ArgumentException
#=     + FullyQualifiedErrorId : System.ArgumentException,Microsoft.PowerShell.SetPSReadLineOption
#= Set-PSReadLineOption : The prediction view ListView is not emulated here. See COVERAGE.md.
#= At line:16 char:1
#= + Set-PSReadLineOption -PredictionViewStyle ListView
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotImplemented: (:) [Set-PSReadLineOption], NotSupportedException
#=     + FullyQualifiedErrorId : NotEmulatedPredictionListView,Microsoft.PowerShell.SetPSReadLineOption
#= Set-PSReadLineOption : Cannot validate argument on parameter 'MaximumHistoryCount'. The 0 argument is less than the minimum allowed range of 1. Supply an argument that is greater than or equal to 1 and then try the command again.
#= At line:17 char:43
#= + Set-PSReadLineOption -MaximumHistoryCount 0
#= +                                           ~
#=     + CategoryInfo          : InvalidData: (:) [Set-PSReadLineOption], ParameterBindingValidationException
#=     + FullyQualifiedErrorId : ParameterArgumentValidationError,Microsoft.PowerShell.SetPSReadLineOption
# What the line editor has no use for is refused, and nothing else of the call counts.
Set-PSReadLineOption -WordDelimiters ';' -EditMode Vi
Set-PSReadLineOption -BellStyle Visual
(Get-PSReadLineOption).EditMode, (Get-PSReadLineOption).BellStyle -join ' '
#= Set-PSReadLineOption : WordDelimiters is not emulated here. See COVERAGE.md.
#= At line:2 char:1
#= + Set-PSReadLineOption -WordDelimiters ';' -EditMode Vi
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotImplemented: (:) [Set-PSReadLineOption], NotSupportedException
#=     + FullyQualifiedErrorId : NotEmulatedWordDelimiters,Microsoft.PowerShell.SetPSReadLineOption
#= Set-PSReadLineOption : A bell that is seen is not emulated here. See COVERAGE.md.
#= At line:3 char:1
#= + Set-PSReadLineOption -BellStyle Visual
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotImplemented: (:) [Set-PSReadLineOption], NotSupportedException
#=     + FullyQualifiedErrorId : NotEmulatedBellStyleVisual,Microsoft.PowerShell.SetPSReadLineOption
#= Emacs Audible
