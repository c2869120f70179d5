"""The everyday events of the programme, each as edits of a file or two, or as a refusal that says what would do."""
