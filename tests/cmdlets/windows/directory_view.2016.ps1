# What scripts begin with: see the whole forest.
Get-ADServerSettings
#=
#= DefaultGlobalCatalog                               : DC01.contoso.com
#= PreferredDomainControllerForDomain                 : {}
#= DefaultConfigurationDomainController               : DC01.contoso.com
#= DefaultPreferredDomainControllers                  : {DC01.contoso.com}
#= UserPreferredGlobalCatalog                         : 
#= UserPreferredConfigurationDomainController         : 
#= UserPreferredDomainControllers                     : {}
#= DefaultConfigurationDomainControllersForAllForests : {<contoso.com, DC01.contoso.com>}
#= DefaultGlobalCatalogsForAllForests                 : {<contoso.com, DC01.contoso.com>}
#= RecipientViewRoot                                  : contoso.com
#= ViewEntireForest                                   : False
#= WriteOriginatingChangeTimestamp                    : False
#= WriteShadowProperties                              : False
#= Identity                                           : 
#= IsValid                                            : True
#= ObjectState                                        : New
#=
if (!(Get-ADServerSettings).ViewEntireForest) { Set-ADServerSettings -ViewEntireForest $true }
Get-ADServerSettings | Format-Table RecipientViewRoot, ViewEntireForest -AutoSize
#=
#= RecipientViewRoot ViewEntireForest
#= ----------------- ----------------
#=                               True
#=
# An organizational unit limits what the commands for recipients show.
$null = New-MailContact Out -ExternalEmailAddress out@fabrikam.com -OrganizationalUnit contoso.com/Partners/North
Set-ADServerSettings -RecipientViewRoot contoso.com/Partners
(Get-ADServerSettings).RecipientViewRoot
#= contoso.com/Partners
(Get-ADServerSettings).ViewEntireForest
#= False
Get-Recipient | ForEach-Object Name
#= Out
Get-Mailbox
Get-Mailbox anna
#= Get-Mailbox : The operation couldn't be performed because object 'anna' couldn't be found on 'DC01.contoso.com'.
#= At line:2 char:1
#= + Get-Mailbox anna
#= + ~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [Get-Mailbox], ManagementObjectNotFoundException
#=     + FullyQualifiedErrorId : {*} [FailureCategory=Cmdlet-ManagementObjectNotFoundException] 6DEE0A74,Microsoft.Exchange.Management.RecipientTasks.GetMailbox
Get-Mailbox anna* | Measure-Object | ForEach-Object Count
#= 0
Get-Mailbox anna -IgnoreDefaultScope | ForEach-Object Name
#= Anna Berg
Set-ADServerSettings -RecipientViewRoot contoso.com
(Get-Recipient).Count
#= 10
Set-ADServerSettings -RecipientViewRoot 'OU=North,OU=Partners,DC=contoso,DC=com' -WhatIf
#= What if: Setting the Active Directory server settings.
Set-ADServerSettings -RecipientViewRoot contoso.com/Nowhere
#= Set-ADServerSettings : Couldn't find organizational unit "contoso.com/Nowhere". Make sure you have typed it correctly.
#= At line:1 char:1
#= + Set-ADServerSettings -RecipientViewRoot contoso.com/Nowhere
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidArgument: (:) [Set-ADServerSettings], ManagementObjectNotFoundException
#=     + FullyQualifiedErrorId : A8E5E8E5,Microsoft.Exchange.Management.SystemConfigurationTasks.SetADServerSettings
# Domain controllers that are preferred.
Set-ADServerSettings -PreferredServer DC01
Get-ADServerSettings | Format-List User*
#=
#= UserPreferredGlobalCatalog                 : DC01.contoso.com
#= UserPreferredConfigurationDomainController : DC01.contoso.com
#= UserPreferredDomainControllers             : {DC01.contoso.com}
#=
Set-ADServerSettings -PreferredServer DC02.contoso.com
#= Set-ADServerSettings : An Active Directory error 0x51 occurred when trying to check the suitability of server 'DC02.contoso.com'. Error: 'Active directory response: The LDAP server is unavailable.'
#= At line:1 char:1
#= + Set-ADServerSettings -PreferredServer DC02.contoso.com
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : InvalidArgument: (:) [Set-ADServerSettings], SuitabilityDirectoryException
#=     + FullyQualifiedErrorId : E7845B41,Microsoft.Exchange.Management.SystemConfigurationTasks.SetADServerSettings
Set-ADServerSettings -SetPreferredDomainControllers dc01.contoso.com -PreferredGlobalCatalog dc01.contoso.com -ConfigurationDomainController dc01.contoso.com
# Kept, changed for a while, and put back.
$before = Get-ADServerSettings
Set-ADServerSettings -ViewEntireForest $true
Set-ADServerSettings -RunspaceServerSettings $before
(Get-ADServerSettings).ViewEntireForest
#= False
$before.ViewEntireForest = $true
$before | Set-ADServerSettings
(Get-ADServerSettings).ViewEntireForest
#= True
$AdminSessionADSettings
