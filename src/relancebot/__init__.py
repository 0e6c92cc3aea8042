"""Reminders for unpaid invoices, from the consultant's own mailbox."""
