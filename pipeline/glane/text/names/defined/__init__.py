"""What a text defines beside a short form: which name it is, and of what."""
