"""The texts of parse errors, by PowerShell's error ids; `{0}` is the fact that an error carries."""

from __future__ import annotations

_NOT_IN_DATA_SECTION: dict[str, str] = {
    "ArrayReferenceNotSupportedInDataSection": "Array references are",
    "AssignmentStatementNotSupportedInDataSection": "Assignment statements are",
    "CmdletNotInAllowedListForDataSection": "The command '{0}' is",
    "DoWhileStatementNotSupportedInDataSection": "The do and while statements are",
    "DotSourcingNotSupportedInDataSection": "Dot-sourcing is",
    "ExpandableStringNotSupportedInDataSection": "Expandable strings are",
    "FlowControlStatementNotSupportedInDataSection": "Flow control statements are",
    "ForWhileStatementNotSupportedInDataSection": "The for and while statements are",
    "ForeachStatementNotSupportedInDataSection": "The foreach statement is",
    "FunctionDeclarationNotSupportedInDataSection": "Function declarations are",
    "MethodCallNotSupportedInDataSection": "Method calls are",
    "OperatorNotSupportedInDataSection": "The '{0}' operator is",
    "ParameterDeclarationNotSupportedInDataSection": "Parameter declarations are",
    "PropertyReferenceNotSupportedInDataSection": "Property references are",
    "RedirectionNotSupportedInDataSection": "Redirection is",
    "ScriptBlockNotSupportedInDataSection": "Script block literals are",
    "SwitchStatementNotSupportedInDataSection": "The switch statement is",
    "TrapStatementNotSupportedInDataSection": "The trap statement is",
    "TryStatementNotSupportedInDataSection": "The try statement is",
    "TypeDefinitionNotSupportedInDataSection": "Type definitions are",
    "TypeNotAllowedInDataSection": "The type {0} is",
}

MESSAGES: dict[str, str] = {
    **{
        error_id: f"{what} not allowed in restricted language mode or a Data section."
        for error_id, what in _NOT_IN_DATA_SECTION.items()
    },
    "AssignmentStatementToAutomaticNotSupported": "Cannot assign automatic variable '{0}' with type '{1}'",
    "AttributeNotAllowedOnDeclaration": "Attribute '{0}' is not valid on this declaration type.",
    "BackgroundOperatorInPipelineChain": "Background operators can only be used at the end of a pipeline chain.",
    "BadNumericConstant": "The numeric constant {0} is not valid.",
    "BaseClassNoDefaultCtor": "Base class '{0}' does not contain a parameterless constructor.",
    "CannotConvertValue": 'Cannot convert value {0} to type "{1}".',
    "ConstructorCantHaveReturnType": "A constructor cannot have a return type.",
    "CustomAttributeTypeNotFound": (
        "Cannot find the type for custom attribute '{0}'. Make sure that the assembly that contains this type is "
        "loaded."
    ),
    "CycleInEnumInitializers": "The values of enumerations depend on each other in a circle.",
    "DataSectionAllowedCommandDisallowed": "The allowed commands of a Data section must be constants.",
    "DataSectionStatementNotSupportedInDataSection": (
        "A Data section is not allowed in restricted language mode or another Data section."
    ),
    "DuplicateFormalParameter": "Duplicate parameter ${0} in parameter list.",
    "DuplicateKeyInHashLiteral": "Duplicate keys '{0}' are not allowed in hash literals.",
    "DuplicateNamedArgument": "Duplicate named argument '{0}' is not allowed.",
    "DuplicateQualifier": "Duplicate qualifier '{0}'.",
    "DuplicateScriptCommandClause": "Script command clause '{0}' has already been defined.",
    "EmptyCatchNotLast": "A catch block without types must be the last catch block.",
    "EmptyPipeElement": "An empty pipe element is not allowed.",
    "EmptyPipelineChainElement": "An empty pipeline chain element is not allowed.",
    "EmptyVariableReference": "Empty ${} variable reference is not valid.",
    "EndSquareBracketExpectedAtEndOfAttribute": "Missing ] at end of attribute or type literal.",
    "EnumeratorValueOutOfBounds": "The value of the enumerator is out of bounds for the type '{0}'.",
    "EnumeratorValueMustBeConstant": "Enumerator value must be constant.",
    "ExceptionTypeAlreadyCaught": "Exception type {0} is already handled by a previous handler.",
    "ExpectedExpression": "An expression was expected after '{0}'.",
    "ExpectedValueExpression": "You must provide a value expression following the '{0}' operator.",
    "ExpressionsMustBeFirstInPipeline": "Expressions are only allowed as the first element of a pipeline.",
    "FlowControlLeavingFinally": "Control cannot leave a finally block.",
    "IfStatementMissingCondition": "Missing condition in if statement after '{0} ('.",
    "IncompleteDollarSubexpressionReference": "$(subexpression) is missing the closing ')'.",
    "IncompleteDollarVariableReference": "${variable} reference starting is missing the closing '}'.",
    "IncompleteHashLiteral": "The hash literal was incomplete.",
    "IncompleteMemberDefinition": "The member definition is not complete.",
    "IncompleteString": "Incomplete string token.",
    "InvalidForeachFlag": "The flag '{0}' is not valid in a foreach statement.",
    "InvalidFunctionParameter": "A parameter must be a variable.",
    "InvalidLeftHandSide": (
        "The assignment expression is not valid. The input to an assignment operator must be an object that is "
        "able to accept assignments, such as a variable or a property."
    ),
    "InvalidParameterForDataSectionStatement": "The parameter '{0}' is not valid for the data section.",
    "InvalidScriptBlockInDataSection": "A script block that has parameters or named blocks is no data.",
    "InvalidSwitchFlag": "The switch statement does not take the parameter '{0}'.",
    "InterfaceNameExpected": "'{0}': Interface name expected.",
    "InvalidUnderlyingType": "The type '{0}' cannot be the underlying type of an enumeration.",
    "InvalidUnicodeEscapeSequence": (
        "The Unicode escape sequence is not valid. A valid sequence is `u{ followed by one to six hex digits and "
        "a closing '}'."
    ),
    "InvalidUnicodeEscapeSequenceValue": "The Unicode escape sequence value is out of range. The maximum is 0x10FFFF.",
    "InvalidUsingExpression": (
        "The expression is not valid as a Using expression: it takes a variable, its properties and its elements."
    ),
    "InvalidValueForUsingItemName": "The value '{0}' is not valid for the name of an item in the using statement.",
    "InvalidVariableReference": (
        "Variable reference is not valid. '$' was not followed by a valid variable name character. Consider using"
        " ${} to delimit the name."
    ),
    "InvalidVariableReferenceWithDrive": (
        "Variable reference is not valid. ':' was not followed by a valid variable name character. Consider using"
        " ${} to delimit the name."
    ),
    "KeywordParameterReservedForFutureUse": "The {0} parameter '{1}' is reserved for future use.",
    "LabelNotFound": "The label '{0}' was not found.",
    "MemberAlreadyDefined": "The member '{0}' is already defined.",
    "MethodHasCodePathNotReturn": "Not all code path returns value within method.",
    "MissingArgument": "Missing argument in parameter list.",
    "MissingArrayIndexExpression": "Array index expression is missing or not valid.",
    "MissingAssemblyNameSpecification": "Incomplete assembly name specified.",
    "MissingBaseCtorCall": "Constructor base class initialization must include a base constructor call.",
    "MissingCatchHandlerBlock": "The Catch block is missing its statement block.",
    "MissingCatchOrFinally": "The Try statement is missing its Catch or Finally block.",
    "MissingColonInTernaryExpression": "Missing ':' in the ternary expression.",
    "MissingCurlyInSwitchStatement": "Missing '{' in switch statement.",
    "MissingConfigurationName": "The name of the configuration is missing.",
    "MissingCurlyInConfigurationStatement": "The opening brace of the configuration is missing.",
    "MissingEndCurlyBrace": "Missing closing '}' in statement block or type definition.",
    "MissingEndParenthesisAfterForeachStatement": "Missing closing ')' after expression part of foreach loop.",
    "MissingEndParenthesisAfterStatement": "Missing closing ')' after expression in '{0}' statement.",
    "MissingEndParenthesisInExpression": "Missing closing ')' in expression.",
    "MissingEndParenthesisInFunctionParameterList": "Missing ')' in function parameter list.",
    "MissingEndParenthesisInMethodCall": "Missing ')' in method call.",
    "MissingEndParenthesisInSubexpression": "Missing closing ')' in subexpression.",
    "MissingEndSquareBracket": "Missing ']' after array index expression.",
    "MissingEqualsInHashLiteral": "Missing '=' operator after key in hash literal.",
    "MissingExpression": "Missing expression after '{0}' in pipeline element.",
    "MissingExpressionAfterKeyword": "Missing expression after '{0}' in loop.",
    "MissingExpressionAfterOperator": "Missing expression after unary operator '{0}'.",
    "MissingExpressionAfterToken": "Missing expression after '{0}'.",
    "MissingExpressionInNamedArgument": "Missing expression in named argument.",
    "MissingFileSpecification": "Missing file specification after redirection operator.",
    "MissingFilenameOption": "Missing file name after the -file option of the switch statement.",
    "MissingFinallyStatementBlock": "The Finally keyword is missing its statement block.",
    "MissingForeachExpression": "Missing expression after 'in' in foreach loop.",
    "MissingForeachStatement": "Missing statement body in foreach loop.",
    "MissingFunctionBody": "Missing function body in function declaration.",
    "MissingInInForeach": "Missing 'in' after variable in foreach loop.",
    "MissingLoopStatement": "Missing statement body in {0} loop.",
    "MissingMethodParameterList": "Missing parameter list in method declaration.",
    "MissingNameAfterKeyword": "Missing name after {0} keyword.",
    "MissingNamedBlocks": "unexpected token '{0}', expected 'begin', 'process', 'end', 'clean', or 'dynamicparam'.",
    "MissingNamedStatementBlock": "Missing statement block after '{0}'.",
    "MissingNamespaceAlias": "The alias is missing in the using statement.",
    "MissingOpenParenthesisAfterKeyword": "Missing opening '(' after keyword '{0}'.",
    "MissingOpenParenthesisInIfStatement": "Missing '(' after '{0}' in if statement.",
    "MissingPropertyName": "Missing property name after reference operator.",
    "MissingPropertyTerminator": "Missing ';' or end of line in property definition.",
    "MissingStatementBlock": "Missing statement block after {0} ( condition ).",
    "MissingStatementBlockAfterElse": "Missing statement block after 'else' keyword.",
    "MissingStatementBlockForDataSection": "Missing statement block for data section.",
    "MissingStatementInHashLiteral": "Missing statement after '=' in hash literal.",
    "MissingStatementAfterKeyword": "Missing statement after '{0}' keyword.",
    "MissingSwitchConditionExpression": "Missing condition in switch statement clause.",
    "MissingSwitchStatementClause": "Missing statement block in switch statement clause.",
    "MissingTerminatorMultiLineComment": "The terminator '#>' is missing from the multiline comment.",
    "MissingThis": "Cannot assign property, use '{0}{1}'.",
    "MissingThrottleLimit": "Missing the value of the -throttlelimit parameter of the foreach statement.",
    "MissingTrapStatement": "Missing statement body in trap.",
    "MissingTryStatementBlock": "The Try statement is missing its statement block.",
    "MissingTypeBody": "Missing {0} body in {0} declaration.",
    "MissingTypeInStaticPropertyAssignment": "Cannot assign property, use '{0}{1}'.",
    "MissingTypeLiteralToken": "Type literal token is missing.",
    "MissingTypename": "Missing type name after '['.",
    "MissingUnicodeEscapeSequenceTerminator": "The Unicode escape sequence is missing the closing '}'.",
    "MissingUsingItemName": "The name of the item is missing in the using statement.",
    "MissingUsingStatementDirective": "A 'using' statement must specify assembly, module, namespace or type.",
    "MissingUsingStatementTerminator": "A new line or a semicolon is missing behind the using statement.",
    "MissingValueForSupportedCommandInDataSectionStatement": "The -SupportedCommand parameter needs command names.",
    "MissingVariableNameAfterForeach": "Missing variable name after foreach.",
    "MissingWhileOrUntilInDoWhile": "Missing while or until keyword in do loop.",
    "MultipleTypeConstraintsOnMethodParam": "Multiple type constraints are not allowed on a method parameter.",
    "MultipleSwitchDefaultClauses": "A switch statement must have only one default clause.",
    "NamedBlockNotAllowedInMethod": "Named blocks are not allowed in a class method.",
    "NonStaticMemberAccessInStaticMember": (
        "Cannot access the non-static member '{0}' in a static method or initializer of a static property."
    ),
    "NonVoidMethodMissingReturnValue": "Invalid return statement within non-void method.",
    "OnlyOneParameterListAllowed": "Only one parameter list is allowed for the function '{0}'.",
    "OpenBraceNeedsToBeBackTickedInVariableName": "An open brace must be escaped with a backtick in a variable name.",
    "OperatorRequiresVariableOrProperty": "The '{0}' operator works only on variables or on properties.",
    "OrderedAttributeOnlyOnHashLiteralNode": "The ordered attribute can be specified only on a hash literal node.",
    "ParamBlockNotAllowedInMethod": "A 'param' block is not allowed in a class method.",
    "ParameterAttributeArgumentNeedsToBeConstant": "Attribute argument must be a constant.",
    "ParameterAttributeArgumentNeedsToBeConstantOrScriptBlock": (
        "Attribute argument must be a constant or a script block."
    ),
    "ParameterCannotHaveArgument": "The parameter {0} cannot have an argument.",
    "ParameterRequiresArgument": "The parameter {0} requires an argument.",
    "PipelineValueRequired": "An expression is required in the switch statement.",
    "RedirectionNotSupported": "The '{0}' operator is reserved for future use.",
    "ReferenceNeedsToBeByItselfInTypeConstraint": "[ref] cannot be used with other types in a type constraint.",
    "ReferenceNeedsToBeByItselfInTypeSequence": (
        "Multiple type references are not allowed in a type sequence: [ref] must stand by itself."
    ),
    "RequiresArgumentMustBeConstant": "The argument of a #requires parameter must be constant.",
    "RequiresPSEditionInvalid": "The PowerShell edition '{0}' of the #requires statement is not valid: Core, Desktop.",
    "RequiresVersionInvalid": "The version of the #requires statement is not valid: major.minor.build.revision.",
    "ReservedKeywordNotAllowed": "The '{0}' keyword is not supported in this version of the language.",
    "ScriptTooComplicated": "The script is nested too deeply to be parsed.",
    "SealedBaseClass": "'{0}': a class cannot derive from a sealed type.",
    "SplattingNotPermitted": (
        "The splatting operator '@' cannot be used to reference variables in an expression. '@{0}' can be used "
        "only as an argument to a command. To reference variables in an expression use '${0}'."
    ),
    "SplattingNotPermittedInArgumentList": (
        "The splatting operator '@' cannot be used to reference variables in an argument list. '@{0}' can be used"
        " only as an argument to a command. To reference variables in an expression use '${0}'."
    ),
    "StaticConstructorCantHaveParameters": "A static constructor cannot have any parameters.",
    "StreamAlreadyRedirected": "The {0} stream for this command is already redirected.",
    "SubtypeArray": "'{0}': a class cannot derive from an array.",
    "SubtypeUnclosedGeneric": "'{0}': a class cannot derive from a generic type whose arguments are not given.",
    "TerminatorExpectedAtEndOfString": "The string is missing the terminator: {0}.",
    "TooManyDigitsInUnicodeEscapeSequence": (
        "The Unicode escape sequence contains more than the maximum of six hex digits between braces."
    ),
    "TooManyTypes": "Only one type may be specified on class members.",
    "TypeCreationError": 'Error during creation of type "{0}". Error message:\n{1}',
    "TypeNameExpected": "Type name expected.",
    "TypeNotFound": "Unable to find type [{0}].",
    "TypeNotAllowedBeforeParam": "The type '{0}' is not allowed before 'param'.",
    "TypeNotAllowedForProperty": "The type '{0}' cannot be used for a property.",
    "UnexpectedAttribute": "Unexpected attribute '{0}'.",
    "UnexpectedCharactersAfterHereStringHeader": (
        "No characters are allowed after a here-string header but before the end of the line."
    ),
    "UnexpectedKeyword": "Unexpected keyword '{0}'.",
    "UnexpectedToken": "Unexpected token '{0}' in expression or statement.",
    "UnrecognizedToken": "Unrecognized token in source text.",
    "UsingMustBeAtStartOfScript": "A 'using' statement must appear before any other statements in a script.",
    "UsingStatementNotSupported": "This kind of using statement is not supported.",
    "VariableNotLocal": "Variable is not assigned in the method.",
    "VariableReferenceNotSupportedInDataSection": (
        "A variable that cannot be referenced in restricted language mode or a Data section is being referenced. "
        "Variables that can be referenced include the following: {0}."
    ),
    "VoidMethodHasReturn": "Invalid return statement within void method.",
    "VoidTypeConstraintNotAllowed": (
        "The type [void] cannot be used as a type constraint of a variable or a parameter."
    ),
    "WhitespaceBeforeHereStringFooter": "White space is not allowed before the string terminator.",
    "WorkflowNotSupportedInPowerShellCore": "Workflow is not supported in PowerShell 6+.",
}
"""What an id has no text for is a defect of this table; `message` fails on it."""


def message(error_id: str, *facts: str) -> str:
    """Compute the text of an error. Facts are put in as they are; braces in a text mean nothing else."""
    text = MESSAGES[error_id]
    for index, fact in enumerate(facts):
        text = text.replace("{" + str(index) + "}", fact)
    return text
