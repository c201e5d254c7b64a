"""Types of System.Management.Automation by the module (below `shell.runtime`) that registers them."""

from __future__ import annotations

from typing import Final

AUTOMATION_TYPES: Final[dict[str, str]] = {
    "dotnet.completion": "CommandCompletion CompletionResult",
    "dotnet.language": "Language.Parser Language.Token Language.TokenKind Language.ParseError Language.Ast"
    " Language.IScriptExtent Language.InternalScriptExtent Language.EmptyScriptExtent"
    " Language.ScriptBlockAst Language.CommandAst Language.FunctionDefinitionAst"
    " Language.StringConstantExpressionAst Language.VariableExpressionAst Language.CommandParameterAst"
    " Language.PipelineAst Language.AssignmentStatementAst Language.ExpressionAst Language.StatementAst"
    " Language.HashtableAst Language.InvokeMemberExpressionAst Language.MemberExpressionAst"
    " Language.BinaryExpressionAst Language.ParameterAst Language.ParamBlockAst Language.IfStatementAst"
    " Language.ScriptBlockExpressionAst Language.TypeExpressionAst Language.TypeDefinitionAst"
    " Language.ConstantExpressionAst Language.ExpandableStringExpressionAst Language.CommandExpressionAst",
    "dotnet.tokens": "Language.TokenFlags Language.VariableToken Language.NumberToken Language.ParameterToken"
    " Language.LabelToken Language.StringToken Language.StringLiteralToken Language.StringExpandableToken"
    " Language.RedirectionToken Language.InputRedirectionToken Language.FileRedirectionToken"
    " Language.MergingRedirectionToken",
    "dotnet.errors": "RuntimeException PSInvalidCastException PSArgumentException PSInvalidOperationException"
    " MethodException MethodInvocationException SetValueException CommandNotFoundException ParameterBindingException"
    " SessionStateException ItemNotFoundException ParseException ActionPreferenceStopException"
    " PipelineStoppedException ErrorRecord ErrorCategoryInfo ErrorDetails",
    "dotnet.invocations": "InvocationInfo CallStackFrame",
    "attributes": "AliasAttribute AllowEmptyCollectionAttribute AllowEmptyStringAttribute AllowNullAttribute"
    " ArgumentCompleterAttribute ArgumentCompletionsAttribute CmdletBindingAttribute CredentialAttribute"
    " OutputTypeAttribute ParameterAttribute PSDefaultValueAttribute PSTypeNameAttribute SupportsWildcardsAttribute"
    " HiddenAttribute",
    "validation": "ValidateArgumentsAttribute ValidateEnumeratedArgumentsAttribute ArgumentTransformationAttribute"
    " MetadataException ValidationMetadataException ArgumentTransformationMetadataException",
    "dotnet.abstractbases": "Host.PSHost Host.PSHostUserInterface Host.PSHostRawUserInterface"
    " CachedValidValuesGeneratorBase",
    "binding.dynamic": "RuntimeDefinedParameter RuntimeDefinedParameterDictionary",
    "psvariable": "PSVariable",
    "variable_attributes": "ArgumentTypeConverterAttribute",
    "session_state": "SessionState PSVariableIntrinsics PathIntrinsics",
    "provider_intrinsics": "ProviderIntrinsics DriveManagementIntrinsics CmdletProviderManagementIntrinsics"
    " ItemCmdletProviderIntrinsics ChildItemCmdletProviderIntrinsics ContentCmdletProviderIntrinsics"
    " PropertyCmdletProviderIntrinsics SecurityDescriptorCmdletProviderIntrinsics ReturnContainers CopyContainers",
    "engine_objects": "EngineIntrinsics CommandInvocationIntrinsics",
    "dotnet.keys": "Host.KeyInfo",
    "dotnet.sessionoptions": "Remoting.PSSessionOption",
    "remotesessions": "Runspaces.PSSession",
    "host_view": "Host.ChoiceDescription Host.FieldDescription Host.Size Host.Coordinates",
    "modules": "PSModuleInfo",
    "jobs": "Job JobStateInfo",
    "backgroundjobs": "PSRemotingJob PSRemotingChildJob",
    "breakpoints": "Breakpoint LineBreakpoint CommandBreakpoint VariableBreakpoint",
    "script_cmdlet": "PSCmdlet Cmdlet PSScriptCmdlet MshCommandRuntime Internal.InternalCommand",
    "paging": "PagingParameters",
    "lookup_actions": "CommandLookupEventArgs",
    "commandinfo": "CommandInfo CmdletInfo FunctionInfo FilterInfo",
    "aliasinfo": "AliasInfo",
    "externalinfo": "ExternalScriptInfo ApplicationInfo ScriptInfo",
    "dotnet.commenthelp": "Language.CommentHelpInfo",
    "dotnet.proxycommands": "CommandMetadata ProxyCommand",
    "metadata": "PSTypeName ParameterMetadata CommandParameterInfo CommandParameterSetInfo ParameterSetMetadata",
    "streams": "InformationalRecord WarningRecord VerboseRecord DebugRecord InformationRecord HostInformationMessage"
    " ProgressRecord",
    "reference": "PSReference",
    "scriptblock": "ScriptBlock",
    "dotnet.psserializer": "PSSerializer",
    "dotnet.psstyle": "PSStyle Internal.StringDecorated PSStyle+ForegroundColor PSStyle+BackgroundColor"
    " PSStyle+FormattingData PSStyle+ProgressConfiguration PSStyle+FileInfoFormatting",
    "blockpipeline": "ScriptBlockToPowerShellNotSupportedException",
    "bound": "PSBoundParametersDictionary",
    "eventing": "PSEventArgs PSEventSubscriber PSEventJob",
    "native": "NativeCommandExitException",
    "steppable": "SteppablePipeline",
    "dotnet.semver": "SemanticVersion",
    "dotnet.astvisitors": "Language.AstVisitor Language.AstVisitor2 Language.AstVisitAction",
    "dotnet.astmembers": "VariablePath Language.StringConstantType Language.TypeAttributes"
    " Language.UsingStatementKind Language.RedirectionStream Language.SwitchFlags Language.ForEachFlags",
    "dotnet.codegeneration": "Language.CodeGeneration TypeAccelerators",
    "dotnet.credentials": "PSCredential",
    "providers.base": "ProviderInfo PSDriveInfo PathInfo DriveNotFoundException ProviderNotFoundException",
    "dotnet.psobjects": "PSMethod PSMemberSet",
    "dotnet.psmembers": "PSMemberInfo PSPropertyInfo PSMethodInfo PSNoteProperty PSAliasProperty PSScriptProperty"
    " PSScriptMethod PSCodeProperty PSProperty PSParameterizedProperty PSCodeMethod PSPropertySet PSVariableProperty",
    "dotnet.wildcardpatterns": "WildcardPattern",
    "dotnet.languageprimitives": "LanguagePrimitives",
    "dotnet.psparser": "PSParser PSToken PSParseError",
    "dotnet.powershells": "PowerShell",
    "dotnet.psdata": "PSDataCollection`1 PSDataStreams PSInvocationStateInfo",
    "dotnet.pscommand": "PSCommand Runspaces.Command Runspaces.CommandCollection",
    "dotnet.runspaces": "Runspaces.Runspace Runspaces.RunspaceFactory Runspaces.RunspacePool"
    " Runspaces.InitialSessionState Runspaces.SessionStateVariableEntry Runspaces.SessionStateFunctionEntry"
    " Runspaces.SessionStateProxy Runspaces.RunspaceStateInfo",
    "dotnet.typedata": "Runspaces.TypeData Runspaces.TypeMemberData Runspaces.NotePropertyData"
    " Runspaces.AliasPropertyData Runspaces.ScriptPropertyData Runspaces.ScriptMethodData Runspaces.CodePropertyData"
    " Runspaces.PropertySetData Runspaces.MemberSetData",
}
