"""The names of the agents and of the events at which they work, as Exchange writes them."""

from __future__ import annotations

CONNECTION_FILTER = "Connection Filtering Agent"
CONTENT_FILTER = "Content Filter Agent"
SENDER_ID = "Sender Id Agent"
SENDER_FILTER = "Sender Filter Agent"
RECIPIENT_FILTER = "Recipient Filter Agent"
PROTOCOL_ANALYSIS = "Protocol Analysis Agent"
ATTACHMENT_FILTER = "Attachment Filtering Agent"

AT_MAIL = "OnMailCommand"
AT_RCPT = "OnRcptCommand"
AT_HEADERS = "OnEndOfHeaders"
AT_END = "OnEndOfData"
