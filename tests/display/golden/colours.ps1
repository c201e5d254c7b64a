# $PSStyle: what its parts show, and what they do to headers, labels and errors.
$PSStyle.Formatting
#=
#= FormatAccent           : `e[32;1m
#= ErrorAccent            : `e[36;1m
#= Error                  : `e[31;1m
#= Warning                : `e[33;1m
#= Verbose                : `e[33;1m
#= Debug                  : `e[33;1m
#= TableHeader            : `e[32;1m
#= CustomTableHeaderLabel : `e[32;1;3m
#= FeedbackName           : `e[33m
#= FeedbackText           : `e[96m
#= FeedbackAction         : `e[97m
#=
$PSStyle.Progress
#=
#= Style           : `e[33;1m
#= MaxWidth        : 120
#= View            : Minimal
#= UseOSCIndicator : False
#=
$PSStyle.FileInfo
#=
#= Directory    : `e[44;1m
#= SymbolicLink : `e[36;1m
#= Executable   : `e[32;1m
#= Extension    : .zip    = "`e[31;1m"
#=                .tgz    = "`e[31;1m"
#=                .gz     = "`e[31;1m"
#=                .tar    = "`e[31;1m"
#=                .nupkg  = "`e[31;1m"
#=                .cab    = "`e[31;1m"
#=                .7z     = "`e[31;1m"
#=                .ps1    = "`e[33;1m"
#=                .psd1   = "`e[33;1m"
#=                .psm1   = "`e[33;1m"
#=                .ps1xml = "`e[33;1m"
#=                
#=
$PSStyle.Foreground.Red.Replace("`e", '<esc>')
#= <esc>[31m
$PSStyle | Out-String -Stream | Select-Object -Skip 17 -First 3
#= Strikethrough                     : `e[9m
#= OutputRendering                   : Host
#= Formatting.FormatAccent           : `e[32;1m
# Only escape sequences are colours; an extension begins with a period.
$PSStyle.Formatting.Error = 'red'
#= Exception setting "Error": "The specified string contains printable content when it should only contain ANSI escape sequences: red"
#= At line:2 char:1
#= + $PSStyle.Formatting.Error = 'red'
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [], SetValueInvocationException
#=     + FullyQualifiedErrorId : ExceptionWhenSetting
$PSStyle.FileInfo.Extension.Add('log', "`e[31m")
#= Exception calling "Add" with "2" argument(s): "When adding or removing extensions, the extension must start with a period."
#= At line:1 char:1
#= + $PSStyle.FileInfo.Extension.Add('log', "`e[31m")
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [], MethodInvocationException
#=     + FullyQualifiedErrorId : ArgumentException
$PSStyle.FileInfo.Extension['.log'] = "`e[31m"; $PSStyle.FileInfo.Extension.ContainsKey('.LOG')
#= True
# What a script sets is what shows.
function Show { ($input | Out-String).Trim().Replace("`e", '<esc>') }
$PSStyle.OutputRendering = 'Ansi'
$PSStyle.Formatting.Error = "`e[35m"
$PSStyle.Formatting.FormatAccent = "`e[36m"
$ErrorView = 'ConciseView'
try { 1 / 0 } catch { $_ | Show }
#= <esc>[35mRuntimeException: <esc>[0m
#= <esc>[36;1mLine |
#= <esc>[36;1m   7 | <esc>[0m try { 1 / 0 } catch { $_ | Show }
#= <esc>[36;1m     | <esc>[35m       ~~~~~
#= <esc>[35m<esc>[36;1m     | <esc>[35mAttempted to divide by zero.
#= <esc>[0m
[pscustomobject]@{ a = 1 } | Format-List | Show
#= <esc>[36ma : <esc>[0m1
# The environment suppresses them for all that follows.
$env:__SuppressAnsiEscapeSequences = 1
try { 1 / 0 } catch { $_ | Show }
#= RuntimeException: 
#= Line |
#=    3 |  try { 1 / 0 } catch { $_ | Show }
#=      |        ~~~~~
#=      | Attempted to divide by zero.
[pscustomobject]@{ a = 1 } | Format-List | Show
#= a : 1
$env:__SuppressAnsiEscapeSequences = $null
