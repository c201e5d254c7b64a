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
