"""What the names of the knowledge base mean in a text: which of several namesakes, or something else."""
