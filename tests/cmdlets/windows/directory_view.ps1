$AdminSessionADSettings
#=
#= ViewEntireForest              : False
#= DefaultScope                  : contoso.com
#= PreferredGlobalCatalog        : 
#= ConfigurationDomainController : DC01.contoso.com
#= PreferredDomainControllers    : {}
#=
$global:AdminSessionADSettings.ViewEntireForest = $true
$AdminSessionADSettings.DefaultScope
$AdminSessionADSettings.DefaultScope = 'contoso.com/Users'
$AdminSessionADSettings.ViewEntireForest
#= False
(Get-Mailbox).Count
#= 6
$null = New-MailContact Out -ExternalEmailAddress out@fabrikam.com -OrganizationalUnit contoso.com/Partners
$AdminSessionADSettings.DefaultScope = 'contoso.com/Partners'
Get-Recipient | ForEach-Object Name
#= Out
$AdminSessionADSettings.DefaultScope = 'contoso.com/Nowhere'
#= Exception setting "DefaultScope": "Organizational unit "contoso.com/Nowhere" was not found. Please make sure you have typed it correctly."
#= At line:1 char:1
#= + $AdminSessionADSettings.DefaultScope = 'contoso.com/Nowhere'
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [], SetValueInvocationException
#=     + FullyQualifiedErrorId : ExceptionWhenSetting
$AdminSessionADSettings.PreferredGlobalCatalog = 'DC01.contoso.com'
$AdminSessionADSettings.ConfigurationDomainController = 'DC01'
$AdminSessionADSettings.PreferredDomainControllers = 'DC01.contoso.com'
$AdminSessionADSettings.PreferredGlobalCatalog = 'DC09.contoso.com'
#= Exception setting "PreferredGlobalCatalog": "An Active Directory error 0x51 occurred when trying to check the suitability of server 'DC09.contoso.com'. Error: 'Active directory response: The LDAP server is unavailable.'"
#= At line:4 char:1
#= + $AdminSessionADSettings.PreferredGlobalCatalog = 'DC09.contoso.com'
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [], SetValueInvocationException
#=     + FullyQualifiedErrorId : ExceptionWhenSetting
$AdminSessionADSettings
#=
#= ViewEntireForest              : False
#= DefaultScope                  : contoso.com/Partners
#= PreferredGlobalCatalog        : DC01.contoso.com
#= ConfigurationDomainController : DC01.contoso.com
#= PreferredDomainControllers    : {DC01.contoso.com}
#=
# The cmdlets of later versions know the same settings.
(Get-ADServerSettings).RecipientViewRoot
#= contoso.com/Partners
