# What reports read of a mailbox, and what of it can be set.
Get-Mailbox anna | Format-List AccountDisabled, LitigationHold*, RetentionHoldEnabled, SingleItemRecoveryEnabled, Recoverable*, Archive*, IsResource, IsLinked, HiddenFromAddressListsEnabled, AuditEnabled
(Get-Mailbox anna).WhenMailboxCreated -eq (Get-Mailbox anna).WhenCreated
Set-Mailbox anna -LitigationHoldEnabled $true
Get-Mailbox -Filter { LitigationHoldEnabled -eq $true } | ForEach-Object { $_.Name, $_.LitigationHoldOwner, ($null -ne $_.LitigationHoldDate) }
Set-Mailbox anna -LitigationHoldEnabled $false -StartDateForRetentionHold 1/2/2020 -ExtensionCustomAttribute1 a, b
Get-Mailbox anna | Format-List LitigationHold*, StartDateForRetentionHold, ExtensionCustomAttribute1
Set-Mailbox anna -StartDateForRetentionHold $null -ExtensionCustomAttribute1 @{ Remove = 'a' }
Get-Mailbox anna | Format-List StartDateForRetentionHold, ExtensionCustomAttribute1
Set-Mailbox ben -AccountDisabled $true
(Get-Mailbox ben).AccountDisabled, (Get-Mailbox ben).ExchangeUserAccountControl
#=
#= AccountDisabled               : False
#= LitigationHoldEnabled         : False
#= LitigationHoldDate            : 
#= LitigationHoldOwner           : 
#= LitigationHoldDuration        : Unlimited
#= RetentionHoldEnabled          : False
#= SingleItemRecoveryEnabled     : False
#= RecoverableItemsQuota         : 30 GB (32,212,254,720 bytes)
#= RecoverableItemsWarningQuota  : 20 GB (21,474,836,480 bytes)
#= ArchiveDatabase               : 
#= ArchiveGuid                   : 00000000-0000-0000-0000-000000000000
#= ArchiveName                   : {}
#= ArchiveState                  : None
#= ArchiveStatus                 : None
#= IsResource                    : False
#= IsLinked                      : False
#= HiddenFromAddressListsEnabled : False
#= AuditEnabled                  : False
#=
#= True
#= WARNING: The hold setting may take up to 60 minutes to take effect.
#= Anna Berg
#= Administrator@contoso.com
#= True
#= WARNING: The hold setting may take up to 60 minutes to take effect.
#=
#= LitigationHoldEnabled     : False
#= LitigationHoldDate        : 
#= LitigationHoldOwner       : 
#= LitigationHoldDuration    : Unlimited
#= StartDateForRetentionHold : 1/2/2020 12:00:00 AM
#= ExtensionCustomAttribute1 : {a, b}
#=
#=
#= StartDateForRetentionHold : 
#= ExtensionCustomAttribute1 : {b}
#=
#= True
#= AccountDisabled
# By which protocols it is read.
Set-CASMailbox anna -PopEnabled $false -OWAEnabled:$false
Get-CASMailbox -Filter { PopEnabled -eq $false }
Get-CASMailbox anna | Format-List OWA*, ECP*, Pop*, Imap*, MAPI*, ActiveSync*, ServerLegacyDN
#=
#= Name      ActiveSyncEnabled OWAEnabled PopEnabled ImapEnabled MapiEnabled
#= ----      ----------------- ---------- ---------- ----------- -----------
#= Anna Berg True              False      False      True        True
#=
#=
#= OwaMailboxPolicy        : Default
#= OWAEnabled              : False
#= ECPEnabled              : True
#= PopEnabled              : False
#= PopUseProtocolDefaults  : True
#= ImapEnabled             : True
#= ImapUseProtocolDefaults : True
#= MAPIEnabled             : True
#= MAPIBlockOutlookRpcHttp : False
#= ActiveSyncMailboxPolicy : Default
#= ActiveSyncEnabled       : True
#= ServerLegacyDN          : /o=First Organization/ou=Exchange Administrative Group 
#=                           (FYDIBOHF23SPDLT)/cn=Configuration/cn=Servers/cn=EX01
#=
# Its folders.
Send-LabMessage anna ben 'One'
Get-MailboxFolderStatistics ben | Where-Object { $_.ItemsInFolder } | Format-Table Name, FolderType, FolderPath, ItemsInFolder
(Get-MailboxFolderStatistics ben)[0].ItemsInFolderAndSubfolders
Get-MailboxFolderStatistics anna -FolderScope SentItems -IncludeOldestAndNewestItems | ForEach-Object { $_.Name, $_.Identity, ($_.FolderSize.ToBytes() -gt 300), ($null -ne $_.NewestItemReceivedDate) }
(Get-MailboxFolderStatistics anna -FolderScope RecoverableItems).Name
Get-MailboxFolderStatistics anna -FolderScope Nowhere
#=
#= Name  FolderType FolderPath ItemsInFolder
#= ----  ---------- ---------- -------------
#= Inbox Inbox      /Inbox                 1
#=
#= 1
#= Sent Items
#= contoso.com/Users/Anna Berg\Sent Items
#= True
#= True
#= Recoverable Items
#= Deletions
#= Purges
#= Versions
#= Get-MailboxFolderStatistics : Cannot validate argument on parameter 'FolderScope'. The argument "Nowhere" does not belong to the set "All,NonIpmRoot,RecoverableItems,Calendar,Contacts,ConversationActions,DeletedItems,Drafts,Inbox,Journal,JunkEmail,Notes,Outbox,SentItems,Tasks" specified by the ValidateSet attribute. Supply an argument that is in the set and then try the command again.
#= At line:7 char:47
#= + Get-MailboxFolderStatistics anna -FolderScope Nowhere
#= +                                               ~~~~~~~
#=     + CategoryInfo          : InvalidData: (:) [Get-MailboxFolderStatistics], ParameterBindingValidationException
#=     + FullyQualifiedErrorId : ParameterArgumentValidationError,Microsoft.Exchange.Management.RecipientTasks.GetMailboxFolderStatistics
# Its database.
Get-MailboxDatabase | Format-List RecoverableItems*, Master*, DatabaseSize, AvailableNewMailboxSpace, Last*Backup, Mounted, Servers, ActivationPreference, CircularLoggingEnabled
Get-MailboxDatabase -Status -IncludePreExchange2010 | ForEach-Object { $_.Mounted, $_.DatabaseSize.ToMB(), $_.AvailableNewMailboxSpace.ToMB(), $_.LastFullBackup }
Get-MailboxDatabase -Status | Set-MailboxDatabase -CircularLoggingEnabled $true -RecoverableItemsWarningQuota 10GB
Get-MailboxDatabase | Format-List CircularLoggingEnabled, RecoverableItems*
#=
#= RecoverableItemsQuota           : 30 GB (32,212,254,720 bytes)
#= RecoverableItemsWarningQuota    : 20 GB (21,474,836,480 bytes)
#= MasterType                      : Server
#= MasterServerOrAvailabilityGroup : EX01
#= DatabaseSize                    : 
#= AvailableNewMailboxSpace        : 
#= LastFullBackup                  : 
#= LastIncrementalBackup           : 
#= LastDifferentialBackup          : 
#= LastCopyBackup                  : 
#= Mounted                         : 
#= Servers                         : {EX01}
#= ActivationPreference            : {[EX01, 1]}
#= CircularLoggingEnabled          : False
#=
#= True
#= 136
#= 99
#=
#= CircularLoggingEnabled       : True
#= RecoverableItemsQuota        : 30 GB (32,212,254,720 bytes)
#= RecoverableItemsWarningQuota : 10 GB (10,737,418,240 bytes)
#=
# And its server.
Get-MailboxServer
Get-ClientAccessService | Format-List Name, AutoDiscover*
Set-ClientAccessService EX01 -AutoDiscoverServiceInternalUri https://mail.contoso.com/Autodiscover/Autodiscover.xml
(Get-ClientAccessServer EX01.contoso.com).AutoDiscoverServiceInternalUri
Get-DomainController | Format-Table Name, DnsHostName
Get-UserPrincipalNamesSuffix
#=
#= Name AdminDisplayVersion         DatabaseAvailabilityGroup
#= ---- -------------------         -------------------------
#= EX01 Version 15.1 (Build 2507.6) 
#=
#=
#= Name                           : EX01
#= AutoDiscoverServiceCN          : EX01
#= AutoDiscoverServiceClassName   : ms-Exchange-AutoDiscover-Service
#= AutoDiscoverServiceInternalUri : https://ex01.contoso.com/Autodiscover/Autodiscover.xml
#= AutoDiscoverServiceGuid        : 77378f46-2c66-4aa9-a6a6-3e7a48b19596
#= AutoDiscoverSiteScope          : {Default-First-Site-Name}
#=
#= https://mail.contoso.com/Autodiscover/Autodiscover.xml
#=
#= Name DnsHostName
#= ---- -----------
#= DC01 DC01.contoso.com
#=
#= contoso.com
