"""System.Net.Mail.SmtpClient, which can reach only listeners of the lab."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from organization.ports import DialRefused
from shell.dotnet.net.mail_messages import MailMessage, compose
from shell.dotnet.net.server_certificate import problem_with
from shell.machine.dialing import dial
from shell.machine.smtp import CertificateRefused, SmtpClient, SmtpFailure
from shell.types import exception_type
from shell.types.registry.checks import not_null
from shell.types.registry.declarations import clr_class, clr_constructor, clr_method
from shell.values.errors import (
    ArgumentException,
    InvalidOperationException,
    NotEmulatedException,
    SystemException,
    exception_class,
)
from shell.values.exceptions import CLASSES
from shell.values.objects import Value

if TYPE_CHECKING:
    from shell.engine.session.runspace import Runspace

SmtpException = exception_class("System.Net.Mail.SmtpException", SystemException, __name__)
SmtpFailedRecipientException = exception_class("System.Net.Mail.SmtpFailedRecipientException", SmtpException, __name__)
exception_type(SmtpFailedRecipientException)
AuthenticationException = CLASSES["System.Security.Authentication.AuthenticationException"]

_NEVER: Final = 134217728
_NOTICES: Final = ((1, "SUCCESS"), (2, "FAILURE"), (4, "DELAY"))


def notices(options: int) -> str:
    """Return the NOTIFY value for DeliveryNotificationOptions (RFC 3461 4.1)."""
    if options >= _NEVER:
        return "NEVER"
    return ",".join(name for bit, name in _NOTICES if options & bit)


@clr_class(
    "System.Net.Mail.SmtpClient",
    properties=(
        "Host:string=rw Port:int=rw UseDefaultCredentials:bool=rw Credentials:object=rw Timeout:int=rw"
        " DeliveryMethod:object=rw PickupDirectoryLocation:string=rw EnableSsl:bool=rw TargetName:string=rw"
    ),
    interfaces="System.IDisposable",
)
class MailClient:
    """An SMTP client that opens one connection per message."""

    @clr_constructor("")
    @clr_constructor("string host")
    @clr_constructor("string host, int port")
    def __init__(self, host: str = "", port: int = 25) -> None:
        self.host = host or None
        self.port = port
        self.use_default_credentials = False
        self.credentials: Any = None
        self.timeout = 100000
        self.delivery_method: Value = "Network"
        self.pickup_directory_location = None
        self.enable_ssl = False
        self.target_name = f"SMTPSVC/{host or ''}"

    def __str__(self) -> str:
        return "System.Net.Mail.SmtpClient"

    @clr_method("Send", "System.Net.Mail.MailMessage message -> void", session=True)
    def send(self, session: Runspace, message: MailMessage) -> None:
        """Send a message; raises SmtpException."""
        not_null(message, "message")
        if str(self.delivery_method) not in ("Network", "0"):
            raise NotEmulatedException("SmtpClient delivers by the network alone; pickup folders are not emulated.")
        if not self.host:
            raise InvalidOperationException("The SMTP host was not specified.")
        if message.author is None:
            raise InvalidOperationException("A from address must be specified.")
        recipients = [each.address for group in (message.to, message.cc, message.bcc) for each in group.items]
        if not recipients:
            raise InvalidOperationException("A recipient must be specified.")
        self._deliver(session, message, (message.sender or message.author).address, recipients)

    @clr_method("Send", "string from, string recipients, string subject, string body -> void", session=True)
    def send_texts(self, session: Runspace, sender: str, recipients: str, subject: str, body: str) -> None:
        """Send a text as a message."""
        self.send(session, MailMessage.of_texts(sender, recipients, subject, body))

    @clr_method("SendAsync", "System.Net.Mail.MailMessage message, object userToken -> void")
    @clr_method("SendMailAsync", "System.Net.Mail.MailMessage message -> object")
    def send_later(self, message: Value, token: Value = None) -> Value:
        """Raise NotEmulatedException: nothing is sent in the background."""
        raise NotEmulatedException("SmtpClient sends at once: SendAsync and SendMailAsync are not emulated. Use Send.")

    @clr_method("Dispose", "-> void")
    def dispose(self) -> None:
        """Do nothing: no resource is held."""

    def _deliver(self, session: Runspace, message: MailMessage, sender: str, recipients: list[str]) -> None:
        try:
            connection = dial(session, str(self.host), self.port)
        except DialRefused as refusal:
            raise SmtpException("Failure sending mail.", inner=SmtpException(str(refusal))) from None
        client = SmtpClient(connection)
        try:
            client.greet()
            if self.enable_ssl:
                client.require_tls(lambda der: problem_with(session, str(self.host), der))
            if self.credentials is not None:
                client.log_on(*_logon(self.credentials))
            content = compose(message.draft()).as_bytes()
            client.send(sender, recipients, content, notices(int(message.delivery_notification_options)))
        except CertificateRefused as refusal:
            raise AuthenticationException(str(refusal)) from None
        except SmtpFailure as failure:
            raise (SmtpFailedRecipientException if failure.recipient else SmtpException)(str(failure)) from None
        finally:
            client.close()


def _logon(credentials: Any) -> tuple[str, str]:
    """Return user and password of a NetworkCredential or a PSCredential."""
    user = getattr(credentials, "user_name", None)
    password = getattr(credentials, "password", None)
    if user is None or password is None:
        raise ArgumentException("SmtpClient takes a NetworkCredential or a PSCredential.")
    domain = getattr(credentials, "domain", "")
    return (f"{domain}\\{user}" if domain else user), str(getattr(password, "text", password))


__all__ = ["AuthenticationException", "MailClient", "SmtpException", "SmtpFailedRecipientException", "notices"]
