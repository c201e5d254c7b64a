# Dynamic parameters.

function Get-Dyn {
    [CmdletBinding()] param([string]$Kind)
    dynamicparam {
        if ($Kind -eq 'mail') {
            $attributes = [System.Collections.ObjectModel.Collection[System.Attribute]]::new()
            $attributes.Add([Parameter]::new())
            $made = [System.Management.Automation.RuntimeDefinedParameterDictionary]::new()
            $made.Add('Address', [System.Management.Automation.RuntimeDefinedParameter]::new('Address', [string], $attributes))
            $made
        }
    }
    end { "$Kind $($PSBoundParameters['Address'])" }
}
Get-Dyn -Kind mail -Address a@b.c; Get-Dyn other
#= mail a@b.c
#= other 
Get-Dyn -Kind other -Address x
#= Get-Dyn: A parameter cannot be found that matches parameter name 'Address'.

# What the block may ask, and what Get-Command and completion know of its parameters
function Get-Growing {
    [CmdletBinding()] param($Kind)
    dynamicparam {
        $made = [System.Management.Automation.RuntimeDefinedParameterDictionary]::new()
        $attributes = [System.Collections.ObjectModel.Collection[Attribute]]::new()
        $attributes.Add([Parameter]::new())
        $name = if ($PSBoundParameters['Kind'] -eq 'big') { 'Height' } else { 'Width' }
        $made.Add($name, [System.Management.Automation.RuntimeDefinedParameter]::new($name, [int], $attributes))
        $made
    }
    end { "$($PSBoundParameters.Keys): $($PSBoundParameters.Height)$($PSBoundParameters.Width)" }
}
Get-Growing big -Height 4
Get-Growing -Width 3
(Get-Command Get-Growing -Syntax).Trim()
(Get-Command Get-Growing -ArgumentList big).Parameters.ContainsKey('Height')
(TabExpansion2 'Get-Growing big -H' 18).CompletionMatches.CompletionText
#= Kind Height: 4
#= Width: 3
#= Get-Growing [[-Kind] <Object>] [-Width <int>] [<CommonParameters>]
#= True
#= -Height
