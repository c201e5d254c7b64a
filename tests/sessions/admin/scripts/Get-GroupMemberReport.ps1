# Groups with their owners and the number of members, nested groups counted once; needs the ActiveDirectory module.
param([string]$Report = 'C:\Temp\Groups.csv', [switch]$Details)

Import-Module ActiveDirectory
$results = @()
$groups = Get-DistributionGroup -ResultSize Unlimited | Sort-Object Name
foreach ($dg in $groups) {
    $direct = @(Get-DistributionGroupMember -Identity $dg.Identity -ResultSize Unlimited)
    $adMembers = @(Get-ADGroupMember -Identity $dg.DistinguishedName -Recursive)
    $owner = $null
    if ($dg.ManagedBy) { $owner = ($dg.ManagedBy | ForEach-Object { (Get-Recipient $_).DisplayName }) -join '; ' }
    $item = New-Object PSObject
    $item | Add-Member -MemberType NoteProperty -Name Group -Value $dg.DisplayName
    $item | Add-Member NoteProperty Address $dg.PrimarySmtpAddress.Address
    $item | Add-Member NoteProperty Owner $(if ($null -eq $owner) { '(none)' } else { $owner })
    $item | Add-Member NoteProperty Direct $direct.Count
    $item | Add-Member NoteProperty All $adMembers.Count
    $item | Add-Member ScriptProperty Nested { $this.All - $this.Direct }
    $results += $item
    if ($Details) {
        foreach ($member in ($adMembers | Sort-Object name)) {
            $user = Get-ADUser -Identity $member.SamAccountName -Properties mail, Department
            '  {0}: {1} <{2}> {3}' -f $dg.Name, $user.Name, $user.mail, $user.Department
        }
    }
}
$folder = [IO.Path]::GetDirectoryName($Report)
if (-not [IO.Directory]::Exists($folder)) { [void][IO.Directory]::CreateDirectory($folder) }
$results | Export-Csv -NoTypeInformation -Path $Report
$results | Format-Table -AutoSize
"Empty groups: $(@($results | Where-Object { $_.Direct -eq 0 }).Count)"
