"""Between the mailbox and the program: letters in, letters out."""
