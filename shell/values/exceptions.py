"""Exceptions that only scripts and the emulated types throw, and .NET's default message of each."""

from __future__ import annotations

from typing import Final

from shell.values import errors
from shell.values.errors import NetException, exception_class

_TREE: Final = """
System.ApplicationException Exception
System.AggregateException Exception
System.InvalidTimeZoneException Exception
System.AccessViolationException SystemException
System.AppDomainUnloadedException SystemException
System.ArrayTypeMismatchException SystemException
System.BadImageFormatException SystemException
System.CannotUnloadAppDomainException SystemException
System.DataMisalignedException SystemException
System.InsufficientMemoryException SystemException
System.InvalidProgramException SystemException
System.MemberAccessException SystemException
System.FieldAccessException MemberAccessException
System.MethodAccessException MemberAccessException
System.MissingMemberException MemberAccessException
System.MissingFieldException MissingMemberException
System.MissingMethodException MissingMemberException
System.MulticastNotSupportedException SystemException
System.NotFiniteNumberException ArithmeticException
System.ObjectDisposedException InvalidOperationException
System.OperationCanceledException SystemException
System.Threading.Tasks.TaskCanceledException OperationCanceledException
System.OutOfMemoryException SystemException
System.PlatformNotSupportedException NotSupportedException
System.RankException SystemException
System.StackOverflowException SystemException
System.TimeoutException SystemException
System.TypeInitializationException SystemException
System.TypeLoadException SystemException
System.DllNotFoundException TypeLoadException
System.EntryPointNotFoundException TypeLoadException
System.TypeUnloadedException SystemException
System.Data.DataException SystemException
System.Data.ConstraintException DataException
System.Data.DeletedRowInaccessibleException DataException
System.Data.DuplicateNameException DataException
System.Data.InvalidExpressionException DataException
System.Data.EvaluateException InvalidExpressionException
System.Data.SyntaxErrorException InvalidExpressionException
System.Data.MissingPrimaryKeyException DataException
System.Data.NoNullAllowedException DataException
System.Data.ReadOnlyException DataException
System.Data.RowNotInTableException DataException
System.IO.EndOfStreamException IOException
System.IO.DriveNotFoundException IOException
System.IO.FileLoadException IOException
System.IO.PathTooLongException IOException
System.IO.InvalidDataException SystemException
System.IO.InternalBufferOverflowException SystemException
System.Security.SecurityException SystemException
System.Security.VerificationException SystemException
System.Security.Cryptography.CryptographicException SystemException
System.Security.Authentication.AuthenticationException SystemException
System.Security.Authentication.InvalidCredentialException AuthenticationException
System.Threading.AbandonedMutexException SystemException
System.Threading.SynchronizationLockException SystemException
System.Threading.ThreadAbortException SystemException
System.Threading.ThreadInterruptedException SystemException
System.Threading.ThreadStateException SystemException
System.Runtime.InteropServices.ExternalException SystemException
System.Runtime.InteropServices.COMException ExternalException
System.Runtime.Serialization.SerializationException SystemException
System.ComponentModel.InvalidEnumArgumentException ArgumentException
System.ComponentModel.InvalidAsynchronousStateException ArgumentException
System.ComponentModel.Win32Exception ExternalException
System.DuplicateWaitObjectException ArgumentException
System.Net.CookieException FormatException
System.Net.ProtocolViolationException InvalidOperationException
System.Net.WebException InvalidOperationException
System.Net.Http.HttpRequestException Exception
System.Net.NetworkInformation.NetworkInformationException Win32Exception
System.Net.NetworkInformation.PingException InvalidOperationException
System.Text.DecoderFallbackException ArgumentException
System.Text.EncoderFallbackException ArgumentException
System.Text.RegularExpressions.RegexMatchTimeoutException TimeoutException
System.Text.Json.JsonException Exception
System.Reflection.AmbiguousMatchException SystemException
System.Reflection.InvalidFilterCriteriaException ApplicationException
System.Reflection.TargetException ApplicationException
System.Reflection.TargetInvocationException ApplicationException
System.Reflection.TargetParameterCountException ApplicationException
System.Configuration.ConfigurationException SystemException
System.Data.DataException SystemException
System.Data.ConstraintException DataException
System.Data.NoNullAllowedException DataException
System.Xml.Schema.XmlSchemaException SystemException
System.Xml.XPath.XPathException SystemException
System.Management.Automation.PSNotSupportedException NotSupportedException
System.Management.Automation.PSNotImplementedException NotImplementedException
System.Management.Automation.PSArgumentNullException ArgumentNullException
System.Management.Automation.PSArgumentOutOfRangeException ArgumentOutOfRangeException
System.Management.Automation.PSObjectDisposedException ObjectDisposedException
System.Management.Automation.PSSecurityException RuntimeException
System.Management.Automation.ApplicationFailedException RuntimeException
System.Management.Automation.HaltCommandException SystemException
System.Management.Automation.FlowControlException SystemException
System.Management.Automation.LoopFlowException FlowControlException
System.Management.Automation.BreakException LoopFlowException
System.Management.Automation.ContinueException LoopFlowException
System.Management.Automation.ExitException FlowControlException
System.Management.Automation.CmdletInvocationException RuntimeException
System.Management.Automation.CmdletProviderInvocationException CmdletInvocationException
System.Management.Automation.ProviderInvocationException RuntimeException
System.Management.Automation.ExtendedTypeSystemException RuntimeException
System.Management.Automation.GetValueException ExtendedTypeSystemException
System.Management.Automation.PSVersionNotCompatibleException RuntimeException
System.Management.Automation.RemoteException RuntimeException
System.Management.Automation.ScriptRequiresException RuntimeException
System.Management.Automation.JobFailedException SystemException
System.Management.Automation.SessionStateOverflowException SessionStateException
System.Management.Automation.Host.HostException RuntimeException
System.Management.Automation.Host.PromptingException HostException
System.Management.Automation.Runspaces.InvalidRunspaceStateException SystemException
System.Management.Automation.Runspaces.InvalidPipelineStateException SystemException
System.Management.Automation.InvalidPowerShellStateException SystemException
"""
"""Each class and its base, nearest first."""


def _classes() -> dict[str, type[NetException]]:
    known: dict[str, type[NetException]] = {"Exception": NetException}
    for name, value in vars(errors).items():
        if isinstance(value, type) and issubclass(value, NetException):
            known.setdefault(name, value)
    found: dict[str, type[NetException]] = {}
    for line in _TREE.strip().splitlines():
        name, base = line.split()
        made = exception_class(name, known[base], __name__)
        known.setdefault(name.rpartition(".")[2], made)
        found[name] = made
    return found


CLASSES: Final = _classes()
"""Full name -> class."""

RankException: Final = CLASSES["System.RankException"]
ObjectDisposedException: Final = CLASSES["System.ObjectDisposedException"]
PSArgumentNullException: Final = CLASSES["System.Management.Automation.PSArgumentNullException"]
EndOfStreamException: Final = CLASSES["System.IO.EndOfStreamException"]
CryptographicException: Final = CLASSES["System.Security.Cryptography.CryptographicException"]
TimeoutException: Final = CLASSES["System.TimeoutException"]
ExtendedTypeSystemException: Final = CLASSES["System.Management.Automation.ExtendedTypeSystemException"]
ExtendedTypeSystemException.from_method = True  # type: ignore[attr-defined]
Win32Exception: Final = CLASSES["System.ComponentModel.Win32Exception"]

MESSAGES: Final[dict[str, tuple[str, int]]] = {
    "System.ApplicationException": ("Error in the application.", -2146232832),
    "System.AggregateException": ("One or more errors occurred.", -2146233088),
    "System.SystemException": ("System error.", -2146233087),
    "System.ArgumentException": ("Value does not fall within the expected range.", -2147024809),
    "System.ArgumentNullException": ("Value cannot be null.", -2147467261),
    "System.ArgumentOutOfRangeException": ("Specified argument was out of the range of valid values.", -2146233086),
    "System.ArithmeticException": ("Overflow or underflow in the arithmetic operation.", -2147024362),
    "System.ArrayTypeMismatchException": (
        "Attempted to access an element as a type incompatible with the array.",
        -2146233085,
    ),
    "System.BadImageFormatException": ("Format of the executable (.exe) or library (.dll) is invalid.", -2147024885),
    "System.DivideByZeroException": ("Attempted to divide by zero.", -2147352558),
    "System.FormatException": ("One of the identified items was in an invalid format.", -2146233033),
    "System.IndexOutOfRangeException": ("Index was outside the bounds of the array.", -2146233080),
    "System.InvalidCastException": ("Specified cast is not valid.", -2147467262),
    "System.InvalidOperationException": (
        "Operation is not valid due to the current state of the object.",
        -2146233079,
    ),
    "System.Collections.Generic.KeyNotFoundException": (
        "The given key was not present in the dictionary.",
        -2146232969,
    ),
    "System.MissingMethodException": ("Attempted to access a missing method.", -2146233069),
    "System.MissingMemberException": ("Attempted to access a missing member.", -2146233070),
    "System.MissingFieldException": ("Attempted to access a non-existing field.", -2146233071),
    "System.MemberAccessException": ("Cannot access member.", -2146233062),
    "System.NotImplementedException": ("The method or operation is not implemented.", -2147467263),
    "System.NotSupportedException": ("Specified method is not supported.", -2146233067),
    "System.NullReferenceException": ("Object reference not set to an instance of an object.", -2147467261),
    "System.ObjectDisposedException": ("Cannot access a disposed object.", -2146232798),
    "System.OperationCanceledException": ("The operation was canceled.", -2146233029),
    "System.Threading.Tasks.TaskCanceledException": ("A task was canceled.", -2146233029),
    "System.OutOfMemoryException": ("Insufficient memory to continue the execution of the program.", -2147024882),
    "System.OverflowException": ("Arithmetic operation resulted in an overflow.", -2146233066),
    "System.PlatformNotSupportedException": ("Operation is not supported on this platform.", -2146233031),
    "System.RankException": ("Attempted to operate on an array with the incorrect number of dimensions.", -2146233065),
    "System.StackOverflowException": ("Operation caused a stack overflow.", -2147023895),
    "System.TimeoutException": ("The operation has timed out.", -2146233083),
    "System.TypeLoadException": ("Failure has occurred while loading a type.", -2146233054),
    "System.UnauthorizedAccessException": ("Attempted to perform an unauthorized operation.", -2147024891),
    "System.IO.IOException": ("I/O error occurred.", -2146232800),
    "System.IO.FileNotFoundException": ("Unable to find the specified file.", -2147024894),
    "System.IO.DirectoryNotFoundException": ("Attempted to access a path that is not on the disk.", -2147024893),
    "System.IO.EndOfStreamException": ("Attempted to read past the end of the stream.", -2147024858),
    "System.IO.PathTooLongException": (
        "The specified file name or path is too long, or a component of the specified path is too long.",
        -2147024690,
    ),
    "System.IO.InvalidDataException": ("Found invalid data while decoding.", -2146233085),
    "System.Security.SecurityException": ("Security error.", -2146233078),
    "System.Security.Cryptography.CryptographicException": (
        "Error occurred during a cryptographic operation.",
        -2146233296,
    ),
    "System.Reflection.TargetInvocationException": (
        "Exception has been thrown by the target of an invocation.",
        -2146232828,
    ),
    "System.Reflection.TargetParameterCountException": (
        "Number of parameters specified does not match the expected number.",
        -2147352562,
    ),
    "System.Reflection.AmbiguousMatchException": ("Ambiguous match found.", -2147475171),
    "System.Runtime.Serialization.SerializationException": ("Serialization error.", -2146233076),
    "System.Management.Automation.PSArgumentException": ("Value does not fall within the expected range.", -2147024809),
    "System.Management.Automation.PSArgumentNullException": ("Value cannot be null.", -2147467261),
    "System.Management.Automation.PSArgumentOutOfRangeException": (
        "Specified argument was out of the range of valid values.",
        -2146233086,
    ),
    "System.Management.Automation.PSInvalidOperationException": (
        "Operation is not valid due to the current state of the object.",
        -2146233079,
    ),
    "System.Management.Automation.PSNotSupportedException": ("Specified method is not supported.", -2146233067),
    "System.Management.Automation.PSNotImplementedException": (
        "The method or operation is not implemented.",
        -2147467263,
    ),
    "System.Management.Automation.PSInvalidCastException": ("Specified cast is not valid.", -2147467262),
    "System.Management.Automation.RuntimeException": ("System error.", -2146233087),
}
"""The default message of a class, and its HResult."""

_GENERAL: Final = -2146233088


def standard_message(name: str) -> str:
    """Return the default message of an exception class."""
    known = MESSAGES.get(name)
    return f"Exception of type '{name}' was thrown." if known is None else known[0]


def out_of_memory(text: str = "Exception of type 'System.OutOfMemoryException' was thrown.") -> NetException:
    """Return the error for a value larger than .NET or this machine can hold."""
    made: NetException = CLASSES["System.OutOfMemoryException"](text)
    return made


def h_result(kind: type) -> int:
    """Return the HResult of a class: its own or that of the nearest base that has one."""
    for each in kind.__mro__:
        known = MESSAGES.get(getattr(each, "clr_name", ""))
        if known is not None:
            return known[1]
    return _GENERAL


__all__ = ["CLASSES", "MESSAGES", "h_result", "out_of_memory", "standard_message"]
