# Dynamic distribution groups: a filter in the place of members.
New-DynamicDistributionGroup "All in IT" -IncludedRecipients MailboxUsers -ConditionalDepartment IT
Get-DynamicDistributionGroup "All in IT" | Format-List Alias, PrimarySmtpAddress, Included*, ConditionalDepartment, RecipientContainer, RecipientFilter*
#=
#= Name      ManagedBy
#= ----      ---------
#= All in IT 
#=
#=
#= Alias                 : AllinIT
#= PrimarySmtpAddress    : AllinIT@contoso.com
#= IncludedRecipients    : MailboxUsers
#= ConditionalDepartment : {IT}
#= RecipientContainer    : contoso.com
#= RecipientFilter       : ((RecipientType -eq 'UserMailbox') -and (Department -eq 'IT') -and (-not(Name -like 
#=                         'SystemMailbox{*')) -and (-not(Name -like 'CAS_{*')))
#= RecipientFilterType   : Precanned
#=

# Several values of a condition
Set-DynamicDistributionGroup "All in IT" -ConditionalDepartment IT, "Finance's own"
(Get-DynamicDistributionGroup "All in IT").RecipientFilter
#= ((RecipientType -eq 'UserMailbox') -and ((Department -eq 'IT') -or (Department -eq 'Finance''s own')) -and (-not(Name -like 'SystemMailbox{*')) -and (-not(Name -like 'CAS_{*')))

# A filter of one's own, and back
Set-DynamicDistributionGroup "All in IT" -RecipientFilter {(Title -like '*Manager*') -or (Department -eq 'IT')}
Get-DynamicDistributionGroup "All in IT" | Format-List Included*, ConditionalDepartment, RecipientFilter*
Set-DynamicDistributionGroup "All in IT" -IncludedRecipients AllRecipients
Get-DynamicDistributionGroup "All in IT" | Format-List Included*, RecipientFilter*
#=
#= IncludedRecipients    : 
#= ConditionalDepartment : {}
#= RecipientFilter       : (Title -like '*Manager*') -or (Department -eq 'IT')
#= RecipientFilterType   : Custom
#=
#=
#= IncludedRecipients  : AllRecipients
#= RecipientFilter     : ((Alias -ne $null) -and (-not(Name -like 'SystemMailbox{*')) -and (-not(Name -like 'CAS_{*')))
#= RecipientFilterType : Precanned
#=

# A filter that cannot be read
New-DynamicDistributionGroup Wrong -RecipientFilter {Shoe -eq 'x'}
#= New-DynamicDistributionGroup : Cannot bind parameter 'RecipientFilter' to the target. Exception setting "RecipientFilter": ""Shoe" is not a recognized filterable property. For a complete list of filterable properties see the command help.
#= "Shoe -eq 'x'" at position 1."
#= At line:3 char:1
#= + New-DynamicDistributionGroup Wrong -RecipientFilter {Shoe -eq 'x'}
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : WriteError: (:) [New-DynamicDistributionGroup], ParameterBindingException
#=     + FullyQualifiedErrorId : ParameterBindingFailed,Microsoft.Exchange.Management.RecipientTasks.NewDynamicDistributionGroup

# It is a recipient, and can be removed
Get-Recipient "All in IT" | Format-Table Name, RecipientType
Remove-DynamicDistributionGroup "All in IT" -Confirm:$false
Get-DynamicDistributionGroup "All in IT"
#=
#= Name                 RecipientType
#= ----                 -------------
#= All in IT DynamicDistributionGroup
#=
#= Get-DynamicDistributionGroup : The operation could not be performed because object 'All in IT' could not be found on domain controller 'DC01.contoso.com'.
#= At line:5 char:1
#= + Get-DynamicDistributionGroup "All in IT"
#= + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#=     + CategoryInfo          : NotSpecified: (:) [Get-DynamicDistributionGroup], ManagementObjectNotFoundException
#=     + FullyQualifiedErrorId : 6DEE0A74,Microsoft.Exchange.Management.RecipientTasks.GetDynamicDistributionGroup
