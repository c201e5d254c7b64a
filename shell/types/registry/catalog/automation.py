"""Types of System.Management.Automation by the module (below `shell`) that registers them."""

from __future__ import annotations

from typing import Final

AUTOMATION_TYPES: Final[dict[str, str]] = {
    "engine.automation.completion": "CommandCompletion CompletionResult",
    "engine.automation.language": "Language.Parser Language.Token Language.TokenKind Language.ParseError Language.Ast"
    " Language.IScriptExtent Language.InternalScriptExtent Language.EmptyScriptExtent"
    " Language.ScriptBlockAst Language.CommandAst Language.FunctionDefinitionAst"
    " Language.StringConstantExpressionAst Language.VariableExpressionAst Language.CommandParameterAst"
    " Language.PipelineAst Language.AssignmentStatementAst Language.ExpressionAst Language.StatementAst"
    " Language.HashtableAst Language.InvokeMemberExpressionAst Language.MemberExpressionAst"
    " Language.BinaryExpressionAst Language.ParameterAst Language.ParamBlockAst Language.IfStatementAst"
    " Language.ScriptBlockExpressionAst Language.TypeExpressionAst Language.TypeDefinitionAst"
    " Language.ConstantExpressionAst Language.ExpandableStringExpressionAst Language.CommandExpressionAst",
    "engine.automation.tokens": "Language.TokenFlags Language.VariableToken Language.NumberToken"
    " Language.ParameterToken"
    " Language.LabelToken Language.StringToken Language.StringLiteralToken Language.StringExpandableToken"
    " Language.RedirectionToken Language.InputRedirectionToken Language.FileRedirectionToken"
    " Language.MergingRedirectionToken",
    "dotnet.automation.errors": "RuntimeException PSInvalidCastException PSArgumentException"
    " PSInvalidOperationException"
    " MethodException MethodInvocationException SetValueException CommandNotFoundException ParameterBindingException"
    " SessionStateException ItemNotFoundException ParseException ActionPreferenceStopException"
    " PipelineStoppedException ErrorRecord ErrorCategoryInfo ErrorDetails",
    "engine.automation.invocations": "InvocationInfo CallStackFrame",
    "engine.binding.attributes": "AliasAttribute AllowEmptyCollectionAttribute AllowEmptyStringAttribute"
    " AllowNullAttribute"
    " ArgumentCompleterAttribute ArgumentCompletionsAttribute CmdletBindingAttribute CredentialAttribute"
    " OutputTypeAttribute ParameterAttribute PSDefaultValueAttribute PSTypeNameAttribute SupportsWildcardsAttribute"
    " HiddenAttribute",
    "engine.binding.validation": "ValidateArgumentsAttribute ValidateEnumeratedArgumentsAttribute"
    " ArgumentTransformationAttribute"
    " MetadataException ValidationMetadataException ArgumentTransformationMetadataException",
    "engine.classes.abstract_bases": "Host.PSHost Host.PSHostUserInterface Host.PSHostRawUserInterface"
    " CachedValidValuesGeneratorBase",
    "engine.binding.dynamic": "RuntimeDefinedParameter RuntimeDefinedParameterDictionary",
    "engine.session.variable_objects": "PSVariable",
    "engine.binding.variable_attributes": "ArgumentTypeConverterAttribute",
    "engine.session.session_state": "SessionState PSVariableIntrinsics PathIntrinsics",
    "engine.providers.provider_intrinsics": "ProviderIntrinsics DriveManagementIntrinsics"
    " CmdletProviderManagementIntrinsics"
    " ItemCmdletProviderIntrinsics ChildItemCmdletProviderIntrinsics ContentCmdletProviderIntrinsics"
    " PropertyCmdletProviderIntrinsics SecurityDescriptorCmdletProviderIntrinsics ReturnContainers CopyContainers",
    "engine.session.engine_objects": "EngineIntrinsics CommandInvocationIntrinsics",
    "dotnet.system.keys": "Host.KeyInfo",
    "engine.automation.session_options": "Remoting.PSSessionOption",
    "engine.session.remote_sessions": "Runspaces.PSSession",
    "engine.session.host_view": "Host.ChoiceDescription Host.FieldDescription Host.Size Host.Coordinates",
    "engine.modules.modules": "PSModuleInfo",
    "engine.session.jobs": "Job JobStateInfo",
    "engine.session.background_jobs": "PSRemotingJob PSRemotingChildJob",
    "engine.run.breakpoints": "Breakpoint LineBreakpoint CommandBreakpoint VariableBreakpoint",
    "engine.commands.script_cmdlet": "PSCmdlet Cmdlet PSScriptCmdlet MshCommandRuntime Internal.InternalCommand",
    "engine.binding.paging": "PagingParameters",
    "engine.session.lookup_actions": "CommandLookupEventArgs",
    "engine.commands.command_info": "CommandInfo CmdletInfo FunctionInfo FilterInfo",
    "engine.commands.alias_info": "AliasInfo",
    "engine.commands.external_info": "ExternalScriptInfo ApplicationInfo ScriptInfo",
    "engine.automation.comment_help": "Language.CommentHelpInfo",
    "engine.automation.proxy_commands": "CommandMetadata ProxyCommand",
    "engine.commands.metadata": "PSTypeName ParameterMetadata CommandParameterInfo CommandParameterSetInfo"
    " ParameterSetMetadata",
    "engine.session.streams": "InformationalRecord WarningRecord VerboseRecord DebugRecord InformationRecord"
    " HostInformationMessage"
    " ProgressRecord",
    "types.conversion.reference": "PSReference",
    "engine.run.script_block": "ScriptBlock",
    "dotnet.automation.serializer": "PSSerializer",
    "dotnet.automation.psstyle": "PSStyle Internal.StringDecorated PSStyle+ForegroundColor PSStyle+BackgroundColor"
    " PSStyle+FormattingData PSStyle+ProgressConfiguration PSStyle+FileInfoFormatting",
    "engine.run.block_pipeline": "ScriptBlockToPowerShellNotSupportedException",
    "engine.run.bound": "PSBoundParametersDictionary",
    "engine.session.eventing": "PSEventArgs PSEventSubscriber PSEventJob",
    "engine.run.native": "NativeCommandExitException",
    "engine.run.steppable": "SteppablePipeline",
    "dotnet.automation.semantic_version": "SemanticVersion",
    "engine.automation.syntax_visitors": "Language.AstVisitor Language.AstVisitor2 Language.AstVisitAction",
    "engine.automation.syntax_nodes": "VariablePath Language.StringConstantType Language.TypeAttributes"
    " Language.UsingStatementKind Language.RedirectionStream Language.SwitchFlags Language.ForEachFlags",
    "engine.automation.code_generation": "Language.CodeGeneration TypeAccelerators",
    "dotnet.security.credentials": "PSCredential",
    "engine.providers.base": "ProviderInfo PSDriveInfo PathInfo DriveNotFoundException ProviderNotFoundException",
    "dotnet.automation.psobjects": "PSMethod PSMemberSet",
    "dotnet.automation.member_objects": "PSMemberInfo PSPropertyInfo PSMethodInfo PSNoteProperty PSAliasProperty"
    " PSScriptProperty"
    " PSScriptMethod PSCodeProperty PSProperty PSParameterizedProperty PSCodeMethod PSPropertySet PSVariableProperty",
    "dotnet.automation.wildcard_patterns": "WildcardPattern",
    "dotnet.automation.language_primitives": "LanguagePrimitives",
    "engine.automation.psparser": "PSParser PSToken PSParseError",
    "engine.automation.powershells": "PowerShell",
    "engine.automation.invocation_settings": "PSInvocationSettings",
    "engine.automation.psdata": "PSDataCollection`1 PSDataStreams PSInvocationStateInfo",
    "engine.automation.pscommand": "PSCommand Runspaces.Command Runspaces.CommandCollection",
    "engine.automation.runspaces": "Runspaces.Runspace Runspaces.RunspaceFactory Runspaces.RunspacePool"
    " Runspaces.InitialSessionState Runspaces.SessionStateVariableEntry Runspaces.SessionStateFunctionEntry"
    " Runspaces.SessionStateProxy Runspaces.RunspaceStateInfo",
    "dotnet.automation.type_data_objects": "Runspaces.TypeData Runspaces.TypeMemberData Runspaces.NotePropertyData"
    " Runspaces.AliasPropertyData Runspaces.ScriptPropertyData Runspaces.ScriptMethodData Runspaces.CodePropertyData"
    " Runspaces.PropertySetData Runspaces.MemberSetData",
}
