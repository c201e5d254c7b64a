"""Send-MailMessage: a message by SMTP to a listener of the lab."""

from __future__ import annotations

from email.message import EmailMessage
from email.utils import getaddresses
from typing import Any

from cmdlets.powershell.file_output import encoding_parameter
from cmdlets.powershell.path_command import PathCommand
from organization.ports import DialRefused
from shell.dotnet.net.mail_messages import Draft, Part, compose
from shell.dotnet.net.server_certificate import problem_with
from shell.dotnet.net.smtp_client import (
    AuthenticationException,
    MailClient,
    SmtpException,
    SmtpFailedRecipientException,
    notices,
)
from shell.engine.commands.cmdlet import Example, parameter
from shell.machine import disk, path_text
from shell.machine.smtp import CertificateRefused, SmtpClient, SmtpFailure
from shell.types.conversion.text import to_string
from shell.values.errors import (
    ErrorCategory,
    FileNotFoundException,
    FormatException,
    InvalidOperationException,
    NetException,
)
from shell.values.objects import Value, unwrap


class SendMailMessage(
    PathCommand,
    verb="Send",
    noun="MailMessage",
    module="Microsoft.PowerShell.Utility",
    class_name="Microsoft.PowerShell.Commands.SendMailMessage",
):
    """Send a message by SMTP. It talks to listeners of the lab; any other address is refused.

    Without -SmtpServer the server is the value of $PSEmailServer.
    """

    examples = (Example("Get-Command Send-MailMessage -Syntax", "How it is called."),)

    attachments: Any = parameter(
        "string[]",
        pipeline=True,
        by_property_name=True,
        aliases=("PsPath",),
        not_null_or_empty=True,
        help="Files to attach.",
    )
    bcc: Any = parameter("string[]", by_property_name=True, not_null_or_empty=True, help="Hidden recipients.")
    body: str = parameter("string", position=2, by_property_name=True, not_null_or_empty=True, help="The text.")
    body_as_html: bool = parameter("switch", by_property_name=True, aliases=("BAH",), help="The text is HTML.")
    encoding: Value = encoding_parameter(by_property_name=True, aliases=("BE",))
    cc: Any = parameter("string[]", by_property_name=True, not_null_or_empty=True, help="Recipients of a copy.")
    delivery_notification_option: Any = parameter(
        "System.Net.Mail.DeliveryNotificationOptions",
        by_property_name=True,
        aliases=("DNO",),
        not_null_or_empty=True,
        help="When the sender wants a notice.",
    )
    sender: str = parameter(
        "string", name="From", mandatory=True, by_property_name=True, not_null_or_empty=True, help="The sender."
    )
    smtp_server: str = parameter(
        "string",
        position=3,
        by_property_name=True,
        aliases=("ComputerName",),
        not_null_or_empty=True,
        help="The server's name or address.",
    )
    priority: Any = parameter(
        "System.Net.Mail.MailPriority", by_property_name=True, not_null_or_empty=True, help="Normal, High or Low."
    )
    reply_to: Any = parameter("string[]", by_property_name=True, help="Where answers go.")
    subject: str = parameter("string", position=1, by_property_name=True, aliases=("sub",), help="The subject.")
    to: Any = parameter(
        "string[]", position=0, mandatory=True, by_property_name=True, not_null_or_empty=True, help="The recipients."
    )
    login: Any = parameter(
        "System.Management.Automation.PSCredential",
        name="Credential",
        by_property_name=True,
        not_null_or_empty=True,
        help="Who logs on.",
    )
    use_ssl: bool = parameter("switch", by_property_name=True, help="Switch to TLS first.")
    port: int = parameter("int", by_property_name=True, default=0, range=(0, 2147483647), help="The port; 25 without.")

    def begin(self) -> None:
        """Nothing is attached yet."""
        self._files: list[str] = []

    def process(self) -> None:
        """Attach files."""
        for path in self.attachments or ():
            with self.reporting():
                self._files.append(self.drives.resolve(path).provider_path)

    def end(self) -> None:
        """Make the message and send it."""
        server = self.smtp_server or to_string(self.session.get_variable("PSEmailServer"))
        if not server:
            raise self.fail(
                self.error(
                    "The email cannot be sent because no SMTP server was specified. You must specify an SMTP server by "
                    "using either the SmtpServer parameter or the $PSEmailServer variable.",
                    "",
                    ErrorCategory.InvalidArgument,
                    exception=InvalidOperationException,
                )
            )
        sender = self._addresses([self.sender])
        recipients = [self._addresses(each or []) for each in (self.to, self.cc, self.bcc)]
        if not sender or not any(recipients):
            return
        try:
            message = self._message(sender[0], recipients)
        except OSError as problem:
            self._file_missing(problem)
            return
        self._send(server, self.port or 25, message, sender[0], [each for group in recipients for each in group])

    # --- the message ---

    def _addresses(self, texts: Any) -> list[str]:
        """Return the addresses that are well-formed; reports the others."""
        found: list[str] = []
        for text in texts:
            parsed = getaddresses([text])
            if not parsed or any("@" not in address.strip("@") for _, address in parsed):
                self.write_error(
                    self.error(
                        "The specified string is not in the form required for an e-mail address.",
                        "FormatException",
                        ErrorCategory.InvalidType,
                        text,
                        exception=FormatException,
                    )
                )
                continue
            found.append(text)
        return found

    def _message(self, sender: str, recipients: list[list[str]]) -> EmailMessage:
        to, cc, _ = recipients
        draft = Draft(
            sender=sender,
            to=to,
            cc=cc,
            reply_to=self.reply_to or (),
            subject=self.subject or "",
            body=self.body or "",
            is_html=bool(self.body_as_html),
            priority=0 if self.priority is None else int(self.priority),
            charset=self.encoding.web_name if self.encoding is not None else "utf-8",
            attachments=[_attached(path) for path in self._files],
        )
        return compose(draft)

    def _file_missing(self, problem: OSError) -> None:
        path = problem.filename
        self.write_error(
            self.error(
                f"Could not find file '{path}'.",
                "FileNotFoundException",
                ErrorCategory.InvalidArgument,
                path,
                exception=FileNotFoundException,
            )
        )

    # --- the way ---

    def _send(self, server: str, port: int, message: EmailMessage, sender: str, recipients: list[str]) -> None:
        try:
            connection = self.session.services.dialer.dial(server, port)
        except DialRefused as refusal:
            self._failed(SmtpException(f"Unable to connect to the remote server. {refusal}"), server, port)
            return
        client = SmtpClient(connection)
        user = unwrap(self.login)
        notify = notices(0 if self.delivery_notification_option is None else int(self.delivery_notification_option))
        try:
            client.greet()
            if self.use_ssl:
                client.require_tls(lambda der: problem_with(self.session, server, der))
            if user is not None:
                client.log_on(user.user_name, user.password.text)
            client.send(_bare(sender), [_bare(each) for each in recipients], message.as_bytes(), notify)
        except CertificateRefused as refusal:
            self._failed(AuthenticationException(str(refusal)), server, port)
        except SmtpFailure as failure:
            kind = SmtpFailedRecipientException if failure.recipient else SmtpException
            self._failed(kind(str(failure)), server, port)
        finally:
            client.close()

    def _failed(self, problem: NetException, server: str, port: int) -> None:
        name = type(problem).__name__
        self.write_error(self.error(problem, name, ErrorCategory.InvalidOperation, MailClient(server, port)))


def _attached(path: str) -> Part:
    with disk.open_file(path, "rb") as file:
        return Part(path_text.basename(path), file.read())


def _bare(text: str) -> str:
    """Return the address without the name."""
    return getaddresses([text])[0][1]
