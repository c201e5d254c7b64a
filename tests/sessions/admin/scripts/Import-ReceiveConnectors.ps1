<#
    .SYNOPSIS
    Creates the Receive connectors of an export that this server does not have.
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory, ValueFromPipeline, ValueFromPipelineByPropertyName)]
    [Alias('FullName', 'PSPath')]
    [ValidateScript({ Test-Path $_ })]
    [string[]]$File,
    [string]$Suffix = ''
)
begin {
    $created = 0; $skipped = 0
    $existing = @{}
    Get-ReceiveConnector | ForEach-Object { $existing[$_.Name] = $_ }
}
process {
    foreach ($each in $File) {
        Import-Csv $each | ForEach-Object -Process {
            $name = $_.Name + $Suffix
            if ($existing.ContainsKey($name)) {
                $skipped++
                Write-Verbose "$name exists, skipped"
                return
            }
            $parameters = @{
                Name           = $name
                Usage          = 'Custom'
                Bindings       = $_.Bindings -split ';' | ForEach-Object { $_ -replace ':25$', ':2526' -replace ':587$', ':2587' }
                RemoteIPRanges = Get-Content $_.RangeFile
            }
            if ($PSCmdlet.ShouldProcess($name, 'New-ReceiveConnector')) {
                $null = New-ReceiveConnector @parameters
                Set-ReceiveConnector "$env:COMPUTERNAME\$name" -PermissionGroups $_.PermissionGroups `
                    -AuthMechanism $_.AuthMechanism -MaxMessageSize $_.MaxMessageSize -ConnectionTimeout $_.Timeout
                $created++
            }
        }
    }
}
end {
    [pscustomobject]@{ Created = $created; Skipped = $skipped; Total = @(Get-ReceiveConnector).Count }
}
